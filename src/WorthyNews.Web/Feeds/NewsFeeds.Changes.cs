using WorthyNews.Formats.Feeds;
using WorthyNews.Newsroom.Newsstand;

namespace WorthyNews.Web.Feeds;

/// <content>The wire in order, for mirrors.</content>
public sealed partial class NewsFeeds
{
    /// <summary>Null when the place is not on this wire.</summary>
    public async Task<ChangePage?> OfChangesAsync(ChangesAddress address, CancellationToken cancel)
    {
        if (await newsstand.ChangesAsync(address.Since, address.Limit, cancel) is not { } reading) return null;
        var names = await NamesAsync([.. reading.Changes.Select(c => c.Standing).OfType<StandingStory>()], cancel);
        return new ChangePage(links.Absolute((address with { Since = reading.Next }).Path), reading.More, [.. reading.Changes.Select(c => Change(c, names)).OfType<FeedChange>()]);
    }

    /// <returns>Null for what is live and cannot be made: one story does not stop a mirror. That something was withdrawn is told always.</returns>
    private FeedChange? Change(StoryChange change, IReadOnlyDictionary<(Newsroom.Directory.NameKind Kind, string Slug), string> names)
    {
        var (urn, kind) = ($"urn:uuid:{change.StoryId:D}", Word(change.Kind));
        if (change.Standing?.Story is not { } story) return new FeedChange(urn, change.At, kind, null, Withdrawn);
        var item = TryItem(urn, () => Item(story, names, isFull: true)).Item;
        // The link of an item is null where a kill took it.
        if (!story.IsLive) return new FeedChange(urn, change.At, kind, null, NoticesOf(story), item?.Link);
        return item is null ? null : new FeedChange(urn, change.At, kind, item);
    }
}
