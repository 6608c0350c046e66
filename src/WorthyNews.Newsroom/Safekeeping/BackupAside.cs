namespace WorthyNews.Newsroom.Safekeeping;

/// <summary>The hidden folder beside a backup in which it is made: on the same disk, so that the last step is one renaming. Gone when disposed.</summary>
public sealed class BackupAside : IDisposable
{
    private const string Ending = ".partial";
    private const string Mark = "making";

    private readonly string folder;
    private readonly FileStream mark;

    private BackupAside(string folder, FileStream mark) => (this.folder, this.mark) = (folder, mark);

    /// <summary>Also takes away what makers that died have left there.</summary>
    /// <param name="path">The backup to be.</param>
    public static BackupAside Make(string path)
    {
        var beside = Path.GetDirectoryName(path)!;
        foreach (var left in System.IO.Directory.EnumerateDirectories(beside, ".*" + Ending)) RemoveIfDead(left);

        var aside = Path.Combine(beside, $".{Path.GetFileName(path)}.{Guid.NewGuid():n}{Ending}");
        // Copies lie in it with no lock of their own: drafts, and who stands behind a protected byline.
        if (OperatingSystem.IsWindows()) System.IO.Directory.CreateDirectory(aside);
        else System.IO.Directory.CreateDirectory(aside, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new BackupAside(aside, new FileStream(Path.Combine(aside, Mark), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1));
    }

    public string PathOf(string name) => Path.Combine(folder, name);

    public void Dispose()
    {
        mark.Dispose();
        System.IO.Directory.Delete(folder, recursive: true);
    }

    /// <summary>A living maker holds its mark; the system lets go of a dead one's.</summary>
    private static void RemoveIfDead(string left)
    {
        try
        {
            using (new FileStream(Path.Combine(left, Mark), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1))
            {
            }

            System.IO.Directory.Delete(left, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Alive, another's, or not marked yet.
        }
    }
}
