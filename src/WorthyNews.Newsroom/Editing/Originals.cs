using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Editing;

/// <summary>The story of which another is a translation, as one person sees it.</summary>
/// <param name="Name">What a person may type to mean it: its address, else its slug, else the id of its dispatch.</param>
/// <param name="DispatchId">Null when this person does not see it at the desk.</param>
/// <param name="Address">Null before its first publication.</param>
public sealed record Original(Guid StoryId, string Name, string Headline, Guid? DispatchId, string? Address);

/// <summary>A live story that says the same in another language.</summary>
/// <param name="DispatchId">Null when this person does not see it at the desk.</param>
public sealed record OtherLanguage(string Language, string Headline, string Address, Guid? DispatchId);

/// <summary>Finds the originals of translations, and the translations of a story.</summary>
public sealed class Originals(IDbContextFactory<NewsDb> contexts)
{
    private const int MostOffered = 50;
    private const int MostNamed = 5;

    /// <summary>Puts what was typed as the original into a copy.</summary>
    /// <param name="typed">A headline, slug, address, link, or the id of a dispatch; empty takes the original away.</param>
    /// <param name="before">The original it had: written as it was shown, it stays, also where this person does not see it.</param>
    /// <param name="dispatchId">The dispatch that would be the translation; null for a new one.</param>
    /// <returns>The copy, and why it names no other original than before; null when all is well.</returns>
    public async Task<(Copy Copy, string? Problem)> PutAsync(Copy copy, string? typed, Guid? before, Guid? dispatchId, Sight sight, CancellationToken cancel)
    {
        var named = CleanText.Line(typed ?? "").Trim();
        if (named.Length == 0) return (copy with { TranslationOf = null }, null);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var self = dispatchId is { } id ? await db.Dispatches.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancel) : null;
        // A pair that cannot be must be said even when nobody touched the field: the language may be what changed.
        var found = before is { } held && (await NamedAsync(db, held, sight, cancel))?.Name == named
            ? await db.Dispatches.AsNoTracking().Where(d => d.StoryId == held).ToListAsync(cancel)
            : await MeantAsync(db, named, sight, cancel);
        var (original, problem) = await PairAsync(db, named, found, copy, self, cancel);
        return problem is null ? (copy with { TranslationOf = original }, null) : (copy with { TranslationOf = before }, $"“This is a translation of”: {problem}.");
    }

    /// <summary>The original of a translation, when a name means one dispatch and the two can be a pair.</summary>
    /// <param name="found">What the name means.</param>
    /// <param name="self">The dispatch that is the translation; null when it is yet to be.</param>
    internal static async Task<(Guid? Original, string? Problem)> PairAsync(NewsDb db, string named, IReadOnlyList<Dispatch> found, Copy translation, Dispatch? self, CancellationToken cancel)
    {
        if (found is not [var meant])
        {
            return (null, found.Count == 0
                ? $"no dispatch is called “{named}”"
                : $"{found.Count} dispatches are called “{named}”");
        }

        if (meant.Id == self?.Id) return (null, $"“{named}” is this dispatch itself");
        var copy = await CopyAsync(db, meant, cancel);
        // Of a translation of a translation, the first is the original of both.
        var original = copy.TranslationOf is not { } first ? meant : await db.Dispatches.AsNoTracking().SingleOrDefaultAsync(d => d.StoryId == first, cancel);
        if (original is not null && original.Id == self?.Id) return (null, $"“{named}” is a translation of this dispatch");
        if (IsSame(translation, copy)) return (null, $"“{named}” is in “{copy.Language}” as well");
        if (original is not null && original.Id != meant.Id && await CopyAsync(db, original, cancel) is var begun && IsSame(translation, begun))
            return (null, $"the original of “{named}” is in “{begun.Language}” as well");
        if (self is not null && await db.Stories.AnyAsync(s => s.TranslationOf == self.StoryId && s.State != StoryState.Retracted && s.State != StoryState.Killed, cancel))
            return (null, "this dispatch is itself the original of stories that are public");
        return (copy.TranslationOf ?? meant.StoryId, null);
    }

    /// <summary>What stands in the field of a translation; null when there is no such story any more.</summary>
    public async Task<Original?> NamedAsync(Guid storyId, Sight sight, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await NamedAsync(db, storyId, sight, cancel);
    }

    /// <summary>The newest dispatches that this person sees, to choose an original from.</summary>
    public async Task<IReadOnlyList<Original>> OfferedAsync(Guid? except, Sight sight, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        // An id tells when it was made, and is what the table is kept by: the newest cost no sorting.
        var newest = await db.Dispatches.AsNoTracking().SeenBy(sight).Where(d => d.Id != except && d.Public != PublicState.Killed && d.Headline != "")
            .OrderByDescending(d => d.Id).Take(MostOffered).Select(d => new { d.Id, d.StoryId, d.Slug, d.Headline, d.Address }).ToListAsync(cancel);
        return [.. newest.Select(d => new Original(d.StoryId, d.Address ?? (newest.Count(o => o.Slug == d.Slug) == 1 ? d.Slug : d.Id.ToString()), d.Headline, d.Id, d.Address))];
    }

    /// <summary>The text from which a translator begins: what readers have, else the newest; with the original named, and no language yet.</summary>
    /// <remarks>A translator writes over it: links, quotations and crossheads keep their places, and the checks name each paragraph that is still as it was.</remarks>
    /// <returns>Null when there is no such dispatch, or this person does not see it.</returns>
    public async Task<Copy?> ToTranslateAsync(Guid dispatchId, Sight sight, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Dispatches.AsNoTracking().SeenBy(sight).SingleOrDefaultAsync(d => d.Id == dispatchId, cancel) is not { } dispatch) return null;
        var copy = await CopyAsync(db, dispatch, cancel);
        return copy with { Language = "", TranslationOf = copy.TranslationOf ?? dispatch.StoryId, Slug = null, EditorsNote = null };
    }

    /// <summary>The live stories that say the same in other languages, by language.</summary>
    /// <param name="translationOf">The original of the story itself; null when it is one.</param>
    public async Task<IReadOnlyList<OtherLanguage>> InOtherLanguagesAsync(Guid storyId, Guid? translationOf, Sight sight, CancellationToken cancel)
    {
        var original = translationOf ?? storyId;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        // The state is asked for by what it is not: by its name, SQLite would walk all live stories.
        var cards = await db.Stories.AsNoTracking()
            .Where(s => s.State != StoryState.Retracted && s.State != StoryState.Killed && s.StoryId != storyId && (s.TranslationOf == original || s.StoryId == original))
            .Select(s => new { s.StoryId, s.Language, s.Headline, s.Address }).ToListAsync(cancel);
        var ids = cards.Select(c => c.StoryId).ToList();
        var seen = await db.Dispatches.AsNoTracking().SeenBy(sight).Where(d => ids.Contains(d.StoryId)).Select(d => new { d.StoryId, d.Id }).ToDictionaryAsync(d => d.StoryId, d => (Guid?)d.Id, cancel);
        return [.. cards.OrderBy(c => c.Language, StringComparer.Ordinal).ThenBy(c => c.Address, StringComparer.Ordinal).Select(c => new OtherLanguage(c.Language, c.Headline, c.Address, seen.GetValueOrDefault(c.StoryId)))];
    }

    private static async Task<Original?> NamedAsync(NewsDb db, Guid storyId, Sight sight, CancellationToken cancel)
    {
        if (await db.Dispatches.AsNoTracking().SingleOrDefaultAsync(d => d.StoryId == storyId, cancel) is not { } dispatch) return null;
        var isSeen = sight.Sees(dispatch.Bureau, dispatch.CreatedById);
        // Who does not see the dispatch knows of it what readers know.
        var headline = isSeen ? dispatch.Headline
            : await db.Stories.Where(s => s.StoryId == storyId && s.State == StoryState.Live).Select(s => s.Headline).SingleOrDefaultAsync(cancel) ?? "a dispatch that is not yours to see";
        var name = dispatch.Address ?? (isSeen && await db.Dispatches.Named(dispatch.Slug).CountAsync(cancel) == 1 ? dispatch.Slug : dispatch.Id.ToString());
        return new Original(storyId, name, headline, isSeen ? dispatch.Id : null, dispatch.Address);
    }

    private static async Task<IReadOnlyList<Dispatch>> MeantAsync(NewsDb db, string named, Sight sight, CancellationToken cancel)
    {
        var seen = db.Dispatches.AsNoTracking().SeenBy(sight);
        if (Guid.TryParse(named.TrimEnd('/').Split('/')[^1], out var id)) return await seen.Where(d => d.Id == id).ToListAsync(cancel);
        // What readers have may be translated by everybody; what they have not is not there for who does not see it.
        var found = await db.DispatchesNamed(named).AsNoTracking().OrderBy(d => d.CreatedAt).ToListAsync(cancel);
        found.RemoveAll(d => d.Public != PublicState.Live && !sight.Sees(d.Bureau, d.CreatedById));
        if (found.Count > 0 || named.Contains('/', StringComparison.Ordinal)) return found;
        var exactly = await seen.Where(d => d.Headline == named).Take(MostNamed).ToListAsync(cancel);
        return exactly.Count > 0 ? exactly : await seen.WithWords(named).OrderByDescending(d => d.ChangedAt).Take(MostNamed).ToListAsync(cancel);
    }

    /// <summary>What readers have, else the newest.</summary>
    private static Task<Copy> CopyAsync(NewsDb db, Dispatch dispatch, CancellationToken cancel)
    {
        var number = dispatch.PublicRevision ?? dispatch.NewestRevision;
        return db.Revisions.AsNoTracking().Where(r => r.DispatchId == dispatch.Id && r.Number == number).Select(r => r.Copy).SingleAsync(cancel);
    }

    private static bool IsSame(Copy translation, Copy other) => translation.Language.Length > 0 && translation.IsInLanguageOf(other);
}
