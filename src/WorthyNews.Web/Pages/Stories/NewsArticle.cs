using System.Text.Json.Nodes;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Places;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Stories;

/// <summary>A live story in the words of schema.org.</summary>
/// <remarks>Source: schema.org NewsArticle, CorrectionComment, Place and WebPage.</remarks>
public static class NewsArticle
{
    public static HouseMarkup Of(
        Story story, string description, DirectoryName? section, IReadOnlyList<DirectoryName> places, IReadOnlyList<DirectoryName> contributors,
        SiteLinks links, HouseSettings settings)
    {
        var url = links.Absolute(story.Address).AbsoluteUri;
        var article = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "NewsArticle",
            ["@id"] = story.Urn,
            ["url"] = url,
            ["mainEntityOfPage"] = new JsonObject
            {
                ["@type"] = "WebPage",
                ["@id"] = url,
                ["breadcrumb"] = HouseData.Breadcrumbs(links, settings,
                [
                    .. section is { IsHidden: false } ? [(section.Name, SiteLinks.To(section))] : Array.Empty<(string, string)>(),
                    (story.Headline, story.Address),
                ]),
            },
            ["headline"] = story.Headline,
            ["datePublished"] = NewsTimes.Machine(story.PublishedAt),
            ["dateModified"] = NewsTimes.Machine(story.UpdatedAt),
            ["inLanguage"] = story.Language,
            ["image"] = links.Absolute(SiteLinks.ToCard(story.Address, story.Version)).AbsoluteUri,
            ["isAccessibleForFree"] = true,
            ["author"] = new JsonArray([.. story.Bylines.Select(b => Author(b, contributors, links, settings))]),
            ["publisher"] = HouseData.Publisher(links, settings),
        };
        if (description.Length > 0) article["description"] = description;
        if (story.Dateline.Text is { Length: > 0 } dateline) article["dateline"] = dateline;
        if (story.Dateline.Places.Count > 0) article["contentLocation"] = new JsonArray([.. story.Dateline.Places.Select(p => Location(p, places, links))]);
        if (section is not null) article["articleSection"] = section.Name;
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

    /// <summary>The place as it was printed, in the country that its point lies in.</summary>
    private static JsonObject Location(DatelinePlace place, IReadOnlyList<DirectoryName> places, SiteLinks links)
    {
        var known = places.FirstOrDefault(p => p.Slug == place.Slug);
        var location = new JsonObject { ["@type"] = "Place", ["name"] = place.Name };
        if (PlaceAddress.Of(place, place.Country ?? known?.Country) is { } lies)
        {
            var address = new JsonObject { ["@type"] = "PostalAddress", ["addressLocality"] = place.Name };
            if (lies.Region is { } region) address["addressRegion"] = region;
            address["addressCountry"] = lies.CountryCode;
            location["address"] = address;
        }

        if (place.Point is { } point) location["geo"] = new JsonObject { ["@type"] = "GeoCoordinates", ["latitude"] = point.Latitude, ["longitude"] = point.Longitude };
        if (known is { IsHidden: false }) location["url"] = links.Absolute(SiteLinks.To(known)).AbsoluteUri;
        return location;
    }

    private static JsonObject Correction(Notice notice) => new()
    {
        ["@type"] = "CorrectionComment",
        ["text"] = notice.Text,
        ["datePublished"] = NewsTimes.Machine(notice.At),
    };
}
