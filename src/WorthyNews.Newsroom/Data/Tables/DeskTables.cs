using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Dispatches;

namespace WorthyNews.Newsroom.Data.Tables;

/// <summary>What lies around a dispatch on the desk. People are named by their ids without a foreign key: the record outlives the account.</summary>
internal static class DeskTables
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<WatchedName>(name =>
        {
            name.ToTable("WatchedNames");
            name.Property(n => n.Name).HasMaxLength(WatchedName.MaxChars);
            name.Property(n => n.AddedBy).HasMaxLength(Columns.Person);
            name.Property(n => n.RemovedBy).HasMaxLength(Columns.Person);
            name.Ignore(n => n.IsWatched);
            name.HasIndex(n => n.DispatchId);
        });

        model.Entity<DeskNote>(note =>
        {
            note.ToTable("DeskNotes");
            note.Property(n => n.Verb).HasConversion<string>().HasMaxLength(16);
            note.Property(n => n.By).HasMaxLength(Columns.Person);
            note.HasIndex(n => new { n.DispatchId, n.At });
            note.HasOne<Dispatch>().WithMany().HasForeignKey(n => n.DispatchId);
        });

        model.Entity<WorkingCopy>(copy =>
        {
            copy.ToTable("WorkingCopies");
            copy.Property(c => c.Copy).AsJson();
            // No foreign key: what was typed first belongs to a dispatch that is yet to be.
            copy.HasIndex(c => new { c.PersonId, c.DispatchId });
        });

        model.Entity<Presence>(presence =>
        {
            presence.ToTable("Presences");
            presence.HasKey(p => new { p.DispatchId, p.PersonId });
            presence.Property(p => p.Name).HasMaxLength(Columns.Person);
            presence.HasIndex(p => p.At);
        });

        model.Entity<PreviewLink>(link =>
        {
            link.ToTable("PreviewLinks");
            link.Property(l => l.TokenHash).HasMaxLength(64);
            link.Property(l => l.MadeBy).HasMaxLength(Columns.Person);
            link.HasIndex(l => l.TokenHash).IsUnique();
            link.HasIndex(l => l.DispatchId);
            link.HasOne<Dispatch>().WithMany().HasForeignKey(l => l.DispatchId);
        });

        model.Entity<DeskSettings>(settings =>
        {
            settings.ToTable("DeskSettings");
            settings.HasKey(s => s.Bureau);
            settings.Property(s => s.Bureau).HasMaxLength(Columns.Slug);
        });
    }
}
