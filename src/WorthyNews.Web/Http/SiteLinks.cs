using System.Globalization;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Web.Http;

/// <summary>Every address we print. Paths for our own pages; absolute ones start from Site:PublicUrl and never from what a visitor sent.</summary>
public sealed class SiteLinks(HouseSettings settings)
{
    /// <summary>The feed of everything, which each page names to programs.</summary>
    public const string Feed = "/feeds/all.rss";

    /// <summary>The front of the text edition.</summary>
    public const string Text = "/text";

    private const int MaxAddressChars = 400;

    /// <summary>The search, and its empty form.</summary>
    public const string Search = "/search";

    /// <summary>Where a reader turns on offline reading.</summary>
    public const string Offline = "/offline";

    public const string OfflineWorker = "/sw.js";

    /// <summary>The page of Worthy Plugins.</summary>
    public const string Plugins = "/plugins";

    /// <summary>The folder of what widgets load; its number goes up when what is pasted there would no longer do.</summary>
    public const string EmbedFiles = "/embed/v1/";

    /// <summary>The loader that is always the newest.</summary>
    public const string Loader = EmbedFiles + "worthy-news.js";

    /// <summary>How the loaders begin that never change.</summary>
    public const string NumberedLoader = EmbedFiles + "worthy-news-";

    /// <summary>The map of datelines.</summary>
    public const string Places = "/places";

    /// <summary>The world without dots.</summary>
    public const string WorldMap = "/maps/world.svg";

    /// <summary>What stands for a page where its link is shared, when the page has no picture of its own.</summary>
    public const string HouseCard = "/card.png";

    /// <summary>Headlines for a letter of somebody else's.</summary>
    public const string Newsletter = "/plugins/newsletter";

    /// <summary>Where a program asks how it may show an address of ours.</summary>
    public const string OEmbed = "/oembed";

    /// <summary>Where others ask to be told of changes.</summary>
    public const string Hub = "/hub";

    /// <summary>Who tells of changes of a feed: ours first, then those that the settings name.</summary>
    public IReadOnlyList<Uri> Hubs => [Absolute(Hub), .. settings.OutsideHubs];

    /// <summary>The header by which a feed says who tells of its changes, and under which name.</summary>
    /// <param name="path">Of the feed, with its options.</param>
    /// <remarks>Source: WebSub, 4.</remarks>
    public string HubLinks(string path) => string.Join(", ", [.. Hubs.Select(hub => $"<{hub.AbsoluteUri}>; rel=\"hub\""), $"<{Absolute(path).AbsoluteUri}>; rel=\"self\""]);

    public Uri Home => settings.PublicUrl;

    /// <summary>Path and query of an address of ours, as it was written.</summary>
    /// <returns>False when it is no address of ours.</returns>
    public bool TryPath(string url, out string path)
    {
        var home = settings.PublicUrl.AbsoluteUri;
        path = url.StartsWith(home, StringComparison.Ordinal) ? url[(home.Length - 1)..] : "";
        return path.Length > 0;
    }

    /// <summary>The path of a story from an address that somebody pasted: by http or https, with a query, a fragment or a stroke at its end.</summary>
    /// <returns>False when it cannot be the address of a story of ours.</returns>
    public bool TryStory(string url, out string address)
    {
        address = "";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var asked) || asked.Scheme is not ("http" or "https") || asked.UserInfo.Length > 0) return false;
        var isOurs = asked.IdnHost.Equals(Home.IdnHost, StringComparison.OrdinalIgnoreCase) && (asked.Port == Home.Port || (asked.IsDefaultPort && Home.IsDefaultPort));
        if (!isOurs || asked.AbsolutePath.TrimEnd('/') is not { } path || !IsStoryAddress(path)) return false;
        address = path;
        return true;
    }

    public Uri Absolute(string path) => new(settings.PublicUrl, path);

    /// <summary>How a program may show a story's address.</summary>
    /// <param name="format">"json" or "xml".</param>
    public Uri ToOEmbed(string address, string format) => Absolute($"{OEmbed}?url={Uri.EscapeDataString(Absolute(address).AbsoluteUri)}&format={format}");

    /// <summary>The page of a bureau, section, topic, contributor or place.</summary>
    public static string To(NameKind kind, string slug) => $"/{Folder(kind)}/{slug}";

    public static string To(DirectoryName name) => To(name.Kind, name.Slug);

    public static string ToDay(DateOnly day) => day.ToString("/yyyy/MM/dd", CultureInfo.InvariantCulture);

    /// <summary>The week on one page that has this day: <c>/week/2026-W48</c>.</summary>
    public static string ToWeek(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"/week/{ISOWeek.GetYear(day):0000}-W{ISOWeek.GetWeekOfYear(day):00}");

    /// <summary>The drawing of a dateline.</summary>
    public static string ToMap(string key) => $"/maps/{key}.svg";

    /// <summary>What stands for a story where its link is shared; the version makes those who keep pictures ask again.</summary>
    public static string ToCard(string address, int version) => string.Create(CultureInfo.InvariantCulture, $"{address}/card.png?v={version}");

    /// <summary>A front, day or story in the text edition.</summary>
    public static string ToText(string path) => path == "/" ? Text : Text + path;

    /// <summary>What was changed in a corrected story, word by word.</summary>
    public static string ToChanges(string address) => $"{address}/changes";

    /// <summary>Where a story is handed to those who print it on a page of theirs.</summary>
    public static string ToRepublish(string address) => $"{address}/republish";

    /// <summary>The page on which an error in a story can be told.</summary>
    public static string ToReport(string address) => $"/contact?story={Uri.EscapeDataString(address)}";

    /// <summary>Whether a text could be the address of a story: <c>/2026/11/23/slug</c>.</summary>
    public static bool IsStoryAddress(string? path) =>
        path is { Length: > 12 and <= MaxAddressChars } && path[0] == '/' && path[11] == '/' && Slug.TryParse(path[12..], null, out _)
        && DateOnly.TryParseExact(path.AsSpan(1, 10), "yyyy/MM/dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>Whether a text could be the address of a day: <c>/2026/11/23</c>.</summary>
    public static bool IsDay(string? path) => DateOnly.TryParseExact(path, "/yyyy/MM/dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

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
