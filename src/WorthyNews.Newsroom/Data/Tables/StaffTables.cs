using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Staff;

namespace WorthyNews.Newsroom.Data.Tables;

/// <summary>People, their sessions and links, and the audit. No outlet's context has them.</summary>
internal static class StaffTables
{
    private const int Hash = 64;

    public static void Apply(ModelBuilder model)
    {
        model.Entity<Person>(person =>
        {
            person.ToTable("People");
            person.HasIndex(p => p.UserNameKey).IsUnique();
            person.Property(p => p.UserName).HasMaxLength(40);
            person.Property(p => p.UserNameKey).HasMaxLength(40);
            person.Property(p => p.DisplayName).HasMaxLength(Person.MaxNameChars);
            person.Property(p => p.Email).HasMaxLength(Person.MaxEmailChars);
            person.Property(p => p.ContributorSlug).HasMaxLength(Columns.Slug);
            person.Property(p => p.TimeZone).HasMaxLength(64);
            person.Property(p => p.RecoveryCodes).AsJson();
            person.Property(p => p.Changes).IsConcurrencyToken();
            person.Ignore(p => p.Granted);
            person.HasMany(p => p.Grants).WithOne().HasForeignKey(g => g.PersonId);
            person.Navigation(p => p.Grants).HasField("grants").UsePropertyAccessMode(PropertyAccessMode.Field);
        });

        model.Entity<Grant>(grant =>
        {
            grant.ToTable("Grants");
            grant.Property(g => g.Role).HasConversion<string>().HasMaxLength(16);
            grant.Property(g => g.Bureau).HasMaxLength(Columns.Slug);
            grant.Ignore(g => g.Granted);
        });

        model.Entity<DeskSession>(session =>
        {
            session.ToTable("DeskSessions");
            session.Property(s => s.KeyHash).HasMaxLength(Hash);
            session.HasIndex(s => s.PersonId);
            session.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
        });

        model.Entity<OneTimeLink>(link =>
        {
            link.ToTable("OneTimeLinks");
            link.HasIndex(l => l.SecretHash).IsUnique();
            link.Property(l => l.SecretHash).HasMaxLength(Hash);
            link.Property(l => l.Purpose).HasConversion<string>().HasMaxLength(16);
            link.Property(l => l.DisplayName).HasMaxLength(Person.MaxNameChars);
            link.Property(l => l.Email).HasMaxLength(Person.MaxEmailChars);
            link.Property(l => l.Granted).AsJson();
            link.Property(l => l.ClosedAt).IsConcurrencyToken();
            link.HasOne<Person>().WithMany().HasForeignKey(l => l.PersonId);
        });

        model.Entity<AuditLine>(line =>
        {
            line.ToTable("AuditLines");
            line.Property(l => l.By).HasMaxLength(200);
            line.Property(l => l.Verb).HasMaxLength(40);
            line.Property(l => l.SubjectKind).HasMaxLength(40);
            line.Property(l => l.SubjectId).HasMaxLength(Columns.Path);
            line.Property(l => l.Words).HasMaxLength(AuditLine.MaxWordsChars);
            // Read newest first, whole or of one person or one thing.
            line.HasIndex(l => new { l.At, l.Id }).IsDescending(true, true);
            line.HasIndex(l => new { l.PersonId, l.At }).IsDescending(false, true);
            line.HasIndex(l => new { l.SubjectKind, l.SubjectId, l.At }).IsDescending(false, false, true);
        });

        model.Entity<ProtectionKey>(key =>
        {
            key.ToTable("ProtectionKeys");
            key.Property(k => k.Name).HasMaxLength(200);
        });
    }
}
