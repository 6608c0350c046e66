using System.Globalization;

using Microsoft.AspNetCore.WebUtilities;

using WorthyNews.Newsroom.Newsstand;

namespace WorthyNews.Web.Http.Widgets;

public enum WidgetKind
{
    Headlines,
    Cards,
    Story,
}

public enum WidgetPictures
{
    None,
    Start,
    End,
    Top,
}

public enum WidgetSize
{
    Small,
    Medium,
    Large,
}

public enum WidgetTheme
{
    Auto,
    Light,
    Dark,
}

/// <summary>What a partner chose of a widget. Addresses of frames, attributes of the element and fields of the form have the same names and values.</summary>
/// <remarks>One spelling for each choice: what is usual is not written, so that all who chose the same share the same bytes.</remarks>
public sealed record WidgetChoices
{
    /// <summary>What a frame of ours may do on a page of somebody else's: run our script, which tells its height, and open our pages. It is of no origin, and sees nothing of the page around it.</summary>
    public const string Sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

    public const int UsualCount = 5;
    public const int MostCount = 20;
    public const int MostLists = 5;
    public const int UsualLevel = 3;
    public const int LeastHeight = 120;
    public const int MostHeight = 4_000;

    public required WidgetKind Kind { get; init; }

    /// <summary>As of feeds: "bureaus/europe". Empty for everything; of several, a story that is in any of them.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>Its permanent id: an address is mostly a headline, and would outlive a kill. Null unless the kind is one story.</summary>
    public Guid? Story { get; init; }

    public int Count { get; init; } = UsualCount;

    public bool HasHeading { get; init; } = true;

    public bool HasSummaries { get; init; } = true;

    public bool HasTimes { get; init; } = true;

    /// <summary>Null for what the kind usually has.</summary>
    public WidgetPictures? Pictures { get; init; }

    public WidgetSize Size { get; init; } = WidgetSize.Medium;

    public bool HasPager { get; init; }

    /// <summary>Stories are read in the widget, and not on our site.</summary>
    public bool OpensHere { get; init; }

    /// <summary>2 to 6, of the widget's own heading.</summary>
    public int Level { get; init; } = UsualLevel;

    public bool IsCompact { get; init; }

    public WidgetTheme Theme { get; init; }

    public Colour? Ink { get; init; }

    public Colour? Paper { get; init; }

    public Colour? Accent { get; init; }

    /// <summary>Our faces, and not the host's.</summary>
    public bool HasOurFont { get; init; }

    /// <summary>Of our few words in it; null for that of the stories chosen, or English. One of <see cref="WidgetLanguages"/>.</summary>
    public string? Language { get; init; }

    /// <summary>Stories that are marked sensitive are shown too.</summary>
    public bool HasHard { get; init; }

    public WidgetPictures PicturesShown => Pictures ?? UsualPictures(Kind);

    /// <summary>The lists as the Newsstand knows them; empty for everything.</summary>
    public IReadOnlyList<FeedSource> Sources => [.. From.Select(of => new FeedAddress(of, FeedFormat.Rss).Source!)];

    public string WordsLanguage => Language ?? (From is [var only] && only.StartsWith("languages/", StringComparison.Ordinal) ? WidgetLanguages.Nearest(only["languages/".Length..]) : WidgetLanguages.Usual);

    public string KindName => NameOf(Kind);

    /// <summary>The frame: <c>/embed/headlines?from=bureaus/europe</c>.</summary>
    public string FramePath => Path("", Pairs());

    /// <summary>The same for servers that put it into a page of their own.</summary>
    public string FragmentPath => Path(".html", Pairs());

    /// <summary>What a frame says differently when it stands somewhere else than at its beginning.</summary>
    public string FramePathAt(Cursor? before, Guid? reading) => Path("", Pairs().Concat(Places(before, reading)));

    /// <summary>The stories as data. Looks are no part of it: a list and cards of the same stories are the same bytes.</summary>
    /// <param name="story">The text of one of them; null for the list.</param>
    public string DataPath(Cursor? before = null, Guid? story = null)
    {
        var all = Pairs().ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        string[] told = story is null && Kind != WidgetKind.Story ? ["from", "count", "language", "hard"] : ["story", "language"];
        var pairs = told.Where(all.ContainsKey).Select(key => KeyValuePair.Create(key, all[key]));
        if (story is { } id) pairs = pairs.Where(p => p.Key != "story").Prepend(new("story", id.ToString("D"))).Append(new("text", "yes"));
        // What the language of the words follows from is gone with the list.
        if (Language is null && WordsLanguage != WidgetLanguages.Usual && !pairs.Any(p => p.Key == "from")) pairs = pairs.Append(new("language", WordsLanguage));
        return QueryHelpers.AddQueryString($"/embed/{(story is null && Kind != WidgetKind.Story ? "headlines" : "story")}.json", pairs.Concat(Places(before, null)));
    }

    public static string NameOf<T>(T choice)
        where T : struct, Enum => choice.ToString().ToLowerInvariant();

    public static WidgetPictures UsualPictures(WidgetKind kind) => kind == WidgetKind.Headlines ? WidgetPictures.End : WidgetPictures.Top;

    /// <summary>What differs from the usual, in the order in which it is always written.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Pairs()
    {
        if (Kind == WidgetKind.Story)
        {
            if (Story is { } story) yield return new("story", story.ToString("D"));
        }
        else
        {
            if (From.Count > 0) yield return new("from", string.Join(',', From));
            if (Count != UsualCount) yield return new("count", Count.ToString(CultureInfo.InvariantCulture));
            if (HasPager) yield return new("pager", "yes");
            if (HasHard) yield return new("hard", "show");
        }

        if (!HasHeading) yield return new("heading", "no");
        if (!HasSummaries) yield return new("summaries", "no");
        if (!HasTimes) yield return new("times", "no");
        if (Pictures is { } pictures && pictures != UsualPictures(Kind)) yield return new("pictures", NameOf(pictures));
        if (Size != WidgetSize.Medium) yield return new("size", NameOf(Size));
        if (OpensHere) yield return new("open", "here");
        if (Level != UsualLevel) yield return new("level", Level.ToString(CultureInfo.InvariantCulture));
        if (IsCompact) yield return new("density", "compact");
        if (Theme != WidgetTheme.Auto) yield return new("theme", NameOf(Theme));
        if (Ink is { } ink) yield return new("ink", ink.Hex);
        if (Paper is { } paper) yield return new("paper", paper.Hex);
        if (Accent is { } accent) yield return new("accent", accent.Hex);
        if (HasOurFont) yield return new("font", "ours");
        if (Language is not null) yield return new("language", Language);
    }

    private static IEnumerable<KeyValuePair<string, string?>> Places(Cursor? before, Guid? reading)
    {
        if (before is { } cursor) yield return new("before", cursor.ToString());
        if (reading is { } story) yield return new("read", story.ToString("D"));
    }

    private string Path(string ending, IEnumerable<KeyValuePair<string, string?>> pairs) => QueryHelpers.AddQueryString($"/embed/{KindName}{ending}", pairs);
}
