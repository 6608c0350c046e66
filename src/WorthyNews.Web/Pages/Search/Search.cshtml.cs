using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Text;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Search;

/// <summary>A way to narrow the search down.</summary>
/// <param name="Language">Of the label, where it is not English.</param>
public sealed record SearchLink(string Label, string Address, int Count, string? Language = null);

/// <summary>A filter that is on.</summary>
/// <param name="Without">The search without it.</param>
public sealed record ChosenFilter(string Kind, string Label, string Without);

[OpenToReaders]
public sealed class SearchModel(Newsstand newsstand, HouseSettings settings, TimeProvider time) : PageModel, IReaderPage
{
    public SearchAddress Address { get; private set; } = null!;

    public PageHead Head { get; private set; } = null!;

    /// <summary>Null when nothing was asked, or it was not read.</summary>
    public SearchAnswer? Answer { get; private set; }

    public NewsTimes Times => NewsTimes.Of(settings);

    public DateTimeOffset Now { get; private set; }

    public DateOnly Today { get; private set; }

    public IReadOnlyList<ChosenFilter> Chosen { get; private set; } = [];

    public SearchQuery Query => Address.Question.Query;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (SearchAddress.Read(Request.Query) is not { } asked) return BadRequest();
        if (await MovedAsync(asked, cancel) is { } moved) return LocalRedirectPermanent(moved.ToString());
        Address = asked;
        Now = time.GetUtcNow();
        Today = Times.DayOf(Now);

        if (Query.IsTooLong) Response.StatusCode = StatusCodes.Status400BadRequest;
        else if (asked.Question.AsksAnything)
        {
            Answer = await newsstand.SearchAsync(asked.Question, asked.Page, Now, cancel);
            await FindChosenAsync(cancel);
        }

        Head = new PageHead(Query.Text.Length > 0 ? $"Search: {Query.Text}" : "Search", asked.ToString())
        {
            Description = $"Search the dispatches of {settings.SiteName}.",
            IsUnlisted = true,
            ShowsSamples = Answer?.Stories.Any(s => s.Card.Sample) ?? false,
        };
        return Page();
    }

    /// <summary>"More than 200 dispatches", "1 dispatch".</summary>
    public string CountText => Answer switch
    {
        { HasMore: true } => $"More than {Newsstand.MostFound} dispatches",
        { Count: 1 } => "1 dispatch",
        { Count: var count } => $"{count} dispatches",
        null => "",
    };

    public bool HasNext => Answer is { } answer && Address.Page * Newsstand.FoundOnAPage < answer.Count;

    /// <summary>The names of a kind that would narrow it down; empty when one is chosen already.</summary>
    public IReadOnlyList<SearchLink> Links(NameKind kind) => Address.Question.Under.ContainsKey(kind) ? [] :
    [
        .. Answer!.Names.Where(n => n.Kind == kind).Select(n => new SearchLink(
            n.Name, Address.With(kind, n.Slug).ToString(), n.Count, kind == NameKind.Language ? n.Slug.LangAttribute : null)),
    ];

    /// <summary>Times that leave something out and leave something over.</summary>
    public IReadOnlyList<SearchLink> Spans() => Address.Question.Within is not null ? [] :
    [
        .. Answer!.Spans.Where(s => s.Value > 0 && (s.Value < Answer.Count || Answer.HasMore))
            .Select(s => new SearchLink(Label(s.Key), Address.Within(s.Key).ToString(), s.Value)),
    ];

    public static string Label(NameKind kind) => kind.ToString();

    private static string Label(SearchSpan span) => span switch
    {
        SearchSpan.Day => "Last 24 hours",
        SearchSpan.Week => "Last 7 days",
        SearchSpan.Month => "Last month",
        _ => "Last year",
    };

    /// <summary>The same search under the names of today; null when it is that already.</summary>
    private async Task<SearchAddress?> MovedAsync(SearchAddress asked, CancellationToken cancel)
    {
        if (asked.Question.Under.Count == 0) return null;
        var mergers = await newsstand.MergersAsync(cancel);
        var under = asked.Question.Under.ToDictionary(u => u.Key, u => mergers.SurvivorOf(u.Key, u.Value));
        return under.All(u => asked.Question.Under[u.Key] == u.Value) ? null : asked with { Question = asked.Question with { Under = under } };
    }

    private async Task FindChosenAsync(CancellationToken cancel)
    {
        var chosen = new List<ChosenFilter>();
        foreach (var kind in SearchAddress.Kinds)
        {
            if (!Address.Question.Under.TryGetValue(kind, out var slug)) continue;
            var name = await newsstand.NameAsync(kind, slug, cancel);
            // A name that nobody has is repeated to nobody but who asked.
            var label = name?.Name ?? (kind == NameKind.Language ? LanguageTag.NativeName(slug) : slug);
            chosen.Add(new ChosenFilter(Label(kind), label, Address.Without(kind).ToString()));
        }

        if (Address.Question.Within is { } span) chosen.Add(new ChosenFilter("Time", Label(span), Address.Within(null).ToString()));
        Chosen = chosen;
    }
}

/// <summary>A story that was found.</summary>
/// <param name="Time">As printed.</param>
public sealed record FoundItem(FoundStory Story, string Time);
