using System.Globalization;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Text;

/// <summary>A story, or what is left of it, in the text edition. A long one comes in parts.</summary>
[OpenToReaders]
public sealed class TextStoryModel(Newsstand newsstand, HouseSettings settings) : PageModel, ITextPage
{
    // With more than these the notices would leave no room for the story.
    private const int MaxNoticeChars = 1_500;
    private const int MaxNoticeBytes = 5_000;

    public TextHead Head { get; private set; } = null!;

    public Story Story { get; private set; } = null!;

    public NewsTimes Times { get; private set; } = NewsTimes.Utc;

    /// <summary>Newest first; those of a live story as far as they leave it room.</summary>
    public IReadOnlyList<Notice> Notices { get; private set; } = [];

    /// <summary>Whether a notice was shortened or left out.</summary>
    public bool HasMoreNotices => Notices.Count < Story.Notices.Count || Notices.Zip(Story.Notices).Any(n => n.First.Text != n.Second.Text);

    public HouseMarkup? Text { get; private set; }

    /// <summary>Counted from 1.</summary>
    public int Part { get; private set; } = 1;

    public int Parts { get; private set; } = 1;

    /// <summary>One block longer than a page is never cut; then the page is longer than promised, and says so.</summary>
    public bool IsLong { get; private set; }

    public string PathOf(int part) => part == 1 ? SiteLinks.ToText(Story.Address) : $"{SiteLinks.ToText(Story.Address)}?part={part}";

    public async Task<IActionResult> OnGetAsync(string year, string month, string day, string slug, CancellationToken cancel)
    {
        if (!TryReadPart(out var part)) return BadRequest();
        var address = $"/{year}/{month}/{day}/{slug}";
        if (await newsstand.AtAsync(address, cancel) is not { Story: var story }) return NotFound();

        Story = story;
        Notices = story.IsLive ? Fit(story.Notices) : story.Notices;
        Times = NewsTimes.Of(settings);
        if (story.State == StoryState.Killed)
        {
            Head = new TextHead("This story is gone", null) { IsUnlisted = true, ShowsSamples = story.Sample };
            var gone = Page();
            gone.StatusCode = StatusCodes.Status410Gone;
            return gone;
        }

        if (story.Address != address) return LocalRedirectPermanent(SiteLinks.ToText(story.Address));
        if (story.Bureau is { } bureau && await newsstand.NamesAsync(NameKind.Bureau, [bureau], cancel) is [var name]) Times = NewsTimes.Of(name, settings);
        Head = new TextHead(story.IsLive ? story.Headline : $"Retracted: {story.Headline}", story.Address) { ShowsSamples = story.Sample };
        if (!story.IsLive) return part == 1 ? Page() : NotFound();

        var parts = TextParts.Split(TextParts.WithTextLinks(story.Body), HeadBytes(story));
        if (part > parts.Count) return NotFound();
        (Part, Parts) = (part, parts.Count);
        Text = HouseMarkup.TextOf(parts[part - 1], part == 1 ? story.Dateline.LeadIn(story.Agency) : null);
        IsLong = Text.Bytes > TextSize.MaxContentBytes;
        return Page();
    }

    /// <summary>"?part=2": one spelling, and none for the first.</summary>
    private bool TryReadPart(out int part)
    {
        part = 1;
        if (!Request.Query.TryGetValue("part", out var values)) return true;
        return values is [{ } one] && int.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out part)
            && part > 1 && part.ToString(CultureInfo.InvariantCulture) == one;
    }

    private static List<Notice> Fit(IReadOnlyList<Notice> notices)
    {
        var (fit, bytes) = (new List<Notice>(), 0);
        foreach (var notice in notices)
        {
            var shown = notice.Text.Length > MaxNoticeChars ? notice with { Text = Excerpt.Cut(notice.Text, MaxNoticeChars) } : notice;
            bytes += BytesOf(shown);
            if (bytes > MaxNoticeBytes && fit.Count > 0) break;
            fit.Add(shown);
        }

        return fit;
    }

    private static int BytesOf(Notice notice) => 150 + TextSize.Of(notice.Text);

    private int HeadBytes(Story story) => (2 * TextSize.Of(story.Headline)) + (2 * TextSize.Of(story.Address)) + TextSize.Of(story.Kicker) + TextSize.Of(story.Standfirst)
        + TextSize.Of(Credits.Line(story.Bylines)) + TextSize.Of(story.Dateline.Text) + Notices.Sum(BytesOf);
}
