using WorthyNews.Newsroom.Text;

namespace WorthyNews.Web.Pages.Desk.Dispatches;

/// <summary>A place in which two texts differ.</summary>
/// <param name="Name">Of the choice in the form.</param>
public sealed record PairRow(
    string Name, string Label, PieceChange Change, string Base, IReadOnlyList<WordRun> Mine, IReadOnlyList<WordRun> Theirs, Choice Suggested, bool MayTakeBoth)
{
    public string Said => Change switch
    {
        PieceChange.OnlyMine => "Only you changed it",
        PieceChange.OnlyTheirs => "Only they changed it",
        _ => "Both changed it",
    };
}
