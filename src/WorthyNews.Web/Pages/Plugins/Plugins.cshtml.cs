using System.Globalization;

using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Web.Http;
using WorthyNews.Web.Http.Widgets;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Plugins;

/// <summary>For the volunteer who looks after a church's site: choose, see it, copy, paste. A form that answers with the snippet; our script only answers sooner.</summary>
[OpenToReaders]
public sealed class PluginsModel(Newsstand newsstand, HouseSettings settings, SiteLinks links, IWebHostEnvironment environment) : PageModel, IReaderPage
{
    /// <summary>By which a form that was sent is known: a box that is not ticked sends nothing.</summary>
    public const string SentKey = "sent";

    public const string AddressKey = "address";

    /// <summary>What our script measured in the preview.</summary>
    public const string HeightKey = "height";

    private static readonly string[] Boxes = ["heading", "summaries", "times", "pager"];

    public PageHead Head { get; } = new("Worthy Plugins", SiteLinks.Plugins)
    {
        Description = $"The free syndication of {settings.SiteName} for churches and ministries: choose how our headlines look, copy, paste once.",
        Sheet = "css/plugins.css",
        Script = "js/plugins.js",
    };

    public IReadOnlyList<(string Title, IReadOnlyList<FeedChoice> Feeds)> Sources { get; private set; } = [];

    /// <summary>What was chosen; the usual before anything was.</summary>
    public WidgetChoices Choices { get; private set; } = new() { Kind = WidgetKind.Headlines };

    /// <summary>Of the one story, as it was typed.</summary>
    public string StoryAddress { get; private set; } = "";

    /// <summary>Null when nothing is wrong with what was chosen.</summary>
    public string? Problem { get; private set; }

    public bool WasSent { get; private set; }

    /// <summary>Pixels.</summary>
    public int Height { get; private set; }

    /// <summary>A colour that could not be read on its ground was moved; the sentences say how.</summary>
    public IReadOnlyList<string> Corrected { get; private set; } = [];

    public string Snippet { get; private set; } = "";

    /// <summary>The same with a loader whose bytes the page vouches for.</summary>
    public string PinnedSnippet { get; private set; } = "";

    /// <summary>This page with what was chosen.</summary>
    public string Path { get; private set; } = SiteLinks.Plugins;

    /// <summary>A letter to who looks after the site, that leads here. The snippet itself would be more than some mail programs take from a page.</summary>
    public string MailTo { get; private set; } = "";

    /// <summary>On what kind of page the preview stands, and how wide.</summary>
    public string On => Known("on", "plain", "night", "loud");

    /// <inheritdoc cref="On"/>
    public string In => Known("in", "column", "side", "wide");

    /// <summary>Something was chosen that stands among the less usual choices.</summary>
    public bool HasMore => Choices is not { HasHard: false, OpensHere: false, Ink: null, Paper: null, Accent: null, Size: WidgetSize.Medium, HasOurFont: false, IsCompact: false, Level: WidgetChoices.UsualLevel, Language: null };

