using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Editing;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Desk;

/// <summary>A slip of the pen, by the pages of the desk without script.</summary>
public sealed class MendingTests
{
    [Fact]
    public async Task An_editor_mends_a_letter_and_the_story_is_not_called_updated()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy() with { Standfirst = "Three hundred bishops mett." });
        var revision = await site.ReviseAsync(dispatch, Sample.Copy() with { Standfirst = "Three hundred bishops met." });
        await ApproveAsync(site, dispatch);
        site.Clock.Advance(TimeSpan.FromHours(3));
        using var editor = await site.SignInAsync(Role.Editor);

        await editor.GoAsync($"/desk/dispatches/{dispatch.Id}/update");
        await editor.SendAsync("main form", ("IsSlip", "true"));

        Assert.Contains("version 2", editor.Text, StringComparison.Ordinal);
        await editor.GoAsync($"/desk/dispatches/{dispatch.Id}/revisions");
        Assert.Contains("mended a slip", editor.Text, StringComparison.Ordinal);
        var page = await site.ReadAsync(dispatch.Address!);
        Assert.Contains("bishops met.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Updated", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, revision);
    }

    [Fact]
    public async Task More_than_a_slip_is_refused_with_the_reason_and_the_mark_stays()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        await site.ReviseAsync(dispatch, Sample.Copy() with { Standfirst = "There were 318 of them." });
        await ApproveAsync(site, dispatch);
        using var editor = await site.SignInAsync(Role.Editor);

        await editor.GoAsync($"/desk/dispatches/{dispatch.Id}/update");
        await editor.SendAsync("main form", ("IsSlip", "true"));

        Assert.Contains("A number changes", editor.Text, StringComparison.Ordinal);
        Assert.NotNull(editor.Page.QuerySelector("input[name=IsSlip][checked]"));
        Assert.DoesNotContain("318", (await site.ReadAsync(dispatch.Address!)).Body!.TextContent, StringComparison.Ordinal);
    }

    private static Task<Dispatch> ApproveAsync(SiteUnderTest site, Dispatch dispatch) =>
        site.Services.GetRequiredService<EditingDesk>().ApproveAsync(dispatch.Id, 2, null, DeskUnderTest.Ben, CancellationToken.None);
}
