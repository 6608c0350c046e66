using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Newsroom.Wire;

/// <summary>A piece of a story as it was and as it is.</summary>
/// <param name="Label">"Headline", "Standfirst", ...; null for a piece of the text.</param>
/// <param name="Runs">Empty for pieces that stayed as they were and are only counted.</param>
/// <param name="Unchanged">How many pieces of the text in a row stayed; 0 for a piece that did not.</param>
public sealed record ComparedPassage(string? Label, IReadOnlyList<WordRun> Runs, int Unchanged);

/// <summary>Two versions of a story side by side, as readers had them.</summary>
/// <param name="Passages">In reading order; pieces that stayed are counted, not repeated.</param>
public sealed record StoryComparison(IReadOnlyList<ComparedPassage> Passages)
{
    /// <summary>A paragraph less like its neighbour than this is another paragraph.</summary>
    private const double SameParagraph = 0.35;

    /// <summary>False when no word of it differs; links and emphasis still may.</summary>
    public bool HasChanges => Passages.Any(p => p.Unchanged == 0);

    public static StoryComparison Of(Story before, Story after)
    {
        var passages = new List<ComparedPassage>();
        void Compare(string label, string? old, string? @new)
        {
            if ((old ?? "") != (@new ?? "")) passages.Add(new ComparedPassage(label, WordComparison.Compare(old ?? "", @new ?? ""), 0));
        }

        Compare("Kicker", before.Kicker, after.Kicker);
        Compare("Headline", before.Headline, after.Headline);
        Compare("Standfirst", before.Standfirst, after.Standfirst);
        Compare("Byline", Credit(before.Bylines), Credit(after.Bylines));
        Compare("Dateline", before.Dateline.LeadIn(before.Agency).Plain, after.Dateline.LeadIn(after.Agency).Plain);
        passages.AddRange(Bodies(Paragraphs(before), Paragraphs(after)));
        return new StoryComparison(passages);
    }

    private static IEnumerable<ComparedPassage> Bodies(List<string> before, List<string> after)
    {
        foreach (var (old, @new, same) in WordComparison.CompareLines(before, after))
        {
            foreach (var passage in Changed(before[old], after[@new])) yield return passage;
            if (after[same].Count is > 0 and var stayed) yield return new ComparedPassage(null, [], stayed);
        }
    }

    private static IEnumerable<ComparedPassage> Changed(List<string> old, List<string> @new)
    {
        for (var i = 0; i < Math.Max(old.Count, @new.Count); i++)
        {
            var (was, isNow) = (i < old.Count ? old[i] : "", i < @new.Count ? @new[i] : "");
            var runs = WordComparison.Compare(was, isNow);
            if (was.Length == 0 || isNow.Length == 0 || WordComparison.Likeness(runs) >= SameParagraph)
            {
                yield return new ComparedPassage(null, runs, 0);
                continue;
            }

            yield return new ComparedPassage(null, [new WordRun(WordChange.Removed, was)], 0);
            yield return new ComparedPassage(null, [new WordRun(WordChange.Added, isNow)], 0);
        }
    }

    private static List<string> Paragraphs(Story story) => [.. story.Body.Select(block => BlockText.Plain([block]))];

    private static string Credit(IReadOnlyList<Byline> bylines) =>
        string.Join("; ", bylines.Select(b => string.Join(", ", new[] { b.Name, b.Role, b.ReportingFrom is { } place ? $"reporting from {place}" : null }.OfType<string>())));
}
