using System.Net;
using System.Text;

using WorthyNews.Web.Http;
using WorthyNews.Web.Http.Widgets;

namespace WorthyNews.Web.Pages.Plugins;

/// <summary>What a volunteer pastes: links that cannot go stale, a frame for where scripts are taken out, and the element that shows the stories in their place.</summary>
/// <remarks>
/// Never a headline: it would outlive its kill. No style attribute either: a page with a strict policy would complain of it.
/// </remarks>
public sealed class PluginSnippet(SiteLinks links, HouseSettings settings)
{
    /// <param name="lists">Of the choices, by name, with their pages; empty for everything.</param>
    /// <param name="height">Of the frame, in pixels.</param>
    /// <param name="pinned">Null for the loader that is always the newest.</param>
    public string Write(WidgetChoices choices, IReadOnlyList<(string Name, string? Path)> lists, int height, LoaderFile? pinned = null)
    {
        var attributes = new StringBuilder();
        if (choices.Kind != WidgetKind.Headlines) Add(attributes, "kind", choices.KindName);
        foreach (var (key, value) in choices.Pairs()) Add(attributes, key, value!);
        var name = Encode(settings.SiteName);
        var script = pinned is null
            ? $"<script async src=\"{Whole(SiteLinks.Loader)}\"></script>"
            : $"<script async src=\"{Whole(pinned.Path)}\" integrity=\"{pinned.Integrity}\" crossorigin=\"anonymous\"></script>";
        return $"""
            <worthy-news{attributes}>
              <p>{Links(choices, lists)} News from <a href="{Whole("/")}">{name}</a>, free for churches: <a href="{Whole(SiteLinks.Plugins)}">Worthy Plugins</a>.</p>
              <iframe src="{Whole(choices.FramePath)}" title="{TitleOf(choices, lists)}" width="100%" height="{height}" frameborder="0" loading="lazy" referrerpolicy="no-referrer" sandbox="{WidgetChoices.Sandbox}"></iframe>
            </worthy-news>
            {script}
            """.ReplaceLineEndings("\n");
    }

    private string Links(WidgetChoices choices, IReadOnlyList<(string Name, string? Path)> lists)
    {
        if (choices.Kind == WidgetKind.Story) return $"<a href=\"{Whole(choices.FramePath)}\">The story</a>.";
        var named = lists.Where(l => l.Path is not null).Select(l => $"<a href=\"{Whole(l.Path!)}\">{Encode(l.Name)}</a>").ToList();
        return named.Count == 0 ? $"<a href=\"{Whole("/")}\">Latest news</a>." : $"Latest news: {string.Join(", ", named)}.";
    }

    private string TitleOf(WidgetChoices choices, IReadOnlyList<(string Name, string? Path)> lists)
    {
        var of = choices.Kind == WidgetKind.Story ? "A story" : lists.Count == 0 ? "Latest news" : $"Latest news: {string.Join(", ", lists.Select(l => l.Name))}";
        return Encode($"{of}, from {settings.SiteName}");
    }

    private string Whole(string path) => Encode(links.Absolute(path).AbsoluteUri);

    private static void Add(StringBuilder attributes, string key, string value) => attributes.Append(' ').Append(key).Append("=\"").Append(Encode(value)).Append('"');

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
