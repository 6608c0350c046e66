using System.Globalization;
using System.Text;
using WorthyNews.Formats.Xml;

namespace WorthyNews.Newsroom.Text;

public sealed record BlockHtmlOptions
{
    /// <summary>1 to 6; the level of the heading that a crosshead becomes.</summary>
    public int CrossheadLevel { get; init; } = 2;

    /// <summary>Whether our own pages show it: crossheads get a class and an id, the lead-in classes. Elsewhere there are none.</summary>
    public bool ForSite { get; init; }

    public LeadIn? LeadIn { get; init; }

    /// <summary>When set, an address of our own becomes a whole one under it.</summary>
    public Uri? BaseUrl { get; init; }
}

/// <summary>Writes blocks as HTML that is XML as well. The same blocks and options always give the same bytes.</summary>
public static class BlockHtml
{
    public static string Write(IReadOnlyList<Block> blocks, BlockHtmlOptions options)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.CrossheadLevel, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.CrossheadLevel, 6, nameof(options));

        return new BlockHtmlWriter(options).Write(blocks);
    }
}

internal sealed class BlockHtmlWriter(BlockHtmlOptions options)
{
    private readonly StringBuilder html = new();
    private readonly CrossheadIds ids = new();

    public string Write(IReadOnlyList<Block> blocks)
    {
        var leadIn = options.LeadIn is { IsEmpty: false } ? options.LeadIn : null;
        if (leadIn is not null)
        {
            html.Append("<p>");
            WriteLeadIn(leadIn);
            if (blocks is [Paragraph first, ..])
            {
                html.Append(' ');
                WriteInlines(first.Text);
                blocks = [.. blocks.Skip(1)];
            }

            html.Append("</p>\n");
        }

        WriteBlocks(blocks);
        return html.ToString().TrimEnd('\n');
    }

    private void WriteLeadIn(LeadIn leadIn)
    {
        if (!options.ForSite)
        {
            WriteText(leadIn.Plain);
            return;
        }

        if (leadIn.Place.Length > 0) html.Append("<span class=\"dateline\">").Append(Encode(leadIn.Place)).Append("</span> ");
        if (leadIn.Credit.Length > 0) html.Append("<span class=\"agency\">").Append(Encode(leadIn.Credit)).Append(" –</span>");
        else html.Append('–');
    }

    private void WriteBlocks(IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            WriteBlock(block);
            html.Append('\n');
        }
    }

    private void WriteBlock(Block block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                WriteElement("p", paragraph.Text);
                break;
            case Crosshead crosshead:
                WriteCrosshead(crosshead);
                break;
            case Quote quote:
                html.Append("<blockquote>\n");
                WriteBlocks(quote.Blocks);
                html.Append("</blockquote>");
                break;
            case BlockList list:
                WriteList(list);
                break;
            case Divider:
                html.Append("<hr />");
                break;
            default:
                throw new NotSupportedException($"HTML has no words yet for {block.GetType().Name}.");
        }
    }

    private void WriteCrosshead(Crosshead crosshead)
    {
        var id = ids.Next(crosshead);
        html.Append(CultureInfo.InvariantCulture, $"<h{options.CrossheadLevel}");
        if (options.ForSite) html.Append(" class=\"crosshead\" id=\"").Append(id).Append('"');
        html.Append('>');
        WriteInlines(crosshead.Text);
        html.Append(CultureInfo.InvariantCulture, $"</h{options.CrossheadLevel}>");
    }

    private void WriteList(BlockList list)
    {
        var name = list.Start is null ? "ul" : "ol";
        html.Append('<').Append(name);
        if (list.Start is { } start and not 1) html.Append(CultureInfo.InvariantCulture, $" start=\"{start}\"");
        html.Append(">\n");
        foreach (var item in list.Items) WriteItem(item);
        html.Append("</").Append(name).Append('>');
    }

    // An item of one paragraph, with or without lists below it, is set without the space of a paragraph.
    private void WriteItem(IReadOnlyList<Block> item)
    {
        html.Append("<li>");
        if (item is [Paragraph first, ..] && item.Skip(1).All(block => block is BlockList))
        {
            WriteInlines(first.Text);
            item = [.. item.Skip(1)];
        }

        if (item.Count > 0)
        {
            html.Append('\n');
            WriteBlocks(item);
        }

        html.Append("</li>\n");
    }

    private void WriteInlines(IReadOnlyList<Inline> inlines)
    {
        foreach (var inline in inlines) WriteInline(inline);
    }

    private void WriteInline(Inline inline)
    {
        switch (inline)
        {
            case TextRun run:
                WriteText(run.Value);
                break;
            case Emphasis emphasis:
                WriteElement("em", emphasis.Text);
                break;
            case Strong strong:
                WriteElement("strong", strong.Text);
                break;
            case LineBreak:
                html.Append("<br />");
                break;
            case Link link when LinkAddress.IsAllowed(link.Href):
                html.Append("<a href=\"").Append(Encode(Whole(link.Href))).Append("\">");
                WriteInlines(link.Text);
                html.Append("</a>");
                break;
            case Link link:       // it was allowed when it was read; the rule has become stricter since
                WriteInlines(link.Text);
                break;
            default:
                throw new NotSupportedException($"HTML has no words yet for {inline.GetType().Name}.");
        }
    }

    private void WriteElement(string name, IReadOnlyList<Inline> inlines)
    {
        html.Append('<').Append(name).Append('>');
        WriteInlines(inlines);
        html.Append("</").Append(name).Append('>');
    }

    private string Whole(string href) =>
        options.BaseUrl is { } house && href[0] is '/' ? new Uri(house, href).AbsoluteUri : href;

    private void WriteText(string text) => html.Append(Encode(text));

    // Letters of every script stay as they are: a page in Arabic is not a page of numbers.
    private static string Encode(string text) => XmlText.Clean(text)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal);
}
