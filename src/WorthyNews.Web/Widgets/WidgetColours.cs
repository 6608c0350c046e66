using WorthyNews.Web.Http.Widgets;

namespace WorthyNews.Web.Widgets;

/// <summary>The colours of a frame in words of CSS: those that were chosen, made readable. The loader does the same for the element.</summary>
internal static class WidgetColours
{
    private static readonly Scheme Light = new("l", new(0xff, 0xff, 0xff), new(0x17, 0x1b, 0x24), new(0xa3, 0x20, 0x1d));
    private static readonly Scheme Dark = new("d", new(0x17, 0x1c, 0x24), new(0xf0, 0xec, 0xe3), new(0xf2, 0x95, 0x83));

    /// <returns>Declarations of custom properties; empty when nothing was chosen.</returns>
    public static string Of(WidgetChoices choices)
    {
        if (choices is { Ink: null, Paper: null, Accent: null }) return "";
        return string.Concat(new[] { Light, Dark }.SelectMany(scheme => Declarations(scheme, choices)));
    }

    private static IEnumerable<string> Declarations(Scheme scheme, WidgetChoices choices)
    {
        var paper = choices.Paper ?? scheme.Paper;
        // On a ground of one's own the usual ink is that of its kind, whatever the visitor prefers.
        var usual = choices.Paper is null ? scheme : paper.IsDark ? Dark : Light;
        var ink = (choices.Ink ?? usual.Ink).ReadableOn(paper);
        yield return $"--p{scheme.Letter}:#{paper.Hex};";
        yield return $"--i{scheme.Letter}:#{ink.Hex};";
        yield return $"--q{scheme.Letter}:#{ink.Mixed(paper, 6, 20).ReadableOn(paper).Hex};";
        yield return $"--r{scheme.Letter}:#{ink.Mixed(paper, 16, 20).Hex};";
        yield return $"--a{scheme.Letter}:#{(choices.Accent ?? usual.Accent).ReadableOn(paper).Hex};";
    }

    private sealed record Scheme(string Letter, Colour Paper, Colour Ink, Colour Accent);
}
