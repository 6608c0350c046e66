using System.Globalization;

using CsCheck;

using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Editing;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Newsroom.Editing;

/// <summary>Two to four people at one dispatch, in any order of what each may do.</summary>
public sealed class ManyHandsTests
{
    // A server takes several times as long for each word as a file does.
    private static readonly int Orders = TestStore.IsPostgres ? 500 : 2000;

    private static readonly Author[] People = [.. Enumerable.Range(1, 4).Select(i => new Author(Guid.CreateVersion7(), $"Writer {i}"))];

    // Writing more often than publishing, as in life.
    private static readonly Deed[] Weighed =
    [
        Deed.Open, Deed.Open, Deed.Type, Deed.Type, Deed.Save, Deed.Save, Deed.Save, Deed.SaveOld, Deed.Merge, Deed.Crash,
        Deed.Approve, Deed.Approve, Deed.SendBack, Deed.Revert, Deed.Publish, Deed.Publish, Deed.Schedule, Deed.Due,
    ];

    private static readonly Gen<(int People, (int Who, Deed Deed)[] Deeds)> AnyOrder = Gen.Select(
        Gen.Int[2, 4],
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, Weighed.Length - 1].Select(i => Weighed[i])).Array[5, 10]);

    private enum Deed
    {
        Open,
        Type,
        Save,
        SaveOld,
        Merge,
        Crash,
        Approve,
        SendBack,
        Revert,
        Publish,
        Schedule,
        Due,
    }

    [Fact]
    public async Task No_acknowledged_text_is_lost_and_the_public_reads_only_what_was_approved()
    {
        await using var desk = await DeskUnderTest.OpenAsync(isHasty: true);
        var count = 0;

        await AnyOrder.SampleAsync(
            async order =>
            {
                var house = await OneDispatch.BeginAsync(desk, Interlocked.Increment(ref count));
                foreach (var (who, deed) in order.Deeds) await house.DoAsync(who % order.People, deed);
                await house.CheckAsync();
            },
            iter: Orders,
            threads: 1);

        Assert.True(count >= Orders);
    }

    [Fact]
    public async Task Nor_when_they_all_do_it_at_once()
    {
        await using var desk = await DeskUnderTest.OpenAsync(isHasty: true);
        var random = new Random(1054);
        for (var round = 0; round < 20; round++)
        {
            var house = await OneDispatch.BeginAsync(desk, -round);
            var plans = Enumerable.Range(0, 4).Select(_ => Enumerable.Range(0, 8).Select(_ => Weighed[random.Next(Weighed.Length)]).ToList()).ToList();
            await Task.WhenAll(plans.Select((plan, who) => Task.Run(async () =>
            {
                foreach (var deed in plan) await house.DoAsync(who, deed);
            })));
            await house.CheckAsync();
        }
    }

    /// <summary>What a person has before them.</summary>
    private sealed class Page
    {
        public int Base { get; set; } = 1;

        public string Text { get; set; } = "";

        public Guid Window { get; set; } = Guid.CreateVersion7();

        /// <summary>The text of this window that the server said it keeps; null when it was saved since.</summary>
        public string? Autosaved { get; set; }

        public SaveResult.Conflict? Conflict { get; set; }
    }

    private sealed class OneDispatch
    {
        private readonly DeskUnderTest desk;
        private readonly Guid id;
        private readonly string name;
        private readonly Page[] pages = [.. Enumerable.Range(0, 4).Select(_ => new Page())];
        private readonly List<string> acknowledged = [];
        private readonly HashSet<int> approved = [];
        private readonly List<(Guid Window, string Text)> leftOpen = [];
        private int typed;

        private OneDispatch(DeskUnderTest desk, Guid id, string name) => (this.desk, this.id, this.name) = (desk, id, name);

        private static CancellationToken None => CancellationToken.None;

        public static async Task<OneDispatch> BeginAsync(DeskUnderTest desk, int number)
        {
            var headline = string.Create(CultureInfo.InvariantCulture, $"Order {number}");
            var house = new OneDispatch(desk, await desk.DraftAsync(CopyOf(headline, "It begins.")), headline);
            house.acknowledged.Add("It begins.");
            foreach (var page in house.pages) page.Text = "It begins.";
            return house;
        }

        public async Task DoAsync(int who, Deed deed)
        {
            var (page, person) = (pages[who], People[who]);
            try
            {
                await DoAsync(page, person, deed);
            }
            catch (DispatchRefusedException)
            {
                // The newsroom may say no to any of it; the check asks what became public all the same.
            }
        }

        public async Task CheckAsync()
        {
            await using var db = desk.OpenDb();
            var revisions = await db.Revisions.AsNoTracking().Where(r => r.DispatchId == id).ToListAsync();
            var texts = revisions.Select(r => r.Copy.Markdown).ToHashSet(StringComparer.Ordinal);
            Assert.All(acknowledged, text => Assert.Contains(text, texts));
            Assert.Equal(Enumerable.Range(1, revisions.Count), revisions.Select(r => r.Number).Order());

            var story = await db.Dispatches.Where(d => d.Id == id).Select(d => d.StoryId).SingleAsync();
            var allowed = revisions.Where(r => approved.Contains(r.Number)).Select(r => BlockText.Plain(r.Body)).ToHashSet(StringComparer.Ordinal);
            foreach (var entry in await db.WireEntries.AsNoTracking().Where(e => e.StoryId == story).ToListAsync())
                Assert.Contains(BlockText.Plain(entry.Story().Body), allowed);

            var kept = (await db.WorkingCopies.AsNoTracking().Where(w => w.DispatchId == id).ToListAsync()).ToDictionary(w => w.Id, w => w.Copy.Markdown);
            foreach (var page in pages.Where(p => p.Autosaved is not null)) Assert.Equal(page.Autosaved, kept[page.Window]);
            foreach (var (window, text) in leftOpen) Assert.Equal(text, kept[window]);
        }

        private async Task DoAsync(Page page, Author person, Deed deed)
        {
            switch (deed)
            {
                case Deed.Open:
                    // In another window: what was typed in the first stays there.
                    if (page.Autosaved is { } left) lock (leftOpen) leftOpen.Add((page.Window, left));
                    var newest = await ReadAsync(db => db.Revisions.Where(r => r.DispatchId == id).OrderByDescending(r => r.Number).Select(r => new { r.Number, r.Copy.Markdown }));
                    (page.Base, page.Text, page.Window, page.Autosaved, page.Conflict) = (newest.Number, newest.Markdown, Guid.CreateVersion7(), null, null);
                    break;
                case Deed.Type:
                    page.Text = New(page.Text, person);
                    var autosaved = await desk.WorkingCopies.AutosaveAsync(page.Window, id, CopyOf(name, page.Text), page.Base, person, None);
                    Assert.IsType<AutosaveResult.Kept>(autosaved);
                    page.Autosaved = page.Text;
                    break;
                case Deed.Save:
                    page.Text = New(page.Text, person);
                    await SaveAsync(page, person, page.Text, page.Base);
                    break;
                case Deed.SaveOld:
                    page.Text = New(page.Text, person);
                    await SaveAsync(page, person, page.Text, 1);
                    break;
                case Deed.Merge when page.Conflict is { } conflict:
                    var merged = CopyComparison.Of(conflict.Base.Copy, conflict.Theirs.Copy, conflict.Mine).Merge(new Dictionary<string, Choice>(), []);
                    await SaveAsync(page, person, merged.Markdown, conflict.Theirs.Number);
                    break;
                case Deed.Crash when page.Autosaved is not null:
                    var restored = await desk.WorkingCopies.FindAsync(page.Window, person, None);
                    Assert.Equal(page.Autosaved, restored!.Copy.Markdown);
                    (page.Text, page.Base) = (restored.Copy.Markdown, restored.BaseRevision!.Value);
                    break;
                case Deed.Approve:
                    // Before it is asked: what is public must have been approved by somebody at some time.
                    lock (approved) approved.Add(page.Base);
                    await desk.Editing.ApproveAsync(id, page.Base, null, person, None);
                    break;
                case Deed.SendBack:
                    await desk.Editing.SendBackAsync(id, page.Base, "More.", person, None);
                    break;
                case Deed.Revert:
                    if (await desk.Editing.RestoreAsync(id, 1 + (page.Base / 2), page.Base, person, None) is SaveResult.Saved back) page.Base = back.Revision;
                    break;
                case Deed.Publish:
                    var seen = await ReadAsync(db => db.Dispatches.Where(d => d.Id == id).Select(d => d.Public));
                    if (seen == PublicState.NotPublic) await desk.Publishing.PublishAsync(id, page.Base, null, person, None);
                    else await desk.Publishing.CorrectAsync(id, page.Base, New("Corrected.", person), person, None);
                    break;
                case Deed.Schedule:
                    await desk.Publishing.ScheduleAsync(id, page.Base, desk.Clock.GetUtcNow(), "Etc/UTC", person, None);
                    break;
                case Deed.Due:
                    await desk.Publishing.PublishDueAsync(id, None);
                    break;
                default:
                    break;
            }
        }

        private async Task SaveAsync(Page page, Author person, string text, int @base)
        {
            switch (await desk.Editing.SaveAsync(id, CopyOf(name, text), @base, page.Window, person, None))
            {
                case SaveResult.Saved saved:
                    lock (acknowledged) acknowledged.Add(text);
                    (page.Base, page.Text, page.Autosaved, page.Conflict) = (saved.Revision, text, null, null);
                    break;
                case SaveResult.Unchanged unchanged:
                    lock (acknowledged) acknowledged.Add(text);
                    (page.Base, page.Text, page.Autosaved, page.Conflict) = (unchanged.Revision, text, null, null);
                    break;
                case SaveResult.Conflict conflict:
                    // Kept in this window's place: the three texts are at hand.
                    Assert.Equal(page.Window, conflict.WorkingCopy);
                    (page.Conflict, page.Autosaved) = (conflict, text);
                    break;
                default:
                    Assert.Fail("Nobody holds the database.");
                    break;
            }
        }

        private async Task<T> ReadAsync<T>(Func<WorthyNews.Newsroom.Data.NewsDb, IQueryable<T>> ask)
        {
            await using var db = desk.OpenDb();
            return await ask(db).FirstAsync();
        }

        private string New(string text, Author person) => $"{text}\n\n{person.Name} typed {Interlocked.Increment(ref typed).ToString(CultureInfo.InvariantCulture)}.";

        private static Copy CopyOf(string headline, string text) => new() { Headline = headline, Bylines = [Sample.Byline("A Desk")], Markdown = text };
    }
}
