using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Data.Stores;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Publishing;

/// <summary>What stands under a name, for a page that asks before it acts.</summary>
/// <param name="Live">Stories that the public can read there.</param>
/// <param name="Withdrawn">Retracted and killed ones, which stand there again when they are reinstated.</param>
public sealed record NameUse(int Live, int Withdrawn);

/// <summary>Keeps the directory: names, describes, orders, hides and merges what lists are asked by, in public.</summary>
/// <remarks>Everything here is said on the wire. A pseudonym is a contributor like others: who is behind it is not known here. Nothing is ever deleted, for a slug is an address. Each call is one transaction, and the same again changes nothing.</remarks>
public sealed partial class DirectoryDesk(IDbContextFactory<NewsDb> contexts, IStore store, TimeProvider time)
{
    /// <summary>Two bureaus of one name cannot be told apart; two people and two towns can share theirs.</summary>
    private static readonly NameKind[] NamedOnce = [NameKind.Bureau, NameKind.Section, NameKind.Topic];

    /// <exception cref="DispatchRefusedException">Its slug is taken, also by what is hidden or merged, or it cannot be said.</exception>
    public Task<DirectoryName> CreateAsync(DirectoryName name, CancellationToken cancel) => DoAsync(async (db, now) =>
    {
        name = Cleaned(name) with { MergedInto = null };
        var taken = await FindAsync(db, name.Kind, name.Slug, cancel);
        var reasons = new List<string>(await ReasonsNotToSayAsync(db, name, cancel));
        if (taken is not null)
            reasons.Add(taken.MergedInto is null ? $"“{name.Slug}” is the address of “{taken.Name}”." : $"“{name.Slug}” was merged into “{await CalledAsync(db, taken.Kind, taken.MergedInto, cancel)}” and leads there.");
        Refuse("create", name.Name, reasons);
        await WireLog.NameAsync(db, name, now, cancel);
        return name;
    }, cancel);

    /// <summary>Renames, describes, gives a role, a zone, a bureau, a country: whatever of it the change says otherwise.</summary>
    /// <param name="change">Gets the name as it stands now. Slug and kind never change; whether it is hidden or merged is not changed here.</param>
    /// <exception cref="DispatchRefusedException">There is no such name, it was merged, or it cannot be said so.</exception>
    public Task<DirectoryName> ChangeAsync(NameKind kind, string slug, Func<DirectoryName, DirectoryName> change, CancellationToken cancel) => DoAsync(async (db, now) =>
    {
        var held = await StandingAsync(db, kind, slug, "change", cancel);
        var name = Cleaned(change(held)) with { Kind = held.Kind, Slug = held.Slug, IsHidden = held.IsHidden, IsSample = held.IsSample, MergedInto = null };
        Refuse("change", held.Name, await ReasonsNotToSayAsync(db, name, cancel));
        await WireLog.NameAsync(db, name, now, cancel);
        return name;
    }, cancel);

    /// <summary>Puts a kind in order. What is not named comes after, by name.</summary>
    /// <param name="slugs">In their order.</param>
    /// <exception cref="DispatchRefusedException">One of them is unknown or merged, or stands there twice.</exception>
    public Task OrderAsync(NameKind kind, IReadOnlyList<string> slugs, CancellationToken cancel) => DoAsync(async (db, now) =>
    {
        var names = await db.Names.AsNoTracking().Where(n => n.Kind == kind && n.MergedInto == null).OrderBy(n => n.Slug).ToListAsync(cancel);
        var reasons = slugs.Where(s => names.TrueForAll(n => n.Slug != s)).Select(s => NoSuch(kind, s)).ToList();
        reasons.AddRange(slugs.GroupBy(s => s, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"“{g.Key}” stands there twice."));
        Refuse("order", Word(kind), reasons);
        foreach (var name in names)
        {
            var at = slugs.ToList().IndexOf(name.Slug);
            await WireLog.NameAsync(db, name with { Order = at < 0 ? DirectoryName.LastOrder : at }, now, cancel);
        }

        return names.Count;
    }, cancel);

    /// <summary>Takes its page and its links away. The stories stay, and print the name without a link.</summary>
    /// <param name="isTold">The editor was told how many stories stand under it, and wants it all the same.</param>
    /// <exception cref="DispatchRefusedException">Stories stand under it and nobody was told; or there is no such name, or it was merged.</exception>
    public Task<DirectoryName> HideAsync(NameKind kind, string slug, bool isTold, CancellationToken cancel) => DoAsync(async (db, now) =>
    {
        var held = await StandingAsync(db, kind, slug, "hide", cancel);
        if (held.IsHidden) return held;
        var use = await UseAsync(db, kind, slug, cancel);
        if (!isTold && use.Live > 0)
            Refuse("hide", held.Name, [$"{(use.Live == 1 ? "One story stands" : $"{use.Live} stories stand")} under it, and would be found there no more. Merge it into another, or hide it knowing that."]);
        var name = held with { IsHidden = true };
        await WireLog.NameAsync(db, name, now, cancel);
        return name;
    }, cancel);

