using System.Data.Common;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Data.Stores;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Editing;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Publishing;
using WorthyNews.Newsroom.Staff;

namespace WorthyNews.Tests.Support;

/// <summary>The rooms of the desk on a real database of their own, with a clock in hand and no site around them.</summary>
public sealed class DeskUnderTest : IAsyncDisposable
{
    public static readonly Author Ann = new(Guid.CreateVersion7(), "Ann");
    public static readonly Author Ben = new(Guid.CreateVersion7(), "Ben");

    private readonly ServiceProvider rooms;

    private DeskUnderTest(TestStore store, ServiceProvider rooms) => (Store, this.rooms) = (store, rooms);

    public TestStore Store { get; }

    public FakeTimeProvider Clock => (FakeTimeProvider)rooms.GetRequiredService<TimeProvider>();

    public EditingDesk Editing => rooms.GetRequiredService<EditingDesk>();

    public WorkingCopies WorkingCopies => rooms.GetRequiredService<WorkingCopies>();

    public PreviewLinks Previews => rooms.GetRequiredService<PreviewLinks>();

    public Checking Checking => rooms.GetRequiredService<Checking>();

    public PublishingDesk Publishing => rooms.GetRequiredService<PublishingDesk>();

    public Newsstand Newsstand => rooms.GetRequiredService<Newsstand>();

    /// <param name="isHasty">Nothing waits for the disk: for tests that write ten thousand times.</param>
    /// <param name="seconds">How long a command waits for the database; the usual 30 when null.</param>
    public static async Task<DeskUnderTest> OpenAsync(bool isHasty = false, int? seconds = null)
    {
        var store = await TestStore.NewAsync();
        var clock = new FakeTimeProvider(Sample.Noon);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddNewsDatabase(_ => store.Open(clock, seconds));
        services.AddSingleton<EditingDesk>().AddSingleton<WorkingCopies>().AddSingleton<PreviewLinks>().AddSingleton<Checking>();
        services.AddSingleton<PublishingDesk>().AddSingleton<Newsstand>();
        if (isHasty)
        {
            services.ConfigureDbContext<SqliteNewsDb>(options => options.AddInterceptors(new Haste("PRAGMA synchronous = OFF; PRAGMA secure_delete = OFF;")));
            services.ConfigureDbContext<PostgresNewsDb>(options => options.AddInterceptors(new Haste("SET synchronous_commit = off")));
        }

        return new DeskUnderTest(store, services.BuildServiceProvider());
    }

    public NewsDb OpenDb() => rooms.GetRequiredService<IDbContextFactory<NewsDb>>().CreateDbContext();

    /// <summary>A dispatch of Ann's with one revision.</summary>
    public async Task<Guid> DraftAsync(Copy? copy = null)
    {
        var saved = await Editing.CreateAsync(copy ?? Sample.Copy(), Ann, CancellationToken.None);
        return Assert.IsType<SaveResult.Saved>(saved).DispatchId;
    }

    /// <summary>A dispatch of Ann's that Ben approved and published.</summary>
    public async Task<Guid> PublishedAsync(Copy? copy = null)
    {
        var id = await DraftAsync(copy);
        await Editing.ApproveAsync(id, 1, null, Ben, CancellationToken.None);
        await Publishing.PublishAsync(id, 1, null, Ben, CancellationToken.None);
        return id;
    }

    /// <summary>Somebody who has an account with one role.</summary>
    /// <param name="bureau">A slug; null for all.</param>
    public async Task<Author> PersonAsync(Role role, string? bureau = null)
    {
        var name = $"{role}-{Guid.NewGuid():N}"[..16].ToLowerInvariant();
        var person = new Person(name, name, Clock.GetUtcNow());
        person.Grant([new GrantedRole(role, bureau)]);
        await using var db = OpenDb();
        db.People.Add(person);
        await db.SaveChangesAsync();
        return new Author(person.Id, name);
    }

    public async Task<Dispatch> ReadAsync(Guid id)
    {
        await using var db = OpenDb();
        return await db.Dispatches.AsNoTracking().Include(d => d.Revisions).Include(d => d.Acts).AsSplitQuery().SingleAsync(d => d.Id == id);
    }

    public async ValueTask DisposeAsync()
    {
        await rooms.DisposeAsync();
        await Store.DisposeAsync();
    }

    private sealed class Haste(string statements) : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = statements;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = statements;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
