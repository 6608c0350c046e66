using System.Text.Json;

using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Newsstand;

/// <summary>Which feeds may say something else after some entries of the wire.</summary>
/// <param name="IsEverything">A name changed, which any feed may say, or there was too much to look at one by one.</param>
/// <param name="IsCorrections">Something was put right, which the ledger tells.</param>
/// <param name="Lists">The lists that the stories of those entries stand or stood in, under every slug that means them; never <see cref="FeedSource.All"/>. None where there was too much.</param>
/// <param name="IsAll">Whether any story is among them.</param>
public sealed record TouchedFeeds(bool IsEverything, bool IsAll, bool IsCorrections, IReadOnlySet<FeedSource> Lists);

/// <summary>Which pages some entries of the wire make old, in <see cref="WireTags"/>.</summary>
/// <param name="Touched">Of all of them.</param>
/// <param name="Withdrawn">Of those that took a story back, which are among them.</param>
/// <param name="Stories">Those that were taken back.</param>
public sealed record WireNews(IReadOnlySet<string> Touched, IReadOnlySet<string> Withdrawn, IReadOnlySet<Guid> Stories)
{
    private static readonly HashSet<string> All = new(StringComparer.Ordinal) { WireTags.Everything };

    /// <summary>Too much, or nobody knows: no page stands.</summary>
    public static readonly WireNews Everything = new(All, All, new HashSet<Guid>());
}

/// <content>What follows the wire.</content>
public sealed partial class Newsstand
{
    /// <summary>More entries than these are not looked at one by one.</summary>
    private const int MostTouching = 5_000;

    /// <inheritdoc cref="MostTouching"/>
    private const int MostNews = 100;

    /// <summary>Whether a story was retracted or killed after an entry.</summary>
    public async Task<bool> WithdrewAfterAsync(long sequence, CancellationToken cancel)
    {
        await using var db = await contexts.OpenAsync(cancel);
        return await db.WireEntries.AnyAsync(e => e.Kind == WireKind.Killed && e.Sequence > sequence, cancel)
            || await db.WireEntries.AnyAsync(e => e.Kind == WireKind.Retracted && e.Sequence > sequence, cancel);
    }

    /// <param name="through">The newest entry that counts.</param>
    public async Task<TouchedFeeds> TouchedAsync(long after, long through, CancellationToken cancel)
    {
        await using var db = await contexts.OpenAsync(cancel);
        var entries = await db.WireEntries.Where(e => e.Sequence > after && e.Sequence <= through).OrderBy(e => e.Sequence)
            .Select(e => new { e.Kind, e.StoryId }).Take(MostTouching + 1).ToListAsync(cancel);
        if (entries.Count > MostTouching) return new TouchedFeeds(true, true, true, new HashSet<FeedSource>());

        var stories = entries.Where(e => e.StoryId is not null).Select(e => e.StoryId!.Value).Distinct().ToList();
        var lists = await db.Listings.Where(l => stories.Contains(l.StoryId)).Select(l => new { l.Kind, l.Slug })
            .Union(db.FormerListings.Where(l => stories.Contains(l.StoryId)).Select(l => new { l.Kind, l.Slug })).ToListAsync(cancel);
        var mergers = await MergersAsync(db, cancel);
        return new TouchedFeeds(
            entries.Any(e => e.Kind == WireKind.DirectoryChanged),
            stories.Count > 0,
            entries.Any(e => e.Kind is WireKind.Corrected or WireKind.Retracted or WireKind.Killed or WireKind.Reinstated),
            lists.SelectMany(l => mergers.SlugsOf(l.Kind, l.Slug).Select(slug => new FeedSource(l.Kind, slug))).ToHashSet());
    }

    /// <param name="through">The newest entry that counts.</param>
    public async Task<WireNews> NewsAsync(long after, long through, CancellationToken cancel)
    {
        await using var db = await contexts.OpenAsync(cancel);
        var entries = await db.WireEntries.Where(e => e.Sequence > after && e.Sequence <= through).OrderBy(e => e.Sequence).Take(MostNews + 1).ToListAsync(cancel);
        var touched = new HashSet<string>(StringComparer.Ordinal);
        var withdrawn = new HashSet<string>(StringComparer.Ordinal);
        if (entries.Count > MostNews) return WireNews.Everything;

        foreach (var entry in entries.Where(e => e.StoryId is null))
        {
            if (entry.Kind == WireKind.FrontChanged) touched.Add(WireTags.Front);
            else touched.UnionWith(TagsOf(entry));
        }

        var mergers = await MergersAsync(db, cancel);
        foreach (var ofStory in entries.Where(e => e.StoryId is not null).GroupBy(e => e.StoryId!.Value))
        {
            var tags = await TagsOfAsync(db, ofStory.Key, mergers, cancel);
            if (ofStory.Any(e => e.Kind is WireKind.Corrected or WireKind.Reinstated)) tags.Add(WireTags.Corrections);
            touched.UnionWith(tags);
            if (ofStory.Any(IsWithdrawal)) withdrawn.UnionWith([.. tags, WireTags.Corrections]);
        }

        touched.UnionWith(withdrawn);
        return new WireNews(touched, withdrawn, entries.Where(IsWithdrawal).Select(e => e.StoryId!.Value).ToHashSet());
    }

    public static bool IsWithdrawal(WireEntry entry) => entry.Kind is WireKind.Retracted or WireKind.Killed;

    private static IEnumerable<string> TagsOf(WireEntry ofName)
    {
        try
        {
            var name = ofName.DirectoryName();
            return name.MergedInto is null
                ? [WireTags.Name(name.Kind, name.Slug), WireTags.Names(name.Kind)]
                : [WireTags.Name(name.Kind, name.Slug), WireTags.Names(name.Kind), WireTags.Mergers];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or NotSupportedException)
        {
            // One that cannot be read may be of any name; nobody waits behind it.
            return [WireTags.Everything];
        }
    }

    private static async Task<HashSet<string>> TagsOfAsync(WireDb db, Guid id, Mergers mergers, CancellationToken cancel)
    {
        var lists = await db.Listings.Where(l => l.StoryId == id).Select(l => new { l.Kind, l.Slug })
            .Union(db.FormerListings.Where(l => l.StoryId == id).Select(l => new { l.Kind, l.Slug })).ToListAsync(cancel);
        var tags = new HashSet<string>(StringComparer.Ordinal) { WireTags.All, WireTags.Story(id) };
        // Its original tells of it, and the other translations by way of that.
        if (await db.Stories.Where(c => c.StoryId == id).Select(c => c.TranslationOf).SingleOrDefaultAsync(cancel) is { } original) tags.Add(WireTags.Story(original));
        foreach (var list in lists)
        {
            tags.UnionWith(mergers.SlugsOf(list.Kind, list.Slug).Select(slug => WireTags.List(list.Kind, slug)));
            // With its first story a name appears, and goes with its last.
            if (await db.Listings.Of(list.Kind, list.Slug).NewestFirst().Take(2).CountAsync(cancel) < 2) tags.Add(WireTags.Name(list.Kind, list.Slug));
        }

        return tags;
    }
}
