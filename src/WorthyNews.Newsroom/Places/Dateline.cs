using System.Text.Json.Serialization;

using WorthyNews.Newsroom.Text;

namespace WorthyNews.Newsroom.Places;

/// <summary>A place that a dispatch is filed from.</summary>
/// <param name="Slug">Its key in the directory.</param>
/// <param name="Name">In normal case ("Kyiv"); each outlet sets it its own way.</param>
/// <param name="Country">As printed in the dateline, null when the dateline has none.</param>
public sealed record DatelinePlace(string Slug, string Name, string? Country = null)
{
    public string Name { get; init; } = CleanText.Label(Name);

    public string? Country { get; init; } = Country is null ? null : CleanText.Label(Country);

    /// <summary>Where it lies; null when nobody knows, or when it could be one of several places.</summary>
    public GeoPoint? Point { get; init; }

    /// <summary>
    /// The country it lies in today, ISO 3166-1 alpha-2 ("UA", "XK" for Kosovo), printed or not; null when nobody knows, and where the
    /// house names no country (Jerusalem).
    /// </summary>
    public string? CountryCode { get; init; }

    /// <summary>The printed country where the place is known to lie there; null when it is not, and for "SIMFEROPOL, Russia", which is printed and not believed.</summary>
    [JsonIgnore]
    public string? BelievedCountry => Point is null || PrintedLand.Read(Country)?.MayHold(CountryCode) == false ? null : Country;
}

/// <summary>The places, and if needed the day, a story is filed from.</summary>
/// <param name="Places">In the order of the copy, never null, may be empty.</param>
/// <param name="Day">As written in the copy ("July 12"), null when it has none. Not the time of publication.</param>
public sealed record Dateline(IReadOnlyList<DatelinePlace> Places, string? Day = null)
{
    public string? Day { get; init; } = Day is null ? null : CleanText.Label(Day);

    public static readonly Dateline None = new([]);

    /// <summary>The places in normal case, as the wire strings them: "Pyongyang/Moscow/Kyiv", "Budapest, Hungary"; empty without places.</summary>
    [JsonIgnore]
    public string PlacesText => string.Join('/', Places.Select(p => p.Country is null ? p.Name : $"{p.Name}, {p.Country}"));

    /// <summary>Places and day: "Worms, April 18".</summary>
    [JsonIgnore]
    public string Text => Day is null || Places.Count == 0 ? PlacesText : $"{PlacesText}, {Day}";

    /// <summary>What is run into the first line of the text.</summary>
    public LeadIn LeadIn(string? agency) => new(PlacesText, agency, Day);

    public bool Equals(Dateline? other) => other is not null && Day == other.Day && Places.SequenceEqual(other.Places);

    public override int GetHashCode() => HashCode.Combine(Day, Places.Count);
}
