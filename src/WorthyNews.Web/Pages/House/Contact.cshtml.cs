using Microsoft.AspNetCore.Mvc.RazorPages;

using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.House;

/// <summary>Where readers write to, and how an error in a story is told.</summary>
[OpenToReaders]
public sealed class ContactModel(Newsstand newsstand, HouseSettings settings, SiteLinks links, IHostEnvironment environment) : PageModel, IReaderPage
{
    public PageHead Head { get; private set; } = new("Contact", "/contact")
    {
        Description = $"How to write to {settings.SiteName}, and how to report an error in a story.",
    };

    /// <summary>Null when the operator gave none.</summary>
    public string? Email => settings.ContactEmail;

    /// <summary>Whether the one who reads is likely to be the operator.</summary>
    public bool TellsOperator => environment.IsDevelopment();

    /// <summary>The story that was asked about, as the wire knows it; null when none was, or it is no story of ours, or it is gone.</summary>
    public Story? Story { get; private set; }

    /// <summary>Opens a letter about the story.</summary>
    public string? ReportLink => Email is null ? null : Story is { } story
        ? $"mailto:{Email}?subject={Uri.EscapeDataString("Error in a story")}&body={Uri.EscapeDataString($"{links.Absolute(story.Address).AbsoluteUri}\r\nVersion {story.Version}\r\n\r\nWhat is wrong:\r\n\r\nWhat is right, and how we can check it:\r\n")}"
        : $"mailto:{Email}";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        // Nothing of what was sent is printed: the story comes from the wire or not at all.
        if (Request.Query["story"] is not [{ } address] || !SiteLinks.IsStoryAddress(address)) return;
        if (await newsstand.AtAsync(address, cancel) is not { Story: var story } || story.State == StoryState.Killed) return;
        Story = story;
        Head = Head with { ShowsSamples = story.Sample, IsUnlisted = true };
    }
}
