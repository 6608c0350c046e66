using WorthyNews.Newsroom.Text;

namespace WorthyNews.Newsroom.Wire;

/// <summary>What the desk decided about the front page; what it left open, the time of publication decides.</summary>
/// <remarks>The newest <see cref="WireKind.FrontChanged"/> entry holds all of it.</remarks>
public sealed record FrontPage
{
    public static readonly FrontPage Undecided = new();

    /// <summary>Null when nothing is breaking.</summary>
    public BreakingLine? Breaking { get; init; }
}

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
