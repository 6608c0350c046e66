using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Data.Stores;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Importing;
using WorthyNews.Newsroom.Maps;
using WorthyNews.Newsroom.Publishing;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Newsroom.Seeding;

/// <summary>Fills an empty house with sample stories, and takes them away again.</summary>
/// <param name="folder">Where <c>directory.yaml</c>, <c>samples.yaml</c> and the files they name lie.</param>
public sealed class Samples(string folder, IDbContextFactory<NewsDb> contexts, IStore store, TimeProvider time)
{
    private static readonly Author By = Author.Operator("the samples");
    private const string KeyPrefix = "seeds/";
    private const string ClearNotice = "This was a sample, shown while the site was being set up. It has been cleared.";
    private const string ClearReason = "samples clear";

    /// <summary>Loads the samples into a house that holds nothing else; goes on where an earlier load was cut off. Does nothing otherwise.</summary>
    /// <exception cref="UnreadableCopyException">A sample or the plan is wrong.</exception>
    public async Task LoadIfEmptyAsync(CancellationToken cancel)
    {
        if (await HasWorkAsync(cancel)) return;
        var samples = await SamplePlan.SamplesAsync(folder, cancel);
        if (await IsPlayedAsync(samples, cancel)) return;

        var start = time.Now();
        var clock = new SetClock(time) { At = start.AddMinutes(-samples.SelectMany(s => s.Acts).Max(a => a.MinutesAgo) - 1) };
        var publishing = new PublishingDesk(contexts, store, clock);
        var import = new CopyImport(contexts, store, publishing, clock);
        await publishing.NameAsync(await SamplePlan.NamesAsync(folder, cancel), cancel);

        var acts = samples.SelectMany(sample => sample.Acts.Select(act => (sample, act))).OrderByDescending(a => a.act.MinutesAgo).ToList();
        // Maps are a third of the work, and a second core has nothing else to do.
        var ahead = Task.Run(() => DrawAheadAsync(import, acts, cancel), cancel);
        foreach (var (sample, act) in acts)
        {
            clock.At = start.AddMinutes(-act.MinutesAgo);
            await PlayAsync(import, publishing, sample, act, cancel);
        }

        await ahead;
    }

    private async Task DrawAheadAsync(CopyImport import, List<(PlannedSample Sample, PlannedAct Act)> acts, CancellationToken cancel)
    {
        try
        {
            foreach (var (sample, act) in acts.Where(a => a.Act.Verb == PlannedVerb.Publish))
                _ = DatelineMap.Of((await import.ReadAsync(Path.Combine(folder, act.File), OptionsFor(sample, act), cancel)).Copy.Dateline);
        }
        catch (UnreadableCopyException)
        {
            // The load comes to the same file, and says it.
        }
    }

    private static ImportOptions OptionsFor(PlannedSample sample, PlannedAct act) =>
        new(By, TimeZoneInfo.Utc, act.Verb == PlannedVerb.Publish, Defaults: sample.Defaults, Key: KeyPrefix + sample.File);

    /// <summary>Kills every sample that is in public and hides the invented contributors. The bureaus, sections, topics and places stay.</summary>
    /// <returns>How many stories were cleared.</returns>
    public async Task<int> ClearAsync(Author by, CancellationToken cancel)
    {
        List<Guid> ids;
        List<DirectoryName> names;
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            ids = await db.Stories.Where(c => c.Sample && c.State != Wire.StoryState.Killed)
                .Join(db.Dispatches, c => c.StoryId, d => d.StoryId, (_, d) => d.Id).ToListAsync(cancel);
            names = await db.Names.AsNoTracking().Where(n => n.IsSample && !n.IsHidden).ToListAsync(cancel);
        }

        var publishing = new PublishingDesk(contexts, store, time);
        foreach (var id in ids) await publishing.KillAsync(id, ClearNotice, ClearReason, by, cancel);
        await publishing.NameAsync(names.Select(n => n with { IsHidden = true }), cancel);
        return ids.Count;
    }

    private async Task PlayAsync(CopyImport import, PublishingDesk publishing, PlannedSample sample, PlannedAct act, CancellationToken cancel)
    {
        // A load that was cut off comes by again: what is public already stays as it is.
        if (act.Verb == PlannedVerb.Publish && await IsPublicAsync(KeyPrefix + sample.File, cancel)) return;

        var result = await import.ImportAsync(Path.Combine(folder, act.File), OptionsFor(sample, act), cancel);
        if (result.NotPublished.Count > 0) throw new UnreadableCopyException($"{act.File}: {string.Join(' ', result.NotPublished)}");

        var id = result.Dispatch.Id;
        if (act.Verb == PlannedVerb.Update) await publishing.UpdateAsync(id, result.Revision, By, cancel);
        if (act.Verb == PlannedVerb.Correct) await publishing.CorrectAsync(id, result.Revision, act.Notice, By, cancel);
        if (act.Verb == PlannedVerb.Retract) await publishing.RetractAsync(id, act.Notice, By, cancel);
        if (act.Verb == PlannedVerb.Kill) await publishing.KillAsync(id, act.Notice, act.Reason, By, cancel);
    }

    private async Task<bool> IsPublicAsync(string key, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.ImportedFiles.AnyAsync(f => f.Path == key && db.Dispatches.Any(d => d.Id == f.DispatchId && d.PublicVersion > 0), cancel);
    }

    /// <summary>True when anybody has begun to work here.</summary>
    private async Task<bool> HasWorkAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Acts.AnyAsync(a => a.By != By.Name, cancel);
    }

    /// <summary>Each act of the plan is one version of its story.</summary>
    private async Task<bool> IsPlayedAsync(IReadOnlyList<PlannedSample> samples, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var versions = await db.ImportedFiles.Where(f => f.Path.StartsWith(KeyPrefix))
            .Join(db.Dispatches, f => f.DispatchId, d => d.Id, (f, d) => new { f.Path, d.PublicVersion })
            .ToDictionaryAsync(f => f.Path, f => f.PublicVersion, cancel);
        return samples.All(sample => versions.GetValueOrDefault(KeyPrefix + sample.File) >= sample.Acts.Count);
    }
}
