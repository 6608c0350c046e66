using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Data.Tables;

/// <summary>The wire and its projection: the only tables that outlets can ask.</summary>
internal static class WireTables
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<WireEntry>(entry =>
        {
            entry.ToTable("WireEntries");
            entry.HasKey(e => e.Sequence);
            entry.Property(e => e.Sequence).ValueGeneratedOnAdd();
            entry.Property(e => e.Kind).HasConversion<string>().HasMaxLength(24);
            // Two desks that act on one story at once: the database lets the first through.
            entry.HasIndex(e => new { e.StoryId, e.Version }).IsUnique();
            // The ledger of corrections, and the newest word on the front page.
            entry.HasIndex(e => new { e.Kind, e.Sequence }).IsDescending(false, true);
        });

        model.Entity<StoryCard>(card =>
        {
            card.ToTable("Stories");
            card.HasKey(c => c.StoryId);
            card.Property(c => c.State).HasConversion<string>().HasMaxLength(16);
            card.Property(c => c.Address).HasMaxLength(Columns.Path);
            card.Property(c => c.Bylines).AsJson();
            card.Property(c => c.Dateline).AsJson();
            card.Property(c => c.Bureau).HasMaxLength(Columns.Slug);
            card.Property(c => c.Section).HasMaxLength(Columns.Slug);
            card.Property(c => c.Language).HasMaxLength(LanguageTag.MaxLength);
            card.Property(c => c.Map).AsJson();
            card.Property(c => c.MapKey).HasMaxLength(Columns.Key);
            card.Property(c => c.Urgency).HasConversion<string>().HasMaxLength(16);
            card.HasIndex(c => c.MapKey);           // who still shows a map
            card.HasIndex(c => c.TranslationOf);
            // Every list reads newest first and goes on from a cursor (instant, sequence).
            card.HasIndex(c => new { c.State, c.PublishedAt, c.FirstSequence }).IsDescending(false, true, true);
            // The front page, where the desk chose nothing.
            card.HasIndex(c => new { c.State, c.FrontAt, c.FirstSequence }).IsDescending(false, true, true);
            // Feeds carry what was withdrawn of late.
            card.HasIndex(c => new { c.State, c.ChangedAt }).IsDescending(false, true);
            card.HasOne<WireEntry>().WithMany().HasForeignKey(c => c.EntrySequence).OnDelete(DeleteBehavior.Restrict);
        });

        model.Entity<Listing>(listing =>
        {
            listing.ToTable("Listings");
            listing.HasKey(l => l.Id);
            listing.Property(l => l.Kind).HasConversion<string>().HasMaxLength(16);
            listing.Property(l => l.Slug).HasMaxLength(Columns.Slug);
            listing.Property(l => l.State).HasConversion<string>().HasMaxLength(16);
            // The whole of a list page is one walk along this index.
            listing.HasIndex(l => new { l.Kind, l.Slug, l.State, l.PublishedAt, l.FirstSequence }).IsDescending(false, false, false, true, true);
            listing.HasIndex(l => new { l.StoryId, l.Kind, l.Slug }).IsUnique();
            listing.HasOne<StoryCard>().WithMany().HasForeignKey(l => l.StoryId);
        });

        model.Entity<FormerListing>(former =>
        {
            former.ToTable("FormerListings");
            // Asked of a story that was withdrawn, one list at a time.
            former.HasKey(f => new { f.StoryId, f.Kind, f.Slug });
            former.Property(f => f.Kind).HasConversion<string>().HasMaxLength(16);
            former.Property(f => f.Slug).HasMaxLength(Columns.Slug);
            former.HasIndex(f => new { f.Kind, f.Slug });   // what a merger moves
            former.HasOne<StoryCard>().WithMany().HasForeignKey(f => f.StoryId);
        });

        // The words themselves stand beside it, each database's own way: see Stores.ISearchIndex.
        model.Entity<SearchText>(text =>
        {
            text.ToTable("SearchTexts");
            text.HasKey(t => t.Key);
            text.Property(t => t.Key).ValueGeneratedNever();
            text.HasIndex(t => t.StoryId).IsUnique();
            text.HasOne<StoryCard>().WithMany().HasForeignKey(t => t.StoryId);
        });

        model.Entity<DrawnMap>(map =>
        {
            map.ToTable("Maps");
            map.HasKey(m => m.Key);
            map.Property(m => m.Key).HasMaxLength(Columns.Key);
        });

        model.Entity<CardPicture>(picture =>
        {
            picture.ToTable("CardPictures");
            picture.HasKey(p => p.StoryId);
            picture.HasOne<StoryCard>().WithOne().HasForeignKey<CardPicture>(p => p.StoryId);
        });

        model.Entity<Address>(address =>
        {
            address.ToTable("Addresses");
            // An address is never given to another story, not even after a kill.
            address.HasKey(a => a.Path);
            address.Property(a => a.Path).HasMaxLength(Columns.Path);
        });

        // One row, put there by the migration that makes the table.
        model.Entity<HouseIdentity>(house =>
        {
            house.ToTable("House");
            house.HasKey(h => h.Key);
            house.Property(h => h.Key).ValueGeneratedNever();
        });

        model.Entity<DirectoryName>(name =>
        {
            name.ToTable("DirectoryNames");
            name.HasKey(n => new { n.Kind, n.Slug });
            name.Property(n => n.Kind).HasConversion<string>().HasMaxLength(16);
            name.Property(n => n.Slug).HasMaxLength(Columns.Slug);
            name.Property(n => n.MergedInto).HasMaxLength(Columns.Slug);
            name.HasIndex(n => n.MergedInto);       // the few that were merged, asked with each story
        });
    }
}
