using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Publishing;

/// <summary>Appends to the wire and keeps its projection in step, in the transaction at hand.</summary>
/// <remarks>The only code that writes the wire, the stories, their listings and addresses, and the directory; the search index and the pictures follow it, and a merger moves what it listed.</remarks>
internal static class WireLog
{
    public static async Task AppendAsync(NewsDb db, WireEntry entry, CancellationToken cancel)
    {
        db.WireEntries.Add(entry);
        await db.SaveChangesAsync(cancel);      // the database counts the sequence
        // The snapshot keeps the names it was written with, the projection has those of today.
        var story = entry.Story().Under(await MergersAsync(db, cancel));

        if (story.Version == 1)
        {
            await AppendFirstAsync(db, story, entry, cancel);
            return;
        }

        var card = await db.Stories.SingleAsync(c => c.StoryId == story.Id, cancel);
        var mapBefore = card.MapKey;
        card.Take(story, entry);

        var listings = await db.Listings.Where(l => l.StoryId == story.Id).ToListAsync(cancel);
        if (story.IsLive)
        {
            db.Listings.RemoveRange(listings);
            await db.SaveChangesAsync(cancel);  // out with the old ones first: their keys are unique
            var standing = Listing.For(story, card).ToList();
            db.Listings.AddRange(standing);
            await RememberAsync(db, story.Id, listings, standing, entry.At, cancel);
        }
        else
        {
            foreach (var listing in listings) listing.Follow(card);
        }

        if (!await db.Addresses.AnyAsync(a => a.Path == story.Address, cancel))
            db.Addresses.Add(new Address(story.Address, story.Id, entry.At));
        await db.SaveChangesAsync(cancel);
        await SearchIndexing.FollowAsync(db, story, card, cancel);
        await Pictures.FollowAsync(db, story, mapBefore, cancel);
        if (!story.IsLive) await LeaveFrontAsync(db, story, entry.At, cancel);
    }

    /// <summary>Which lists a live story left, and which of those it came back to.</summary>
    private static async Task RememberAsync(NewsDb db, Guid storyId, List<Listing> before, List<Listing> after, DateTimeOffset now, CancellationToken cancel)
    {
        var former = await db.FormerListings.Where(f => f.StoryId == storyId).ToListAsync(cancel);
        db.FormerListings.RemoveRange(former.Where(f => after.Exists(l => (l.Kind, l.Slug) == (f.Kind, f.Slug))));
        db.FormerListings.AddRange(before
            .Where(l => !after.Exists(o => (o.Kind, o.Slug) == (l.Kind, l.Slug)) && !former.Exists(f => (f.Kind, f.Slug) == (l.Kind, l.Slug)))
            .Select(l => new FormerListing(l, now)));
    }

    /// <summary>The line and the place of a withdrawn story are over for good: were they only not shown, a reinstatement would bring old words back.</summary>
    private static async Task LeaveFrontAsync(NewsDb db, Story withdrawn, DateTimeOffset now, CancellationToken cancel)
    {
        var front = await FrontAsync(db, cancel);
        var without = front with
        {
            Breaking = front.Breaking?.StoryId == withdrawn.Id ? null : front.Breaking,
            Places = [.. front.Places.Where(p => p.StoryId != withdrawn.Id)],
        };
        if (without == front) return;
        db.WireEntries.Add(WireEntry.Of(without, now));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Of a first version nothing stands anywhere yet, so nothing is asked: hundreds may be due in one second.</summary>
    /// <param name="entry">Whose story has an address that nobody else has: see <see cref="FreeAddressAsync"/>.</param>
    private static async Task AppendFirstAsync(NewsDb db, Story story, WireEntry entry, CancellationToken cancel)
    {
        var card = StoryCard.For(story, entry);
        db.Stories.Add(card);
        db.Listings.AddRange(Listing.For(story, card));
        db.Addresses.Add(new Address(story.Address, story.Id, entry.At));
        await SearchIndexing.AddAsync(db, story, card, cancel);
        await Pictures.FollowFirstAsync(db, story, cancel);
    }

    /// <summary>What the front page was last told.</summary>
    public static async Task<FrontPage> FrontAsync(NewsDb db, CancellationToken cancel)
    {
        var newest = await db.WireEntries.Where(e => e.Kind == WireKind.FrontChanged).OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(cancel);
        return newest?.FrontPage() ?? FrontPage.Undecided;
    }

    /// <summary>What was merged so far.</summary>
    public static async Task<Mergers> MergersAsync(NewsDb db, CancellationToken cancel) => new(await db.Names.AsNoTracking().Merged().ToListAsync(cancel));

    /// <summary>Says a name in public, unless it is said already. What was merged stays merged, whoever says its name again.</summary>
    public static async Task NameAsync(NewsDb db, DirectoryName name, DateTimeOffset now, CancellationToken cancel)
    {
        var known = await db.Names.AsNoTracking().SingleOrDefaultAsync(n => n.Kind == name.Kind && n.Slug == name.Slug, cancel);
        if (known == name || (known?.MergedInto is not null && name.MergedInto is null)) return;

        db.WireEntries.Add(WireEntry.Of(name, now));
        if (known is null) db.Names.Add(name);
        else db.Names.Update(name);
        await db.SaveChangesAsync(cancel);
        db.Entry(name).State = EntityState.Detached;
    }

    /// <summary>Now, as the wire tells time: never before its newest entry, though another node's clock, or this one set back, may say so.</summary>
    /// <remarks>A whole second later, because that is how finely a reader's <c>If-Modified-Since</c> can ask.</remarks>
    public static async Task<DateTimeOffset> NowAsync(NewsDb db, TimeProvider time, CancellationToken cancel)
    {
        var now = time.Now();
        var last = await db.WireEntries.OrderByDescending(e => e.Sequence).Select(e => (DateTimeOffset?)e.At).FirstOrDefaultAsync(cancel);
        return last > now ? last.Value.AddSeconds(1) : now;
    }

    /// <summary>A path for a story of that day that no other story has or ever had: "/2026/11/23/slug", "/2026/11/23/slug-2", ...</summary>
    public static async Task<string> FreeAddressAsync(NewsDb db, Guid storyId, DateTimeOffset publishedAt, string slug, CancellationToken cancel)
    {
        var day = publishedAt.UtcDateTime.ToString("/yyyy/MM/dd/", System.Globalization.CultureInfo.InvariantCulture);
        for (var n = 1; ; n++)
        {
            var suffix = n == 1 ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"-{n}");
            // With its number it must still be a slug, or no route would find it.
            var stem = slug.Length + suffix.Length <= Slug.MaxLength ? slug : slug[..(Slug.MaxLength - suffix.Length)].TrimEnd('-');
            var path = day + stem + suffix;
            var owner = await db.Addresses.Where(a => a.Path == path).Select(a => (Guid?)a.StoryId).SingleOrDefaultAsync(cancel);
            if (owner is null || owner == storyId) return path;
        }
    }
}
