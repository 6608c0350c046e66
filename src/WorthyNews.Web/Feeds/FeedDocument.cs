using WorthyNews.Formats.Feeds;
using WorthyNews.Web.Http;

namespace WorthyNews.Web.Feeds;

/// <summary>A feed in a format, as readers get it: without what would break it.</summary>
internal static class FeedDocument
{
    /// <param name="latest">Nothing in it can be newer.</param>
    /// <returns>The bytes, and the feed that they say.</returns>
    public static (byte[] Bytes, Feed Written) Write(Feed feed, FeedFormat format, SiteLinks links, DateTimeOffset latest)
    {
        var stylesheet = links.Absolute("/css/feed.css");
        return FeedExam.Write(FeedExam.Sound(feed, latest), sound => format switch
        {
            FeedFormat.Rss => RssWriter.Write(sound, stylesheet),
            FeedFormat.Atom => AtomWriter.Write(sound, stylesheet),
            _ => JsonFeedWriter.Write(sound, links.Absolute("/feeds")),
        });
    }

    public static string TypeOf(FeedFormat format) => format switch
    {
        FeedFormat.Rss => RssWriter.ContentType,
        FeedFormat.Atom => AtomWriter.ContentType,
        _ => JsonFeedWriter.ContentType,
    };
}
