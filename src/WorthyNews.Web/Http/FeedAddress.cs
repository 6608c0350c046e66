using System.Diagnostics.CodeAnalysis;
using System.Globalization;

using Microsoft.AspNetCore.WebUtilities;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Web.Http;

public enum FeedFormat
{
    Rss,
    Atom,
    Json,
}

/// <summary>A feed as it is asked for. One spelling for each: what is usual is not written.</summary>
/// <param name="Of">"all", "corrections", or as the page of a name: "topics/prayer".</param>
/// <param name="Items">1 to <see cref="MostItems"/>; notices of withdrawn stories come beside these.</param>
/// <param name="IsFull">Whole texts, or summaries only.</param>
/// <param name="Archive">Null for the feed of now.</param>
public sealed record FeedAddress(string Of, FeedFormat Format, int Items = FeedAddress.UsualItems, bool IsFull = true, FeedArchive? Archive = null)
{
    public const string All = "all";
    public const string Corrections = "corrections";
    public const int UsualItems = 50;
    public const int MostItems = 100;

    public const string ItemsKey = "items";
    public const string ContentKey = "content";

    /// <summary>The kinds of names that stand in the directory and have feeds, in the order in which people are shown them; languages stand apart.</summary>
    public static readonly IReadOnlyList<(NameKind Kind, string Title)> Kinds =
        [(NameKind.Bureau, "Bureaus"), (NameKind.Section, "Sections"), (NameKind.Topic, "Topics"), (NameKind.Place, "Places"), (NameKind.Contributor, "Contributors")];

    /// <inheritdoc cref="Of"/>
    public static string OfName(NameKind kind, string slug) => $"{SiteLinks.Folder(kind)}/{slug}";

    /// <summary>The same, as of now (null) or in an archive. How many items was said of the feed of now alone.</summary>
    public FeedAddress In(FeedArchive? archive) => this with { Archive = archive, Items = UsualItems };

    public string Path
    {
        get
        {
            var options = new List<string>();
            if (Items != UsualItems) options.Add(string.Create(CultureInfo.InvariantCulture, $"{ItemsKey}={Items}"));
            if (!IsFull) options.Add($"{ContentKey}=summary");
            return $"/feeds/{Of}{(Archive is null ? "" : $"/{Archive}")}.{Extension(Format)}{(options.Count == 0 ? "" : "?")}{string.Join('&', options)}";
        }
    }

    /// <summary>What its stories are listed under; null for the corrections, and for what has no feed.</summary>
    public FeedSource? Source
    {
        get
        {
            if (Of == All) return FeedSource.All;
            if (Of.Split('/') is not [var folder, var slug]) return null;
            foreach (var kind in Enum.GetValues<NameKind>())
            {
                if (SiteLinks.Folder(kind) == folder && (kind == NameKind.Language ? LanguageTag.IsValid(slug) : Slug.TryParse(slug, null, out _))) return new FeedSource(kind, slug);
            }

            return null;
        }
    }

    /// <summary>Reads an address in the one spelling that it has, as a feed says it of itself.</summary>
    /// <param name="path">Path and query.</param>
    public static bool TryParse(string path, [NotNullWhen(true)] out FeedAddress? address)
    {
        address = null;
        const string Folder = "/feeds/";
        var (before, query) = path.IndexOf('?', StringComparison.Ordinal) is > 0 and var mark ? (path[..mark], path[mark..]) : (path, "");
        if (before.LastIndexOf('.') is not (> 7 and var dot) || !before.StartsWith(Folder, StringComparison.Ordinal) || !TryFormat(before[(dot + 1)..], out var format)) return false;
        return TryRead(before[Folder.Length..dot], format, new QueryCollection(QueryHelpers.ParseQuery(query)), out address, out _)
            && address.Path == path && (address.Of == Corrections || address.Source is not null);
    }

    public static string Extension(FeedFormat format) => format switch
    {
        FeedFormat.Rss => "rss",
        FeedFormat.Atom => "atom",
        _ => "json",
    };

    /// <summary>As people say it.</summary>
    public static string NameOf(FeedFormat format) => format switch
    {
        FeedFormat.Rss => "RSS",
        FeedFormat.Atom => "Atom",
        _ => "JSON Feed",
    };

    /// <summary>Media type, as links to it say.</summary>
    public static string TypeOf(FeedFormat format) => format switch
    {
        FeedFormat.Rss => "application/rss+xml",
        FeedFormat.Atom => "application/atom+xml",
        _ => "application/feed+json",
    };

    public static bool TryFormat(string? extension, out FeedFormat format)
    {
        format = extension switch
        {
            "rss" => FeedFormat.Rss,
            "atom" => FeedFormat.Atom,
            _ => FeedFormat.Json,
        };
        return extension is "rss" or "atom" or "json";
    }

    /// <summary>Reads the options. Parameters of others, such as those that count clicks, are let be.</summary>
    /// <param name="problem">What is wrong, in a sentence; null when nothing is.</param>
    /// <param name="archive">In one, how many items is no question.</param>
    public static bool TryRead(string of, FeedFormat format, IQueryCollection query, [NotNullWhen(true)] out FeedAddress? address, [NotNullWhen(false)] out string? problem, FeedArchive? archive = null)
    {
        (address, problem) = (null, null);
        var items = UsualItems;
        if (archive is null && query.TryGetValue(ItemsKey, out var many) && (!int.TryParse(many, NumberStyles.None, CultureInfo.InvariantCulture, out items) || items is < 1 or > MostItems))
            problem = $"{ItemsKey} is a number from 1 to {MostItems}.";
        var content = "full";
        if (problem is null && query.TryGetValue(ContentKey, out var asked) && (content = asked.ToString()) is not ("full" or "summary"))
            problem = $"{ContentKey} is full or summary.";
        if (problem is not null) return false;
        address = new FeedAddress(of, format, items, content == "full", archive);
        return true;
    }
}
