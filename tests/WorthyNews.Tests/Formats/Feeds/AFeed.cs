using WorthyNews.Formats.Feeds;

namespace WorthyNews.Tests.Formats.Feeds;

/// <summary>A feed with all that one can have, for tests to change.</summary>
internal static class AFeed
{
    public static readonly DateTimeOffset At = new(2026, 11, 3, 9, 5, 7, TimeSpan.Zero);

    public static Feed Of(params FeedItem[] items) => new()
    {
        Id = "urn:uuid:f",
        Title = "Worthy News",
        Description = "All dispatches.",
        Link = new Uri("https://news.test/"),
        Self = new Uri("https://news.test/feeds/all"),
        Language = "en",
        Publisher = new FeedAuthor("Worthy News", new Uri("https://news.test/")),
        Updated = At.AddHours(1),
        Items = items,
    };

    public static FeedItem Item() => new()
    {
        Id = "urn:uuid:1",
        Title = "Council Agrees",
        Link = new Uri("https://news.test/2026/11/03/council"),
        Published = At,
        Updated = At,
        Summary = "They agreed.",
    };

    public static FeedItem Full() => Item() with
    {
        Authors = [new FeedAuthor("Basil Merton", new Uri("https://news.test/contributors/basil-merton")), new FeedAuthor("Edmund Farleigh")],
        Categories = [new FeedCategory("councils", "Councils & Creeds")],
        ContentHtml = "<p>NICAEA (Worthy News) – A &amp; B.</p>",
        Images = [new FeedImage(new Uri("https://news.test/card.png?a=1&b=2"), "image/png", 1234, 1200, 630, "A map of \"Nicaea\"", "Worthy News")],
        Notices = [new FeedNotice("corrected", At, "It was a Thursday.")],
        Rights = "© Worthy News.",
    };

    public static Feed WithAll() => Of(Full(), Item() with { Id = "urn:uuid:2", Updated = At.AddHours(1), Language = "ar", Title = "اتفاق", Link = null }) with
    {
        Rights = "© Worthy News. Free.",
        License = new Uri("https://news.test/feeds"),
        Icon = new Uri("https://news.test/icon-144.png"),
        LargeIcon = new Uri("https://news.test/icon-512.png"),
        Hubs = [new Uri("https://news.test/hub")],
        History = new FeedHistory(false, new Uri("https://news.test/feeds/all"), new Uri("https://news.test/feeds/all/2026-10"), null),
        Removed = [new RemovedItem("urn:uuid:2", At.AddHours(1), "It did not stand.")],
    };
}
