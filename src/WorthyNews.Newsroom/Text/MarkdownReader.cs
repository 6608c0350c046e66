using System.Text;
using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace WorthyNews.Newsroom.Text;

/// <summary>Reads Markdown as authors type it into blocks, once, when it is saved.</summary>
/// <remarks>
/// CommonMark less its code and its HTML: paragraphs, headings (all of them crossheads), quotes, lists, dividers, emphasis, links.
/// A backtick and a tag are text like any other. Pictures are refused, and so is a link that leads somewhere unsafe.
/// </remarks>
public static class MarkdownReader
{
    /// <summary>Counted in UTF-8.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>Many more than fit on paper; there are headings and definitions for whose number Markdig takes quadratic time.</summary>
    public const int MaxLines = 10_000;

    private static readonly MarkdownPipeline Pipeline = BuildPipeline();

    /// <summary>Never throws; what is wrong with the text is in the problems, and takes no long time to be found.</summary>
    public static MarkdownReading Read(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        if (Encoding.UTF8.GetByteCount(markdown) > MaxBytes) return Refused(1, $"The text is longer than {MaxBytes / 1024} KB.");

        var text = CleanText.Block(markdown);
        if (text.AsSpan().Count('\n') >= MaxLines) return Refused(MaxLines + 1, $"The text has more than {MaxLines} lines.");

        try
        {
            return new MarkdownBlocks().Read(Markdown.Parse(text, Pipeline));
        }
        catch (TextLimitException limit)
        {
            return Refused(limit.Line, limit.Message);
        }
        catch (ArgumentException)     // Markdig's own limit of nesting, should a text find a way past ours
        {
            return Refused(1, TextLimitException.TooDeep);
        }
    }

    private static MarkdownReading Refused(int line, string message) => new([], [new TextProblem(line, message)]);

    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true };   // or a problem could not name its line
        builder.BlockParsers.Clear();
        builder.BlockParsers.AddRange(
        [
            new ThematicBreakParser(), new HeadingBlockParser(), new LimitedQuoteParser(), new LimitedListParser(),
            new ParagraphBlockParser(),
        ]);
        builder.InlineParsers.Clear();
        builder.InlineParsers.AddRange(
        [
            new InlineLimit(), new HtmlEntityParser(), new LinkInlineParser(), new EscapeInlineParser(), new EmphasisInlineParser(),
            new AutolinkInlineParser(new AutolinkOptions { EnableHtmlParsing = false }), new LineBreakInlineParser(),
        ]);
        return builder.Build();
    }
}
