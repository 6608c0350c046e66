using System.Text.Json.Nodes;

using WorthyNews.Web.Http;

namespace WorthyNews.Web.Pages.Shared;

/// <summary>The house and its shelves in the words of schema.org.</summary>
/// <remarks>Source: schema.org NewsMediaOrganization and BreadcrumbList. Only pages that exist are named.</remarks>
public static class HouseData
{
    public static JsonObject Publisher(SiteLinks links, HouseSettings settings) => new()
    {
        ["@type"] = "NewsMediaOrganization",
        ["@id"] = links.Absolute("/about").AbsoluteUri + "#house",
        ["name"] = settings.SiteName,
        ["url"] = links.Home.AbsoluteUri,
        ["correctionsPolicy"] = links.Absolute("/corrections-policy").AbsoluteUri,
        ["contactPoint"] = new JsonObject
        {
            ["@type"] = "ContactPoint",
            ["contactType"] = "newsroom",
            ["url"] = links.Absolute("/contact").AbsoluteUri,
        },
    };

    public static HouseMarkup House(SiteLinks links, HouseSettings settings)
    {
        var house = Publisher(links, settings);
        house.Insert(0, "@context", "https://schema.org");
        return HouseMarkup.Of(house);
    }

    /// <summary>The way from the front page to a list.</summary>
    public static HouseMarkup Shelf(SiteLinks links, HouseSettings settings, string name, string path)
    {
        var crumbs = Breadcrumbs(links, settings, (name, path));
        crumbs.Insert(0, "@context", "https://schema.org");
        return HouseMarkup.Of(crumbs);
    }

    /// <param name="steps">After the front page, in order; the last is the page itself.</param>
    public static JsonObject Breadcrumbs(SiteLinks links, HouseSettings settings, params IEnumerable<(string Name, string Path)> steps) => new()
    {
        ["@type"] = "BreadcrumbList",
        ["itemListElement"] = new JsonArray([.. steps.Prepend((Name: settings.SiteName, Path: "/")).Select((step, index) => new JsonObject
        {
            ["@type"] = "ListItem",
            ["position"] = index + 1,
            ["name"] = step.Name,
            ["item"] = links.Absolute(step.Path).AbsoluteUri,
        })]),
    };
}
