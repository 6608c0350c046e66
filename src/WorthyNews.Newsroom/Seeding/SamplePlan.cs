using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Importing;

namespace WorthyNews.Newsroom.Seeding;

/// <summary>One thing that happens to a sample.</summary>
/// <param name="MinutesAgo">Before the first start.</param>
/// <param name="File">The file, from the folder of the samples on; for an update and a correction the new text.</param>
/// <param name="Notice">For the public; empty for a publication and an update.</param>
internal sealed record PlannedAct(PlannedVerb Verb, int MinutesAgo, string File, string Notice = "", string Reason = "");

internal enum PlannedVerb
{
    Publish,
    Update,
    Correct,
    Retract,
    Kill,
}

internal sealed record PlannedSample(string File, CopyDefaults Defaults, IReadOnlyList<PlannedAct> Acts);

/// <summary>Reads <c>directory.yaml</c> and <c>samples.yaml</c>.</summary>
internal static class SamplePlan
{
    /// <exception cref="UnreadableCopyException">A file is wrong; the message names file and line.</exception>
    public static async Task<IReadOnlyList<DirectoryName>> NamesAsync(string folder, CancellationToken cancel)
    {
        var directory = FrontMatter.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "directory.yaml"), cancel), "directory.yaml");
        List<DirectoryName> names =
        [
            .. Names(directory, "bureaus", NameKind.Bureau),
            .. Names(directory, "sections", NameKind.Section),
            .. Names(directory, "topics", NameKind.Topic),
            .. Names(directory, "contributors", NameKind.Contributor),
            .. Names(directory, "places", NameKind.Place),
        ];
        directory.RefuseTheRest();
        return names;
    }

    /// <exception cref="UnreadableCopyException">The plan is wrong; the message names the line.</exception>
    public static async Task<IReadOnlyList<PlannedSample>> SamplesAsync(string folder, CancellationToken cancel)
    {
        var plan = FrontMatter.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "samples.yaml"), cancel), "samples.yaml");
        var samples = plan.Maps("dispatches", "file").Select(Sample).ToList();
        plan.RefuseTheRest();
        return samples;
    }

    private static IEnumerable<DirectoryName> Names(FrontMatter directory, string key, NameKind kind) => directory.Maps(key).Select((map, order) =>
    {
        var name = new DirectoryName
        {
            Kind = kind,
            Slug = map.RequiredText("slug"),
            Name = map.RequiredText("name"),
            Description = map.Text("description") ?? map.Text("biography"),
            TimeZone = map.Text("time_zone"),
            Role = map.Text("role"),
            Bureau = map.Text("bureau"),
            IsDesk = map.Flag("desk") ?? false,
            Country = map.Text("country"),
            IsSample = kind == NameKind.Contributor,
            Order = order,
        };
        map.RefuseTheRest();
        return name;
    });

    private static PlannedSample Sample(FrontMatter map)
    {
        var file = map.RequiredText("file");
        var defaults = new CopyDefaults
        {
            Kicker = map.Text("kicker"),
            Standfirst = map.Text("standfirst")?.Trim(),
            Bureau = map.Text("bureau"),
            Section = map.Text("section"),
            Topics = map.Texts("topics"),
            Slug = Path.GetFileNameWithoutExtension(file),
            Sensitive = map.Flag("sensitive") ?? false,
            Sample = true,
        };
        List<PlannedAct> acts = [new(PlannedVerb.Publish, Minutes(map), file)];
        if (map.Map("update") is { } update) acts.Add(Finish(update, new(PlannedVerb.Update, Minutes(update), update.RequiredText("file"))));
        if (map.Map("correct") is { } correct) acts.Add(Finish(correct, new(PlannedVerb.Correct, Minutes(correct), correct.RequiredText("file"), correct.RequiredText("notice"))));
        if (map.Map("retract") is { } retract) acts.Add(Finish(retract, new(PlannedVerb.Retract, Minutes(retract), file, retract.RequiredText("notice"))));
        if (map.Map("kill") is { } kill) acts.Add(Finish(kill, new(PlannedVerb.Kill, Minutes(kill), file, kill.RequiredText("notice"), kill.RequiredText("reason"))));
        map.RefuseTheRest();
        return new PlannedSample(file, defaults, acts);
    }

    private static int Minutes(FrontMatter map) => map.Number("minutes_ago") ?? 0;

    private static PlannedAct Finish(FrontMatter map, PlannedAct act)
    {
        map.RefuseTheRest();
        return act;
    }
}
