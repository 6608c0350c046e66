using System.ComponentModel;
using System.Diagnostics;
using System.Xml.Linq;

using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Feeds;

/// <summary>The feeds of a house in use, as programs of others judge them: libxml2 by the schema of RFC 4287, and Python's feedparser.</summary>
public sealed class OtherReadersTests
{
    private const string Reading = """
        import feedparser, sys
        for path in sys.argv[1:]:
            read = feedparser.parse(path)
            assert read.bozo == 0, (path, read.get("bozo_exception"))
            assert read.version in ("rss20", "atom10"), (path, read.version)
            for entry in read.entries:
                assert entry.id.startswith("urn:uuid:"), (path, entry.id)
                assert entry.title, path
                assert entry.published_parsed, path
            print(len(read.entries))
        """;

    /// <summary>The schema of 1.1 points into that of 1.</summary>
    private const string Checking = """
        import json, os, sys, jsonschema
        folder, items = sys.argv[1], 0
        schemas = {name: json.load(open(os.path.join(folder, name))) for name in os.listdir(folder) if name.endswith(".json")}
        store = {}
        for name, schema in schemas.items():
            for known in (name, name[:-5], schema.get("id", ""), schema.get("$id", "")): store[known] = schema
        schema = schemas["feed.json"]
        check = jsonschema.Draft4Validator(schema, resolver=jsonschema.RefResolver("", schema, store), format_checker=jsonschema.FormatChecker())
        for path in sys.argv[2:]:
            feed = json.load(open(path, encoding="utf-8"))
            for error in check.iter_errors(feed): sys.exit(f"{path}: {list(error.path)}: {error.message[:300]}")
            items += len(feed["items"])
        print(items)
        """;

    [ProgramFact("xmllint", Needs = Schemas.Variable)]
    public async Task Every_atom_feed_is_as_its_schema_says()
    {
        await using var house = await HouseInUse.OpenAsync();
        var files = await house.SaveAsync("atom");

        // What others add is let be by the schema, so it may be checked as it is.
        var (code, output) = await RunAsync("xmllint", ["--noout", "--relaxng", Path.Combine(Schemas.Folder!, "atom", "atom.rng"), .. files]);

        Assert.True(code == 0, output);
        Assert.InRange(files.Count, 20, 100);
        Assert.Contains(files, f => f.EndsWith("2026-09.atom", StringComparison.Ordinal));
    }

    [ProgramFact("/usr/bin/python3", Tries = "import feedparser")]
    public async Task Another_reader_finds_no_fault_in_any_feed()
    {
        await using var house = await HouseInUse.OpenAsync();
        var files = (await house.SaveAsync("atom")).Concat(await house.SaveAsync("rss")).ToList();

        var (code, output) = await RunAsync("/usr/bin/python3", ["-c", Reading, .. files]);

        Assert.True(code == 0, output);
        Assert.Contains(output.Split('\n'), line => int.TryParse(line, out var entries) && entries > 1);
    }

    [ProgramFact("/usr/bin/python3", Tries = "import jsonschema", Needs = Schemas.Variable)]
    public async Task Every_json_feed_is_as_its_schema_says()
    {
        await using var house = await HouseInUse.OpenAsync();

        var (code, output) = await RunAsync("/usr/bin/python3", ["-W", "ignore", "-c", Checking, Path.Combine(Schemas.Folder!, "jsonfeed"), .. await house.SaveAsync("json")]);

        Assert.True(code == 0, output);
        Assert.InRange(int.Parse(output, System.Globalization.CultureInfo.InvariantCulture), 20, 500);
    }

    private static async Task<(int Code, string Output)> RunAsync(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(output));
    }

    /// <summary>Live, corrected, retracted and killed stories in two languages, with every sign that a feed may stumble over.</summary>
    private sealed class HouseInUse(SiteUnderTest site, string folder) : IAsyncDisposable
    {
        public static async Task<HouseInUse> OpenAsync()
        {
            var site = await SiteUnderTest.StartAsync();
            var none = CancellationToken.None;
            var corrected = await site.PublishAsync(Sample.Copy("AT&T <b> \"x\" ’ ]]> Told"));
            await site.Desk.CorrectAsync(corrected.Id, 1, "It was a Thursday, & not a Friday.", SiteUnderTest.By, none);
            await site.PublishAsync(Sample.Copy("المجمع يتفق") with { Language = "ar" });
            await site.PublishAsync(Sample.Copy("Headline Only") with { MaySyndicate = false });
            foreach (var month in new[] { -1, -2, -4 }) await site.PublishAsync(Sample.Copy("AT&T <b> \"x\" ’ ]]> Of Old"), Sample.Noon.AddMonths(month));
            var retracted = await site.PublishAsync(Sample.Copy("A Story Withdrawn"));
            await site.Desk.RetractAsync(retracted.Id, "It did not stand.", SiteUnderTest.By, none);
            var killed = await site.PublishAsync(Sample.Copy("A Story Killed"));
            await site.Desk.KillAsync(killed.Id, "It is gone.", "A reason.", SiteUnderTest.By, none);
            return new HouseInUse(site, System.IO.Directory.CreateTempSubdirectory("worthynews-feeds-").FullName);
        }

        /// <returns>The files of every feed in a format, with its archives.</returns>
        public async Task<IReadOnlyList<string>> SaveAsync(string format)
        {
            using var client = site.Visit();
            var listed = XDocument.Parse(await client.GetStringAsync("/feeds.opml")).Descendants("outline").Attributes("xmlUrl");
            var files = new List<string>();
            foreach (var feed in listed.Select(u => new Uri(u.Value).AbsolutePath[..^"rss".Length] + format))
            {
                // All that stands is in the feed of now, so it leads to the oldest archive at once, and that one on to the newer.
                for (var path = feed; path is not null;)
                {
                    files.Add(Path.Combine(folder, path.Replace('/', '_')));
                    await File.WriteAllBytesAsync(files[^1], await client.GetByteArrayAsync(path));
                    var read = await WalkedDocument.ReadAsync(client, path);
                    path = (read.IsArchive ? read.Next : read.Prev) is { } next ? new Uri(next).AbsolutePath : null;
                }
            }

            return files;
        }

        public async ValueTask DisposeAsync()
        {
            await site.DisposeAsync();
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }
}

/// <summary>A test that needs a program of Debian's: without it skipped with its name, under <c>CI=true</c> failed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProgramFactAttribute(string program) : FactAttribute
{
    /// <summary>A line of Python that must run.</summary>
    public string? Tries { get; init; }

    /// <summary>A variable that must be set; without it skipped under <c>CI=true</c> too.</summary>
    public string? Needs { get; init; }

    public override string? Skip
    {
        get => Needs is not null && Environment.GetEnvironmentVariable(Needs) is null ? $"{Needs} is not set"
            : Environment.GetEnvironmentVariable("CI") == "true" || IsThere() ? base.Skip
            : $"{program}{(Tries is null ? "" : $" ({Tries})")} is not here";
        set => base.Skip = value;
    }

    private bool IsThere()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, Tries is null ? ["--version"] : ["-c", Tries]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
