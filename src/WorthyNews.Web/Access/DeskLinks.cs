using System.Globalization;

using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Data.Stores;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;
using WorthyNews.Web.Http;

namespace WorthyNews.Web.Access;

/// <summary>A link that was just made. Seen once, by whoever made it or by whom it was mailed to.</summary>
/// <param name="MailedTo">Null when it has to be handed over.</param>
public sealed record NewLink(Uri Address, DateTimeOffset EndsAt, string? MailedTo);

/// <summary>Makes, finds and takes back the links that open a door once.</summary>
public sealed class DeskLinks(NewsDb db, IStore store, DeskMail mail, SiteLinks links, HouseSettings settings, TimeProvider time)
{
    /// <summary>For the first start of an empty house: a link, unless there is somebody or there ever was one.</summary>
    public async Task<NewLink?> FirstAsync(CancellationToken cancel) =>
        await db.People.AnyAsync(cancel) || await db.OneTimeLinks.AnyAsync(cancel) ? null : await ForSetUpAsync(cancel);

    /// <summary>The way in for the first person. One stands at a time: an earlier one is closed.</summary>
    /// <returns>Null when the house has an administrator.</returns>
    public async Task<NewLink?> ForSetUpAsync(CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await store.LockPeopleAsync(db, cancel);
        if (await db.People.AnyAsync(cancel)) return null;

        var now = time.Now();
        foreach (var earlier in await db.OneTimeLinks.Where(l => l.Purpose == LinkPurpose.SetUp && l.ClosedAt == null).ToListAsync(cancel)) earlier.Close(now);
        var secret = SecretHash.NewSecret();
        var link = OneTimeLink.ForSetUp(secret, now);
        db.OneTimeLinks.Add(link);
        db.AuditLines.Add(Actor.CommandLine.Did("made-set-up-link", new AuditSubject("desk"), now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new NewLink(Address(DeskPaths.SetUp, secret), link.EndsAt, null);
    }

    public async Task<NewLink> InviteAsync(string displayName, string? email, IReadOnlyList<GrantedRole> granted, Actor by, CancellationToken cancel)
    {
        var now = time.Now();
        var secret = SecretHash.NewSecret();
        var link = OneTimeLink.ForInvitation(secret, displayName, email, granted, now);
        db.OneTimeLinks.Add(link);
        db.AuditLines.Add(by.Did("invited", new AuditSubject("link", link.Id.ToString()), now, $"{displayName}: {RoleWords.Of(granted)}"));
        await db.SaveChangesAsync(cancel);
        return await HandAsync(link, Address(DeskPaths.Invitation, secret), email, $"Your way to the desk of {settings.SiteName}",
            $"{displayName},\n\n{by.Name} invites you to work at the desk of {settings.SiteName}. This link lets you choose a name and a password:", cancel);
    }

    /// <param name="mayMail">False for the command line, whose user wants to see it.</param>
    public async Task<NewLink> ResetAsync(Person person, bool dropsSecondFactor, Actor by, bool mayMail, CancellationToken cancel)
    {
        var now = time.Now();
        foreach (var earlier in await db.OneTimeLinks.Where(l => l.PersonId == person.Id && l.ClosedAt == null).ToListAsync(cancel)) earlier.Close(now);
        var secret = SecretHash.NewSecret();
        var link = OneTimeLink.ForReset(secret, person.Id, dropsSecondFactor, now);
        db.OneTimeLinks.Add(link);
        db.AuditLines.Add(by.Did("made-reset-link", AuditSubject.Of(person), now, dropsSecondFactor ? "password and second factor" : "password"));
        await db.SaveChangesAsync(cancel);
        return await HandAsync(link, Address(DeskPaths.Reset, secret), mayMail ? person.Email : null, $"A new password for the desk of {settings.SiteName}",
            $"{person.DisplayName},\n\nthis link lets you choose a new password for the desk of {settings.SiteName}. If you did not ask for one, leave it: nothing changes.", cancel);
    }

    /// <returns>Null when there is none, or it stands no more; which of the two is told to nobody.</returns>
    public async Task<OneTimeLink?> FindAsync(LinkPurpose purpose, string? secret, CancellationToken cancel)
    {
        if (secret is not { Length: > 20 and < 100 }) return null;
        var hash = SecretHash.Of(secret);
        var link = await db.OneTimeLinks.SingleOrDefaultAsync(l => l.SecretHash == hash && l.Purpose == purpose, cancel);
        return link?.StandsAt(time.Now()) == true ? link : null;
    }

    /// <summary>Invitations that nobody has taken yet, newest first.</summary>
    public Task<List<OneTimeLink>> OpenInvitationsAsync(CancellationToken cancel)
    {
        var now = time.Now();
        return db.OneTimeLinks.AsNoTracking().Where(l => l.Purpose == LinkPurpose.Invitation && l.ClosedAt == null && l.EndsAt > now).OrderByDescending(l => l.CreatedAt).ToListAsync(cancel);
    }

    /// <summary>A second call changes nothing.</summary>
    public async Task TakeBackAsync(Guid id, Actor by, CancellationToken cancel)
    {
        if (await db.OneTimeLinks.SingleOrDefaultAsync(l => l.Id == id && l.Purpose == LinkPurpose.Invitation && l.ClosedAt == null, cancel) is not { } link) return;
        link.Close(time.Now());
        db.AuditLines.Add(by.Did("took-invitation-back", new AuditSubject("link", id.ToString()), time.Now(), link.DisplayName));
        await db.SaveChangesAsync(cancel);
    }

    private async Task<NewLink> HandAsync(OneTimeLink link, Uri address, string? email, string subject, string text, CancellationToken cancel)
    {
        var until = link.EndsAt.ToString("MMMM d, HH:mm 'UTC'", CultureInfo.InvariantCulture);
        var isMailed = email is not null && mail.IsSetUp
            && await mail.SendAsync(email, subject, $"{text}\n\n{address.AbsoluteUri}\n\nIt works once, until {until}.\n\n{settings.SiteName}\n", cancel);
        return new NewLink(address, link.EndsAt, isMailed ? email : null);
    }

    /// <summary>The secret stands in the query, which no log of ours writes.</summary>
    private Uri Address(string path, string secret) => links.Absolute($"{path}?key={secret}");
}
