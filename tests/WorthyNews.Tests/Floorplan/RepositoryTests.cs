using System.IO.Enumeration;
using System.Text.RegularExpressions;

using WorthyNews.Tests.Floorplan.Reading;

namespace WorthyNews.Tests.Floorplan;

/// <summary>What the working copy holds, and where.</summary>
public sealed partial class RepositoryTests
{
    private const int MaxLines = 350;

    private static readonly string[] TopLevel =
    [
        "WorthyNews.sln", "src", "tests", "seeds", "docs", "README.md", "Directory.Build.props",
        ".gitignore", ".gitattributes", ".ci", ".git",
    ];

    [Fact]
    public void The_top_level_holds_only_what_a_newcomer_looks_for()
    {
        var ignored = Repository.LinesOf(".gitignore").Select(l => l.Trim('/', ' ')).Where(l => l.Length > 0 && l[0] is not ('#' or '!'));
        var expected = TopLevel.Concat(ignored).ToList();

        var others = new DirectoryInfo(Repository.Top).EnumerateFileSystemInfos().Select(e => e.Name)
            .Where(name => !expected.Exists(e => FileSystemName.MatchesSimpleExpression(e, name, ignoreCase: false)));

        Rule.Holds("At the top level stand the solution, its folders and the read-me", others);
    }

    [Fact]
    public void A_namespace_is_its_path()
    {
        var strays = from file in Repository.SourcesUnder("src")
            where Path.GetExtension(file) != ".css"        // there a namespace is one of XML
            from line in Repository.LinesOf(file)
            let said = Namespace().Match(line)
            where said.Success && said.Groups["name"].Value != Repository.NamespaceOf(file)
            select $"{file} says namespace {said.Groups["name"].Value}; its path says {Repository.NamespaceOf(file)}";

        Rule.Holds("A namespace is the path of its file", strays);
    }

    [Fact]
    public void Only_the_program_has_no_namespace()
    {
        var without = Repository.SourcesUnder("src").Where(f => Path.GetExtension(f) == ".cs" && Path.GetFileName(f) != "Program.cs")
            .Where(f => !Array.Exists(Repository.LinesOf(f), Namespace().IsMatch));

        Rule.Holds("A file says its namespace", without);
    }

    [Fact]
    public void A_file_is_short_enough_to_read()
    {
        var files = Repository.SourcesUnder("src").Concat(Repository.SourcesUnder("tests"));

        var tooLong = from file in files
            where !file.Contains("/Migrations/", StringComparison.Ordinal)
            let lines = Repository.LinesOf(file).Length
            where lines > MaxLines
            select $"{file} has {lines} lines, more than {MaxLines}";

        Rule.Holds("A file is about one thing and can be read at one sitting", tooLong);
    }

    [GeneratedRegex(@"^\s*@?namespace\s+(?<name>[\w.]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Namespace();
}
