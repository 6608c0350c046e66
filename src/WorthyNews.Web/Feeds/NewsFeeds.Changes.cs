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
        var names = await NamesAsync([.. reading.Changes.Select(c => c.Standing)], cancel);
        return new ChangePage(links.Absolute((address with { Since = reading.Next }).Path), reading.More, [.. reading.Changes.Select(c => Change(c, names))]);
    }

    private FeedChange Change(StoryChange change, IReadOnlyDictionary<(Newsroom.Directory.NameKind Kind, string Slug), string> names)
    {
        var ((story, at), item) = (change.Standing, Item(change.Standing.Story, names, isFull: true));
        // The link of an item is null where a kill took it.
        return story.IsLive
            ? new FeedChange(story.Urn, at, Word(change.Kind), item)
            : new FeedChange(story.Urn, at, Word(change.Kind), null, NoticesOf(story), item.Link);
    }
}
