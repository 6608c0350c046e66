using System.Globalization;
using System.Text;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Text;
using WorthyNews.Web.Http;

namespace WorthyNews.Web.Pages.Search;

/// <summary>A search and its one address: <c>/search?q=council&amp;bureau=europe&amp;time=year&amp;page=2</c>.</summary>
public sealed record SearchAddress(SearchQuestion Question, int Page)
{
    /// <summary>In the order in which they stand beside the results.</summary>
    public static readonly IReadOnlyList<NameKind> Kinds =
        [NameKind.Bureau, NameKind.Section, NameKind.Topic, NameKind.Place, NameKind.Language, NameKind.Contributor];

    /// <summary>"bureau".</summary>
    public static string Key(NameKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>"week".</summary>
    public static string Value(SearchSpan span) => span.ToString().ToLowerInvariant();

    public SearchAddress With(NameKind kind, string slug) => Under(new Dictionary<NameKind, string>(Question.Under) { [kind] = slug });

    public SearchAddress Without(NameKind kind) => Under(Question.Under.Where(u => u.Key != kind).ToDictionary());

    /// <param name="span">Null for any time.</param>
    public SearchAddress Within(SearchSpan? span) => new(Question with { Within = span }, 1);

    /// <summary>The same words and no filter.</summary>
    public SearchAddress Bare() => new(new SearchQuestion(Question.Query, new Dictionary<NameKind, string>(), null), 1);

    public SearchAddress OnPage(int page) => this with { Page = page };

    /// <summary>What the form sends beside the words, and the address holds after them.</summary>
    public IEnumerable<(string Key, string Value)> Filters()
    {
        foreach (var kind in Kinds.Where(Question.Under.ContainsKey)) yield return (Key(kind), Question.Under[kind]);
        if (Question.Within is { } span) yield return ("time", Value(span));
    }

    public override string ToString()
    {
        var address = new StringBuilder(SiteLinks.Search);
        void Add(string key, string value) => address.Append(address.Length == SiteLinks.Search.Length ? '?' : '&').Append(key).Append('=').Append(Uri.EscapeDataString(value));

        if (Question.Query.Text.Length > 0) Add("q", Question.Query.Text);
        foreach (var (key, value) in Filters()) Add(key, value);
        if (Page > 1) Add("page", Page.ToString(CultureInfo.InvariantCulture));
        return address.ToString();
    }

    /// <returns>Null when a filter or the page is none, or stands there twice. Words are never wrong.</returns>
    public static SearchAddress? Read(IQueryCollection query)
    {
        var under = new Dictionary<NameKind, string>();
        foreach (var kind in Kinds)
        {
            if (!TryOne(query, Key(kind), out var slug)) return null;
            if (slug is null) continue;
            if (kind == NameKind.Language ? !LanguageTag.IsValid(slug) : !Slug.TryParse(slug, out _)) return null;
            under[kind] = slug.ToLowerInvariant();
        }

        if (!TryOne(query, "time", out var time) || !TryOne(query, "page", out var pageText) || !TryOne(query, "q", out var typed)) return null;
        SearchSpan? within = null;
        if (time is not null)
        {
            var spans = Enum.GetValues<SearchSpan>().Where(s => Value(s) == time).ToList();
            if (spans is not [var span]) return null;
            within = span;
        }

        var page = 1;
        if (pageText is not null
            && (!int.TryParse(pageText, NumberStyles.None, CultureInfo.InvariantCulture, out page) || page < 1 || page > Newsstand.LastFoundPage)) return null;
        return new SearchAddress(new SearchQuestion(SearchQuery.Read(typed), under, within), page);
    }

    /// <param name="value">Null when it is not there, or is empty, as a form sends it.</param>
    private static bool TryOne(IQueryCollection query, string key, out string? value)
    {
        value = null;
        if (!query.TryGetValue(key, out var values)) return true;
        if (values is not [var one]) return false;
        value = string.IsNullOrEmpty(one) ? null : one;
        return true;
    }

    private SearchAddress Under(Dictionary<NameKind, string> under) => new(Question with { Under = under }, 1);
}
