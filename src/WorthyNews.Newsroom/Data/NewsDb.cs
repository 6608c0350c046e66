using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

using WorthyNews.Newsroom.Data.Stores;
using WorthyNews.Newsroom.Data.Tables;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Syndication;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Data;

/// <summary>Everything the house holds. Opened by the desk and the work rooms only; outlets have <see cref="WireDb"/>.</summary>
public abstract class NewsDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<Dispatch> Dispatches => Set<Dispatch>();

    public DbSet<Revision> Revisions => Set<Revision>();

    public DbSet<Act> Acts => Set<Act>();

    public DbSet<WatchedName> WatchedNames => Set<WatchedName>();

    public DbSet<DeskNote> DeskNotes => Set<DeskNote>();

    public DbSet<WorkingCopy> WorkingCopies => Set<WorkingCopy>();

    public DbSet<Presence> Presences => Set<Presence>();

    public DbSet<PreviewLink> PreviewLinks => Set<PreviewLink>();

    public DbSet<DeskSettings> DeskSettings => Set<DeskSettings>();

    public DbSet<ImportedFile> ImportedFiles => Set<ImportedFile>();

    public DbSet<StandingFault> FeedFaults => Set<StandingFault>();

    public DbSet<WireTail> WireTails => Set<WireTail>();

    public DbSet<WireEntry> WireEntries => Set<WireEntry>();

    public DbSet<StoryCard> Stories => Set<StoryCard>();

    public DbSet<Listing> Listings => Set<Listing>();

    public DbSet<FormerListing> FormerListings => Set<FormerListing>();

    public DbSet<SearchText> SearchTexts => Set<SearchText>();

    public DbSet<DrawnMap> Maps => Set<DrawnMap>();

    public DbSet<CardPicture> CardPictures => Set<CardPicture>();

    public DbSet<Address> Addresses => Set<Address>();

    public DbSet<DirectoryName> Names => Set<DirectoryName>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<DeskSession> DeskSessions => Set<DeskSession>();

    public DbSet<OneTimeLink> OneTimeLinks => Set<OneTimeLink>();

    public DbSet<AuditLine> AuditLines => Set<AuditLine>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    public DbSet<Subscription> Subscriptions => Set<Subscription>();

    public DbSet<SubscriptionRequest> SubscriptionRequests => Set<SubscriptionRequest>();

    /// <exception cref="InvalidOperationException">A line of the audit would be changed or deleted.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        KeepTheAudit();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc cref="SaveChanges(bool)"/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        KeepTheAudit();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    private void KeepTheAudit()
    {
        if (ChangeTracker.Entries<AuditLine>().Any(l => l.State is EntityState.Modified or EntityState.Deleted))
            throw new InvalidOperationException("The audit is append-only.");
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Conventions.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new DispatchTable());
        modelBuilder.ApplyConfiguration(new RevisionTable());
        modelBuilder.ApplyConfiguration(new ActTable());
        modelBuilder.ApplyConfiguration(new ImportedFileTable());
        DeskTables.Apply(modelBuilder);
        WireTables.Apply(modelBuilder);
        StaffTables.Apply(modelBuilder);
        SyndicationTables.Apply(modelBuilder);
        Conventions.KeysAreOurs(modelBuilder);
    }
}

/// <summary>The house on SQLite.</summary>
public sealed class SqliteNewsDb(DbContextOptions<SqliteNewsDb> options) : NewsDb(options);

/// <summary>The house on PostgreSQL.</summary>
public sealed class PostgresNewsDb(DbContextOptions<PostgresNewsDb> options) : NewsDb(options);

/// <summary>The wire and its projection, and nothing else: there is no way from here to a draft. Read-only.</summary>
public sealed class WireDb(DbContextOptions<WireDb> options) : DbContext(options)
{
    public IQueryable<WireEntry> WireEntries => Set<WireEntry>();

    public IQueryable<StoryCard> Stories => Set<StoryCard>();

    public IQueryable<Listing> Listings => Set<Listing>();

    public IQueryable<FormerListing> FormerListings => Set<FormerListing>();

    public IQueryable<SearchText> SearchTexts => Set<SearchText>();

    public IQueryable<DrawnMap> Maps => Set<DrawnMap>();

    public IQueryable<CardPicture> CardPictures => Set<CardPicture>();

    public IQueryable<Address> Addresses => Set<Address>();

    public IQueryable<DirectoryName> Names => Set<DirectoryName>();

    public IQueryable<HouseIdentity> House => Set<HouseIdentity>();

    /// <summary>The newest stories that have what is asked, newest first.</summary>
    /// <param name="max">At most so many, however many there are: what a search may cost.</param>
    public Task<List<SearchHit>> FindAsync(SearchAsk ask, int max, CancellationToken cancel) => SearchIndex.Of(Database).FindAsync(Database, ask, max, cancel);

    /// <exception cref="InvalidOperationException">Always: outlets do not write.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new InvalidOperationException("The Newsstand only reads.");

    /// <exception cref="InvalidOperationException">Always: outlets do not write.</exception>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        throw new InvalidOperationException("The Newsstand only reads.");

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Conventions.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        WireTables.Apply(modelBuilder);
        Conventions.KeysAreOurs(modelBuilder);
    }
}

/// <summary>What holds for every table on both databases.</summary>
internal static class Conventions
{
    public static void Apply(ModelConfigurationBuilder configuration)
    {
        // A DateTimeOffset does not sort on SQLite; a UTC DateTime sorts on both.
        configuration.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
    }

    public static void KeysAreOurs(ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(e => e.GetKeys()).SelectMany(k => k.Properties).Where(p => p.ClrType == typeof(Guid)))
            property.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
    }

    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
        instant => Cut(instant),
        stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)))
    {
        private static DateTime Cut(DateTimeOffset instant) => Text.Instants.Kept(instant).UtcDateTime;
    }
}
