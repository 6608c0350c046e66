using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Dispatches;

/// <content>Slips of the pen, which readers need not know of.</content>
public sealed partial class Dispatch
{
    /// <summary>So many words may go and come; more is an update.</summary>
    public const int MostMendedWords = 12;

    /// <summary>Mends a slip of the pen: the text is another, and the time of the last change that readers should know of stays.</summary>
    /// <param name="address">As for <see cref="Update"/>, but it may not become another.</param>
    /// <exception cref="DispatchRefusedException">It is not live, the revision cannot be printed, or more than a slip differs.</exception>
    public WireEntry? Mend(Revision revision, string address, Author by, DateTimeOffset now)
    {
        if (Public == PublicState.Live && PublicRevision == revision.Number) return null;
        RefuseIfAny("mend", [.. ReasonsNotToTouch(), .. AgeReasons(revision), .. GoOutReasons(revision), .. ApprovalReasons(revision, by), .. Public == PublicState.Live ? MoreThanASlip(revision, address) : []]);
        ApproveAsOperator(revision, by, now);
        Record(Verb.Mend, revision.Number, by, now);
        return Print(WireKind.Updated, revision, now);
    }

    private List<string> MoreThanASlip(Revision revision, string address)
    {
        var passages = StoryComparison.Of(StoryFrom(Revision(PublicRevision!.Value)), StoryFrom(revision)).Passages;
        var changed = passages.SelectMany(p => p.Runs).Where(r => r.Change != WordChange.Same).Select(r => r.Text).ToList();
        var words = changed.Sum(text => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit)));
        var reasons = new List<string>();
        if (words > MostMendedWords) reasons.Add($"{words} words go or come, and {MostMendedWords} are the most for a slip: update it, or correct it where it was wrong.");
        if (changed.Any(text => text.Any(char.IsDigit))) reasons.Add("A number changes: update it, or correct it where it was wrong.");
        if (passages.Any(p => p.Label is "Byline" or "Dateline")) reasons.Add("Byline or dateline change: update it, or correct it where they were wrong.");
        if (address != Address) reasons.Add("It would stand at another address: update it.");
        return reasons;
    }
}
