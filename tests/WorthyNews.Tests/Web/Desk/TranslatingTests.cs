using System.Net;

using AngleSharp.Html.Dom;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Desk;

/// <summary>One dispatch in another language, by the pages of the desk without script.</summary>
public sealed class TranslatingTests
{
    [Fact]
    public async Task A_translator_writes_over_the_original_and_is_told_what_still_stands_as_it_was()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var english = await site.PublishAsync(Sample.Copy() with { EditorsNote = "Not for others." });
        using var editor = await site.SignInAsync(Role.Editor);
        await editor.GoAsync($"/desk/dispatches/{english.Id}");

        await editor.GoAsync(editor.Page.QuerySelectorAll("a").Single(a => a.TextContent == "Translate this").GetAttribute("href")!);
        Assert.Equal("", Value(editor, "#language"));
        Assert.Equal(english.Address, Value(editor, "#original"));
        Assert.Equal("Nicaea", Value(editor, "#places"));
        Assert.Equal("Basil Merton", Value(editor, "#byline-0-name"));
        Assert.Equal("", Value(editor, "#editors-note"));
        await editor.SendAsync("#dispatch");
        var checks = editor.Page.QuerySelector(".checks")!.TextContent;
        foreach (var words in new[] { "It does not say its language.", "The headline stands as in the original.", "Paragraphs 1, 3 stand as in the original." })
            Assert.Contains(words, checks, StringComparison.Ordinal);

        await editor.SendAsync("#dispatch", ("Form.Language", "ar"), ("Form.Headline", "مجمع نيقية"), ("Form.Body", "اتفق الأساقفة على قانون الإيمان."));
        Assert.Contains("All of its original is written anew.", editor.Text, StringComparison.Ordinal);
        Assert.Contains(english.Headline, editor.Page.QuerySelector("#original-said")!.TextContent, StringComparison.Ordinal);
        var arabic = await site.Desk.PublishAsync(IdOf(editor), 2, null, SiteUnderTest.By, CancellationToken.None);
        Assert.NotNull((await site.ReadAsync(english.Address!)).QuerySelector($".facts a[hreflang=ar][href='{arabic.Dispatch.Address}']"));

