namespace WorthyNews.Tests.Floorplan.Plan;

/// <summary>A folder, or a single file, with a place on the plan.</summary>
/// <param name="Path">From the top of the repository, a file without its ending: <c>src/WorthyNews.Newsroom/Text</c>.</param>
internal sealed record Room(string Path, Entry Entry)
{
    public string Name { get; } = Path[(Path.LastIndexOfAny(['/', '.']) + 1)..];

    /// <summary>Full names of types behind the counter that this outlet reads from all the same.</summary>
    public IReadOnlyList<string> MayName { get; private init; } = [];

    public static Room Open(string path) => new(path, Entry.Open);

    /// <summary>A room where drafts lie, or that can get at them.</summary>
    public static Room StaffOnly(string path) => new(path, Entry.StaffOnly);

    /// <summary>A room that shows stories to the public.</summary>
    public static Room Outlet(string path, params string[] mayName) => new(path, Entry.Public) { MayName = mayName };

    public bool Holds(string file) => file == Path || file == Path + ".cs" || file.StartsWith(Path + "/", StringComparison.Ordinal);
}

internal enum Entry
{
    /// <summary>Any room after it may use it.</summary>
    Open,

    /// <summary>Outlets may not use it.</summary>
    StaffOnly,

    /// <summary>The public stands here.</summary>
    Public,
}
