using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;
using WorthyNews.Web.Access;
using WorthyNews.Web.Pages.Desk.Shared;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Desk.Board;

/// <summary>One dispatch on the board.</summary>
/// <param name="Bureau">Its name; null when it names none.</param>
/// <param name="Word">The newest note that goes with how it stands; null for none.</param>
public sealed record Slip(Dispatch Dispatch, string? Bureau, string? Word);

/// <param name="Total">How many there are, of which the first stand in <paramref name="Slips"/>.</param>
public sealed record Lane(string Id, string Heading, string Empty, IReadOnlyList<Slip> Slips, int Total);

/// <summary>What needs a person now.</summary>
[Needs(DeskVerb.See)]
public sealed class BoardModel(IDbContextFactory<NewsDb> contexts, SignedIn signedIn, TimeProvider time) : PageModel, IDeskPage
{
    private const int MostInLane = 50;
    private const int MaxWordsChars = 100;

    public string Title => "Board";

    /// <summary>Slug; null for all that this person may see.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Bureau { get; set; }

    /// <summary>"me", or the id of somebody who has it in hand or began it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    /// <summary>Words of the headline, or the slug.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    public IReadOnlyList<Lane> Lanes { get; private set; } = [];

    public IReadOnlyList<DirectoryName> Bureaus { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> People { get; private set; } = [];

    public NewsTimes Times => new(signedIn.Person.TimeZone);

    public DateTimeOffset Now => time.GetUtcNow();

    public bool MayWrite => signedIn.MaySomewhere(DeskVerb.Write);

    public bool IsFiltered => !string.IsNullOrEmpty(Bureau) || !string.IsNullOrEmpty(Person) || !string.IsNullOrWhiteSpace(Words);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var names = await db.Names.AsNoTracking().Where(n => n.Kind == NameKind.Bureau).OrderBy(n => n.Order).ThenBy(n => n.Name).ToListAsync(cancel);
        var seen = signedIn.SeenBureaus;
        Bureaus = [.. names.Where(n => !n.IsHidden && (seen is null || seen.Contains(n.Slug)))];

        var mine = db.Dispatches.AsNoTracking().SeenBy(signedIn.Sight);
        People = [.. (await mine.Where(d => d.AssignedToId != null).Select(d => new { Id = d.AssignedToId!.Value, Name = d.AssignedTo! }).Distinct().ToListAsync(cancel))
            .DistinctBy(p => p.Id).OrderBy(p => p.Name, StringComparer.CurrentCulture).Select(p => (p.Id, p.Name))];
        var asked = Asked(mine);
        var day = DayStart();
        async Task<Lane> LaneAsync(string id, string heading, string empty, IQueryable<Dispatch> which)
        {
            var found = await which.Take(MostInLane).ToListAsync(cancel);
            var total = found.Count < MostInLane ? found.Count : await which.CountAsync(cancel);
            var ids = found.Select(d => d.Id).ToList();
            var words = (await db.DeskNotes.AsNoTracking().Where(n => ids.Contains(n.DispatchId)).OrderByDescending(n => n.At).Take(500).ToListAsync(cancel))
                .GroupBy(n => n.DispatchId).ToDictionary(g => g.Key, g => g.First().Text);
            return new Lane(id, heading, empty, [.. found.Select(d => new Slip(d, names.Find(n => n.Slug == d.Bureau)?.Name, Word(d, words.GetValueOrDefault(d.Id))))], total);
        }

        var lanes = new List<Lane>
        {
            await LaneAsync("now", "Needs somebody now", "Nothing failed, and no correction is open.", asked.Where(d => d.FailedAt != null || d.CorrectionAskedAt != null).OrderBy(d => d.FailedAt ?? d.CorrectionAskedAt)),
            await LaneAsync("review", "In review", "Nothing waits for an editor.", asked.Where(d => d.State == DispatchState.InReview || (d.State == DispatchState.Approved && d.FailedAt == null)).OrderBy(d => d.ChangedAt)),
            await LaneAsync("scheduled", "Going out by itself", "Nothing is scheduled.", asked.On(BoardList.Scheduled, day).OrderBy(d => d.PublishAt)),
            await LaneAsync("draft", "In draft", "Nobody has a draft.", asked.Where(d => d.PublishAt == null && (d.State == DispatchState.SentBack || d.State == DispatchState.Draft) && (d.Public == PublicState.NotPublic || d.Public == PublicState.Live)).OrderByDescending(d => d.ChangedAt)),
            await LaneAsync("published", "Published today", "Nothing yet today.", asked.Where(d => d.Public != PublicState.NotPublic && d.UpdatedAt >= day).OrderByDescending(d => d.UpdatedAt)),
        };
        Lanes = lanes;
    }

    private IQueryable<Dispatch> Asked(IQueryable<Dispatch> dispatches)
    {
        if (!string.IsNullOrEmpty(Bureau)) dispatches = dispatches.Where(d => d.Bureau == Bureau);
        if (Person == "me" || Guid.TryParse(Person, out _))
        {
            var id = Person == "me" ? signedIn.Person.Id : Guid.Parse(Person!);
            dispatches = dispatches.Where(d => d.AssignedToId == id || (d.AssignedToId == null && d.CreatedById == id));
        }

        return string.IsNullOrWhiteSpace(Words) ? dispatches : dispatches.WithWords(Words);
    }

    private DateTimeOffset DayStart()
    {
        var zone = signedIn.Person.TimeZone;
        var midnight = Times.DayOf(Now).ToDateTime(TimeOnly.MinValue);
        return LocalTimes.Resolve(midnight, zone) switch
        {
            LocalTime.One one => one.At.ToUniversalTime(),
            LocalTime.Twice twice => twice.First.ToUniversalTime(),
            LocalTime.Skipped skipped => skipped.Later.ToUniversalTime(),
            _ => Now,
        };
    }

    private string? Word(Dispatch dispatch, string? note) =>
        dispatch.Failure is { } failure ? failure
        : dispatch.EmbargoedUntil > Now ? $"Embargoed until {Times.Full(dispatch.EmbargoedUntil.Value)}."
        : note is null ? null
        : note.Length <= MaxWordsChars ? $"“{note}”" : $"“{note[..MaxWordsChars].TrimEnd()}…”";
}
