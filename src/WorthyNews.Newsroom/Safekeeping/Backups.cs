using System.Text.Json;

using WorthyNews.Newsroom.Text;

namespace WorthyNews.Newsroom.Safekeeping;

/// <summary>A backup that was made and proven by reading it back.</summary>
/// <param name="Path">Where it was put. It may have been moved since.</param>
/// <param name="MadeAt">The instant it shows.</param>
/// <param name="ProvenAt">When it was done.</param>
/// <param name="Bytes">Length of the file.</param>
/// <param name="NewestSequence">Of the wire.</param>
/// <param name="Seconds">How long making and proving took.</param>
public sealed record ProvenBackup(string Path, DateTimeOffset MadeAt, DateTimeOffset ProvenAt, long Bytes, long NewestSequence, double Seconds);

/// <summary>A nightly backup that was tried and not made.</summary>
/// <param name="Why">A sentence for an administrator.</param>
public sealed record FailedBackup(DateTimeOffset At, string Why);

/// <summary>What the house knows of its backups.</summary>
/// <param name="Last">The last proven one, by a night or by hand; null when there never was one.</param>
/// <param name="LastNightly">The last that a night made.</param>
/// <param name="Failure">The last night's failure; null once a later one was made.</param>
public sealed record BackupsKnown(ProvenBackup? Last, ProvenBackup? LastNightly, FailedBackup? Failure)
{
    public static readonly BackupsKnown None = new(null, null, null);
}

/// <summary>The record of backups, a small file beside the database: what an administrator's page asks. All processes on one database share it.</summary>
/// <param name="recordPath">Full path of the record.</param>
public sealed class Backups(string recordPath, TimeProvider time)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>What is recorded; nothing when the record is missing or cannot be read.</summary>
    public async Task<BackupsKnown> LastAsync(CancellationToken cancel)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupsKnown>(await File.ReadAllBytesAsync(recordPath, cancel), Json) ?? BackupsKnown.None;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return BackupsKnown.None;
        }
    }

    public async Task<ProvenBackup> KeepAsync(MadeBackup made, TimeSpan took, bool isNightly, CancellationToken cancel)
    {
        var proven = new ProvenBackup(made.Path, made.Manifest.MadeAt, time.Now(), made.Bytes, made.Manifest.Census.NewestSequence, Math.Round(took.TotalSeconds, 1));
        var known = await LastAsync(cancel);
        await WriteAsync(isNightly ? new BackupsKnown(proven, proven, null) : known with { Last = proven }, cancel);
        return proven;
    }

    public async Task KeepFailureAsync(string why, CancellationToken cancel) =>
        await WriteAsync(await LastAsync(cancel) with { Failure = new FailedBackup(time.Now(), why) }, cancel);

    /// <summary>By renaming: who reads meanwhile gets the old record or the new one.</summary>
    private async Task WriteAsync(BackupsKnown known, CancellationToken cancel)
    {
        var aside = $"{recordPath}.{Guid.NewGuid():n}";
        try
        {
            await File.WriteAllBytesAsync(aside, JsonSerializer.SerializeToUtf8Bytes(known, Json), cancel);
            File.Move(aside, recordPath, overwrite: true);
        }
        finally
        {
            File.Delete(aside);
        }
    }
}
