using System.Net;

using AngleSharp;
using AngleSharp.Dom;

using Microsoft.EntityFrameworkCore;

using WorthyNews.Tests.Support;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Tests.Web.Pages;

/// <summary>What holds for every page that a reader sees.</summary>
public sealed class ReaderPageTests
{
    [Fact]
    public async Task No_page_needs_a_script_a_style_attribute_or_a_cookie()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());

        using var client = site.Visit();
        foreach (var path in new[] { "/", dispatch.Address!, "/bureaus/middle-east", "/2026/11/23", "/plugins/terms", "/plugins/newsletter", "/corrections", "/about", "/contact", "/privacy", "/corrections-policy", "/nothing" })
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            var html = await answer.Content.ReadAsStringAsync();
            var page = await BrowsingContext.New(Configuration.Default).OpenAsync(response => response.Content(html));

            Assert.Empty(page.QuerySelectorAll("[style], style, script:not([type='application/ld+json'])"));
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            Assert.Equal("no-cache", answer.Headers.CacheControl!.ToString());
            Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_styles_and_fonts_that_a_page_names_are_there()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var page = await site.ReadAsync("/");

        using var client = site.Visit();
        foreach (var link in page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], link[rel=preload]"))
        {
            using var answer = await client.GetAsync(new Uri(link.GetAttribute("href")!, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/plugins")]
    [InlineData("/2026/11/23")]
    public async Task A_page_can_only_be_read(string path)
    {
        await using var site = await SiteUnderTest.StartAsync();

        using var client = site.Visit();
        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), new StringContent("x"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains("This page can only be read", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/errors/404")]
    [InlineData("/errors/500")]
    [InlineData("/no/such/page")]
    public async Task Nothing_stands_where_nothing_is(string path)
    {
        await using var site = await SiteUnderTest.StartAsync();

        using var client = site.Visit();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Nothing stands at this address", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_page_prints_a_reference_needs_no_database_and_stays_guarded()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await using (var db = site.OpenDb())
        {
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE \"Stories\" RENAME TO \"Gone\"");
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE \"DirectoryNames\" RENAME TO \"GoneToo\"");
        }

        using var client = site.Visit();
        using var answer = await client.GetAsync(new Uri("/", UriKind.Relative));
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Matches("Reference [0-9A-F]{4}-[0-9A-F]{2}", html);
        Assert.DoesNotContain("Stories", html, StringComparison.Ordinal);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
    }

    [Theory]
    [InlineData("Europe/Budapest", "November 23, 2026, 13:00 Budapest (12:00 UTC)")]
    [InlineData("America/Argentina/Buenos_Aires", "November 23, 2026, 09:00 Buenos Aires (12:00 UTC)")]
    [InlineData("Pacific/Kiritimati", "November 24, 2026, 02:00 Kiritimati (November 23, 12:00 UTC)")]
    [InlineData("Etc/UTC", "November 23, 2026, 12:00 UTC")]
    public void A_time_is_never_without_its_zone(string zone, string expected) =>
        Assert.Equal(expected, new NewsTimes(TimeZoneInfo.FindSystemTimeZoneById(zone)).Full(Sample.Noon));
}
