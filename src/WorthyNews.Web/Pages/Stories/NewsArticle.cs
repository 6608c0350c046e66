using System.Text.Json.Nodes;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Stories;

/// <summary>A live story in the words of schema.org.</summary>
/// <remarks>Source: schema.org NewsArticle, CorrectionComment and NewsMediaOrganization.</remarks>
public static class NewsArticle
{
    public static HouseMarkup Of(
        Story story, string description, string? section, IReadOnlyList<DirectoryName> contributors, SiteLinks links, HouseSettings settings)
    {
        var url = links.Absolute(story.Address).AbsoluteUri;
        var article = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "NewsArticle",
            ["@id"] = story.Urn,
            ["url"] = url,
            ["mainEntityOfPage"] = url,
            ["headline"] = story.Headline,
            ["datePublished"] = NewsTimes.Machine(story.PublishedAt),
            ["dateModified"] = NewsTimes.Machine(story.UpdatedAt),
            ["inLanguage"] = story.Language,
            ["isAccessibleForFree"] = true,
            ["author"] = new JsonArray([.. story.Bylines.Select(b => Author(b, contributors, links, settings))]),
            ["publisher"] = new JsonObject
            {
                ["@type"] = "NewsMediaOrganization",
                ["name"] = settings.SiteName,
                ["url"] = links.Home.AbsoluteUri,
            },
        };
        if (description.Length > 0) article["description"] = description;
        if (story.Dateline.Text is { Length: > 0 } dateline) article["dateline"] = dateline;
        if (section is not null) article["articleSection"] = section;
        if (story.IsCorrected) article["correction"] = new JsonArray([.. story.Notices.Where(n => n.Kind == WireKind.Corrected).Select(Correction)]);
        return HouseMarkup.Of(article);
    }

    private static JsonObject Author(Byline byline, IReadOnlyList<DirectoryName> contributors, SiteLinks links, HouseSettings settings)
    {
        var behind = contributors.FirstOrDefault(c => c.Slug == byline.Contributor);
        var author = new JsonObject
        {
            ["@type"] = behind?.IsDesk == true || byline.Name == settings.SiteName ? "Organization" : "Person",
            ["name"] = byline.Name,
        };
        if (behind is { IsHidden: false }) author["url"] = links.Absolute(SiteLinks.To(behind)).AbsoluteUri;
        return author;
    }

    private static JsonObject Correction(Notice notice) => new()
    {
        ["@type"] = "CorrectionComment",
        ["text"] = notice.Text,
        ["datePublished"] = NewsTimes.Machine(notice.At),
    };
}
