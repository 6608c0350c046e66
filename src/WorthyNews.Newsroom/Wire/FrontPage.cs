using WorthyNews.Newsroom.Text;

namespace WorthyNews.Newsroom.Wire;

/// <summary>What the desk decided about the front page; what it left open, time and urgency decide.</summary>
/// <remarks>The newest <see cref="WireKind.FrontChanged"/> entry holds all of it.</remarks>
public sealed record FrontPage
{
    /// <summary>The lead and the three beside it: as many as every front page shows.</summary>
    public const int MaxPlaces = 4;

    public static readonly FrontPage Undecided = new();

    /// <summary>Null when nothing is breaking.</summary>
    public BreakingLine? Breaking { get; init; }

    /// <summary>The first leads, the others follow in this order; each story once. Some may be over: ask <see cref="PlacesAt"/>.</summary>
    public IReadOnlyList<FrontPlace> Places { get; init; } = [];

    /// <summary>The places that stand at this instant; what stood behind one that is over moved up.</summary>
    public IReadOnlyList<FrontPlace> PlacesAt(DateTimeOffset now) => [.. Places.Where(p => !(p.Until <= now))];

    public bool Equals(FrontPage? other) => other is not null && Breaking == other.Breaking && Places.SequenceEqual(other.Places);

    public override int GetHashCode() => HashCode.Combine(Breaking, Places.Count);
}

/// <summary>A story that the desk put where it stands; newer ones do not push it away.</summary>
/// <param name="Until">When its place ends by itself; null for as long as the desk leaves it.</param>
public sealed record FrontPlace(Guid StoryId, DateTimeOffset? Until);

/// <summary>One line above all other news.</summary>
/// <param name="Text">Plain text; what is known so far.</param>
/// <param name="StoryId">The story it leads to: the line ends when that is withdrawn. Null while there is none.</param>
/// <param name="At">When it was set.</param>
/// <param name="Until">When it ends by itself.</param>
public sealed record BreakingLine(string Text, Guid? StoryId, DateTimeOffset At, DateTimeOffset Until)
{
    public const int MaxChars = 160;

    public string Text { get; init; } = CleanText.Label(Text);
}
