using System.Net;
using System.Text.Json;
using System.Xml.Linq;

using AngleSharp;
using AngleSharp.Dom;

using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Widgets;

/// <summary>A program that makes cards of pasted addresses, as editors of other sites do: it reads the page, finds where to ask, asks, and shows what it gets.</summary>
internal sealed class OEmbedConsumer(HttpClient client) : IDisposable
{
    /// <summary>Members by name, numbers as they are written.</summary>
    /// <param name="dialect">The media type of the link in the page's head.</param>
    /// <param name="room">Further parameters, "&amp;maxwidth=320".</param>
    public async Task<SortedDictionary<string, string>> CardOfAsync(string page, string dialect, string room = "") => await AskAsync(await DiscoverAsync(page, dialect) + room);

    /// <summary>Where the page says to ask.</summary>
    public async Task<string> DiscoverAsync(string page, string dialect)
    {
        var html = await client.GetStringAsync(new Uri(page, UriKind.Relative));
        var document = await BrowsingContext.New(Configuration.Default).OpenAsync(p => p.Content(html));
        var found = document.QuerySelectorAll("link[rel=alternate][href]").Single(l => l.GetAttribute("type") == dialect);
        return found.GetAttribute("href")!;
    }

    public async Task<SortedDictionary<string, string>> AskAsync(string address)
    {
        using var answer = await GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        if (answer.Content.Headers.ContentType!.MediaType == "text/xml")
        {
            var root = XElement.Parse(text);
            Assert.Equal("oembed", root.Name.ToString());
            return new(root.Elements().ToDictionary(e => e.Name.LocalName, e => e.Value), StringComparer.Ordinal);
        }

        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        using var json = JsonDocument.Parse(text);
        return new(json.RootElement.EnumerateObject().ToDictionary(m => m.Name, m => m.Value.ToString()), StringComparer.Ordinal);
    }

    /// <param name="address">Whole ones are those of the site under test, which listens elsewhere.</param>
    public Task<HttpResponseMessage> GetAsync(string address) =>
        client.GetAsync(new Uri(address.StartsWith(SiteUnderTest.PublicUrl, StringComparison.Ordinal) ? address[SiteUnderTest.PublicUrl.Length..] : address, UriKind.Relative));

    /// <summary>The one element that the card puts into a page.</summary>
    public static async Task<IElement> FrameOfAsync(IReadOnlyDictionary<string, string> card)
    {
        var document = await BrowsingContext.New(Configuration.Default).OpenAsync(p => p.Content($"<!doctype html><title>Host</title><body>{card["html"]}"));
        var frame = Assert.Single(document.Body!.Children);
        Assert.Equal("iframe", frame.LocalName);
        return frame;
    }

    public void Dispose() => client.Dispose();
}
