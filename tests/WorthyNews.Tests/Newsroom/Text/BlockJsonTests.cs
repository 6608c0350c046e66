using System.Text.Json;
using CsCheck;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Tests.Newsroom.Text;

public class BlockJsonTests
{
    [Fact]
    public void Stored_blocks_look_like_this_for_ever()
    {
        var blocks = MarkdownReader.Read("A *b* **c** [d](/e)\\\nש “<&>”\n\n# F\n\n> g\n\n- h\n\n3. i\n\n***").Blocks;

        Assert.Equal(
            """[{"is":"paragraph","text":[{"is":"text","value":"A "},{"is":"em","text":[{"is":"text","value":"b"}]},"""
            + """{"is":"text","value":" "},{"is":"strong","text":[{"is":"text","value":"c"}]},{"is":"text","value":" "},"""
            + """{"is":"link","href":"/e","text":[{"is":"text","value":"d"}]},"""
            + """{"is":"break"},{"is":"text","value":"ש “<&>”"}]},{"is":"crosshead","text":[{"is":"text","value":"F"}]},"""
            + """{"is":"quote","blocks":[{"is":"paragraph","text":[{"is":"text","value":"g"}]}]},"""
            + """{"is":"list","items":[[{"is":"paragraph","text":[{"is":"text","value":"h"}]}]]},"""
            + """{"is":"list","start":3,"items":[[{"is":"paragraph","text":[{"is":"text","value":"i"}]}]]},{"is":"divider"}]""",
            BlockJson.Write(blocks));
    }

    [Fact]
    public void What_is_stored_is_read_back() =>
        AnyText.Markdown.Sample(source =>
        {
            var blocks = MarkdownReader.Read(source).Blocks;

            Assert.Equal(blocks, BlockJson.Read(BlockJson.Write(blocks)));
        });

    [Fact]
    public void The_deepest_body_can_be_stored_even_with_common_settings()
    {
        var source = string.Concat(Enumerable.Repeat("- ", 8)) + "*a **b *c **d *e **f *g **h** g* f** e* d** c* b** a*";
        var reading = MarkdownReader.Read(source);

        Assert.Empty(reading.Problems);
        Assert.Equal(reading.Blocks, JsonSerializer.Deserialize<List<Block>>(JsonSerializer.Serialize(reading.Blocks)));
    }

    [Fact]
    public void Properties_may_come_in_another_order() =>
        Assert.Equal([new Paragraph([new TextRun("a")])], BlockJson.Read("""[{"text":[{"value":"a","is":"text"}],"is":"paragraph"}]"""));

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""[{"is":"video"}]""")]
    [InlineData("""[{"text":[]}]""")]
    [InlineData("""[{"is":"paragraph","text":null}]""")]
    public void What_was_never_stored_is_refused(string json) => Assert.ThrowsAny<Exception>(() => BlockJson.Read(json));
}
