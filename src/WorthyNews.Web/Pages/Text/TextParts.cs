using System.Text;

using WorthyNews.Newsroom.Text;
using WorthyNews.Web.Http;

namespace WorthyNews.Web.Pages.Text;

/// <summary>A long text in parts that each fit a page of the text edition.</summary>
public static class TextParts
{
    private const int LeastBytes = 2_000;

    /// <param name="firstBytes">What the head of the story takes of the first page.</param>
    /// <returns>At least one part. A block is never cut: one that is longer than a page is a part by itself.</returns>
    public static IReadOnlyList<IReadOnlyList<Block>> Split(IReadOnlyList<Block> body, int firstBytes)
    {
        var parts = new List<IReadOnlyList<Block>>();
        var part = new List<Block>();
        var room = Math.Max(TextSize.MaxContentBytes - firstBytes, LeastBytes);
        foreach (var block in body)
        {
            var bytes = Encoding.UTF8.GetByteCount(BlockHtml.Write([block], new BlockHtmlOptions())) + 1;
            if (bytes > room && part.Count > 0)
            {
                // A crosshead goes with what it is above.
                var head = part is [.., _, Crosshead crosshead] ? crosshead : null;
                if (head is not null) part.RemoveAt(part.Count - 1);
                parts.Add(part);
                part = head is null ? [] : [head];
                room = TextSize.MaxContentBytes;
            }

            part.Add(block);
            room -= bytes;
        }

        parts.Add(part);
        return parts;
    }

    /// <summary>The same blocks, in which links to stories and days stay in the text edition.</summary>
    public static IReadOnlyList<Block> WithTextLinks(IReadOnlyList<Block> blocks) => [.. blocks.Select(In)];

    private static Block In(Block block) => block switch
    {
        Paragraph paragraph => new Paragraph(In(paragraph.Text)),
        Crosshead crosshead => new Crosshead(In(crosshead.Text)),
        Quote quote => new Quote(WithTextLinks(quote.Blocks)),
        BlockList list => new BlockList(list.Start, [.. list.Items.Select(WithTextLinks)]),
        _ => block,
    };

    private static List<Inline> In(IReadOnlyList<Inline> inlines) => [.. inlines.Select(inline => inline switch
    {
        Emphasis emphasis => new Emphasis(In(emphasis.Text)),
        Strong strong => new Strong(In(strong.Text)),
        Link link when SiteLinks.IsStoryAddress(link.Href) || SiteLinks.IsDay(link.Href) || link.Href == "/" => new Link(SiteLinks.ToText(link.Href), In(link.Text)),
        Link link => new Link(link.Href, In(link.Text)),
        _ => inline,
    })];
}
