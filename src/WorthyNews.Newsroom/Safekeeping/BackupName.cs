using System.Globalization;

namespace WorthyNews.Newsroom.Safekeeping;

/// <summary>"worthynews-20261123T031500Z.zip": in the order of names they are in the order of time.</summary>
public static class BackupName
{
    private const string Before = "worthynews-";
    private const string After = ".zip";
    private const string Time = "yyyyMMdd'T'HHmmss'Z'";

    /// <param name="place">A folder, or a file within one.</param>
    /// <returns>The full path of the file; a folder that is not there yet is made if the one above it is.</returns>
    /// <exception cref="BackupRefusedException">There is no such folder.</exception>
    public static string In(string place, DateTimeOffset madeAt)
    {
        var full = Path.GetFullPath(place);
        var isFolder = System.IO.Directory.Exists(full) || Path.EndsInDirectorySeparator(place);
        var folder = Path.TrimEndingDirectorySeparator(isFolder ? full : Path.GetDirectoryName(full)!);
        var above = isFolder ? Path.GetDirectoryName(folder) ?? folder : folder;
        // Not the whole way: where a disk is not mounted, the backup would go to the wrong one.
        if (!System.IO.Directory.Exists(above)) throw new BackupRefusedException($"There is no folder {above}.");
        try
        {
            System.IO.Directory.CreateDirectory(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BackupRefusedException(error.Message, error);
        }

        return isFolder ? Path.Combine(folder, Before + madeAt.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture) + After) : full;
    }

    /// <summary>The files in a folder that bear such a name, newest first.</summary>
    public static IReadOnlyList<string> NewestFirst(string folder) =>
        [.. System.IO.Directory.EnumerateFiles(folder, Before + "*" + After).Where(IsOne).OrderByDescending(Path.GetFileName, StringComparer.Ordinal)];

    private static bool IsOne(string path) => DateTimeOffset.TryParseExact(
        Path.GetFileName(path)[Before.Length..^After.Length], Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);
}
