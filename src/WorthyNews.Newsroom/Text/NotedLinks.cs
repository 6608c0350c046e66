using System.Globalization;

namespace WorthyNews.Newsroom.Text;

/// <summary>Blocks for plain text, where a link cannot be followed: each has its number behind it, and the addresses are listed apart.</summary>
/// <param name="Blocks">Without links.</param>
/// <param name="Addresses">As they were written; the first is number 1. Each once.</param>
public sealed record NotedLinks(IReadOnlyList<Block> Blocks, IReadOnlyList<string> Addresses)
{
    public static NotedLinks Of(IReadOnlyList<Block> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        var addresses = new List<string>();
        return new NotedLinks(In(blocks, addresses), addresses);
    }

    private static List<Block> In(IReadOnlyList<Block> blocks, List<string> addresses) => [.. blocks.Select(block => block switch
    {
        Paragraph paragraph => new Paragraph(In(paragraph.Text, addresses)),
        Crosshead crosshead => new Crosshead(In(crosshead.Text, addresses)),
        Quote quote => new Quote(In(quote.Blocks, addresses)),
        BlockList list => new BlockList(list.Start, [.. list.Items.Select(item => In(item, addresses))]),
        _ => block,
    })];

    private static List<Inline> In(IReadOnlyList<Inline> inlines, List<string> addresses) => [.. inlines.SelectMany<Inline, Inline>(inline => inline switch
    {
        Emphasis emphasis => [new Emphasis(In(emphasis.Text, addresses))],
        Strong strong => [new Strong(In(strong.Text, addresses))],
        Link link => Noted(link, addresses),
        _ => [inline],
    })];

    private static List<Inline> Noted(Link link, List<string> addresses)
    {
        var text = In(link.Text, addresses);
        // What says its address needs no number, and what may not be one is none.
        if (!LinkAddress.IsAllowed(link.Href) || BlockText.Of(text).Trim() == link.Href) return text;
        if (!addresses.Contains(link.Href, StringComparer.Ordinal)) addresses.Add(link.Href);
        text.Add(new TextRun(string.Create(CultureInfo.InvariantCulture, $" [{addresses.IndexOf(link.Href) + 1}]")));
        return text;
    }
}
