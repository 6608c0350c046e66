namespace WorthyNews.Newsroom.Dispatches;

/// <summary>The newsroom says no, with reasons that an editor can read.</summary>
public sealed class DispatchRefusedException : Exception
{
    public DispatchRefusedException(string dispatch, string act, IReadOnlyList<string> reasons)
        : base($"Cannot {act} “{dispatch}”: {string.Join(' ', reasons)}") => Reasons = reasons;

    public IReadOnlyList<string> Reasons { get; }
}

/// <summary>Another revision was saved since the author began. Nothing was lost: both texts are at hand.</summary>
public sealed class RevisionConflictException : Exception
{
    public RevisionConflictException(Revision newest, int? startedFrom)
        : base($"Revision {newest.Number} was saved by {newest.By} after revision {startedFrom?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}, from which this text started.") =>
        Newest = newest;

    public Revision Newest { get; }
}
