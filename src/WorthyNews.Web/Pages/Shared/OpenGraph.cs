namespace WorthyNews.Web.Pages.Shared;

/// <remarks>Source: ogp.me: a locale is language_TERRITORY.</remarks>
public static class OpenGraph
{
    /// <summary>Null when the tag names no territory, for we do not guess one.</summary>
    public static string? Locale(string language)
    {
        if (language == "en") return "en_US";
        var parts = language.Split('-');
        var territory = parts.Skip(1).FirstOrDefault(p => p.Length == 2 && p.All(char.IsAsciiLetter));
        return territory is null ? null : $"{parts[0].ToLowerInvariant()}_{territory.ToUpperInvariant()}";
    }
}
