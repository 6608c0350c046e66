using WorthyNews.Tests.Web.Feeds;

namespace WorthyNews.Tests.Web.Recipes;

/// <summary>docs/recipes/worthy-news.sh as cron runs it: a file that a page includes.</summary>
public sealed class CronRecipeTests
{
    private const string Recipe = "worthy-news.sh";

    [ProgramFact("curl")]
    public async Task The_file_follows_us_outlives_an_outage_of_an_hour_and_no_longer()
    {
        await using var church = await ChurchServer.OpenAsync(Recipe);
        church.Says(200, "<p>One</p>");
        var one = await MinuteAsync(church);
        church.Says(200, "<p>Two</p>");
        var two = await MinuteAsync(church);
        church.Says(503, "Come back later.");
        var trouble = await MinuteAsync(church);
        church.BreaksOff("<p>Ha");
        var half = await MinuteAsync(church);
        await church.GoesAwayAsync();

        church.Passes(TimeSpan.FromMinutes(58));
        var away = await MinuteAsync(church);
        church.Passes(TimeSpan.FromMinutes(4));
        var tooLong = await MinuteAsync(church);

        Assert.Equal("<p>One</p>", one);
        Assert.All([two, trouble, half, away], said => Assert.Equal("<p>Two</p>", said));
        Assert.Null(tooLong);
    }

    [ProgramFact("curl")]
    public async Task What_is_gone_is_gone_from_the_file()
    {
        await using var church = await ChurchServer.OpenAsync(Recipe);
        church.Says(200, "<p>One</p>");
        await MinuteAsync(church);

        church.Says(410, "This story is gone.");
        var gone = await MinuteAsync(church);

        Assert.Null(gone);
    }

    /// <returns>What stands in the file after a run; null when there is none.</returns>
    private static async Task<string?> MinuteAsync(ChurchServer church)
    {
        var file = church.File("worthy-news.html");
        var said = await church.RunAsync("sh", church.File(Recipe), church.Address, file);

        Assert.Empty(said);
        Assert.DoesNotContain(System.IO.Directory.EnumerateFiles(Path.GetDirectoryName(file)!), f => f.StartsWith(file + ".", StringComparison.Ordinal));
        return File.Exists(file) ? await File.ReadAllTextAsync(file) : null;
    }
}
