using System.Runtime.InteropServices;
using System.Text;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Newsroom.Wire;

/// <summary>The row of the search index beside a live story. A withdrawn story has none.</summary>
public sealed class SearchText
{
    /// <summary>Raised when words are folded or chosen in another way; rows of another format are made anew at the next start.</summary>
    public const int PresentFormat = 1;

    private const int SequenceBits = 15;

    private SearchText()
    {
    }

    /// <summary>Stands in the order of the lists: the instant of publication, then the first sequence. No two stories share one.</summary>
    public long Key { get; private set; }

    public Guid StoryId { get; private set; }

    public int Format { get; private set; }

    /// <summary>See <see cref="SearchFields.Listed"/>: what the counts beside a search are counted from.</summary>
    public string Listed { get; private set; } = "";

    /// <summary>The body as plain text on one line, as people wrote it: what extracts are cut from.</summary>
    public string Text { get; private set; } = "";

    public static SearchText For(Story story, StoryCard card)
    {
        var text = new SearchText { StoryId = story.Id, Key = KeyFrom(card.PublishedAt) + (card.FirstSequence & ((1 << SequenceBits) - 1)) };
        text.Take(story, card);
        return text;
    }

    /// <summary>Holds a newer snapshot; where it stands does not change.</summary>
    public void Take(Story story, StoryCard card)
    {
        Listed = SearchFields.ListedOf(story, card);
        Format = PresentFormat;
        Text = CleanText.Line(BlockText.Plain(story.Body));
    }

    /// <summary>The key is another story's: takes the next.</summary>
    public void StepAside() => Key++;

    /// <summary>The first key of this millisecond.</summary>
    public static long KeyFrom(DateTimeOffset instant) => instant.ToUnixTimeMilliseconds() << SequenceBits;

    public static DateTimeOffset InstantOf(long key) => DateTimeOffset.FromUnixTimeMilliseconds(key >> SequenceBits);
}

/// <summary>What of a story is looked through, folded, each a line of words; where a word stands says how much it weighs.</summary>
/// <param name="Listed">What it is listed under, and the mark that every story has: "all/ bureau/europe topic/prayer". A stroke is in no word, so no query finds these.</param>
/// <param name="Credits">Bylines and the places of the dateline, with their countries.</param>
public sealed record SearchFields(string Listed, string Headline, string Kicker, string Standfirst, string Credits, string Body)
{
    /// <summary>A longer text is found by its first words. Keeps a row within what PostgreSQL takes, one megabyte.</summary>
    private const int MaxBodyChars = 150_000;

    /// <summary>What every story is listed under.</summary>
    public const string All = "all/";

    public static SearchFields Of(Story story, SearchText text) => new(
        text.Listed,
        FoldedWords.Line(story.Headline),
        FoldedWords.Line(story.Kicker),
        FoldedWords.Line(story.Standfirst),
        FoldedWords.Line(Credited(story)),
        FoldedWords.Line(text.Text, MaxBodyChars));

    internal static string ListedOf(Story story, StoryCard card) =>
        string.Join(' ', Listing.For(story, card).Select(l => Mark(l.Kind, l.Slug)).Prepend(All));

    /// <summary>"bureau/europe".</summary>
    public static string Mark(NameKind kind, string slug) => $"{kind}/{slug}".ToLowerInvariant();

    /// <summary>In how many of these each mark stands; a language tag comes back in small letters.</summary>
    /// <remarks>Hundreds of lines hold the same few dozen marks: each mark is read once, and not made into a text for each line.</remarks>
    /// <param name="mergers">What was merged is counted with what it was merged into, and a story under both once.</param>
    public static List<KeyValuePair<(NameKind Kind, string Slug), int>> CountMarks(IEnumerable<string> listed, Mergers mergers)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var marks = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        var survivors = mergers.Names.ToDictionary(n => Mark(n.Kind, n.Slug), n => Mark(n.Kind, n.MergedInto!), StringComparer.Ordinal);
        foreach (var line in survivors.Count == 0 ? listed : listed.Select(l => Surviving(l, survivors)))
        {
            foreach (var part in line.AsSpan().Split(' '))
                CollectionsMarshal.GetValueRefOrAddDefault(marks, line.AsSpan(part), out _)++;
        }

        var read = new List<KeyValuePair<(NameKind, string), int>>(counts.Count);
        foreach (var (mark, count) in counts)
        {
            var stroke = mark.IndexOf('/', StringComparison.Ordinal);
            if (stroke > 0 && Enum.TryParse<NameKind>(mark.AsSpan(0, stroke), ignoreCase: true, out var kind)) read.Add(new((kind, mark[(stroke + 1)..]), count));
        }

        return read;
    }

    private static string Surviving(string listed, Dictionary<string, string> survivors) =>
        string.Join(' ', listed.Split(' ').Select(mark => survivors.GetValueOrDefault(mark, mark)).Distinct(StringComparer.Ordinal));

    private static string Credited(Story story)
    {
        var credits = new StringBuilder();
        foreach (var byline in story.Bylines) credits.Append(byline.Name).Append(' ').Append(byline.ReportingFrom).Append(' ');
        foreach (var place in story.Dateline.Places) credits.Append(place.Name).Append(' ').Append(place.Country).Append(' ');
        return credits.ToString();
    }
}

/// <summary>What is asked of the search index.</summary>
/// <param name="Marks">One of each of these, and for none of them any story; see <see cref="SearchFields.Mark"/>.</param>
/// <param name="Since">Null for any time.</param>
public sealed record SearchAsk(SearchQuery Query, IReadOnlyList<IReadOnlyList<string>> Marks, DateTimeOffset? Since);

/// <summary>A story that the index found.</summary>
/// <param name="Relevance">Larger is better; means something beside the others of the same answer only.</param>
/// <param name="Listed">See <see cref="SearchFields"/>.</param>
public sealed record SearchHit(long Key, double Relevance, string Listed);
