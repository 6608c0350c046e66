using Markdig.Helpers;
using Markdig.Parsers;
using MarkdownBlock = Markdig.Syntax.Block;
using MarkdownItem = Markdig.Syntax.ListItemBlock;
using MarkdownList = Markdig.Syntax.ListBlock;
using MarkdownQuote = Markdig.Syntax.QuoteBlock;

namespace WorthyNews.Newsroom.Text;

/// <summary>A text that would take too long to read, stopped while it is being read.</summary>
internal sealed class TextLimitException(int line, string message) : Exception(message)
{
    public const string TooDeep = "Quotes and lists are nested too deep here.";
    public const string TooManyMarks = "This paragraph has too many signs of markup. Break it up.";

    /// <summary>Counted from 1.</summary>
    public int Line { get; } = line;
}

internal static class Nesting
{
    /// <summary>How many quotes and lists may stand in each other.</summary>
    public const int MaxDepth = 8;

    /// <summary>How many links, emphases and strong words may stand in each other.</summary>
    public const int MaxInlineDepth = 8;

    public static BlockState StopIfTooDeep(this BlockProcessor processor, BlockState opened)
    {
        // An item that comes alone is one more of a list that is there.
        if (opened is BlockState.None || processor.NewBlocks.Peek() is MarkdownItem) return opened;

        var depth = 1;
        for (MarkdownBlock? block = processor.CurrentContainer; block is not null; block = block.Parent)
        {
            if (block is MarkdownQuote or MarkdownList) depth++;
        }

        return depth > MaxDepth ? throw new TextLimitException(processor.LineIndex + 1, TextLimitException.TooDeep) : opened;
    }
}

internal sealed class LimitedQuoteParser : QuoteBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor) => processor.StopIfTooDeep(base.TryOpen(processor));
}

internal sealed class LimitedListParser : ListBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor) => processor.StopIfTooDeep(base.TryOpen(processor));
}

/// <summary>Counts the signs that may open markup in one paragraph: brackets and stars are matched in quadratic time.</summary>
internal sealed class InlineLimit : InlineParser
{
    private const int MaxMarks = 500;

    // Each mark may cost a look at all that follows it in its paragraph; a long and rich body comes to a tenth of this.
    private const long MaxLooks = 30_000_000;

    public InlineLimit() => OpeningCharacters = ['[', '!', '*', '_', '<'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.CurrentChar is '!' && slice.PeekChar() is not '[') return false;

        var count = processor.GetParserState(this, () => new Count());
        if (count.Of != processor.Block) (count.Of, count.Marks) = (processor.Block, 0);

        count.Marks += RunLength(slice);
        count.Looks += slice.Length;
        return count is { Marks: <= MaxMarks, Looks: <= MaxLooks }
            ? false : throw new TextLimitException(processor.LineIndex + 1, TextLimitException.TooManyMarks);
    }

    private static int RunLength(StringSlice slice)
    {
        var rest = slice.AsSpan();
        var end = rest.IndexOfAnyExcept(rest[0]);
        return end < 0 ? rest.Length : end;
    }

    private sealed class Count
    {
        public MarkdownBlock? Of { get; set; }

        public int Marks { get; set; }

        /// <summary>Of the whole text, not of one paragraph.</summary>
        public long Looks { get; set; }
    }
}
