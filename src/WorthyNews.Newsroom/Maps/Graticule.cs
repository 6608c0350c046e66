namespace WorthyNews.Newsroom.Maps;

/// <summary>Meridians and parallels, so that a wide map shows how it is bent.</summary>
internal static class Graticule
{
    public static List<List<Spot>> Lines(Frame frame)
    {
        var step = frame.KmPerPixel > 6 ? 20 : 10;
        var lines = new List<List<Vector>>();
        for (var longitude = -180; longitude < 180; longitude += step)
            lines.Add([.. Enumerable.Range(-8, 17).Select(i => Vector.Of(i * 10, longitude))]);
        for (var latitude = -80; latitude <= 80; latitude += step)
            lines.Add([.. Enumerable.Range(-36, 73).Select(i => Vector.Of(latitude, i * 5))]);
        return [.. from line in lines
            from seen in frame.Projection.Line(line)
            from cut in Clipping.Line([.. seen.Select(frame.On)], frame.Bleed)
            select cut];
    }
}
