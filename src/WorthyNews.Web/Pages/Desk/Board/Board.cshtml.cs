using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Editing;
using WorthyNews.Newsroom.Examining;
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
public sealed class BoardModel(IDbContextFactory<NewsDb> contexts, Boards boards, FaultBook faults, SignedIn signedIn, TimeProvider time) : PageModel, IDeskPage
{
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

    /// <summary>What is wrong with the feeds; empty on every good day.</summary>
    public IReadOnlyList<FaultOnBoard> FeedFaults { get; private set; } = [];

    public IReadOnlyList<DirectoryName> Bureaus { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> People { get; private set; } = [];

    public NewsTimes Times => new(signedIn.Person.TimeZone);

    public DateTimeOffset Now => time.GetUtcNow();

    public bool MayWrite => signedIn.MaySomewhere(DeskVerb.Write);

    public bool IsFiltered => !string.IsNullOrEmpty(Bureau) || !string.IsNullOrEmpty(Person) || !string.IsNullOrWhiteSpace(Words);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var names = (await contexts.NamesAsync(cancel)).Where(n => n.Kind == NameKind.Bureau).OrderBy(n => n.Order).ThenBy(n => n.Name, StringComparer.Ordinal).ToList();
        var seen = signedIn.SeenBureaus;
        Bureaus = [.. names.Where(n => !n.IsHidden && (seen is null || seen.Contains(n.Slug)))];
        FeedFaults = await faults.BoardAsync(signedIn.Sight, cancel);
        People = await boards.PeopleAsync(signedIn.Sight, cancel);

        Guid? person = Person == "me" ? signedIn.Person.Id : Guid.TryParse(Person, out var id) ? id : null;
        var ask = new BoardAsk(signedIn.Sight, string.IsNullOrEmpty(Bureau) ? null : Bureau, person, string.IsNullOrWhiteSpace(Words) ? null : Words, DayStart());
        async Task<Lane> LaneAsync(BoardLane lane, string heading, string empty)
        {
            var read = await boards.ReadAsync(lane, ask, cancel);
            var slips = read.Slips.Select(s => new Slip(s.Dispatch, names.Find(n => n.Slug == s.Dispatch.Bureau)?.Name, Word(s.Dispatch, s.Note)));
            return new Lane(lane.ToString().ToLowerInvariant(), heading, empty, [.. slips], read.Total);
        }

        Lanes =
        [
            await LaneAsync(BoardLane.Now, "Needs somebody now", "Nothing failed, and no correction is open."),
            await LaneAsync(BoardLane.Review, "In review", "Nothing waits for an editor."),
            await LaneAsync(BoardLane.Scheduled, "Going out by itself", "Nothing is scheduled."),
            await LaneAsync(BoardLane.Draft, "In draft", "Nobody has a draft."),
            await LaneAsync(BoardLane.Published, "Published today", "Nothing yet today."),
        ];
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
