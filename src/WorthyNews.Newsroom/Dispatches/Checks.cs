using System.Globalization;

using WorthyNews.Formats.WireCopy;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Newsroom.Dispatches;

/// <summary>All that is looked at before a revision goes out. What blocks here is what the verbs refuse; the rest is advice.</summary>
public static class Checks
{
    /// <summary>As a share of the words of both headlines.</summary>
    private const double SimilarFrom = 0.6;

    private const int FewestWords = 3;

    private const int MaxPassageChars = 80;

    /// <param name="watched">The watch-list of the dispatch.</param>
    /// <param name="isKnownPlace">Whether the directory has a place of this slug.</param>
    /// <param name="headlinesOut">Headlines of other live stories of late.</param>
    /// <param name="original">What it translates; null when it is no translation.</param>
    /// <returns>What blocks first, then what a person should mind, then what is well.</returns>
    public static IReadOnlyList<Check> Of(
        Revision revision, IReadOnlyCollection<WatchedName> watched, Func<string, bool> isKnownPlace, IReadOnlyCollection<OutHeadline> headlinesOut, OriginalText? original = null)
    {
        List<Check> all =
        [
            .. OrWell(Dispatch.ReasonsNotToPrint(revision).Select(reason => new Check(Severity.Block, reason)), "Headline, byline and text are there, and all links may be followed."),
            .. OfWatchList(revision, watched),
            .. OrWell(OfDateline(revision.Copy, isKnownPlace), "The places of the dateline are known."),
            .. OrWell(OfQuotes(revision), "All quotations are closed."),
            .. OrWell(OfLeftovers(revision), "No words between desks are left in it."),
            .. original is null ? [] : OrWell(OfOriginal(revision, original), "All of its original is written anew."),
            .. OrWell(OfHeadlines(revision.Copy, headlinesOut), "No similar headline is out."),
        ];
        return [.. all.OrderBy(check => check.Severity)];
    }

    private static IEnumerable<Check> OrWell(IEnumerable<Check> found, string well)
    {
        var any = false;
        foreach (var check in found)
        {
            any = true;
            yield return check;
        }

        if (!any) yield return new Check(Severity.Well, well);
    }

    private static IEnumerable<Check> OfWatchList(Revision revision, IReadOnlyCollection<WatchedName> watched)
    {
        if (!watched.Any(w => w.IsWatched)) return [];
        return OrWell(
            WatchList.Hits(revision.Copy, revision.Body, watched).Select(hit => hit.IsWhole
                ? new Check(Severity.Block, WatchList.Sentence(hit.Place), hit.Place, hit.Words)
                : new Check(Severity.Mind, $"A part of a name from its watch-list stands in its {hit.Place}.", hit.Place, hit.Words)),
            "No name from its watch-list stands in it.");
    }

    private static IEnumerable<Check> OfDateline(Copy copy, Func<string, bool> isKnownPlace) => copy.Dateline.Places
        .Where(place => place.Point is null && !isKnownPlace(place.Slug))
        .Select(place => new Check(Severity.Mind, $"Nobody here knows where “{place.Name}” lies: it gets no map, and its name is new to the directory.", "dateline", place.Name));

    private static IEnumerable<Check> OfQuotes(Revision revision)
    {
        var texts = new List<(string Place, string Text)> { ("headline", revision.Copy.Headline), ("standfirst", revision.Copy.Standfirst ?? "") };
        foreach (var (place, text) in texts)
        {
            foreach (var fault in QuoteBalance.Faults([text], revision.Copy.Language)) yield return Check(fault, place);
        }

        var number = 0;
        var paragraphs = revision.Body.Select(block => (Place: $"paragraph {++number}", Text: block is BlockList list ? "" : BlockText.Plain([block]), block)).ToList();
        foreach (var fault in QuoteBalance.Faults([.. paragraphs.Select(p => p.Text)], revision.Copy.Language)) yield return Check(fault, paragraphs[fault.Paragraph].Place);
        // An item of a list is a text of its own.
        foreach (var (place, _, block) in paragraphs)
        {
            if (block is not BlockList items) continue;
            foreach (var fault in items.Items.SelectMany(item => QuoteBalance.Faults([BlockText.Plain(item)], revision.Copy.Language))) yield return Check(fault, place);
        }

        static Check Check(QuoteFault fault, string place) => new(Severity.Mind, fault.Words, place, fault.Passage);
    }

