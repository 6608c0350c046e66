using System.Text;

using WorthyNews.Formats.Feeds;

namespace WorthyNews.Tests.Formats.Feeds;

/// <summary>What would break a feed does not go out, and what goes out is what was meant.</summary>
public sealed class FeedExamTests
{
    private static readonly DateTimeOffset Now = AFeed.At.AddHours(2);

    public static TheoryData<string, FeedItem> Faulty() => new()
    {
        { "Its id is no URI.", AFeed.Full() with { Id = "1" } },
        { "It has no date.", AFeed.Full() with { Published = default } },
        { "Its first publication is in the future.", AFeed.Full() with { Published = Now.AddMinutes(2), Updated = Now.AddMinutes(2) } },
        { "Its last change is in the future.", AFeed.Full() with { Updated = Now.AddMinutes(2) } },
        { "Its last change is before its first publication.", AFeed.Full() with { Updated = AFeed.At.AddSeconds(-1) } },
        { "Its address is none of this site.", AFeed.Full() with { Link = new Uri("https://evil.test/2026/11/03/council") } },
        { "Its address is none of this site.", AFeed.Full() with { Link = new Uri("javascript:alert(1)") } },
        { "Its address is none of this site.", AFeed.Full() with { Link = new Uri("/2026/11/03/council", UriKind.Relative) } },
        { "Its language is no tag of a language.", AFeed.Full() with { Language = "\u0001" } },
        { "The page of an author is no web address.", AFeed.Full() with { Authors = [new FeedAuthor("x", new Uri("/x", UriKind.Relative))] } },
        { "A picture of it has no web address.", AFeed.Full() with { Images = [new FeedImage(new Uri("file:///card.png"), "image/png", null, null, null, "", null)] } },
        { "Its texts have", AFeed.Full() with { ContentHtml = $"<p>{new string('x', FeedExam.MostItemBytes)}</p>" } },
        { "Its text has an address in href", AFeed.Full() with { ContentHtml = "<p><a href=\"/topics/x\">x</a></p>" } },
        { "Its text has an address in href", AFeed.Full() with { ContentHtml = "<p><a href=\"javascript:x\">x</a></p>" } },
        { "Its text has an address in src", AFeed.Full() with { ContentHtml = "<p><img src=\"//cdn.test/x.png\" /></p>" } },
        { "Its text is not well-formed HTML.", AFeed.Full() with { ContentHtml = "<p>x<br></p>" } },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void An_item_that_readers_could_not_use_is_left_out_and_the_others_stand(string fault, FeedItem faulty)
    {
        var good = AFeed.Full() with { Id = "urn:uuid:good" };

        var sound = FeedExam.Sound(AFeed.Of(faulty, good), Now);

        Assert.Equal(good, Assert.Single(sound.Items));
        Assert.Equal(faulty.Id, Assert.Single(sound.LeftOut).Item);
        Assert.StartsWith(fault, sound.LeftOut[0].What, StringComparison.Ordinal);
        Assert.Equal(good.Updated, sound.Updated);
    }

    [Fact]
    public void The_second_of_two_items_with_one_id_is_left_out()
    {
        var sound = FeedExam.Sound(AFeed.Of(AFeed.Full(), AFeed.Full() with { Title = "Again" }), Now);

        Assert.Equal("Council Agrees", Assert.Single(sound.Items).Title);
        Assert.Equal("Its id is in the feed twice.", Assert.Single(sound.LeftOut).What);
    }

    [Fact]
    public void A_feed_without_a_fault_is_let_be()
    {
        var feed = AFeed.WithAll();

        Assert.Same(feed, FeedExam.Sound(feed, Now));
        foreach (var bytes in new[] { RssWriter.Write(feed), AtomWriter.Write(feed), JsonFeedWriter.Write(feed, AFeed.WithAll().Self) }) Assert.Empty(FeedReadback.FaultsOf(bytes, feed));
    }

    [Fact]
    public void What_cannot_be_written_is_found_and_the_others_are_written()
    {
        // No language, and nothing that an attribute of XML can hold.
        var feed = AFeed.Of(AFeed.Full(), AFeed.Full() with { Id = "urn:uuid:bad", Language = "\u0001" });

        var (bytes, written) = FeedExam.Write(feed, f => AtomWriter.Write(f));

        Assert.Equal("urn:uuid:1", Assert.Single(written.Items).Id);
        Assert.Equal("urn:uuid:bad", Assert.Single(written.LeftOut).Item);
        Assert.Empty(FeedReadback.FaultsOf(bytes, written));
    }

    [Fact]
    public void A_document_that_lost_something_or_is_too_large_is_told()
    {
        var feed = AFeed.Of(AFeed.Full());

        Assert.Equal(["It cannot be read back."], FeedReadback.FaultsOf(Encoding.UTF8.GetBytes("<rss><channel>"), feed));
        Assert.Equal(["It cannot be read back."], FeedReadback.FaultsOf(Encoding.UTF8.GetBytes("{\"version\": 1}"), feed));
        Assert.Equal(["Read back, it does not have the items that were written."], FeedReadback.FaultsOf(RssWriter.Write(AFeed.Of()), feed));
        var large = AFeed.Of([.. Enumerable.Range(0, 6).Select(i => AFeed.Full() with { Id = $"urn:uuid:{i}", ContentHtml = new string('x', 900_000) })]);
        Assert.StartsWith("It has 5", Assert.Single(FeedReadback.FaultsOf(RssWriter.Write(large), large)), StringComparison.Ordinal);
    }
}
