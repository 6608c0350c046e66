using WorthyNews.Newsroom.Directory;
using WorthyNews.Web.Http;

namespace WorthyNews.Web.Pages.Plugins;

/// <summary>What many churches ask for, under one name. Shown where the house has any of its lists.</summary>
/// <param name="Lists">As of feeds.</param>
public sealed record PluginPreset(string Name, IReadOnlyList<string> Lists)
{
    public static readonly IReadOnlyList<PluginPreset> All =
    [
        new("Persecuted church", [FeedAddress.OfName(NameKind.Section, "persecution"), FeedAddress.OfName(NameKind.Topic, "persecution")]),
        new("Europe", [FeedAddress.OfName(NameKind.Bureau, "europe")]),
        new("Israel and the Middle East", [FeedAddress.OfName(NameKind.Bureau, "jerusalem"), FeedAddress.OfName(NameKind.Bureau, "middle-east")]),
    ];
}
