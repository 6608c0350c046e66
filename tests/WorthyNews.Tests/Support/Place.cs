using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;

namespace WorthyNews.Tests.Support;

/// <summary>A folder that a person stands in, with a database of its own, to start the program from.</summary>
public sealed class Place : IAsyncDisposable
{
    private readonly TestStore store;

    private Place(TestStore store) => this.store = store;

    public string Folder => store.Folder;

    public static async Task<Place> NewAsync(bool isMigrated = true) => new(await TestStore.NewAsync(isMigrated));

    public void Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public Task<RunningProgram> RunAsync(params string[] args) => RunningProgram.RunAsync(Folder, "Testing", [.. store.Settings, .. args]);

    public RunningProgram Start(params string[] args) => RunningProgram.Start(Folder, "Testing", [.. store.Settings, .. args]);

    public NewsDb OpenDb() => TestStore.IsPostgres
        ? new PostgresNewsDb(new DbContextOptionsBuilder<PostgresNewsDb>().UseNpgsql(store.ConnectionString).Options)
        : new SqliteNewsDb(new DbContextOptionsBuilder<SqliteNewsDb>().UseSqlite(store.ConnectionString).Options);

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