    private static IEnumerable<Check> OfLeftovers(Revision revision)
    {
        foreach (var leftover in Leftovers.InLine(revision.Copy.Headline)) yield return Check(leftover, "headline");
        foreach (var leftover in Leftovers.InLine(revision.Copy.Standfirst ?? "")) yield return Check(leftover, "standfirst");
        foreach (var (paragraph, words) in Leftovers.In([.. revision.Body.Select(block => BlockText.Plain([block]))])) yield return Check(words, $"paragraph {paragraph + 1}");

        static Check Check(string words, string place) => new(Severity.Mind, $"“{words}” looks like a word between desks that readers should not see.", place, words);
    }

    private static IEnumerable<Check> OfOriginal(Revision revision, OriginalText original)
    {
        if (original.State is PublicState.Retracted or PublicState.Killed)
            yield return new Check(Severity.Mind, $"Its original was {original.State.ToString().ToLowerInvariant()}.", Address: original.State == PublicState.Retracted ? original.Address : null);
        if (revision.Copy.IsInLanguageOf(original.Copy)) yield return new Check(Severity.Mind, $"Its original is in “{original.Copy.Language}” as well.");
        if (revision.Copy.Headline.Length > 0 && revision.Copy.Headline == original.Copy.Headline) yield return new Check(Severity.Mind, "The headline stands as in the original.", "headline");
        if (revision.Copy.Standfirst is not null && revision.Copy.Standfirst == original.Copy.Standfirst) yield return new Check(Severity.Mind, "The standfirst stands as in the original.", "standfirst");

        // Names alone are the same in many languages; so long a text is not.
        var before = original.Body.Select(block => BlockText.Plain([block])).ToHashSet(StringComparer.Ordinal);
        var still = revision.Body.Select((block, i) => (Number: i + 1, Text: BlockText.Plain([block])))
            .Where(p => before.Contains(p.Text) && FoldedWords.In(p.Text).Skip(FewestWords).Any()).ToList();
        if (still.Count == 0) yield break;
        var numbers = string.Join(", ", still.Select(p => p.Number));
        yield return new Check(
            Severity.Mind,
            still.Count == 1 ? $"Paragraph {numbers} stands as in the original." : $"Paragraphs {numbers} stand as in the original.",
            $"paragraph {still[0].Number}",
            still[0].Text.Length <= MaxPassageChars ? still[0].Text : still[0].Text[..MaxPassageChars] + "…");
    }

    private static IEnumerable<Check> OfHeadlines(Copy copy, IReadOnlyCollection<OutHeadline> headlinesOut)
    {
        var mine = Words(copy.Headline);
        if (mine.Count < FewestWords) return [];
        return headlinesOut.Where(h => IsSimilar(mine, Words(h.Headline))).OrderByDescending(h => h.PublishedAt).Take(3).Select(h => new Check(
            Severity.Mind,
            string.Create(CultureInfo.InvariantCulture, $"A similar headline is out already, since {h.PublishedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC: “{h.Headline}”."),
            "headline",
            Address: h.Address));
    }

    private static HashSet<string> Words(string headline) => [.. FoldedWords.In(headline).Select(w => w.Folded)];

    private static bool IsSimilar(HashSet<string> mine, HashSet<string> other)
    {
        if (other.Count < FewestWords) return false;
        var shared = mine.Count(other.Contains);
        return shared >= SimilarFrom * (mine.Count + other.Count - shared);
    }
}
