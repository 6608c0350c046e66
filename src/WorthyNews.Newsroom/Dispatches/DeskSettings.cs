namespace WorthyNews.Newsroom.Dispatches;

/// <summary>How one bureau's desk works. Not public, unlike what the directory says of it.</summary>
public sealed class DeskSettings
{
    public const int MostUndoMinutes = 10;

    private DeskSettings()
    {
    }

    public DeskSettings(string bureau) => Bureau = bureau;

    /// <summary>Slug in the directory.</summary>
    public string Bureau { get; private set; } = "";

    /// <summary>How long a publication can be undone before it goes out; 0 to 10, and 0 where nothing is set.</summary>
    public int UndoMinutes { get; private set; }

    /// <summary>Whether a second person approves what one wrote alone: always, never, or (null) where there is one.</summary>
    public bool? SecondApproves { get; private set; }

    public void AskForSecond(bool? always) => SecondApproves = always;

    /// <summary>What the desk of a bureau relied on that is part of this one from now on: the longer time, and the stricter rule.</summary>
    public void TakeIn(DeskSettings merged)
    {
        UndoMinutes = Math.Max(UndoMinutes, merged.UndoMinutes);
        if (SecondApproves != true && merged.SecondApproves != false) SecondApproves = merged.SecondApproves;
    }

    /// <exception cref="ArgumentOutOfRangeException">It is not 0 to 10.</exception>
    public void LetUndo(int minutes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minutes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minutes, MostUndoMinutes);
        UndoMinutes = minutes;
    }
}
