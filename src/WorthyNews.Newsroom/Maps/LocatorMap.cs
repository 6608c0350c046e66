using System.Text;
using System.Xml.Linq;

using WorthyNews.Newsroom.Places;

namespace WorthyNews.Newsroom.Maps;

/// <summary>Draws where a story was filed from. The same places give the same bytes.</summary>
public static class LocatorMap
{
    /// <summary>Of a drawing in UTF-8; never reached.</summary>
    public const int MaxBytes = 15_000;

    private const int GoodBytes = 14_200;

    /// <summary>About what a map weighs without its lines.</summary>
    private const int FixedBytes = 3_500;

    private const double MostFineness = 5000;
    private const int MaxDots = 24;

    /// <param name="places">In the order of the dateline; the same place twice is one. Of a dateline itself: <see cref="DatelineMap"/>.</param>
    /// <param name="size">The outlet.</param>
    /// <returns>Null when no place has a point on the earth.</returns>
    public static MapDrawing? Draw(IReadOnlyList<MapPlace> places, MapSize size = MapSize.Page)
    {
        var shown = places.Where(p => p.Point is { } at && IsOnEarth(at)).DistinctBy(p => (p.Name, p.Point)).ToList();
        if (shown.Count == 0) return null;

        var points = shown.ConvertAll(p => Vector.Of(p.Point!.Value));
        var frame = FramePlan.For(points, size);
        var alt = Whereabouts.Alt(shown);
        var sheet = new Sheet(frame, MapStyle.For(frame, size), shown, [.. points.Select(frame.On)]);

        for (var fineness = 0.4; ;)
        {
            var svg = SvgParts.Document(frame.Width, frame.Height, alt, sheet.Draw(fineness));
            var bytes = Encoding.UTF8.GetByteCount(svg);
            if (bytes <= GoodBytes || fineness > MostFineness) return new(svg, frame.Width, frame.Height, alt);
            fineness *= Math.Max(1.2, Math.Pow((double)(bytes - FixedBytes) / (GoodBytes - FixedBytes), 2));
        }
    }

    private static bool IsOnEarth(GeoPoint point) => point is { Latitude: >= -90 and <= 90, Longitude: >= -180 and <= 180 };

    /// <summary>One drawing in several finenesses; names are set once.</summary>
    private sealed class Sheet
    {
        private const double NameFineness = 1;
        private const double GraticuleKmPerPixel = 3.2;
        private readonly Frame frame;
        private readonly MapStyle style;
        private readonly Outlines outlines;
        private readonly List<AtlasCountry> focus;
        private readonly List<Spot> dots;
        private readonly Lettering lettering;
        private readonly List<(string Name, List<List<Spot>> Rings)> named;

        public Sheet(Frame frame, MapStyle style, List<MapPlace> places, List<Spot> spots)
        {
            this.frame = frame;
            this.style = style;
            outlines = new(frame);
            var countries = places.Select(Whereabouts.CountryOf).OfType<AtlasCountry>().Distinct().ToList();
            var disputed = outlines.InDispute();
            focus = countries.FindAll(c => !disputed.Contains(c.Code));
            dots = spots.Distinct().Take(MaxDots).ToList();

            named = Named(countries).ToList();
            lettering = Lettered(places, spots, countries.Count > 0 ? 1 : 0);
            // Without the rival there is room for another name, which may be a rival's too.
            while (NamedAlone(places) is { } rival)
            {
                named.RemoveAll(n => n.Name == rival);
                lettering = Lettered(places, spots, countries.Count > 0 ? 1 : 0);
            }
        }

        private Lettering Lettered(List<MapPlace> places, List<Spot> spots, int first)
        {
            var set = new Lettering(frame, style, dots);
            foreach (var (place, spot) in places.Zip(spots)) set.Place(Label.Clean(place.Name, 80), spot);
            var land = outlines.Rings(Atlas.World.Land, NameFineness, 4);
            foreach (var (name, rings) in named.Take(first)) set.Country(name, rings);
            set.Seas(land, 1);
            foreach (var (name, rings) in named.Skip(first)) set.Country(name, rings);
            set.Seas(land, 1);
            return set;
        }

        /// <summary>The name of a rival that stands on the map while the land that a place lies in does not; null when there is none.</summary>
        private string? NamedAlone(List<MapPlace> places) => (
            from land in places.Select(Whereabouts.LandOf)
            from dispute in DisputedBorders.Rivals
            where dispute.Land == land
            let rival = Atlas.World.Country(dispute.Rival)!.Name
            let own = Atlas.World.Country(DisputedBorders.OwnerOf(dispute.Land))!.Name
            where IsNamed(rival) && (own == rival || !IsNamed(own))
            select rival).FirstOrDefault();

