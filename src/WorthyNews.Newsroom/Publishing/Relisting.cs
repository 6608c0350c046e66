using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Staff;

namespace WorthyNews.Newsroom.Publishing;

/// <summary>Moves the projection of a merged name, and what the desk holds by it, to its survivor, in the transaction at hand. However many stories there are, it is a handful of commands.</summary>
/// <remarks>
/// The search index stays: a question for the survivor asks for all marks that mean it (see <see cref="Mergers.SlugsOf"/>), because
/// to write a mark anew is to index the whole text again, and publishing would wait for it.
/// </remarks>
internal static class Relisting
{
    public static async Task MoveAsync(NewsDb db, NameKind kind, string from, string into, CancellationToken cancel)
    {
        await MoveCardsAsync(db, kind, from, into, cancel);
        if (kind == NameKind.Bureau) await MoveDeskAsync(db, from, into, cancel);
        if (kind == NameKind.Contributor) await db.People.Where(p => p.ContributorSlug == from).ExecuteUpdateAsync(set => set.SetProperty(p => p.ContributorSlug, into), cancel);

        // Withdrawn stories too: where they come back to is the survivor.
        var old = db.Listings.Where(l => l.Kind == kind && l.Slug == from);
        await old.Where(l => db.Listings.Any(o => o.StoryId == l.StoryId && o.Kind == kind && o.Slug == into)).ExecuteDeleteAsync(cancel);
        await old.ExecuteUpdateAsync(set => set.SetProperty(l => l.Slug, into), cancel);

        // What it left it left for the survivor too, unless it stands there; one line for each story.
        var left = db.FormerListings.Where(f => f.Kind == kind && f.Slug == from);
        await left.Where(f => db.FormerListings.Any(o => o.StoryId == f.StoryId && o.Kind == kind && o.Slug == into)).ExecuteDeleteAsync(cancel);
        await left.ExecuteUpdateAsync(set => set.SetProperty(f => f.Slug, into), cancel);
        await db.FormerListings.Where(f => f.Kind == kind && f.Slug == into && db.Listings.Any(l => l.StoryId == f.StoryId && l.Kind == kind && l.Slug == into)).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Who worked for the one bureau works for the other, on what both have in hand. Of the minutes in which a publication can be undone the longer hold: nobody loses what he relied on.</summary>
    private static async Task MoveDeskAsync(NewsDb db, string from, string into, CancellationToken cancel)
    {
        await db.Dispatches.Where(d => d.Bureau == from).ExecuteUpdateAsync(set => set.SetProperty(d => d.Bureau, into), cancel);
        if (await db.DeskSettings.SingleOrDefaultAsync(s => s.Bureau == from, cancel) is { } old)
        {
            var settings = await db.DeskSettings.SingleOrDefaultAsync(s => s.Bureau == into, cancel);
            if (settings is null) db.DeskSettings.Add(settings = new DeskSettings(into));
            settings.TakeIn(old);
            db.DeskSettings.Remove(old);
            await db.SaveChangesAsync(cancel);
        }

        var grants = db.Set<Grant>();
        await grants.Where(g => g.Bureau == from && grants.Any(o => o.PersonId == g.PersonId && o.Role == g.Role && o.Bureau == into)).ExecuteDeleteAsync(cancel);
        await grants.Where(g => g.Bureau == from).ExecuteUpdateAsync(set => set.SetProperty(g => g.Bureau, into), cancel);
    }

    /// <summary>What cards say of a name they say by its slug.</summary>
    private static async Task MoveCardsAsync(NewsDb db, NameKind kind, string from, string into, CancellationToken cancel)
    {
        var under = kind.ToString();
        // Slugs in the columns of small lists, as WireJson writes them. No text can look so: a quotation mark inside one is escaped.
        var (oldPlace, newPlace) = ($"\"slug\":\"{from}\"", $"\"slug\":\"{into}\"");
        var (oldCredit, newCredit) = ($"\"contributor\":\"{from}\"", $"\"contributor\":\"{into}\"");
        switch (kind)
        {
            case NameKind.Bureau:
                await db.Stories.Where(c => c.Bureau == from).ExecuteUpdateAsync(set => set.SetProperty(c => c.Bureau, into), cancel);
                break;
            case NameKind.Section:
                await db.Stories.Where(c => c.Section == from).ExecuteUpdateAsync(set => set.SetProperty(c => c.Section, into), cancel);
                break;
            case NameKind.Place:
                await db.Database.ExecuteSqlAsync(
                    $"""UPDATE "Stories" SET "Dateline" = REPLACE("Dateline", {oldPlace}, {newPlace}) WHERE "StoryId" IN (SELECT "StoryId" FROM "Listings" WHERE "Kind" = {under} AND "Slug" = {from})""", cancel);
                break;
            case NameKind.Contributor:
                await db.Database.ExecuteSqlAsync(
                    $"""UPDATE "Stories" SET "Bylines" = REPLACE("Bylines", {oldCredit}, {newCredit}) WHERE "StoryId" IN (SELECT "StoryId" FROM "Listings" WHERE "Kind" = {under} AND "Slug" = {from})""", cancel);
                break;
            default:
                // A card does not name its topics.
                break;
        }
    }
}
