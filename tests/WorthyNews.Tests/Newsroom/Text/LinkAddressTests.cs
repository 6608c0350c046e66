using WorthyNews.Newsroom.Text;

namespace WorthyNews.Tests.Newsroom.Text;

public class LinkAddressTests
{
    [Theory]
    [InlineData("https://a.example")]
    [InlineData("http://a.example:8080/b?c=d&e#f")]
    [InlineData("HTTPS://A.EXAMPLE/")]
    [InlineData("https://bücher.example/straße")]
    [InlineData("https://a.example/@name")]
    [InlineData("https://a.example/?next=javascript:x")]
    [InlineData("https://[2001:db8::1]/")]
    [InlineData("mailto:news@a.example")]
    [InlineData("mailto:news@a.example?subject=Hello%20there")]
    [InlineData("/")]
    [InlineData("/2026/05/01/a-story#h-crosshead")]
    [InlineData("/search?q=a:b")]
    public void A_link_may_lead_to_the_web_to_a_mailbox_and_home(string href) => Assert.Null(LinkAddress.Problem(href));

    [Theory]
    [InlineData("")]
    [InlineData("#top")]
    [InlineData("about")]
    [InlineData("./about")]
    [InlineData("?q=a")]
    [InlineData("www.a.example")]
    [InlineData("//evil.example")]
    [InlineData("///evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/a b")]
    [InlineData("/\tx")]
    [InlineData("/\n/evil.example")]
    [InlineData("http:evil.example")]
    [InlineData("http:/evil.example")]
    [InlineData("http:///evil.example")]
    [InlineData("http:x://evil.example")]
    [InlineData("https:\\\\evil.example")]
    [InlineData("https://")]
    [InlineData("https://?x")]
    [InlineData("https://a.example:99999/")]
    [InlineData("https://user@evil.example")]
    [InlineData("https://user:pass@evil.example")]
    [InlineData("https://a.example%40evil.example@b.example")]
    [InlineData("https://@evil.example")]
    [InlineData("https://a.example/\u202Egnp.exe")]
    [InlineData("https://a\u200B.example/")]
    [InlineData(" https://a.example")]
    [InlineData("https://a.example ")]
    [InlineData("javascript:alert(1)")]
    [InlineData("javascript://a.example/%0aalert(1)")]
    [InlineData(" javascript:alert(1)")]
    [InlineData("\u0001javascript:alert(1)")]
    [InlineData("java\nscript:alert(1)")]
    [InlineData("ＪＡＶＡＳＣＲＩＰＴ:alert(1)")]
    [InlineData("httpſ://a.example")]
    [InlineData("view-source:https://a.example")]
    [InlineData("blob:https://a.example/x")]
    [InlineData("mailto:")]
    [InlineData("mailto:nobody")]
    [InlineData("mailto:a@b.example%0aBcc:c@d.example")]
    public void A_link_leads_nowhere_else(string href)
    {
        Assert.NotNull(LinkAddress.Problem(href));
        Assert.Equal("<p>words</p>", BlockHtml.Write([new Paragraph([new Link(href, [new TextRun("words")])])], new BlockHtmlOptions()));
    }

    [Fact]
    public void An_endless_address_is_refused_and_not_repeated_to_the_editor()
    {
        Assert.NotNull(LinkAddress.Problem("/" + new string('a', LinkAddress.MaxLength)));
        Assert.True(LinkAddress.Problem("x:" + new string('a', 2000))!.Length < 250);
    }
}
