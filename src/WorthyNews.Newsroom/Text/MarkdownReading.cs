namespace WorthyNews.Newsroom.Text;

/// <param name="Blocks">What could be read; safe to show even when there are problems.</param>
/// <param name="Problems">In the order of their lines; empty when the text can be saved.</param>
public sealed record MarkdownReading(IReadOnlyList<Block> Blocks, IReadOnlyList<TextProblem> Problems);

/// <param name="Line">Counted from 1, in the text as it was typed.</param>
/// <param name="Message">A sentence for the editor.</param>
public sealed record TextProblem(int Line, string Message);
