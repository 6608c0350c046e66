using System.Net;
using System.Text.Json;

using AngleSharp.Html.Dom;

using WorthyNews.Newsroom.Staff;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Desk;

/// <summary>A dispatch from wire copy to its end, by the pages of the desk, without any script.</summary>
public sealed class WorkTests
{
    private const string WireCopy = """
        Council At Nicaea Agrees On Creed

        By Basil Merton, Worthy News Middle East Correspondent

        NICAEA (Worthy News) – The bishops agreed on a creed on Thursday.

        TWO REFUSE

        Two bishops would not sign it.
        """;

    [Fact]
    public async Task A_dispatch_goes_from_wire_copy_to_its_end_by_the_pages_alone()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.NameAsync(Sample.Bureau("middle-east", "Middle East", "Asia/Jerusalem"));
        using var writer = await site.SignInAsync(Role.Correspondent, "middle-east");
        using var editor = await site.SignInAsync(Role.Editor, "middle-east");
        using var chief = await site.SignInAsync(Role.Chief);

        await writer.GoAsync("/desk/wire-copy");
        await writer.SendAsync(null, ("Wire", WireCopy));
        Assert.Equal("Council At Nicaea Agrees On Creed", Value(writer, "#headline"));
        await writer.SendAsync("#dispatch");
        Assert.Contains("Saved as revision 1", writer.Text, StringComparison.Ordinal);
        var path = writer.Path;
        await SubmitAsync(writer, "Is it Thursday?");
        Assert.Contains("Revision 1 is with the editors", writer.Text, StringComparison.Ordinal);

        await editor.GoAsync("/desk");
        Assert.Contains("Is it Thursday?", editor.Page.QuerySelector("#lane-review")!.ParentElement!.TextContent, StringComparison.Ordinal);
        await ActAsync(editor, path, "SendBack", ("Note", "It was Tuesday."));
        await writer.GoAsync(path);
        Assert.Contains("It was Tuesday.", writer.Text, StringComparison.Ordinal);
        await writer.SendAsync("#dispatch", ("Form.Body", Value(writer, "#body").Replace("Thursday", "Tuesday", StringComparison.Ordinal)));
        await SubmitAsync(writer, null);

        await ActAsync(editor, path, "Approve");
        Assert.Contains("Revision 2 is approved", editor.Text, StringComparison.Ordinal);
        await editor.GoAsync(path + "/publish");
        await editor.SendAsync($"form[action='{path}/publish']");
        Assert.Contains("Published 12:00 UTC.", editor.Text, StringComparison.Ordinal);
        var address = editor.Page.QuerySelectorAll("a").Single(a => a.TextContent == "Public page").GetAttribute("href")!;
        Assert.Contains("on Tuesday", (await site.ReadAsync(address)).QuerySelector(".body")!.TextContent, StringComparison.Ordinal);

        await writer.GoAsync(path);
        await writer.SendAsync("#dispatch", ("Form.Headline", "Council At Nicaea Agrees On A Creed"));
        await ActAsync(editor, path, "Approve");
        await PutRightAsync(editor, path, "correct", "An earlier headline lacked a word.");
        Assert.Contains("An earlier headline lacked a word.", await site.GetAsync("/corrections"), StringComparison.Ordinal);
        await PutRightAsync(chief, path, "retract", "It does not stand.");
        Assert.Contains("It does not stand.", await site.GetAsync(address), StringComparison.Ordinal);
        await PutRightAsync(chief, path, "reinstate", "It stands after all.");
        Assert.Contains("It stands after all.", await site.GetAsync(address), StringComparison.Ordinal);

