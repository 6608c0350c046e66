using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Newsroom.Dispatches;

/// <summary>A saved state of a dispatch's text. Append-only: it has no way to change.</summary>
public sealed class Revision
{
    private Revision()
    {
    }

    internal Revision(Guid dispatchId, int number, int? startedFrom, Copy copy, Author by, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        DispatchId = dispatchId;
        Number = number;
        StartedFrom = startedFrom;
        Copy = copy;
        Body = MarkdownReader.Read(copy.Markdown).Blocks;
        By = by.Name;
        ById = by.PersonId;
        At = now;
    }

    public Guid Id { get; private set; }

    public Guid DispatchId { get; private set; }

    /// <summary>Counted from 1 in its dispatch.</summary>
    public int Number { get; private set; }

    /// <summary>The revision that its author had before them; null for the first.</summary>
    public int? StartedFrom { get; private set; }

    public Copy Copy { get; private set; } = new();

    /// <summary>The Markdown, read once at save.</summary>
    public IReadOnlyList<Block> Body { get; private set; } = [];

    /// <summary>Who saved it, as the record names them.</summary>
    public string By { get; private set; } = "";

    /// <summary>Null for an operator.</summary>
    public Guid? ById { get; private set; }

    public DateTimeOffset At { get; private set; }
}
