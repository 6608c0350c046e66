using CsCheck;

using WorthyNews.Newsroom.Text;

namespace WorthyNews.Tests.Newsroom.Text;

/// <summary>Bodies that nobody would write: every kind of block and inline, in one another, with any text and any address.</summary>
internal static class AnyBlocks
{
    private static readonly Gen<string> Href = Gen.Frequency(
        (1, AnyText.Wild),
        (3, AnyText.OneOf(
            "https://b.example/?x=1&y=\"2'", "http://a.example", "HTTPS://EXAMPLE.ORG/é?q=ü#f", "https://[::1]/x", "https://xn--bcher-kva.example/%zz", "https://b.example:99999/", "/own/path?a=1&b=<2>",
            "/../..", "//evil.example", "/\\evil.example", "javascript:alert(1)", "data:text/html,x", "mailto:a@b.example", "mailto:a@b", "https://u:p@evil.example", "http://", "https://a b.example", "")));

    public static readonly Gen<Block> Block = BlockTo(3);

    public static readonly Gen<IReadOnlyList<Block>> Body = Block.Array[0, 6].Select(blocks => (IReadOnlyList<Block>)blocks);

    private static Gen<Inline> InlineTo(int depth)
    {
        var text = AnyText.Wild.Select(t => (Inline)new TextRun(t));
        if (depth == 0) return text;
        var inner = InlineTo(depth - 1).Array[0, 3];
        return Gen.OneOf(
            text,
            Gen.Const((Inline)new LineBreak()),
            inner.Select(i => (Inline)new Emphasis(i)),
            inner.Select(i => (Inline)new Strong(i)),
            Gen.Select(Href, inner).Select((href, i) => (Inline)new Link(href, i)));
    }

    private static Gen<Block> BlockTo(int depth)
    {
        var inlines = InlineTo(2).Array[0, 4];
        var flat = Gen.OneOf(inlines.Select(i => (Block)new Paragraph(i)), inlines.Select(i => (Block)new Crosshead(i)), Gen.Const((Block)new Divider()));
        if (depth == 0) return flat;
        var inner = BlockTo(depth - 1).Array[1, 3];
        return Gen.OneOf(
            flat,
            inner.Select(blocks => (Block)new Quote(blocks)),
            Gen.Select(Gen.Int[-3, 1000].Nullable(), inner.Array[1, 3]).Select((start, items) => (Block)new BlockList(start, items)));
    }
}