        foreach (var page in new[] { "", "/kill", "/retract" })
        {
            using var chief = await site.SignInAsync(Role.Chief);
            await chief.GoAsync($"/desk/dispatches/{english.Id}{page}");
            Assert.NotNull(chief.Page.QuerySelector($"a[lang=ar][href='/desk/dispatches/{arabic.Dispatch.Id}']"));
        }
    }

    [Theory]
    [InlineData("{address}")]
    [InlineData("https://news.test{address}")]
    [InlineData("council-at-nicaea-agrees-on-creed")]
    [InlineData("Council At Nicaea Agrees On Creed")]
    [InlineData("nicaea creed")]
    [InlineData("https://news.test/desk/dispatches/{id}")]
    public async Task An_original_is_named_by_address_slug_or_headline_and_taken_away(string named)
    {
        await using var site = await SiteUnderTest.StartAsync();
        var english = await site.PublishAsync(Sample.Copy());
        using var editor = await site.SignInAsync(Role.Editor);
        var id = await NewAsync(editor, "uk");

        await editor.SendAsync("#dispatch", ("Form.Original", named.Replace("{address}", english.Address, StringComparison.Ordinal).Replace("{id}", english.Id.ToString(), StringComparison.Ordinal)));
        Assert.Contains("Saved as revision 2", editor.Text, StringComparison.Ordinal);
        Assert.Equal(english.StoryId, await OriginalAsync(site, id));
        await editor.SendAsync("#dispatch", ("Form.Headline", "Another headline"));
        Assert.Equal(english.StoryId, await OriginalAsync(site, id));
        await editor.SendAsync("#dispatch", ("Form.Original", ""));

        Assert.Contains("Saved as revision 4", editor.Text, StringComparison.Ordinal);
        Assert.Null(await OriginalAsync(site, id));
        await editor.GoAsync($"/desk/dispatches/{id}/revisions?From=3&To=4");
        Assert.Contains(english.Headline, editor.Page.QuerySelector("section[aria-labelledby=changes] .passage del")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-slug", "no dispatch is called “no-such-slug”")]
    [InlineData("council-at-nicaea-agrees-on-creed", "is in “en” as well")]
    [InlineData("twice", "2 dispatches are called “twice”")]
    [InlineData("hidden-away", "no dispatch is called “hidden-away”")]
    [InlineData("{itself}", "is this dispatch itself")]
    [InlineData("its-translation", "is a translation of this dispatch")]
    public async Task An_original_that_cannot_be_is_refused_with_its_reason_and_what_was_typed_stays(string named, string reason)
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy());
        await site.DraftAsync(Sample.Copy() with { Language = "hu", Slug = "twice", Bureau = "europe" });
        await site.DraftAsync(Sample.Copy() with { Language = "hu", Slug = "twice", Bureau = "europe" });
        await site.DraftAsync(Sample.Copy() with { Language = "hu", Slug = "hidden-away", Bureau = "asia" });
        using var editor = await site.SignInAsync([new(Role.Editor, "europe"), new(Role.Editor, "middle-east")]);
        var id = await NewAsync(editor, "en", ("Form.Slug", "itself"));
        await using (var db = site.OpenDb()) await site.DraftAsync(Sample.Copy() with { Language = "hu", Slug = "its-translation", Bureau = "europe", TranslationOf = db.Dispatches.Single(d => d.Id == id).StoryId });

        await editor.SendAsync("#dispatch", ("Form.Original", named.Replace("{itself}", "itself", StringComparison.Ordinal)), ("Form.Body", "Typed meanwhile."));

        Assert.Contains(reason, editor.Text, StringComparison.Ordinal);
        Assert.Equal("Typed meanwhile.", Value(editor, "#body"));
        Assert.Null(await OriginalAsync(site, id));
    }

    [Fact]
    public async Task What_is_typed_as_an_original_is_looked_up_while_the_rest_is_kept()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var english = await site.PublishAsync(Sample.Copy());
        using var editor = await site.SignInAsync(Role.Editor);
        var id = await NewAsync(editor, "uk");
        editor.Page.QuerySelector("#dispatch")!.SetAttribute("action", $"/desk/dispatches/{id}/copy");

        using var wrong = await editor.SendRawAsync("#dispatch", ("Form.Original", "nothing-here"), ("Form.Body", "Typed."));
        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        Assert.Contains("nothing-here", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var right = await editor.SendRawAsync("#dispatch", ("Form.Original", english.Slug), ("Form.Body", "Typed."));
        await editor.GoAsync($"/desk/dispatches/{id}");

        Assert.Equal("Typed.", Value(editor, "#body"));
        Assert.Equal(english.Address, Value(editor, "#original"));
    }

    [Fact]
    public async Task Two_who_name_an_original_at_once_see_its_headline_and_choose()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy());
        await site.PublishAsync(Sample.Copy("A Second Council Met In Ephesus"));
        using var ann = await site.SignInAsync(Role.Editor);
        using var ben = await site.SignInAsync(Role.Editor);
        var id = await NewAsync(ann, "uk");
        await ben.GoAsync($"/desk/dispatches/{id}");

        await ben.SendAsync("#dispatch", ("Form.Original", "council-at-nicaea-agrees-on-creed"));
        await ann.SendAsync("#dispatch", ("Form.Original", "a-second-council-met-in-ephesus"));

        Assert.Equal(409, ann.Status);
        var row = ann.Page.QuerySelector("[aria-label='Translation of']")!.TextContent;
        Assert.Contains("Nicaea", row, StringComparison.Ordinal);
        Assert.Contains("Ephesus", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_see_a_dispatch_cannot_begin_from_its_text_but_may_translate_what_readers_have()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var draft = await site.DraftAsync(Sample.Copy("A Secret Council"));
        var live = await site.PublishAsync(Sample.Copy());
        using var neighbor = await site.SignInAsync(Role.Editor, "asia");

        await neighbor.GoAsync($"/desk/dispatches/new?original={draft.Id}");
        Assert.Equal(404, neighbor.Status);
        var id = await NewAsync(neighbor, "uk");
        Assert.DoesNotContain("A Secret Council", neighbor.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await neighbor.SendAsync("#dispatch", ("Form.Original", live.Address));

        Assert.Equal(live.StoryId, await OriginalAsync(site, id));
        Assert.Contains(live.Headline, neighbor.Page.QuerySelector("#original-said")!.TextContent, StringComparison.Ordinal);
    }

    private static Guid IdOf(DeskVisitor visitor) => Guid.Parse(visitor.Path.Split('/')[^1]);

    private static async Task<Guid> NewAsync(DeskVisitor writer, string language, params (string Name, string? Value)[] fields)
    {
        await writer.GoAsync("/desk/dispatches/new");
        await writer.SendAsync("#dispatch", [("Form.Headline", "A Headline"), ("Form.Body", "Text."), ("Form.Language", language), .. fields]);
        Assert.Contains("Saved as revision 1", writer.Text, StringComparison.Ordinal);
        return IdOf(writer);
    }

    private static async Task<Guid?> OriginalAsync(SiteUnderTest site, Guid id)
    {
        await using var db = site.OpenDb();
        return db.Revisions.Where(r => r.DispatchId == id).OrderByDescending(r => r.Number).First().Copy.TranslationOf;
    }

    private static string Value(DeskVisitor visitor, string field) => visitor.Page.QuerySelector(field) switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        var other => throw new InvalidOperationException($"{visitor.Path} has no field {field}: {other?.LocalName}"),
    };
}
