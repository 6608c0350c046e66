using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Newsstand;

/// <content>The names of the directory. Every page prints some and they hardly change, so they are kept in memory as the newest entry about a name left them.</content>
public sealed partial class Newsstand
{
    private HeldNames? held;

    /// <summary>The whole of a kind that is shown, in its order.</summary>
    public async Task<IReadOnlyList<DirectoryName>> NamesAsync(NameKind kind, CancellationToken cancel)
    {
        // Bureaus are shown whatever stands under them; other names come and go with their stories.
        if (kind == NameKind.Bureau)
        {
            await using var wire = await contexts.OpenAsync(cancel, WireTags.Names(kind));
            return [.. (await HeldAsync(wire, cancel)).All.Values.Where(n => n.Kind == kind && !n.IsHidden).OrderBy(n => n.Order).ThenBy(n => n.Name, StringComparer.Ordinal)];
        }

        await using var db = await contexts.OpenVaguelyAsync(cancel, WireTags.Names(kind), WireTags.All);
        return await db.Names.Shown(db.Listings).Where(n => n.Kind == kind).OrderBy(n => n.Order).ThenBy(n => n.Name).ToListAsync(cancel);
    }

    /// <summary>Null when nothing has this name, or it is not shown.</summary>
    public async Task<DirectoryName?> NameAsync(NameKind kind, string slug, CancellationToken cancel)
    {
        await using var db = await contexts.OpenAsync(cancel, WireTags.Name(kind, slug));
        return await db.Names.Shown(db.Listings).SingleOrDefaultAsync(n => n.Kind == kind && n.Slug == slug, cancel);
    }

    /// <summary>The names of these slugs, hidden ones too; for the lines under a story.</summary>
    public async Task<IReadOnlyList<DirectoryName>> NamesAsync(NameKind kind, IReadOnlyCollection<string> slugs, CancellationToken cancel)
    {
        if (slugs.Count == 0) return [];
        await using var db = await contexts.OpenAsync(cancel, [.. slugs.Select(s => WireTags.Name(kind, s))]);
        var names = (await HeldAsync(db, cancel)).All;
        return [.. slugs.Select(s => names.GetValueOrDefault((kind, s))).OfType<DirectoryName>()];
    }

    /// <summary>The names that were merged, for whoever comes by an old one.</summary>
    public async Task<Mergers> MergersAsync(CancellationToken cancel)
    {
        await using var db = await contexts.OpenAsync(cancel, WireTags.Mergers);
        return await MergersAsync(db, cancel);
    }

    private async Task<Mergers> MergersAsync(WireDb db, CancellationToken cancel) => (await HeldAsync(db, cancel)).Mergers;

    /// <summary>All names as they stand; a page that is printed has them from one moment, whatever it asks for.</summary>
    private async Task<HeldNames> HeldAsync(WireDb db, CancellationToken cancel)
    {
        if (Ingredients.Shared is HeldNames ofPage) return ofPage;
        // The entry first: names that change in between are then newer than it says, and are read again the next time.
        var through = await db.WireEntries.Where(e => e.Kind == WireKind.DirectoryChanged).OrderByDescending(e => e.Sequence).Select(e => e.Sequence).FirstOrDefaultAsync(cancel);
        var names = Volatile.Read(ref held);
        if (names?.Through != through)
        {
            var all = await db.Names.ToListAsync(cancel);
            names = new HeldNames(through, all.ToDictionary(n => (n.Kind, n.Slug)), new Mergers(all));
            Volatile.Write(ref held, names);
        }

        Ingredients.Shared = names;
        return names;
    }

    /// <param name="Through">The newest entry about a name that is certainly in it; 0 when there is none.</param>
    private sealed record HeldNames(long Through, IReadOnlyDictionary<(NameKind Kind, string Slug), DirectoryName> All, Mergers Mergers);
}