    /// <exception cref="DispatchRefusedException">There is no such name, or it was merged.</exception>
    public Task<DirectoryName> ShowAsync(NameKind kind, string slug, CancellationToken cancel) => DoAsync(async (db, now) =>
    {
        var name = await StandingAsync(db, kind, slug, "show", cancel) with { IsHidden = false };
        await WireLog.NameAsync(db, name, now, cancel);
        return name;
    }, cancel);

    public async Task<NameUse> UseAsync(NameKind kind, string slug, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await UseAsync(db, kind, slug, cancel);
    }

    private static async Task<NameUse> UseAsync(NewsDb db, NameKind kind, string slug, CancellationToken cancel)
    {
        var under = db.Listings.Where(l => l.Kind == kind && l.Slug == slug);
        return new NameUse(await under.CountAsync(l => l.State == StoryState.Live, cancel), await under.CountAsync(l => l.State != StoryState.Live, cancel));
    }

    private async Task<T> DoAsync<T>(Func<NewsDb, DateTimeOffset, Task<T>> work, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await store.LockWireAsync(db, cancel);
        var done = await work(db, await WireLog.NowAsync(db, time, cancel));
        await transaction.CommitAsync(cancel);
        return done;
    }

    private static Task<DirectoryName?> FindAsync(NewsDb db, NameKind kind, string slug, CancellationToken cancel) =>
        db.Names.AsNoTracking().SingleOrDefaultAsync(n => n.Kind == kind && n.Slug == slug, cancel);

    private static async Task<DirectoryName> StandingAsync(NewsDb db, NameKind kind, string slug, string act, CancellationToken cancel)
    {
        var held = await FindAsync(db, kind, slug, cancel);
        if (held is null) Refuse(act, slug, [NoSuch(kind, slug)]);
        else if (held.MergedInto is { } into) Refuse(act, held.Name, [$"It was merged into “{await CalledAsync(db, kind, into, cancel)}”, and what is merged stays so."]);
        return held!;
    }

    private static async Task<IReadOnlyList<string>> ReasonsNotToSayAsync(NewsDb db, DirectoryName name, CancellationToken cancel)
    {
        var reasons = new List<string>(name.ReasonsNotToSay());
        if (name.Kind == NameKind.Language) reasons.Add("Languages have the names they give themselves.");
        if (name.Bureau is { } bureau && await FindAsync(db, NameKind.Bureau, bureau, cancel) is not { MergedInto: null }) reasons.Add(NoSuch(NameKind.Bureau, bureau));
        if (!NamedOnce.Contains(name.Kind)) return reasons;

        var others = await db.Names.AsNoTracking().Where(n => n.Kind == name.Kind && n.MergedInto == null && n.Slug != name.Slug).ToListAsync(cancel);
        if (others.Find(n => n.Name.Equals(name.Name, StringComparison.OrdinalIgnoreCase)) is { } twin)
            reasons.Add($"There is a {Word(name.Kind)} “{twin.Name}” already, at “{twin.Slug}”.");
        return reasons;
    }

    private static async Task<string> CalledAsync(NewsDb db, NameKind kind, string slug, CancellationToken cancel) => (await FindAsync(db, kind, slug, cancel))?.Name ?? slug;

    private static DirectoryName Cleaned(DirectoryName name) => name with
    {
        Name = CleanText.Label(name.Name),
        Description = LineOrNull(name.Description),
        TimeZone = LineOrNull(name.TimeZone),
        Role = LineOrNull(name.Role),
        Bureau = LineOrNull(name.Bureau),
        Country = LineOrNull(name.Country),
    };

    private static string? LineOrNull(string? text) => text is null || CleanText.Label(text) is not { Length: > 0 } line ? null : line;

    private static string Word(NameKind kind) => kind.ToString().ToLowerInvariant();

    private static string NoSuch(NameKind kind, string slug) => $"There is no {Word(kind)} “{slug}”.";

    private static void Refuse(string act, string name, IReadOnlyList<string> reasons)
    {
        if (reasons.Count > 0) throw new DispatchRefusedException(name, act, reasons);
    }
}
