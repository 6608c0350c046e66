using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

using WorthyNews.Newsroom.Dispatches;

namespace WorthyNews.Newsroom.Data.Tables;

internal sealed class DispatchTable : IEntityTypeConfiguration<Dispatch>
{
    public void Configure(EntityTypeBuilder<Dispatch> dispatch)
    {
        dispatch.ToTable("Dispatches");
        dispatch.Property(d => d.State).HasConversion<string>().HasMaxLength(16);
        dispatch.Property(d => d.Public).HasConversion<string>().HasMaxLength(16);
        dispatch.Property(d => d.Slug).HasMaxLength(Columns.Slug);
        dispatch.Property(d => d.Address).HasMaxLength(Columns.Path);
        dispatch.Property(d => d.PublishAtZone).HasMaxLength(64);
        dispatch.Property(d => d.Notices).AsJson();
        dispatch.Property(d => d.CreatedBy).HasMaxLength(Columns.Person);
        dispatch.Property(d => d.AssignedTo).HasMaxLength(Columns.Person);
        dispatch.Property(d => d.Bureau).HasMaxLength(Columns.Slug);
        dispatch.Ignore(d => d.Newest);

        // Two writers may hold the same dispatch; whoever saves second must read it again.
        dispatch.Property(d => d.State).IsConcurrencyToken();
        dispatch.Property(d => d.PublicVersion).IsConcurrencyToken();
        dispatch.Property(d => d.NewestRevision).IsConcurrencyToken();
        dispatch.Property(d => d.ActCount).IsConcurrencyToken();

        dispatch.HasMany(d => d.Revisions).WithOne().HasForeignKey(r => r.DispatchId);
        dispatch.HasMany(d => d.Acts).WithOne().HasForeignKey(a => a.DispatchId);
        dispatch.Navigation(d => d.Revisions).HasField("revisions").UsePropertyAccessMode(PropertyAccessMode.Field);
        dispatch.Navigation(d => d.Acts).HasField("acts").UsePropertyAccessMode(PropertyAccessMode.Field);
        dispatch.HasMany(d => d.Watched).WithOne().HasForeignKey(w => w.DispatchId);
        dispatch.Navigation(d => d.Watched).HasField("watched").UsePropertyAccessMode(PropertyAccessMode.Field);

        dispatch.HasIndex(d => d.StoryId).IsUnique();
        dispatch.HasIndex(d => d.Slug);                           // verbs name a dispatch by its slug
        dispatch.HasIndex(d => d.PublishAt);                      // the clock asks what is due
        dispatch.HasIndex(d => new { d.State, d.ChangedAt });     // the lists of the board
        dispatch.HasIndex(d => d.CorrectionAskedAt);              // few have one, and the board asks for them
        dispatch.HasIndex(d => new { d.Public, d.PublishedAt });  // what went out today
    }
}

internal sealed class RevisionTable : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> revision)
    {
        revision.ToTable("Revisions");
        // The last word on two saves that started from the same revision.
        revision.HasIndex(r => new { r.DispatchId, r.Number }).IsUnique();
        revision.Property(r => r.By).HasMaxLength(Columns.Person);
        revision.Property(r => r.Body).AsBlocks();
        revision.ComplexProperty(r => r.Copy, copy =>
        {
            copy.IsRequired();
            copy.Ignore(c => c.AddressSlug);
            copy.Property(c => c.Headline).HasColumnName("Headline");
            copy.Property(c => c.Kicker).HasColumnName("Kicker");
            copy.Property(c => c.Standfirst).HasColumnName("Standfirst");
            copy.Property(c => c.Slug).HasColumnName("Slug");
            copy.Property(c => c.Bylines).HasColumnName("Bylines").AsJson();
            copy.Property(c => c.Dateline).HasColumnName("Dateline").AsJson();
            copy.Property(c => c.Agency).HasColumnName("Agency");
            copy.Property(c => c.Bureau).HasColumnName("Bureau").HasMaxLength(Columns.Slug);
            copy.Property(c => c.Section).HasColumnName("Section").HasMaxLength(Columns.Slug);
            copy.Property(c => c.Topics).HasColumnName("Topics").AsJson();
            copy.Property(c => c.WrittenNames).HasColumnName("WrittenNames").AsJson();
            copy.Property(c => c.Language).HasColumnName("Language");
            copy.Property(c => c.TranslationOf).HasColumnName("TranslationOf");
            copy.Property(c => c.Urgency).HasColumnName("Urgency").HasConversion<string>().HasMaxLength(16);
            copy.Property(c => c.Sensitive).HasColumnName("Sensitive");
            copy.Property(c => c.MaySyndicate).HasColumnName("MaySyndicate");
            copy.Property(c => c.Sample).HasColumnName("Sample");
            copy.Property(c => c.EditorsNote).HasColumnName("EditorsNote");
            copy.Property(c => c.Markdown).HasColumnName("Markdown");
        });
    }
}

internal sealed class ActTable : IEntityTypeConfiguration<Act>
{
    public void Configure(EntityTypeBuilder<Act> act)
    {
        act.ToTable("Acts");
        act.Property(a => a.Verb).HasConversion<string>().HasMaxLength(16);
        act.Property(a => a.By).HasMaxLength(Columns.Person);
        act.HasIndex(a => new { a.DispatchId, a.At });            // the record of one dispatch, in order
    }
}

internal sealed class ImportedFileTable : IEntityTypeConfiguration<ImportedFile>
{
    public void Configure(EntityTypeBuilder<ImportedFile> file)
    {
        file.ToTable("ImportedFiles");
        file.HasKey(f => f.Path);
        file.Property(f => f.Hash).HasMaxLength(64);
        file.HasIndex(f => f.Hash);                               // the same bytes in another place
        file.HasOne<Dispatch>().WithMany().HasForeignKey(f => f.DispatchId);
    }
}
