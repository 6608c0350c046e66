using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Plugins;

/// <summary>For who writes a church's newsletter: choose, look, copy.</summary>
[OpenToReaders]
public sealed class NewsletterModel(Newsstand newsstand, HouseSettings settings, SiteLinks links) : PageModel, IReaderPage
{
    public PageHead Head { get; private set; } = new("A block for your newsletter", SiteLinks.Newsletter)
    {
        Description = $"The newest headlines of {settings.SiteName} to paste into a church’s newsletter, free.",
    };

    public IReadOnlyList<(string Title, IReadOnlyList<FeedChoice> Feeds)> Choices { get; private set; } = [];

    public NewsletterAddress Asked { get; private set; } = NewsletterAddress.Usual;

    /// <summary>Null when nothing is wrong with what was chosen.</summary>
    public string? Problem { get; private set; }

    /// <summary>Null while there is a problem, or no story.</summary>
    public NewsletterBlock? Block { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Choices = await FeedChoice.AllAsync(newsstand, settings.SiteName, cancel);
        if (!NewsletterAddress.TryRead(Request.Query, out var asked, out var problem)) return Refused(problem);

        var source = new FeedAddress(asked.From, FeedFormat.Rss).Source!;
        if (source is { Kind: { } kind, Slug: { } slug } && (await newsstand.MergersAsync(cancel)).SurvivorOf(kind, slug) is var survivor && survivor != slug)
            return LocalRedirectPermanent((asked with { From = FeedAddress.OfName(kind, survivor) }).Path);
        if (Choices.SelectMany(group => group.Feeds).FirstOrDefault(f => f.Of == asked.From) is not { } choice) return Refused("There is no such list. Choose another.");

        Asked = asked;
        var stories = (await newsstand.WidgetAsync(source.Kind is null ? [] : [source], asked.Count, asked.ShowsHard, null, cancel)).Stories.Stories;
        if (stories.Count > 0) Block = NewsletterBlock.Of(stories, source.Kind is null ? null : choice.Name, asked, links, settings.SiteName);
        Head = Head with { ShowsSamples = stories.Any(s => s.Sample), IsUnlisted = asked != NewsletterAddress.Usual };
        return Page();
    }

    private PageResult Refused(string problem)
    {
        Problem = problem;
        Head = Head with { IsUnlisted = true };
        var page = Page();
        page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }
}
