using System.Diagnostics.CodeAnalysis;
using System.Globalization;

using WorthyNews.Newsroom.Newsstand;

namespace WorthyNews.Web.Feeds;

/// <summary>A page of changes as it is asked for. One spelling for each: what is usual is not written.</summary>
/// <param name="Since">Null for the beginning.</param>
/// <param name="Limit">How many changes at most, 1 to <see cref="MostChanges"/>.</param>
public sealed record ChangesAddress(WireCursor? Since, int Limit = ChangesAddress.UsualChanges)
{
    public const string Root = "/changes";
    public const int UsualChanges = 100;
    public const int MostChanges = 500;

    public string Path
    {
        get
        {
            var options = new List<string>();
            if (Since is { } since) options.Add($"since={since}");
            if (Limit != UsualChanges) options.Add(string.Create(CultureInfo.InvariantCulture, $"limit={Limit}"));
            return $"{Root}{(options.Count == 0 ? "" : "?")}{string.Join('&', options)}";
        }
    }

    /// <summary>Parameters of others are let be.</summary>
    /// <param name="problem">What is wrong, in a sentence; null when nothing is.</param>
    public static bool TryRead(IQueryCollection query, [NotNullWhen(true)] out ChangesAddress? address, [NotNullWhen(false)] out string? problem)
    {
        (address, problem) = (null, null);
        WireCursor? since = null;
        if (query.TryGetValue("since", out var place))
        {
            if (WireCursor.TryParse(place.ToString(), out var cursor)) since = cursor;
            else problem = "since is what an earlier answer gave in its next, or is left out to begin at the beginning.";
        }

        var limit = UsualChanges;
        if (problem is null && query.TryGetValue("limit", out var many) && (!int.TryParse(many, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > MostChanges))
            problem = $"limit is a number from 1 to {MostChanges}.";
        if (problem is not null) return false;
        address = new ChangesAddress(since, limit);
        return true;
    }
}
