using System.Globalization;

using WorthyNews.Formats.WireCopy;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Importing;

namespace WorthyNews.Web.Commands;

/// <summary>Tells a person what an import understood and doubts: all of it for a few files, only the doubts for many.</summary>
internal sealed class ImportReport(int files, TextWriter output, TextWriter progress)
{
    private const int FewFiles = 12;
    private const int ProgressEvery = 100;
    private const int SourceChars = 70;

    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private int seen;
    private int failed;

    public void Done(string path, ImportResult result)
    {
        var what = What(result);
        Count(what);
        var where = result.Dispatch.Address is { } address && result.Dispatch.Public == PublicState.Live ? $"  {address}" : "";
        output.WriteLine($"{path}: {what}{where}");
        if (result.Outcome != ImportOutcome.Unchanged && files <= FewFiles)
        {
            foreach (var finding in result.Read.Findings) output.WriteLine($"  {Mark(finding.Sureness)} {finding.Field}: {Short(finding.Value)}{Source(finding)}");
        }

        if (result.Outcome != ImportOutcome.Unchanged || result.NotPublished.Count > 0)
        {
            foreach (var doubt in result.Read.Doubts) output.WriteLine($"  ? {doubt}");
        }

        if (result.Dispatch is { ScheduledRevision: { } scheduled } && scheduled != result.Revision)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  ! Revision {scheduled} still goes out at {result.Dispatch.PublishAt:yyyy-MM-dd HH:mm} UTC. With --publish this one goes out now, with --publish --at then."));
        foreach (var reason in result.NotPublished) output.WriteLine($"  ! Not published: {reason}");
        if (result.NotPublished.Count > 0) failed++;
        Tick();
    }

    public void Failed(string path, string why)
    {
        failed++;
        Count("failed");
        output.WriteLine($"{path}: failed");
        output.WriteLine($"  ! {why}");
        Tick();
    }

    /// <returns>True when nothing failed.</returns>
    public bool End()
    {
        var parts = counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Value} {c.Key}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files} {(files == 1 ? "file" : "files")}: {string.Join(", ", parts)}."));
        return failed == 0;
    }

    private static string What(ImportResult result) => (result.Outcome, result.Published, result.Dispatch.Public) switch
    {
        (_, Verb.Publish, _) => "published",
        (_, Verb.Schedule, _) => $"scheduled for {result.Dispatch.PublishAt?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC",
        (_, Verb.Update, _) => $"revision {result.Revision}, story updated",
        (ImportOutcome.Imported, _, _) => "imported as a draft",
        (ImportOutcome.Revised, _, _) => $"changed, now draft revision {result.Revision}",
        (_, _, PublicState.Retracted) => "unchanged, and retracted",
        (_, _, PublicState.Killed) => "unchanged, and killed",
        _ => "unchanged",
    };

    private static char Mark(Sureness sureness) => sureness switch
    {
        Sureness.Sure => '✓',
        Sureness.Likely => '≈',
        _ => '?',
    };

    private static string Source(Finding finding) =>
        finding.Source.Length == 0 || finding.Source == finding.Value ? "" : $"   ← {Short(finding.Source)}";

    private static string Short(string text)
    {
        var line = string.Join(' ', text.Split(['\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= SourceChars) return line;
        var cut = char.IsHighSurrogate(line[SourceChars - 1]) ? SourceChars - 1 : SourceChars;
        return line[..cut] + "…";
    }

    private void Count(string what)
    {
        if (what.StartsWith("changed", StringComparison.Ordinal)) what = "changed";
        if (what.StartsWith("revision", StringComparison.Ordinal)) what = "updated";
        if (what.StartsWith("scheduled", StringComparison.Ordinal)) what = "scheduled";
        counts[what] = counts.GetValueOrDefault(what) + 1;
    }

    private void Tick()
    {
        if (++seen % ProgressEvery == 0 && seen < files) progress.WriteLine($"… {seen} of {files}");
    }
}
