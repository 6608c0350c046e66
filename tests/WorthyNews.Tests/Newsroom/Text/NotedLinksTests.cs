using WorthyNews.Newsroom.Text;

namespace WorthyNews.Tests.Newsroom.Text;

public class NotedLinksTests
{
    [Fact]
    public void Each_link_leaves_a_number_and_its_address()
    {
        var noted = NotedLinks.Of(MarkdownReader.Read("See [the *letter*](https://a.test/1).\n\n> [Ours](/about)\n\n- [again](https://a.test/1)\n- **[mail](mailto:a@b.test)**\n\n## [head](https://c.test/)").Blocks);

        Assert.Equal("See the letter [1].\n\nOurs [2]\n\n- again [1]\n- mail [3]\n\nhead [4]", BlockText.Plain(noted.Blocks));
        Assert.Equal(["https://a.test/1", "/about", "mailto:a@b.test", "https://c.test/"], noted.Addresses);
    }

    [Fact]
    public void A_link_that_says_its_address_needs_no_number()
    {
        var noted = NotedLinks.Of([new Paragraph([new Link("https://a.test/1", [new TextRun("https://a.test/1")])])]);

        Assert.Equal("https://a.test/1", BlockText.Plain(noted.Blocks));
        Assert.Empty(noted.Addresses);
    }

    [Fact]
    public void What_may_not_be_a_link_is_not_listed_as_one()
    {
        var noted = NotedLinks.Of([new Paragraph([new Link("javascript:alert(1)", [new TextRun("here")])])]);

        Assert.Equal("here", BlockText.Plain(noted.Blocks));
        Assert.Empty(noted.Addresses);
    }
}
