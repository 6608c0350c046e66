using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Newsroom.Dispatches;

/// <summary>What somebody tells the others who work on a dispatch. Append-only, never public.</summary>
public sealed class DeskNote
{
    private DeskNote()
    {
    }

    /// <param name="verb">The act it was said with; null for a word by itself.</param>
    /// <param name="text">Cut at <see cref="Copy.MaxNoteChars"/>.</param>
    public DeskNote(Guid dispatchId, Verb? verb, int? revision, string text, Author by, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        DispatchId = dispatchId;
        Verb = verb;
        Revision = revision;
        text = CleanText.Block(text).Trim();
        Text = text.Length <= Copy.MaxNoteChars ? text : text[..Copy.MaxNoteChars];
        By = by.Name;
        ById = by.PersonId;
        At = now;
    }

    public Guid Id { get; private set; }

    public Guid DispatchId { get; private set; }

    public Verb? Verb { get; private set; }

    /// <summary>The revision it is about, or that was the newest.</summary>
    public int? Revision { get; private set; }

    /// <summary>Plain text of one or more lines.</summary>
    public string Text { get; private set; } = "";

    public string By { get; private set; } = "";

    public Guid? ById { get; private set; }

    public DateTimeOffset At { get; private set; }
}
