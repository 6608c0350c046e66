using System.Text;
using System.Text.Json;
using System.Xml.Linq;

using WorthyNews.Formats.OEmbed;

namespace WorthyNews.Tests.Formats.OEmbed;

public sealed class OEmbedWriterTests
{
    private static readonly OEmbedCard Card = new()
    {
        Title = "Council & <Creed>",
        AuthorName = "Basil Merton",
        AuthorUrl = new Uri("https://news.test/contributors/basil-merton"),
        ProviderName = "Worthy News",
        ProviderUrl = new Uri("https://news.test/"),
        Stays = TimeSpan.FromMinutes(5),
        Thumbnail = new OEmbedPicture(new Uri("https://news.test/card.png"), 1200, 630),
        Frame = new OEmbedFrame("<iframe src=\"https://news.test/embed/story?story=1&amp;pictures=none\"></iframe>", 600, 240),
    };

    [Fact]
    public void A_card_in_JSON() => Assert.Equal(
        """
        {
          "type": "rich",
          "version": "1.0",
          "title": "Council & <Creed>",
          "author_name": "Basil Merton",
          "author_url": "https://news.test/contributors/basil-merton",
          "provider_name": "Worthy News",
          "provider_url": "https://news.test/",
          "cache_age": 300,
          "thumbnail_url": "https://news.test/card.png",
          "thumbnail_width": 1200,
          "thumbnail_height": 630,
          "html": "<iframe src=\"https://news.test/embed/story?story=1&amp;pictures=none\"></iframe>",
          "width": 600,
          "height": 240
        }

        """.ReplaceLineEndings("\n"),
        Encoding.UTF8.GetString(OEmbedWriter.Json(Card)));

    [Fact]
    public void A_card_in_XML() => Assert.Equal(
        """
        <?xml version="1.0" encoding="utf-8" standalone="yes"?>
        <oembed>
          <type>rich</type>
          <version>1.0</version>
          <title>Council &amp; &lt;Creed&gt;</title>
          <author_name>Basil Merton</author_name>
          <author_url>https://news.test/contributors/basil-merton</author_url>
          <provider_name>Worthy News</provider_name>
          <provider_url>https://news.test/</provider_url>
          <cache_age>300</cache_age>
          <thumbnail_url>https://news.test/card.png</thumbnail_url>
          <thumbnail_width>1200</thumbnail_width>
          <thumbnail_height>630</thumbnail_height>
          <html>&lt;iframe src="https://news.test/embed/story?story=1&amp;amp;pictures=none"&gt;&lt;/iframe&gt;</html>
          <width>600</width>
          <height>240</height>
        </oembed>
        """.ReplaceLineEndings("\n"),
        Encoding.UTF8.GetString(OEmbedWriter.Xml(Card)));

    [Fact]
    public void Without_a_frame_it_is_a_link_and_names_no_size()
    {
        var card = Card with { Frame = null, Thumbnail = null, AuthorName = null, AuthorUrl = null };

        using var json = JsonDocument.Parse(OEmbedWriter.Json(card));
        var xml = XElement.Parse(Encoding.UTF8.GetString(OEmbedWriter.Xml(card)));

        string[] members = ["type", "version", "title", "provider_name", "provider_url", "cache_age"];
        Assert.Equal(members, json.RootElement.EnumerateObject().Select(m => m.Name));
        Assert.Equal(members, xml.Elements().Select(e => e.Name.LocalName));
        Assert.Equal("link", xml.Element("type")!.Value);
    }

    [Fact]
    public void What_XML_forbids_is_in_neither()
    {
        var card = Card with { Title = "A\u0001B\uD800" };

        Assert.Equal("AB", XElement.Parse(Encoding.UTF8.GetString(OEmbedWriter.Xml(card))).Element("title")!.Value);
        Assert.Contains("\"AB\"", Encoding.UTF8.GetString(OEmbedWriter.Json(card)), StringComparison.Ordinal);
    }
}
