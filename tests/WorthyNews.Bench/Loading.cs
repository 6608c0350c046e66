using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Publishing;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Web.Http;

namespace WorthyNews.Bench;

/// <summary>Puts a corpus on the wire with the verbs of a dispatch, oldest first, each at its own time.</summary>
/// <remarks>
/// The newest go through the desk one by one, as in life, and so do all corrections, retractions and kills. The many behind them
/// are published by the same verb but projected here, some hundreds to a transaction: the desk would take several times as long.
/// </remarks>
internal sealed class Loading(BenchStore store, Corpus corpus)
{
    private static readonly Author By = Author.Operator("the bench");
    private const int ThroughTheDesk = Corpus.Smallest;
    private const int InOneTransaction = 200;

    /// <summary>What happens to a dispatch after its publication happens when this many younger ones are out.</summary>
    private const int Later = 6;

    private readonly LoadingClock clock = new();
    private readonly Guid[] ids = new Guid[corpus.Size];

    public async Task LoadAsync(CancellationToken cancel)
    {
        clock.At = corpus.PublishedAt(corpus.Size);
        await using (var rooms = Rooms.Open(store, clock))
        {
            var contexts = rooms.GetRequiredService<IDbContextFactory<NewsDb>>();
            var desk = rooms.GetRequiredService<PublishingDesk>();
            await rooms.GetRequiredService<NewsDatabase>().OpenAsync(fill => desk.NameAsync(CorpusWords.Names(), fill), cancel);

            foreach (var numbers in Enumerable.Range(ThroughTheDesk, corpus.Size - ThroughTheDesk).Reverse().Chunk(InOneTransaction))
            {
                await PublishManyAsync(contexts, numbers, cancel);
                foreach (var number in numbers) await FollowAsync(contexts, desk, number, cancel);
            }

            for (var number = ThroughTheDesk - 1; number >= 0; number--)
            {
                await PublishAsync(contexts, desk, number, cancel);
                if (number + Later < ThroughTheDesk) await FollowAsync(contexts, desk, number + Later, cancel);
            }

            // What was projected above is not in the search index yet: as after an upgrade, the start makes up for it.
            await rooms.GetRequiredService<SearchIndexing>().CatchUpAsync(cancel);
        }

        BenchStore.CloseAll();
        await store.SettleAsync();
    }

    private async Task PublishAsync(IDbContextFactory<NewsDb> contexts, PublishingDesk desk, int number, CancellationToken cancel)
    {
        clock.At = corpus.PublishedAt(number);
        var dispatch = new Dispatch(corpus.Copy(number), By, clock.At);
        ids[number] = dispatch.Id;
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            db.Dispatches.Add(dispatch);
            await db.SaveChangesAsync(cancel);
        }

        await desk.PublishAsync(dispatch.Id, 1, null, By, cancel);
    }

    private async Task PublishManyAsync(IDbContextFactory<NewsDb> contexts, int[] numbers, CancellationToken cancel)
    {
        var published = numbers.AsParallel().AsOrdered().WithCancellation(cancel).Select(Publish).ToList();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Dispatches.AddRange(published.Select(p => p.Dispatch));
        db.WireEntries.AddRange(published.Select(p => p.Entry));
        await db.SaveChangesAsync(cancel);          // the database counts the sequences

        foreach (var (number, (dispatch, entry)) in numbers.Zip(published))
        {
            ids[number] = dispatch.Id;
            var story = entry.Story();
            var card = StoryCard.For(story, entry);
            db.Stories.Add(card);
            db.Listings.AddRange(Listing.For(story, card));
            db.Addresses.Add(new Address(story.Address, story.Id, entry.At));
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private (Dispatch Dispatch, WireEntry Entry) Publish(int number)
    {
        var at = corpus.PublishedAt(number);
        var dispatch = new Dispatch(corpus.Copy(number), By, at);
        var address = $"{SiteLinks.ToDay(DateOnly.FromDateTime(at.UtcDateTime))}/{dispatch.Slug}";
        return (dispatch, dispatch.Publish(dispatch.Newest, address, at, By, at)!);
    }

    private Task FollowAsync(IDbContextFactory<NewsDb> contexts, PublishingDesk desk, int number, CancellationToken cancel)
    {
        clock.At = corpus.PublishedAt(number - Later);
        return Corpus.FateOf(number) switch
        {
            Fate.Corrected => CorrectAsync(contexts, desk, number, cancel),
            Fate.Retracted => desk.RetractAsync(ids[number], "This dispatch is withdrawn: its main source has taken back what he said.", By, cancel),
            Fate.Killed => desk.KillAsync(ids[number], "This dispatch is gone.", "Generated to be killed.", By, cancel),
            _ => Task.CompletedTask,
        };
    }

    private async Task CorrectAsync(IDbContextFactory<NewsDb> contexts, PublishingDesk desk, int number, CancellationToken cancel)
    {
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            var dispatch = await db.Dispatches.Include(d => d.Revisions).SingleAsync(d => d.Id == ids[number], cancel);
            var copy = dispatch.Newest.Copy;
            dispatch.Save(copy with { Markdown = copy.Markdown + "\n\nThe number was put right." }, dispatch.NewestRevision, By, clock.At);
            await db.SaveChangesAsync(cancel);
        }

        await desk.CorrectAsync(ids[number], 2, "An earlier version of this dispatch gave a wrong number of visitors.", By, cancel);
    }
}
