using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Places;
using WorthyNews.Newsroom.Staff;

namespace WorthyNews.Newsroom.Publishing;

/// <summary>What came of a merger.</summary>
/// <param name="Into">The survivor as it stands now.</param>
/// <param name="Moved">The live stories that were found under the other name; 0 when it was merged there before.</param>
public sealed record Merger(DirectoryName Into, int Moved);

/// <summary>What a merger of two bureaus does to the desk, for a page that asks before it acts.</summary>
/// <param name="From">Who has a right in the bureau that goes: with their role, by name; they will have it in the other.</param>
/// <param name="Into">Who has a right in the other: they will have it over what the first has in hand.</param>
/// <param name="InHand">How many dispatches the first has, those that are public among them.</param>
/// <param name="UndoMinutes">How long a publication of the one that remains can be undone afterwards.</param>
public sealed record BureauMerger(IReadOnlyList<(string Name, Role Role)> From, IReadOnlyList<(string Name, Role Role)> Into, int InHand, int UndoMinutes);

/// <content>Two pages of one thing become one. See docs/decisions/0051.</content>
public sealed partial class DirectoryDesk
{
    /// <summary>
    /// Gives all that stands under one name to another, for good: lists, filters and links show the survivor, the old address leads
    /// there, and what is filed under the old name from now on lands there. No snapshot is rewritten. The survivor takes from the
    /// other what it lacks itself, such as a description or a country.
    /// </summary>
    /// <exception cref="DispatchRefusedException"><see cref="ReasonsNotToMergeAsync(NameKind, string, string, CancellationToken)"/> is not empty.</exception>
    public Task<Merger> MergeAsync(NameKind kind, string from, string into, CancellationToken cancel) => DoAsync(async (db, now) =>
    {
        var old = await FindAsync(db, kind, from, cancel);
        var survivor = await FindAsync(db, kind, into, cancel);
        if (old is not null && survivor is not null && old.MergedInto == survivor.Slug) return new Merger(survivor, 0);
        Refuse("merge", old?.Name ?? from, await ReasonsNotToMergeAsync(db, kind, (from, old), (into, survivor), cancel));

        var richer = Enriched(survivor!, old!);
        await WireLog.NameAsync(db, richer, now, cancel);
        if (kind == NameKind.Bureau)
        {
            foreach (var who in await db.Names.AsNoTracking().Where(n => n.Kind == NameKind.Contributor && n.Bureau == from).OrderBy(n => n.Slug).ToListAsync(cancel))
                await WireLog.NameAsync(db, who with { Bureau = into }, now, cancel);
        }

        // What was merged into it before moves on, so that one step always leads to a name that stands.
        foreach (var earlier in await db.Names.AsNoTracking().Where(n => n.Kind == kind && n.MergedInto == from).OrderBy(n => n.Slug).ToListAsync(cancel))
            await WireLog.NameAsync(db, earlier with { MergedInto = into }, now, cancel);
        await WireLog.NameAsync(db, old! with { MergedInto = into, IsHidden = true }, now, cancel);

        var use = await UseAsync(db, kind, from, cancel);
        await Relisting.MoveAsync(db, kind, from, into, cancel);
        return new Merger(richer, use.Live);
    }, cancel);

    /// <summary>What merging one bureau into another would do to the desk.</summary>
    public async Task<BureauMerger> LookAheadAsync(string from, string into, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var people = await db.People.AsNoTracking().Include(p => p.Grants).Where(p => p.IsActive && p.Grants.Any(g => g.Bureau == from || g.Bureau == into)).ToListAsync(cancel);
        IReadOnlyList<(string, Role)> Of(string bureau) =>
            [.. people.SelectMany(p => p.Granted.Where(g => g.Bureau == bureau).Select(g => (p.DisplayName, g.Role))).OrderBy(p => p.DisplayName, StringComparer.CurrentCulture).ThenBy(p => p.Role)];
        var undo = await db.DeskSettings.Where(s => s.Bureau == from || s.Bureau == into).Select(s => s.UndoMinutes).ToListAsync(cancel);
        return new BureauMerger(Of(from), Of(into), await db.Dispatches.CountAsync(d => d.Bureau == from, cancel), undo.Append(0).Max());
    }

    /// <summary>Why the first cannot be merged into the second; empty when it can.</summary>
    public async Task<IReadOnlyList<string>> ReasonsNotToMergeAsync(NameKind kind, string from, string into, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await ReasonsNotToMergeAsync(db, kind, (from, await FindAsync(db, kind, from, cancel)), (into, await FindAsync(db, kind, into, cancel)), cancel);
    }

    private static async Task<IReadOnlyList<string>> ReasonsNotToMergeAsync(
        NewsDb db, NameKind kind, (string Slug, DirectoryName? Name) from, (string Slug, DirectoryName? Name) into, CancellationToken cancel)
    {
        if (kind == NameKind.Language) return ["Two languages are never one."];
        if (from.Slug == into.Slug) return ["A name cannot be merged into itself."];
        var reasons = new List<string>();
        if (from.Name is null) reasons.Add(NoSuch(kind, from.Slug));
        if (into.Name is null) reasons.Add(NoSuch(kind, into.Slug));
        if (from.Name is { MergedInto: { } gone }) reasons.Add($"It was merged into “{await CalledAsync(db, kind, gone, cancel)}”, and what is merged stays so.");
        if (into.Name is { MergedInto: { } further }) reasons.Add($"“{into.Name.Name}” was itself merged into “{await CalledAsync(db, kind, further, cancel)}”. Merge into that.");
        else if (into.Name is { IsHidden: true }) reasons.Add($"“{into.Name.Name}” is hidden, and the stories would go out of sight with it. Show it first.");
        if (from.Name is { } one && into.Name is { } other && LieApart(one, other))
            reasons.Add($"{one.Name} lies in {one.Country} and {other.Name} in {other.Country}. Where that is wrong, put the country right first.");
        return reasons;
    }

    /// <summary>Paris in France and Paris in Texas are two pages, however alike their names.</summary>
    private static bool LieApart(DirectoryName one, DirectoryName other) =>
        one.Country is not null && other.Country is not null
        && Gazetteer.CountryCode(one.Country) is { } code && Gazetteer.CountryCode(other.Country) is { } otherCode && code != otherCode;

    private static DirectoryName Enriched(DirectoryName survivor, DirectoryName old) => survivor with
    {
        Description = survivor.Description ?? old.Description,
        TimeZone = survivor.TimeZone ?? old.TimeZone,
        Role = survivor.Role ?? old.Role,
        Bureau = survivor.Bureau ?? old.Bureau,
        Country = survivor.Country ?? old.Country,
        // Samples are cleared one day, and real stories must not go with them.
        IsSample = survivor.IsSample && old.IsSample,
    };
}
