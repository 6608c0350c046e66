using WorthyNews.Newsroom.Dispatches;

namespace WorthyNews.Newsroom.Editing;

/// <summary>What came of a save. Whatever it is, the text that was sent is kept or still in the hands of who sent it.</summary>
public abstract record SaveResult
{
    private SaveResult()
    {
    }

    /// <summary>It is a revision now.</summary>
    public sealed record Saved(Guid DispatchId, int Revision) : SaveResult;

    /// <summary>The newest revision says the same.</summary>
    public sealed record Unchanged(Guid DispatchId, int Revision) : SaveResult;

    /// <summary>Another revision came between. Nothing was saved as a revision, and nothing is lost.</summary>
    /// <param name="Base">What both started from.</param>
    /// <param name="Theirs">The newest revision.</param>
    /// <param name="Mine">The text that was sent.</param>
    /// <param name="WorkingCopy">Where <paramref name="Mine"/> is kept; null for an operator, who has none, and for an older revision, which is kept as that.</param>
    public sealed record Conflict(Guid DispatchId, Revision Base, Revision Theirs, Copy Mine, Guid? WorkingCopy) : SaveResult;

    /// <summary>The database was held by somebody else for too long, or does not answer. Nothing was written: the sender still has the text and may send it again.</summary>
    public sealed record Busy : SaveResult;
}