        await chief.GoAsync(path + "/kill");
        await chief.SendAsync("main form", ("Notice", "It is gone."), ("Reason", "A source is in danger."));
        Assert.Contains("Once more.", chief.Text, StringComparison.Ordinal);
        Assert.Contains("It stands after all.", await site.GetAsync(address), StringComparison.Ordinal);
        await chief.SendAsync("main form", ("Sure", "true"));
        using var client = site.Visit();
        using var gone = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.DoesNotContain("A source is in danger.", await gone.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reading_that_is_rejected_stands_in_the_body_again()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var writer = await site.SignInAsync(Role.Correspondent);
        await writer.GoAsync("/desk/wire-copy");
        await writer.SendAsync(null, ("Wire", WireCopy));

        var reject = writer.Page.QuerySelectorAll("button").First(b => b.GetAttribute("formaction")?.EndsWith("field=headline", StringComparison.Ordinal) == true).GetAttribute("formaction")!;
        writer.Page.QuerySelector("#dispatch")!.SetAttribute("action", reject);
        await writer.SendAsync("#dispatch");

        Assert.Equal("", Value(writer, "#headline"));
        Assert.StartsWith("Council At Nicaea Agrees On Creed\n\nThe bishops agreed", Value(writer, "#body").ReplaceLineEndings("\n"), StringComparison.Ordinal);
        await writer.SendAsync("#dispatch");
        Assert.Contains("Saved as revision 1", writer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_saves_second_sees_three_texts_and_loses_nothing()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var ann = await site.SignInAsync(Role.Editor);
        using var ben = await site.SignInAsync(Role.Editor);
        var path = await NewAsync(ann, "One.\n\nTwo.\n\nThree.");
        await ann.GoAsync(path);
        await ben.GoAsync(path);

        await ben.SendAsync("#dispatch", ("Form.Body", "One of Ben.\n\nTwo.\n\nThree."));
        await ann.SendAsync("#dispatch", ("Form.Body", "One of Ann.\n\nTwo.\n\nThree of Ann."));

        Assert.Equal(Conflicting, ann.Status);
        Assert.Contains("/merge", ann.Path, StringComparison.Ordinal);
        foreach (var words in new[] { "One.", "of Ben", "of Ann" }) Assert.Contains(words, ann.Page.QuerySelector(".compare")!.TextContent, StringComparison.Ordinal);
        await ann.SendAsync("form.compare");
        Assert.Contains("put together as revision 3", ann.Text, StringComparison.Ordinal);
        Assert.Equal("One of Ben.\n\nOne of Ann.\n\nTwo.\n\nThree of Ann.", Value(ann, "#body").ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_program_that_saves_second_is_told_of_the_conflict_by_its_number()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var ann = await site.SignInAsync(Role.Editor);
        var path = await NewAsync(ann, "One.");
        await ann.GoAsync(path);
        using var first = await ann.SendRawAsync("#dispatch", ("Form.Body", "Two."));
        ann.Client.DefaultRequestHeaders.Accept.Add(new("application/json"));

        using var second = await ann.SendRawAsync("#dispatch", ("Form.Body", "Three."));

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var told = JsonDocument.Parse(await second.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(2, told.GetProperty("newest").GetInt32());
    }

    [Fact]
    public async Task What_was_typed_and_not_saved_is_there_again_until_it_is_saved_or_thrown_away()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var writer = await site.SignInAsync(Role.Correspondent);
        using var other = await site.SignInAsync(Role.Editor);
        var path = await NewAsync(writer, "Saved.");
        await writer.GoAsync(path);
        await KeepAsync(writer, "Typed and not saved.");

        await writer.GoAsync(path);
        Assert.Equal("Typed and not saved.", Value(writer, "#body"));
        await other.GoAsync(path);
        Assert.Equal("Saved.", Value(other, "#body"));
        Assert.Contains(writer.UserName, other.Page.QuerySelector("#others")!.TextContent, StringComparison.Ordinal);
        await writer.SendAsync("#drop");
        Assert.Equal("Saved.", Value(writer, "#body"));

        await KeepAsync(writer, "Typed again.");
        await writer.GoAsync(path);
        await writer.SendAsync("#dispatch");
        Assert.Contains("Saved as revision 2", writer.Text, StringComparison.Ordinal);
        Assert.Null(writer.Page.QuerySelector("#drop"));
        Assert.Equal("Typed again.", Value(writer, "#body"));
    }

    [Fact]
    public async Task A_preview_is_the_readers_page_and_a_link_opens_it_to_a_stranger_until_it_is_ended()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var writer = await site.SignInAsync(Role.Correspondent);
        var path = await NewAsync(writer, "The bishops **agreed**.");
        await writer.GoAsync(path + "/preview");
        Assert.Equal("agreed", writer.Page.QuerySelector("article.story .body strong")!.TextContent);

        await writer.GoAsync(path);
        await writer.SendAsync($"form[action='{path}?handler=PreviewLink']", ("days", "1"));
        var link = new Uri(writer.Page.QuerySelector("p.said")!.TextContent.Split(' ').Last(w => w.Contains("/desk/preview/", StringComparison.Ordinal))).AbsolutePath;
        using var stranger = site.Visit();
        using var read = await stranger.GetAsync(new Uri(link, UriKind.Relative));
        Assert.Contains("<strong>agreed</strong>", await read.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("no-store", read.Headers.CacheControl?.ToString());
        Assert.Contains("noindex", read.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);

        await writer.SendAsync("form[action*='handler=Revoke']");
        using var ended = await stranger.GetAsync(new Uri(link, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, ended.StatusCode);
    }

    [Fact]
    public async Task A_dispatch_of_another_bureau_is_not_there_and_neither_is_a_verb_one_may_not_do()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.NameAsync(Sample.Bureau("europe", "Europe"), Sample.Bureau("asia", "Asia"));
        using var writer = await site.SignInAsync(Role.Correspondent, "europe");
        using var neighbor = await site.SignInAsync(Role.Chief, "asia");
        using var administrator = await site.SignInAsync(Role.Administrator);
        var path = await NewAsync(writer, "Text.", ("Form.Bureau", "europe"));

        foreach (var page in new[] { "", "/preview", "/revisions", "/publish", "/kill", "/copy" })
        {
            if (page != "/copy") Assert.Equal(404, await StatusAsync(administrator, path + page));
            Assert.Equal(404, await StatusAsync(neighbor, path + page));
        }

        Assert.Equal(404, await StatusAsync(writer, path + "/publish"));
        await neighbor.GoAsync("/desk");
        Assert.DoesNotContain(path, neighbor.Page.Body!.InnerHtml, StringComparison.Ordinal);
        await writer.GoAsync(path);
        await writer.SendAsync("#dispatch", ("Form.Bureau", "asia"));
        Assert.Contains("You do not write for that bureau", writer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-03-28T02:30", "jump over this minute", "2027-03-28T00:30:00")]
    [InlineData("2027-10-31T02:30", "show this minute twice", "2027-10-31T00:30:00")]
    public async Task An_hour_that_is_skipped_or_comes_twice_is_asked_about(string minute, string question, string first)
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.NameAsync(Sample.Bureau("europe", "Europe", "Europe/Budapest"));
        using var editor = await site.SignInAsync(Role.Editor);
        var path = await NewAsync(editor, "Text.", ("Form.Bureau", "europe"));
        await ActAsync(editor, path, "Approve");
        await editor.GoAsync(path + "/publish");
        var form = (IHtmlFormElement)editor.Page.QuerySelector("#at")!.Closest("form")!;
        form.SetAttribute("action", path + "/publish?handler=Schedule");
        form.Id = "minute";

        await editor.SendAsync("#minute", ("At", minute), ("Zone", "Europe/Budapest"));

        Assert.Contains(question, editor.Text, StringComparison.Ordinal);
        var choices = editor.Page.QuerySelectorAll("input[name=Meant]").Cast<IHtmlInputElement>().ToList();
        Assert.Equal(2, choices.Count);
        form = (IHtmlFormElement)editor.Page.QuerySelector("#at")!.Closest("form")!;
        form.SetAttribute("action", path + "/publish?handler=Schedule");
        form.Id = "minute";
        await editor.SendAsync("#minute", ("Meant", choices[0].Value));
        Assert.Contains("goes out on", editor.Text, StringComparison.Ordinal);
        await using var db = site.OpenDb();
        var id = Guid.Parse(path.Split('/')[^1]);
        Assert.Equal(first, db.Dispatches.Single(d => d.Id == id).PublishAt!.Value.UtcDateTime.ToString("s", System.Globalization.CultureInfo.InvariantCulture));
    }

    private const int Conflicting = 409;

    private static string Value(DeskVisitor visitor, string field) => visitor.Page.QuerySelector(field) switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        var other => throw new InvalidOperationException($"{visitor.Path} has no field {field}: {other?.LocalName}"),
    };

    /// <returns>The path of its page.</returns>
    private static async Task<string> NewAsync(DeskVisitor writer, string body, params (string Name, string? Value)[] fields)
    {
        await writer.GoAsync("/desk/dispatches/new");
        await writer.SendAsync("#dispatch", [("Form.Headline", "A Headline"), ("Form.Body", body), .. fields]);
        Assert.Contains("Saved as revision 1", writer.Text, StringComparison.Ordinal);
        return writer.Path;
    }

    private static async Task SubmitAsync(DeskVisitor writer, string? note)
    {
        writer.Page.QuerySelector("#dispatch")!.SetAttribute("action", writer.Path + "?handler=Submit");
        await writer.SendAsync("#dispatch", ("Note", note));
    }

    private static async Task ActAsync(DeskVisitor editor, string path, string handler, params (string Name, string? Value)[] fields)
    {
        await editor.GoAsync(path);
        var button = editor.Page.QuerySelectorAll("button").First(b => b.GetAttribute("formaction")?.EndsWith("handler=" + handler, StringComparison.Ordinal) == true);
        var form = button.Closest("form")!;
        form.SetAttribute("action", button.GetAttribute("formaction")!);
        form.Id = "act";
        await editor.SendAsync("#act", fields);
    }

    private static async Task PutRightAsync(DeskVisitor chief, string path, string verb, string notice)
    {
        await chief.GoAsync($"{path}/{verb}");
        await chief.SendAsync("main form", ("Notice", notice));
    }

    /// <summary>As the script of the page does while somebody types.</summary>
    private static async Task KeepAsync(DeskVisitor writer, string body)
    {
        writer.Page.QuerySelector("#dispatch")!.SetAttribute("action", writer.Path + "/copy");
        using var answer = await writer.SendRawAsync("#dispatch", ("Form.Body", body));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static async Task<int> StatusAsync(DeskVisitor visitor, string path)
    {
        await visitor.GoAsync(path);
        return visitor.Status;
    }
}

file static class Reading
{
    extension(SiteUnderTest site)
    {
        public async Task<string> GetAsync(string path)
        {
            using var client = site.Visit();
            return await client.GetStringAsync(new Uri(path, UriKind.Relative));
        }
    }
}
