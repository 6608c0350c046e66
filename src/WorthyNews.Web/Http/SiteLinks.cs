using System.Globalization;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Newsstand;

namespace WorthyNews.Web.Http;

/// <summary>Every address we print. Paths for our own pages; absolute ones start from Site:PublicUrl and never from what a visitor sent.</summary>
public sealed class SiteLinks(HouseSettings settings)
{
    /// <summary>The feed of everything, which each page names to programs.</summary>
    public const string Feed = "/feeds/all.rss";

    public Uri Home => settings.PublicUrl;

    public Uri Absolute(string path) => new(settings.PublicUrl, path);

    /// <summary>The page of a bureau, section, topic, contributor or place.</summary>
    public static string To(NameKind kind, string slug) => $"/{Folder(kind)}/{slug}";

    public static string To(DirectoryName name) => To(name.Kind, name.Slug);

    public static string ToDay(DateOnly day) => day.ToString("/yyyy/MM/dd", CultureInfo.InvariantCulture);

    /// <summary>The same list from an older story on.</summary>
    public static string Older(string path, Cursor cursor) => $"{path}?before={cursor}";

    public static string Folder(NameKind kind) => kind switch
    {
        NameKind.Bureau => "bureaus",
        NameKind.Section => "sections",
        NameKind.Topic => "topics",
        NameKind.Contributor => "contributors",
        NameKind.Place => "places",
        NameKind.Language => "languages",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
