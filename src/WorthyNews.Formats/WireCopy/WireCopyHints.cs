namespace WorthyNews.Formats.WireCopy;

/// <summary>Names the house knows, to tell "Europe" the bureau from Europe the place.</summary>
public sealed record WireCopyHints
{
    public string Agency { get; init; } = "Worthy News";

    public IReadOnlyList<string> Bureaus { get; init; } = ["Europe", "Middle East", "Jerusalem", "Asia", "Africa", "Americas"];

    /// <summary>Agencies whose copy the house receives; a dateline that names one of them is not doubted.</summary>
    public IReadOnlyList<string> OtherAgencies { get; init; } =
    [
        "AFP", "ANSA", "AP", "Baptist Press", "BosNewsLife", "BP", "CNA", "CNS", "DPA", "EFE", "Interfax", "KNA", "Reuters", "RNS", "UPI",
    ];

    /// <summary>True for the name of a large city that is no country's, state's or region's: "MOSCOW, KYIV" is two places. Null when the house has no map.</summary>
    public Func<string, bool>? IsCity { get; init; }

    /// <summary>True for the name of a country, state or region: "TORONTO, Ontario" is not doubted. Null when the house has no map.</summary>
    public Func<string, bool>? IsLand { get; init; }

    /// <summary>True when of all lands of a name only one has this place: "ATLANTA, Georgia" is not doubted. Null when the house has no map.</summary>
    public Func<string, string, bool>? IsInOneLand { get; init; }
}