        private bool IsNamed(string country) => lettering.Areas.Exists(a => a.Kind == "country" && a.Text.Equals(country, StringComparison.OrdinalIgnoreCase));

        public IEnumerable<XElement> Draw(double fineness)
        {
            var least = Math.Max(1.5, fineness * 2);
            var paper = SvgParts.Paper();
            if (frame.KmPerPixel > GraticuleKmPerPixel) Add(paper, "grat", Graticule.Lines(frame), closed: false);
            var land = SvgParts.Path(outlines.Rings(Atlas.World.Land, fineness, least), closed: true);
            if (land is not null) paper.Add(SvgParts.Land(style, land));
            Add(paper, "focus", [.. focus.SelectMany(c => outlines.Rings(c.Rings, fineness, least))], closed: true);
            if (land is not null) paper.Add(SvgParts.Coast(style));
            Add(paper, "border", outlines.Borders(isDisputed: false, fineness), closed: false);
            Add(paper, "dispute", outlines.Borders(isDisputed: true, fineness), closed: false);

            if (style.Sheet is { } sheet) yield return new(SvgParts.Svg + "style", sheet);
            yield return SvgParts.Sea(style, frame.Width, frame.Height);
            yield return paper;
            foreach (var name in lettering.Areas) yield return Area(name);
            foreach (var dot in dots)
                yield return SvgParts.At(style, dot, "", [SvgParts.Circle(style, "halo", style.Halo), SvgParts.Circle(style, "dot", style.Dot)]);
            foreach (var name in lettering.Cities)
                yield return SvgParts.At(style, name.Dot, name.FitsUpTo switch { 0 => "wide", 1 => "mid", _ => "" }, City(name));
        }

        /// <summary>Those of the dateline first, then the broad and near.</summary>
        private IEnumerable<(string Name, List<List<Spot>> Rings)> Named(List<AtlasCountry> first) =>
            from country in Atlas.World.Countries
            where !DisputedBorders.Unnamed.Contains(country.Code)
                && country.Rings.Any(r => Array.Exists(r, l => frame.Sees(Atlas.World.Arcs[l.Arc])))
            let rings = outlines.Rings(country.Rings, NameFineness, 60)
            let area = rings.Sum(r => Math.Abs(Outlines.Area(r)))
            where area > 1500
            orderby first.Contains(country) descending, Math.Min(area, 50_000) / (Nearest(rings) + 120) descending
            select (country.Name, rings);

        private double Nearest(List<List<Spot>> rings) => rings.Min(r => r.Min(p => dots.Min(d => d.DistanceTo(p))));

        private void Add(XElement into, string kind, List<List<Spot>> lines, bool closed)
        {
            if (SvgParts.Path(lines, closed) is { } path) into.Add(style.Dress(path, kind));
        }

        private XElement Area(AreaName name) => style.Dress(new XElement(SvgParts.Svg + "text",
            SvgParts.Number("x", name.Middle.X), SvgParts.Number("y", name.Middle.Y + (name.Kind == "water" ? style.Water : style.Land) * 0.35),
            new XAttribute("text-anchor", "middle"), name.Text), name.Kind, name.IsMinor ? "minor" : "");

        private IEnumerable<XElement> City(CityName name)
        {
            var box = lettering.BoxOf(name);
            var step = box.Height / name.Lines.Count;
            for (var i = 0; i < name.Lines.Count; i++)
            {
                var line = name.Lines[i];
                var runsLeft = Label.RunsLeft(line);
                var (x, anchor) = name.Side switch
                {
                    Side.Right => (box.Left - name.Dot.X, runsLeft ? "end" : "start"),
                    Side.Left => (box.Right - name.Dot.X, runsLeft ? "start" : "end"),
                    _ => (0, "middle"),
                };
                var text = new XElement(SvgParts.Svg + "text", SvgParts.Number("x", x), SvgParts.Number("y", box.Top - name.Dot.Y + step * (i + 0.5) + style.City * 0.35), line);
                if (anchor != "start") text.SetAttributeValue("text-anchor", anchor);
                if (runsLeft) text.SetAttributeValue("direction", "rtl");
                yield return style.Dress(text, "city");
            }
        }
    }
}
