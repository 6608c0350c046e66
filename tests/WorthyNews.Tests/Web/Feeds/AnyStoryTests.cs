using System.ServiceModel.Syndication;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

using AngleSharp.Html.Parser;

using CsCheck;

using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Formats.Feeds;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Places;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Tests.Formats.Feeds;
using WorthyNews.Tests.Newsroom.Text;
using WorthyNews.Tests.Support;
using WorthyNews.Web.Feeds;
using WorthyNews.Web.Http;

using XmlText = WorthyNews.Formats.Xml.XmlText;

namespace WorthyNews.Tests.Web.Feeds;

/// <summary>Whatever a story holds, its feeds are whole: told by readers that others wrote.</summary>
public sealed class AnyStoryTests
{
    private static readonly DateTimeOffset Now = AFeed.At.AddHours(2);
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly string[] Elements = ["p", "h2", "blockquote", "ul", "ol", "li", "hr", "br", "em", "strong", "a"];
    private static readonly IReadOnlyDictionary<(NameKind, string), string> Names = new Dictionary<(NameKind, string), string> { [(NameKind.Topic, "councils")] = "Councils & <Creeds>" };

    private static readonly Gen<Story> Any = Gen.Select(AnyText.Wild.Array[6, 6], AnyBlocks.Body, AnyText.OneOf("en", "ar", "zh-Hant", "de-CH-1996"), Gen.Bool, Gen.Bool).Select((texts, body, language, isCorrected, isSyndicated) => new Story
    {
        Id = Guid.Parse("b141a1c6-fedd-449f-989b-42c70e658c84"),
        Version = 2,
        State = StoryState.Live,
        Address = "/2026/11/03/council",
        Kicker = texts[0],
        Headline = texts[1],
        Standfirst = isSyndicated ? texts[2] : null,
        Bylines = [new Byline(texts[3], "basil-merton"), new Byline("Edmund Farleigh")],
        Dateline = new Dateline([new DatelinePlace("nicaea", texts[4])], texts[0]),
        Agency = texts[3],
        Topics = ["councils"],
        Language = language,
        MaySyndicate = isSyndicated || isCorrected,
        Body = body,
        PublishedAt = AFeed.At,
        UpdatedAt = AFeed.At.AddMinutes(5),
        Notices = isCorrected ? [new Notice(WireKind.Corrected, texts[5], AFeed.At.AddMinutes(5), 2)] : [],
    });

    [Fact]
    public async Task Whatever_a_story_holds_its_feeds_are_read_by_others_as_they_were_meant()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var feeds = site.Services.GetRequiredService<NewsFeeds>();
        var links = site.Services.GetRequiredService<SiteLinks>();

        Any.Sample(story =>
        {
            var feed = AFeed.Of(feeds.Item(story, Names, isFull: true)) with { Link = links.Home };
            var title = Lines(XmlText.Clean(story.Headline));
            var html = new List<string?>();
            foreach (var format in Enum.GetValues<FeedFormat>())
            {
                var (bytes, written) = FeedDocument.Write(feed, format, links, Now);
                // No fault where there is none: what the house makes passes its own exam.
                Assert.Empty(written.LeftOut);
                Assert.Empty(FeedReadback.FaultsOf(bytes, written));
                if (format == FeedFormat.Json)
                {
                    using var json = JsonDocument.Parse(bytes);
                    var item = json.RootElement.GetProperty("items")[0];
                    Assert.Equal(title, Lines(item.GetProperty("title").GetString()!));
                    html.Add(item.TryGetProperty("content_html", out var text) ? text.GetString() : null);
                    continue;
                }

                var xml = XDocument.Load(new MemoryStream(bytes), LoadOptions.PreserveWhitespace);
                using var reader = XmlReader.Create(new MemoryStream(bytes));
                var read = SyndicationFeed.Load(reader).Items.Single();
                Assert.Equal(title, read.Title.Text);
                Assert.Equal(story.Urn, read.Id);
                html.Add(format == FeedFormat.Rss ? xml.Descendants(Content + "encoded").SingleOrDefault()?.Value : (read.Content as TextSyndicationContent)?.Text);
            }

            Assert.All(html, h => Assert.Equal(story.MaySyndicate, h is not null));
            Assert.Single(html.Select(h => h is null ? null : Lines(h)).Distinct());
            if (html[0] is { } one) AssertSimple(one);
        });
    }

    private static void AssertSimple(string html)
    {
        foreach (var element in new HtmlParser().ParseDocument($"<!doctype html><body>{html}</body>").Body!.QuerySelectorAll("*"))
        {
            Assert.Contains(element.LocalName, Elements);
            Assert.All(element.Attributes, attribute => Assert.Contains(attribute.Name, new[] { "href", "start" }));
            if (element.GetAttribute("href") is not { } href) continue;
            Assert.True(Uri.TryCreate(href, UriKind.Absolute, out var uri), href);
            Assert.Contains(uri.Scheme, new[] { "http", "https", "mailto" });
        }
    }

    /// <summary>XML has one line end (XML 1.0, 2.11).</summary>
    private static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
