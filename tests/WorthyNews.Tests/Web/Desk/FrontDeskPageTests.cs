using System.Net;
using System.Text.Json;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Desk;

/// <summary>Two chiefs at the front at once.</summary>
public sealed class FrontDeskPageTests
{
    [Fact]
    public async Task Whoever_arranges_second_sees_both_orders_and_overwrites_nothing_unseen()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var (a, b, c) = await ThreeAsync(site);
        using var ann = await site.SignInAsync(Role.Chief);
        using var ben = await site.SignInAsync(Role.Chief);
        await ann.GoAsync("/desk/front");
        await ben.GoAsync("/desk/front");

        await PlaceAsync(ben, b, 1);
        Assert.Contains("It leads.", ben.Text, StringComparison.Ordinal);
        await PlaceAsync(ann, a, 1);

        Assert.Equal(409, ann.Status);
        Assert.Equal([["Bravo"], ["Alpha"]], ann.Page.QuerySelectorAll("section[aria-labelledby=meet] ol").Select(l => l.QuerySelectorAll("li").Select(i => i.TextContent).ToArray()));
        Assert.Equal("Bravo", (await site.ReadAsync("/")).QuerySelector(".lead h2")!.TextContent.Trim());

        // While she chooses, he goes on: what she then puts in its place is met again.
        await PlaceAsync(ben, c, 2);
        await ann.SendAsync("#mine");
        Assert.Equal(409, ann.Status);
        Assert.Equal(["Bravo", "Charlie"], ann.Page.QuerySelector("section[aria-labelledby=meet] ol")!.QuerySelectorAll("li").Select(i => i.TextContent));
        await ann.SendAsync("#mine");

        Assert.Contains("The front is arranged.", ann.Text, StringComparison.Ordinal);
        Assert.Equal("Alpha", (await site.ReadAsync("/")).QuerySelector(".lead h2")!.TextContent.Trim());
    }

    [Fact]
    public async Task Two_who_want_the_same_order_do_not_meet_and_a_program_is_told_by_its_number()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var (a, b, _) = await ThreeAsync(site);
        using var ann = await site.SignInAsync(Role.Chief);
        using var ben = await site.SignInAsync(Role.Chief);
        await ann.GoAsync("/desk/front");
        await ben.GoAsync("/desk/front");
        var seen = ann.Page;

        await PlaceAsync(ben, b, 1);
        await PlaceAsync(ann, b, 1);
        Assert.Contains("It leads.", ann.Text, StringComparison.Ordinal);

        ann.Show(seen, "/desk/front");
        ann.Client.DefaultRequestHeaders.Accept.Add(new("application/json"));
        var form = Form(ann, a);
        form.SetAttribute("action", "/desk/front?handler=Place");
        using var answer = await ann.SendRawAsync("#" + form.Id, ("place", "1"));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(b.StoryId, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("places")[0].GetGuid());
    }

    [Fact]
    public async Task A_breaking_line_that_was_not_seen_is_neither_replaced_nor_ended()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await ThreeAsync(site);
        using var ann = await site.SignInAsync(Role.Chief);
        using var ben = await site.SignInAsync(Role.Chief);
        await ann.GoAsync("/desk/front");
        await ben.GoAsync("/desk/front");

        await ben.SendAsync("form[action$='handler=Break']", ("text", "The bridge is closed"));
        await ann.SendAsync("form[action$='handler=Break']", ("text", "The bridge is open"));
        Assert.Equal(409, ann.Status);
        Assert.Contains("“The bridge is closed”", ann.Text, StringComparison.Ordinal);
        Assert.Contains("The bridge is closed", (await site.ReadAsync("/")).Body!.TextContent, StringComparison.Ordinal);

        site.Clock.Advance(TimeSpan.FromSeconds(1));
        await ann.SendAsync("form[action$='handler=Break']");
        Assert.Contains("The bridge is open", (await site.ReadAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        await ben.SendAsync("form[action$='handler=End']");
        Assert.Equal(409, ben.Status);
        await ben.SendAsync("form[action$='handler=End']");
        Assert.DoesNotContain("The bridge", (await site.ReadAsync("/")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<(Dispatch A, Dispatch B, Dispatch C)> ThreeAsync(SiteUnderTest site) =>
        (await site.PublishAsync(Sample.Copy("Alpha"), Sample.Noon.AddHours(-3)), await site.PublishAsync(Sample.Copy("Bravo"), Sample.Noon.AddHours(-2)), await site.PublishAsync(Sample.Copy("Charlie"), Sample.Noon.AddHours(-1)));

    private static AngleSharp.Dom.IElement Form(DeskVisitor chief, Dispatch story)
    {
        var form = chief.Page.QuerySelector($"li[data-story='{story.StoryId}'] form")!;
        form.Id = $"place-{story.StoryId}";
        return form;
    }

    private static Task<AngleSharp.Dom.IDocument> PlaceAsync(DeskVisitor chief, Dispatch story, int place)
    {
        Form(chief, story).SetAttribute("action", "/desk/front?handler=Place");
        return chief.SendAsync($"#place-{story.StoryId}", ("place", place.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }
}
