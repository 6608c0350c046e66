using System.Net;

using Microsoft.Playwright;

using WorthyNews.Newsroom.Staff;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Browser;

/// <summary>Somebody who signed in over the wire, and whose session a real browser can take over.</summary>
internal sealed class SignedInPerson : IDisposable
{
    private readonly CookieContainer cookies;
    private readonly Uri address;

    private SignedInPerson(DeskVisitor visitor, CookieContainer cookies, Uri address) => (Visitor, this.cookies, this.address) = (visitor, cookies, address);

    /// <summary>Fills in forms without script, as the same person.</summary>
    public DeskVisitor Visitor { get; }

    /// <param name="address">Where the site listens.</param>
    public static async Task<SignedInPerson> ComeAsync(SiteUnderTest site, Uri address, Role role)
    {
        using var made = await site.MakePersonAsync([new GrantedRole(role)]);
        var jar = new CookieContainer();
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = jar, AllowAutoRedirect = false }) { BaseAddress = address };
        var visitor = await new DeskVisitor(site, client) { UserName = made.UserName, Key = made.Key }.SignInAsync();
        Assert.True(visitor.IsIn, visitor.Text);
        return new SignedInPerson(visitor, jar, address);
    }

    /// <summary>Sits down at a browser.</summary>
    public Task SitDownAsync(IBrowserContext browser) =>
        browser.AddCookiesAsync(cookies.GetCookies(address).Select(c => new Microsoft.Playwright.Cookie { Name = c.Name, Value = c.Value, Url = address.AbsoluteUri, HttpOnly = c.HttpOnly }));

    public void Dispose() => Visitor.Dispose();
}
