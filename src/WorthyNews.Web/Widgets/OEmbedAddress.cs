using System.Diagnostics.CodeAnalysis;
using System.Globalization;

using Microsoft.AspNetCore.WebUtilities;

using WorthyNews.Web.Http;

namespace WorthyNews.Web.Widgets;

/// <summary>What a program asks of <c>/oembed</c>.</summary>
/// <param name="Url">As it was sent.</param>
/// <param name="IsXml">Else JSON.</param>
/// <param name="MaxWidth">Pixels; null for no limit, as <paramref name="MaxHeight"/>.</param>
/// <remarks>Source: oembed.com, 2.2.</remarks>
public sealed record OEmbedAddress(string Url, bool IsXml, int? MaxWidth, int? MaxHeight)
{
    /// <summary>More than any screen has; a larger limit is none.</summary>
    private const int MostPixels = 100_000;

    /// <summary>Path and query, in one spelling.</summary>
    public string Path => QueryHelpers.AddQueryString(SiteLinks.OEmbed, Pairs());

    /// <summary>Parameters of others are let be.</summary>
    /// <param name="status">What to answer when there is a problem.</param>
    /// <param name="problem">What is wrong, in a sentence; null when nothing is.</param>
    public static bool TryRead(IQueryCollection query, [NotNullWhen(true)] out OEmbedAddress? address, out int status, [NotNullWhen(false)] out string? problem)
    {
        (address, status, problem) = (null, StatusCodes.Status400BadRequest, null);
        var url = query["url"].ToString();
        var format = query["format"].ToString();
        var height = (int?)null;
        if (url.Length == 0) problem = "url is the address of a story, and is missing.";
        else if (format is not ("" or "json" or "xml")) (status, problem) = (StatusCodes.Status501NotImplemented, "format is json or xml.");
        else if (!TryPixels(query["maxwidth"].ToString(), out var width) || !TryPixels(query["maxheight"].ToString(), out height)) problem = "maxwidth and maxheight are whole numbers of pixels.";
        else address = new OEmbedAddress(url, format == "xml", width, height);
        return problem is null;
    }

    private IEnumerable<KeyValuePair<string, string?>> Pairs()
    {
        yield return new("url", Url);
        if (IsXml) yield return new("format", "xml");
        if (MaxWidth is { } width) yield return new("maxwidth", width.ToString(CultureInfo.InvariantCulture));
        if (MaxHeight is { } height) yield return new("maxheight", height.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Programs send an empty one for no limit.</summary>
    private static bool TryPixels(string said, out int? pixels)
    {
        pixels = null;
        if (said.Length == 0) return true;
        if (!said.All(char.IsAsciiDigit)) return false;
        if (said.TrimStart('0') is { Length: <= 6 } digits && int.Parse($"0{digits}", CultureInfo.InvariantCulture) is <= MostPixels and var few) pixels = few;
        return true;
    }
}
