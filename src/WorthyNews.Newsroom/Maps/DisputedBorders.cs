using WorthyNews.Newsroom.Places;

namespace WorthyNews.Newsroom.Maps;

/// <summary>A line that is drawn dashed.</summary>
/// <param name="Between">A unit or country of the atlas.</param>
/// <param name="And">Another.</param>
/// <param name="Why">For the next editor who asks.</param>
/// <param name="Where">Which part of the line; null when all of it.</param>
internal sealed record DisputedBorder(string Between, string And, string Why, Func<GeoPoint, bool>? Where = null);

/// <summary>
/// Where we leave Natural Earth, which draws land as it is held. This list is the whole of our politics: the atlas has none.
/// The reasons, and what was left as it is, stand in docs/decisions/0012.
/// </summary>
internal static class DisputedBorders
{
    /// <summary>Pieces of land that go with a country; between such pieces no border is drawn, unless <see cref="Dashed"/> has it.</summary>
    public static readonly IReadOnlyDictionary<string, string> BelongsTo = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["UA-43"] = "UA",   // Crimea: UN General Assembly 68/262 (2014) and later resolutions
        ["EH-W"] = "EH",    // what Morocco holds of Western Sahara: Spain passed on no sovereignty, wrote the UN's legal counsel (S/2002/161)
        ["CY-N"] = "CY",    // the north of Cyprus: Security Council 541 (1983)
        ["CY-UN"] = "CY",   // the buffer zone between the two lines
        ["SO-SL"] = "SO",   // Somaliland: hardly recognised; its line is dashed
        ["KZ-BAI"] = "KZ",  // Baikonur: leased
        ["CU-GTM"] = "CU",  // Guantanamo Bay: leased
    };

    /// <summary>Land that is nobody's on our maps: never shaded, its lines not drawn unless dashed.</summary>
    public static readonly IReadOnlySet<string> Nobodys = new HashSet<string>(StringComparer.Ordinal)
    {
        "X-SIA",            // the Siachen glacier: India and Pakistan
        "X-KUR",            // Iturup, Kunashir, Shikotan: Japan and Russia
        "X-SPR", "X-SCA",   // reefs of the South China Sea
        "X-BNB", "X-SER",   // reefs of the Caribbean
        "GB-AKR", "GB-DHE", // the British bases on Cyprus: smaller than a stroke
    };

    public static readonly IReadOnlyList<DisputedBorder> Dashed =
    [
        new("EH-W", "MA", "Western Sahara, 27°40' N: on the UN's list of territories that do not govern themselves."),
        new("RS", "XK", "Kosovo: about half of the UN's members recognise it, Serbia does not."),
        new("CY-N", "CY-UN", "Cyprus: the cease-fire line of 1974; only Turkey recognises the north."),
        new("CY-N", "GB-DHE", "Cyprus: the same line along the British base."),
        new("SO", "SO-SL", "Somaliland: governs itself since 1991, is hardly recognised."),
        new("IN", "PK", "Kashmir: the line of control and the Jammu line, north of the Punjab.", p => p.Latitude > 32.3),
        new("IN", "X-SIA", "Kashmir: Siachen, beyond the last agreed point."),
        new("PK", "X-SIA", "Kashmir: Siachen."),
        new("CN", "X-SIA", "Kashmir: Siachen."),
        new("CN", "PK", "Kashmir: agreed by China and Pakistan in 1963, not by India."),
        new("CN", "IN", "Aksai Chin, Arunachal and between: a line of control; but Sikkim's is agreed.",
            p => p.Longitude is < 87 or > 90),
        new("IL", "PS", "The lines of 1949, and Gaza's: no agreed border."),
        new("IL", "SY", "Golan: the line of 1974; held by Israel, Syrian by Security Council 497 (1981)."),
        new("IL", "LB", "The Blue Line of 2000: a line of withdrawal, by the UN's own words no border."),
        new("JO", "PS", "The Jordan, as long as the other side is not settled."),
        new("SD", "SS", "Abyei: its status was left to a vote that was not held.", p => p.Longitude is > 27.6 and < 29.3),
        new("EG", "SD", "Hala'ib: the line of 1899 and the line of 1902.", p => p.Longitude > 33.1),
    ];

    /// <summary>Countries whose names are not set on a map of their own ground, since every form of them takes a side there.</summary>
    public static readonly IReadOnlySet<string> Unnamed = new HashSet<string>(StringComparer.Ordinal) { "IL", "PS" };

    /// <summary>
    /// Lands and those who claim them. On a map from such a land a rival's name does not stand alone: the land is named with it, or neither.
    /// </summary>
    public static readonly IReadOnlyList<(string Land, string Rival)> Rivals =
    [
        ("XK", "RS"),
        ("EH", "MA"),
        ("CY", "TR"), ("CY-N", "TR"), ("CY-UN", "TR"),
        ("SO-SL", "SO"),    // we have no name for it but its rival's
        ("TW", "CN"),
        ("UA-43", "RU"),
    ];

    public static string? OwnerOf(string unit) => Nobodys.Contains(unit) ? null : BelongsTo.GetValueOrDefault(unit, unit);

    /// <summary>The entry for a line between two units; null when it is an ordinary border or none.</summary>
    public static DisputedBorder? Between(string one, string other) => Dashed.FirstOrDefault(d =>
        (d.Between == one && d.And == other) || (d.Between == other && d.And == one));
}
