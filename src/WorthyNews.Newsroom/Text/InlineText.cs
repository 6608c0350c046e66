using System.Text;

namespace WorthyNews.Newsroom.Text;

/// <summary>Gathers the inline parts of one block: neighbouring runs become one, and a text of nothing but space becomes nothing.</summary>
/// <param name="breaks">Whether a hard line break stays one; else it becomes a space.</param>
internal sealed class InlineText(bool breaks)
{
    private readonly List<Inline> done = [];
    private readonly StringBuilder run = new();

    /// <summary>For what stands inside a link or an emphasis.</summary>
    public InlineText Inner() => new(breaks);

    public void Add(ReadOnlySpan<char> text) => run.Append(text);

    public void Add(Inline inline)
    {
        if (inline is TextRun text)
        {
            run.Append(text.Value);
            return;
        }

        if (inline is Emphasis { Text.Count: 0 } or Strong { Text.Count: 0 }) return;
        EndRun();
        done.Add(inline);
    }

    public void AddBreak(bool isHard)
    {
        if (isHard && breaks) Add(new LineBreak());
        else run.Append(' ');
    }

    public List<Inline> Finish()
    {
        EndRun();
        while (done is [LineBreak, ..]) done.RemoveAt(0);
        while (done is [.., LineBreak]) done.RemoveAt(done.Count - 1);
        return done.TrueForAll(IsBlank) ? [] : done;
    }

    // An entity can stand for a character that no text may have.
    private void EndRun()
    {
        if (run.Length == 0) return;

        var text = CleanText.OneLine(run.ToString());
        if (text.Length > 0) done.Add(new TextRun(text));
        run.Clear();
    }

    private static bool IsBlank(Inline inline) => inline is LineBreak || (inline is TextRun text && string.IsNullOrWhiteSpace(text.Value));
}
