using System.Text.RegularExpressions;

namespace WorthyNews.Tests.Floorplan.Reading;

/// <summary>The working copy that the tests were built from. Paths are from its top, with strokes.</summary>
internal static partial class Repository
{
    private static readonly string[] SourceEndings = [".cs", ".cshtml", ".css", ".js", ".php"];
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules"];

    public static string Top { get; } = FindTop();

    /// <summary>Program text under a folder, built and borrowed files left out.</summary>
    public static IEnumerable<string> SourcesUnder(string folder) =>
        from path in Directory.EnumerateFiles(Path.Combine(Top, folder), "*", SearchOption.AllDirectories)
        let file = Path.GetRelativePath(Top, path).Replace('\\', '/')
        where SourceEndings.Contains(Path.GetExtension(file)) && !file.Split('/').Intersect(NotOurs).Any()
              && !file.Contains("/wwwroot/lib/", StringComparison.Ordinal)
        orderby file
        select file;

    public static string[] LinesOf(string file) => File.ReadAllLines(Path.Combine(Top, file));

    /// <summary>Where a name of ours would stand: <c>WorthyNews.Web.Http.Health</c> at <c>src/WorthyNews.Web/Http/Health</c>.</summary>
    public static string PathOf(string name)
    {
        var parts = name.Split('.');
        if (parts.Length < 2) return name;
        var tree = parts[1] is "Tests" or "Bench" ? "tests" : "src";
        return string.Join('/', [tree, $"{parts[0]}.{parts[1]}", .. parts[2..]]);
    }

    /// <summary>The namespace that a file's folder asks for.</summary>
    public static string NamespaceOf(string file) => string.Join('.', file.Split('/')[1..^1]);

    /// <summary>The path, from the top, of a file as the compiler noted it, wherever that was.</summary>
    /// <returns>Null for what no person wrote.</returns>
    public static string? FromCompiler(string document)
    {
        var match = OurFile().Match(document.Replace('\\', '/'));
        return match.Success && !match.Value.Split('/').Intersect(NotOurs).Any() ? match.Value : null;
    }

    /// <summary>Names of ours as they are written out: <c>using</c> lines, and with them what the compiler leaves no trace of.</summary>
    public static IEnumerable<Mention> NamesWrittenIn(string file) =>
        from line in LinesOf(file)
        where !IsComment().IsMatch(line)
        from Match name in OurName().Matches(line)
        select new Mention(file, file, name.Value, PathOf(name.Value));

    private static string FindTop()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "WorthyNews.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No WorthyNews.sln above {AppContext.BaseDirectory}.");
    }

    [GeneratedRegex(@"(?<=/)(?:src|tests)/WorthyNews\.[^/]+/.+$", RegexOptions.RightToLeft | RegexOptions.CultureInvariant)]
    private static partial Regex OurFile();

    [GeneratedRegex(@"\bWorthyNews(?:\.\w+)+", RegexOptions.CultureInvariant)]
    private static partial Regex OurName();

    [GeneratedRegex(@"^\s*(?://|@?namespace\b)", RegexOptions.CultureInvariant)]
    private static partial Regex IsComment();
}
