namespace WorthyNews.Newsroom.Safekeeping;

/// <summary>What the house needs to stand again elsewhere, besides its database: folders of the data directory. Settings are the operator's and are not among it.</summary>
/// <param name="dataDirectory">Full path.</param>
/// <param name="folders">By their names. Their files are written once and never changed, only removed.</param>
public sealed class Belongings(string dataDirectory, params string[] folders)
{
    /// <summary>All files of the folders, under their names in a backup ("pictures/a/b.jpg"), in their order. One may be gone before it is read.</summary>
    public IEnumerable<(string Part, string Path)> Files() =>
        from folder in folders
        let top = Path.Combine(dataDirectory, folder)
        where System.IO.Directory.Exists(top)
        from file in System.IO.Directory.EnumerateFiles(top, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        select (string.Join('/', Path.GetRelativePath(dataDirectory, file).Split(Path.DirectorySeparatorChar)), file);

    /// <summary>Where a part of a backup goes; null when it belongs in none of the folders.</summary>
    public string? PathOf(string part)
    {
        var steps = part.Split('/');
        var isOurs = steps.Length > 1 && folders.Contains(steps[0], StringComparer.Ordinal)
            && !steps.Any(step => step is "" or "." or ".." || step.AsSpan().ContainsAny('\\', ':', '\0'));
        return isOurs ? Path.Combine([dataDirectory, .. steps]) : null;
    }
}
