namespace WorthyNews.Newsroom.Data;

/// <summary>A file that was imported, so that importing it again is known: by its path, or, wherever it lies now, by its bytes.</summary>
public sealed class ImportedFile
{
    private ImportedFile()
    {
    }

    public ImportedFile(string path, string hash, Guid dispatchId, int revision, DateTimeOffset now)
    {
        Path = path;
        DispatchId = dispatchId;
        Take(hash, revision, now);
    }

    /// <summary>The full path, or for what the program ships <c>seeds/...</c>.</summary>
    public string Path { get; private set; } = "";

    /// <summary>SHA-256 of the bytes, in hex.</summary>
    public string Hash { get; private set; } = "";

    public Guid DispatchId { get; private set; }

    /// <summary>The revision it became.</summary>
    public int Revision { get; private set; }

    public DateTimeOffset At { get; private set; }

    public void Take(string hash, int revision, DateTimeOffset now) => (Hash, Revision, At) = (hash, revision, now);
}
