using System.Globalization;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ParsedBlock = Markdig.Syntax.Block;

namespace WorthyNews.Newsroom.Text;

/// <summary>Turns what Markdig parsed into our blocks, and gathers what an editor has to put right. One for each text.</summary>
internal sealed class MarkdownBlocks
{
    private const int MaxProblems = 50;

    private readonly List<TextProblem> problems = [];

    public MarkdownReading Read(MarkdownDocument document)
    {
        var blocks = BlocksOf(document);
        return new MarkdownReading(blocks, [.. problems.OrderBy(problem => problem.Line).Take(MaxProblems)]);
    }

    private List<Block> BlocksOf(ContainerBlock container)
    {
        var blocks = new List<Block>();
        foreach (var parsed in container)
        {
            if (BlockOf(parsed) is { } block) blocks.Add(block);
        }

        return blocks;
    }

    private Block? BlockOf(ParsedBlock parsed) => parsed switch
    {
        ParagraphBlock paragraph => TextOf(paragraph, breaks: true) is { Count: > 0 } text ? new Paragraph(text) : null,
        HeadingBlock heading => TextOf(heading, breaks: false) is { Count: > 0 } text ? new Crosshead(text) : null,
        QuoteBlock quote => BlocksOf(quote) is { Count: > 0 } blocks ? new Quote(blocks) : null,
        ListBlock list => ListOf(list),
        ThematicBreakBlock => new Divider(),
        _ => null,      // the definitions of reference links
    };

    private BlockList? ListOf(ListBlock list)
    {
        var items = list.OfType<ListItemBlock>().Select(BlocksOf).Where(blocks => blocks.Count > 0).ToList();
        int? start = list.IsOrdered ? int.Parse(list.OrderedStart ?? "1", NumberStyles.None, CultureInfo.InvariantCulture) : null;
        return items.Count > 0 ? new BlockList(start, items) : null;
    }

    private List<Inline> TextOf(LeafBlock leaf, bool breaks)
    {
        var text = new InlineText(breaks);
        if (leaf.Inline is not null) Add(leaf.Inline, text, depth: 0, inLink: false);
        return text.Finish();
    }

    private void Add(ContainerInline container, InlineText text, int depth, bool inLink)
    {
        if (depth > Nesting.MaxInlineDepth)
        {
            Report(container.Line, "Bold, italics and links stand in each other too often here.");
            return;
        }

        foreach (var parsed in container)
        {
            switch (parsed)
            {
                case LiteralInline literal:
                    text.Add(literal.Content.AsSpan());
                    break;
                case HtmlEntityInline entity:
                    text.Add(entity.Transcoded.AsSpan());
                    break;
                case LineBreakInline lineBreak:
                    text.AddBreak(lineBreak.IsHard);
                    break;
                case EmphasisInline emphasis:
                    var stressed = text.Inner();
                    Add(emphasis, stressed, depth + 1, inLink);
                    text.Add(emphasis.DelimiterCount >= 2 ? new Strong(stressed.Finish()) : new Emphasis(stressed.Finish()));
                    break;
                case LinkInline { IsImage: true } image:
                    Report(image.Line, "Pictures cannot be placed in the text yet.");
                    Add(image, text, depth + 1, inLink);
                    break;
                case LinkInline link:
                    var words = text.Inner();
                    Add(link, words, depth + 1, inLink: true);
                    AddLink(link.Url ?? "", words.Finish(), link.Line, text, inLink);
                    break;
                case AutolinkInline link:
                    AddLink(link.IsEmail ? "mailto:" + link.Url : link.Url, [new TextRun(link.Url)], link.Line, text, inLink);
                    break;
                case DelimiterInline delimiter:
                    text.Add(delimiter.ToLiteral());       // a bracket that was never closed; what follows it stands in it
                    Add(delimiter, text, depth, inLink);
                    break;
                case ContainerInline other:
                    Add(other, text, depth, inLink);
                    break;
            }
        }
    }

    // A link in a link is no link: browsers would tear the outer one apart.
    private void AddLink(string href, List<Inline> words, int line, InlineText text, bool inLink)
    {
        if (LinkAddress.Problem(href) is { } problem) Report(line, problem);
        else if (words.Count == 0) Report(line, $"The link to “{href}” has no words to click on.");
        else if (!inLink)
        {
            text.Add(new Link(href, words));
            return;
        }

        foreach (var word in words) text.Add(word);
    }

    private void Report(int line, string message) => problems.Add(new TextProblem(line + 1, message));
}