    public string FromValue => Choices.From.Count == 0 ? FeedAddress.All : string.Join(',', Choices.From);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Sources = await SourcesAsync(cancel);
        WasSent = Request.Query.ContainsKey(SentKey);
        await ChooseAsync(cancel);
        Height = int.TryParse(Request.Query[HeightKey], NumberStyles.None, CultureInfo.InvariantCulture, out var measured) && measured is >= WidgetChoices.LeastHeight and <= WidgetChoices.MostHeight
            ? measured : WidgetHeight.Of(Choices);
        Corrected = [.. CorrectionsOf(Choices)];
        var lists = Choices.From.Select(of => (NameOf(of), PageOf(of))).ToList();
        var snippet = new PluginSnippet(links, settings);
        Snippet = snippet.Write(Choices, lists, Height);
        PinnedSnippet = snippet.Write(Choices, lists, Height, LoaderFile.Read(environment));
        var pairs = Choices.Pairs().Where(p => p.Key != "story").Prepend(new("kind", Choices.KindName));
        if (Choices.Kind == WidgetKind.Story) pairs = pairs.Append(new(AddressKey, StoryAddress));
        Path = Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(SiteLinks.Plugins, pairs);
        MailTo = $"mailto:?subject={Uri.EscapeDataString($"{settings.SiteName} for our site")}&body={Uri.EscapeDataString($"Could you put this on our page? What to paste, and how, stands here; it is free and takes three minutes:\r\n\r\n{links.Absolute(Path).AbsoluteUri}\r\n")}";
    }

    private string Known(string key, string usual, params IEnumerable<string> others) => others.FirstOrDefault(o => o == Request.Query[key]) ?? usual;

    private async Task ChooseAsync(CancellationToken cancel)
    {
        var asked = Request.Query.ToDictionary(q => q.Key, q => q.Value, StringComparer.Ordinal);
        if (WasSent)
        {
            foreach (var box in Boxes) asked[box] = asked.ContainsKey(box) ? "yes" : "no";
        }

        if (asked.TryGetValue("kind", out var named) && named.ToString() is { } kind && kind == WidgetChoices.NameOf(WidgetKind.Story)) await ChooseStoryAsync(asked, cancel);
        else kind = asked.GetValueOrDefault("kind") is { Count: > 0 } given ? given.ToString() : WidgetChoices.NameOf(WidgetKind.Headlines);
        // What could be read stands in the form again, whatever is wrong with the rest.
        if (!WidgetAsk.TryRead(kind, new QueryCollection(asked), out var ask, out var problem)) Problem ??= $"It could not be understood: {problem}";
        else if (ask.Choices.From.Any(of => NameOf(of).Length == 0)) Problem ??= "There is no such list any more. Choose another.";
        Choices = ask.Choices;
    }

    private async Task ChooseStoryAsync(Dictionary<string, StringValues> asked, CancellationToken cancel)
    {
        StoryAddress = asked.GetValueOrDefault(AddressKey).ToString().Trim();
        var path = Uri.TryCreate(StoryAddress, UriKind.Absolute, out var url) ? url.AbsolutePath : StoryAddress;
        var found = SiteLinks.IsStoryAddress(path) ? await newsstand.AtAsync(path, cancel) : null;
        if (StoryAddress.Length == 0) Problem = "Which story? Open it on our site, copy its address from the top of your browser, and paste it here.";
        else if (found is null) Problem = "This is no address of a story of ours. Open the story, and copy what stands at the top of your browser.";
        else if (found.Story.State != StoryState.Live) Problem = "This story was withdrawn. Choose another.";
        else asked["story"] = found.Story.Id.ToString("D");
    }

    /// <summary>Everything first, and what many churches choose; lists that bear one name together are named by commas.</summary>
    private async Task<IReadOnlyList<(string Title, IReadOnlyList<FeedChoice> Feeds)>> SourcesAsync(CancellationToken cancel)
    {
        var all = await FeedChoice.AllAsync(newsstand, settings.SiteName, cancel);
        var known = all.SelectMany(g => g.Feeds).Select(f => f.Of).ToHashSet(StringComparer.Ordinal);
        var presets = PluginPreset.All.Select(p => p with { Lists = [.. p.Lists.Where(known.Contains).Order(StringComparer.Ordinal)] }).Where(p => p.Lists.Count > 0);
        return [("What many churches choose", [.. all[0].Feeds, .. presets.Select(p => new FeedChoice(string.Join(',', p.Lists), p.Name))]), .. all.Skip(1)];
    }

    /// <summary>"" for a list that is not there.</summary>
    private string NameOf(string of) => Sources.Skip(1).SelectMany(g => g.Feeds).FirstOrDefault(f => f.Of == of)?.Name ?? "";

    /// <summary>A language has no page.</summary>
    private static string? PageOf(string of) => new FeedAddress(of, FeedFormat.Rss).Source is { Kind: { } kind and not NameKind.Language, Slug: { } slug } ? SiteLinks.To(kind, slug) : null;

    private static IEnumerable<string> CorrectionsOf(WidgetChoices choices)
    {
        if (choices.Paper is not { } paper) yield break;
        if (choices.Ink is { } ink && ink.ReadableOn(paper) is var inkShown && inkShown != ink) yield return $"#{ink.Hex} cannot be read on #{paper.Hex}: the text is shown in #{inkShown.Hex}.";
        if (choices.Accent is { } accent && accent.ReadableOn(paper) is var accentShown && accentShown != accent) yield return $"#{accent.Hex} cannot be read on #{paper.Hex}: the marks are shown in #{accentShown.Hex}.";
    }
}
