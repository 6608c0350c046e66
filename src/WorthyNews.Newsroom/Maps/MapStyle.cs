using System.Globalization;
using System.Xml.Linq;

namespace WorthyNews.Newsroom.Maps;

/// <summary>How a map looks: either classes with a style sheet of its own, or plain attributes for programs that know no style sheets.</summary>
/// <param name="City">Font size of places, pixels of the map.</param>
/// <param name="Land">Font size of countries.</param>
/// <param name="Water">Font size of seas.</param>
/// <param name="Growth">How much dots and names grow at each of the widths in <see cref="Widths"/>, beginning with 1.</param>
internal sealed record MapStyle(double City, double Land, double Water, IReadOnlyList<double> Growth)
{
    /// <summary>Below these widths of the picture on the screen the next growth holds.</summary>
    public static readonly IReadOnlyList<int> Widths = [520, 300];

    /// <summary>How much names of countries grow at the first width; at the second they go.</summary>
    public double LandGrowth => Growth.Count > 1 ? Growth[1] * 1.06 : 1;

    public double Dot => City * 0.27;

    public double Halo => City * 0.42;

    public bool IsPlain => Growth.Count == 1;

    public static MapStyle For(Frame frame, MapSize size) => size switch
    {
        MapSize.Card => new(34, 23, 26, [1]),
        _ => frame.Width > 900 ? new(26, 19, 22, [1, 1.9, 2.7]) : new(23, 16, 19, [1, 1.65, 2.4]),
    };

    /// <summary>Says how an element is to look.</summary>
    public XElement Dress(XElement element, string kind, string more = "")
    {
        if (!IsPlain)
        {
            element.SetAttributeValue("class", more.Length == 0 ? kind : $"{kind} {more}");
            return element;
        }
        foreach (var pair in Plain(kind).Split(';'))
        {
            var at = pair.IndexOf(':', StringComparison.Ordinal);
            element.SetAttributeValue(pair[..at], pair[(at + 1)..]);
        }
        return element;
    }

    private string Plain(string kind) => kind switch
    {
        "sea" => "fill:#e3e9ec",
        "grat" => "fill:none;stroke:#cfd9de;stroke-width:1.6",
        "land" => "fill:#f7f4ec",
        "focus" => "fill:#e9e2d0",
        "coast" => "fill:none;stroke:#9aa5ab;stroke-width:2.4;stroke-linejoin:round",
        "border" => "fill:none;stroke:#b9b2a2;stroke-width:2.4;stroke-linejoin:round",
        "dispute" => "fill:none;stroke:#8f8876;stroke-width:2.8;stroke-dasharray:10 7",
        "dot" => "fill:#a3201d",
        "halo" => "fill:#ffffff",
        "city" => Letters("Instrument Sans, Helvetica Neue, Arial, Liberation Sans, sans-serif", City, "#171b24", "#f7f4ec") + ";font-weight:700",
        "water" => Letters("Newsreader, Georgia, Times New Roman, Liberation Serif, serif", Water, "#4b6470", "#e3e9ec") + ";font-style:italic",
        _ => Letters("Instrument Sans, Helvetica Neue, Arial, Liberation Sans, sans-serif", Land, "#5d5a50", "#f7f4ec")
            + Invariant($";letter-spacing:{Land * 0.1:0.##}"),
    };

    private static string Letters(string family, double size, string ink, string ground) =>
        Invariant($"font-family:{family};font-size:{size:0.##};fill:{ink};stroke:{ground};stroke-width:{size * 0.18:0.##};stroke-linejoin:round;paint-order:stroke");

    /// <summary>The style sheet; null when everything is said plainly.</summary>
    /// <remarks>Lines are drawn in a group at half its size (<see cref="PathText.Grid"/>), so their widths are double.</remarks>
    public string? Sheet => IsPlain ? null : Invariant($$"""
        :root{color-scheme:light dark}
        .sea{fill:#e3e9ec}.land{fill:#f7f4ec}.focus{fill:#e9e2d0}
        .grat,.coast,.border,.dispute{fill:none;stroke-linejoin:round}
        .grat{stroke:#cfd9de;stroke-width:1.6}.coast{stroke:#9aa5ab;stroke-width:1.8}.border{stroke:#c2bcae;stroke-width:1.8}.dispute{stroke:#8f8876;stroke-width:2.4;stroke-dasharray:8 6}
        text{font-family:"Instrument Sans","Helvetica Neue",Arial,sans-serif;paint-order:stroke;stroke-linejoin:round}
        .city{font-size:{{City}}px;font-weight:700;fill:#171b24;stroke:#f7f4ec;stroke-width:{{City * 0.2:0.#}}px}
        .country{font-size:{{Land}}px;letter-spacing:.1em;fill:#5d5a50;stroke:#f7f4ec;stroke-width:{{Land * 0.2:0.#}}px}
        .water{font-family:Newsreader,Georgia,"Times New Roman",serif;font-style:italic;font-size:{{Water}}px;fill:#4b6470}
        .dot{fill:#a3201d}.halo{fill:#fff}
        @media(prefers-color-scheme:dark){.sea{fill:#10151c}.grat{stroke:#1c242d}.land{fill:#242a33}.coast{stroke:#56616d}.border{stroke:#434c58}.dispute{stroke:#7c8794}.focus{fill:#333b46}
        .city{fill:#f1eee6;stroke:#171b22}.country{fill:#aeb2b8;stroke:#242a33}.water{fill:#8fa6b3}.dot{fill:#f08a78}.halo{fill:#10151c} }
        @media(max-width:{{Widths[0]}}px){.minor,.water,.wide{display:none}.p{transform:scale({{Growth[1]}})}.country{font-size:{{Land * LandGrowth:0.#}}px}.border,.coast{stroke-width:3}.dispute{stroke-width:3.4} }
        @media(max-width:{{Widths[1]}}px){.country,.mid{display:none}.p{transform:scale({{Growth[2]}})} }
        @media print{.sea{fill:#fff}.land{fill:#f2f2f2}.focus{fill:#ddd}.dot{fill:#000} }
        """).Replace("\n", "", StringComparison.Ordinal).Replace("} }", "}}", StringComparison.Ordinal);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
