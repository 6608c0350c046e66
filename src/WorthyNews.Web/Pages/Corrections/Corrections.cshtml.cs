using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Corrections;

/// <summary>Everything that was ever put right, newest first.</summary>
[OpenToReaders]
public sealed class CorrectionsModel(Ledger ledger, HouseSettings settings, TimeProvider time) : PageModel, IReaderPage
{
    public const string Path = "/corrections";

    private const int OnAPage = 30;

    public PageHead Head { get; private set; } = null!;

    public LedgerPage Ledger { get; private set; } = null!;

    public bool IsFirstPage { get; private set; }

    public NewsTimes Times { get; } = NewsTimes.Of(settings);

    public DateOnly Today { get; } = NewsTimes.Of(settings).DayOf(time.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        long? before = null;
        if (Request.Query.TryGetValue("before", out var values))
        {
            if (values is not [var one] || !Newsroom.Newsstand.Ledger.TryParse(one, out var place)) return BadRequest();
            before = place;
        }

        IsFirstPage = before is null;
        Ledger = await ledger.LinesAsync(OnAPage, before, cancel);
        Head = new PageHead(IsFirstPage ? "Corrections" : "Corrections, earlier", before is { } at ? Older(at) : Path)
        {
            Description = $"Every correction, retraction and kill of {settings.SiteName}: when, what, and in plain words.",
            IsUnlisted = !IsFirstPage && Ledger.Lines.Count == 0,
            Feed = (FeedAddress.Corrections, $"{settings.SiteName}: Corrections"),
            ShowsSamples = Ledger.Lines.Any(l => l.Sample),
        };
        return Page();
    }

    public static string Older(long before) => $"{Path}?before={before}";

    public static string NameOf(WireKind kind) => kind switch
    {
        WireKind.Corrected => "Corrected",
        WireKind.Retracted => "Retracted",
        WireKind.Killed => "Taken down",
        _ => "Reinstated",
    };

    /// <summary>What became of the story after this line; null when nothing did.</summary>
    public static string? Since(LedgerLine line) => (line.Kind, line.State) switch
    {
        (WireKind.Killed, StoryState.Killed) or (WireKind.Retracted, StoryState.Retracted) => null,
        (WireKind.Killed or WireKind.Retracted, StoryState.Live) => "It was reinstated since.",
        (_, StoryState.Killed) => "It was taken down since.",
        (_, StoryState.Retracted) => "It was retracted since.",
        _ => null,
    };
}
