using System.Diagnostics;

using WorthyNews.Tests.Web.Feeds;

namespace WorthyNews.Tests.Web.Recipes;

/// <summary>docs/recipes/worthy-news.php as a church's own server runs it.</summary>
public sealed class PhpRecipeTests
{
    private const string Recipe = "worthy-news.php";
    private const string Fragment = "<article><h3>World news</h3><p>Crowd In Timișoara Stands</p></article>";

    private static readonly TimeSpan AWhile = TimeSpan.FromSeconds(20);

    [ProgramFact("php")]
    public async Task The_fragment_stands_on_the_page_and_is_asked_for_once_in_a_while()
    {
        await using var church = await ChurchServer.OpenAsync(Recipe);
        church.Says(200, Fragment);

        var first = await PageAsync(church);
        var second = await PageAsync(church);
        church.Says(200, "<p>Newer</p>");
        church.Passes(AWhile);
        var third = await PageAsync(church);

        Assert.Equal($"<body>{Fragment}</body>", first);
        Assert.Equal(first, second);
        Assert.Equal("<body><p>Newer</p></body>", third);
        Assert.Equal(2, church.Asked);
    }

    [ProgramFact("php")]
    public async Task The_last_copy_stands_while_we_are_away_but_not_for_more_than_an_hour()
    {
        await using var church = await ChurchServer.OpenAsync(Recipe);
        church.Says(200, Fragment);
        await PageAsync(church);
        await church.GoesAwayAsync();

        church.Passes(TimeSpan.FromMinutes(58));
        var away = await PageAsync(church);
        church.Passes(TimeSpan.FromMinutes(3));
        var tooLong = await PageAsync(church);

        Assert.Equal($"<body>{Fragment}</body>", away);
        Assert.DoesNotContain("Timișoara", tooLong, StringComparison.Ordinal);
        Assert.Equal(Links(church), tooLong);
    }

    [ProgramFact("php")]
    public async Task Without_a_copy_there_are_links()
    {
        await using var church = await ChurchServer.OpenAsync(Recipe);
        await church.GoesAwayAsync();

        var page = await PageAsync(church);

        Assert.Equal(Links(church), page);
    }

    [ProgramFact("php")]
    public async Task What_is_gone_is_gone_from_the_copy_too()
    {
        await using var church = await ChurchServer.OpenAsync(Recipe);
        church.Says(200, Fragment);
        await PageAsync(church);

        church.Passes(AWhile);
        church.Says(410, "This story is gone.");
        var gone = await PageAsync(church);
        await church.GoesAwayAsync();
        church.Passes(AWhile);
        var away = await PageAsync(church);

        Assert.Equal(Links(church), gone);
        Assert.Equal(Links(church), away);
    }

    [ProgramFact("php")]
    public async Task Trouble_and_half_an_answer_leave_the_last_copy()
    {
        await using var church = await ChurchServer.OpenAsync(Recipe);
        church.Says(200, Fragment);
        await PageAsync(church);

        var pages = new List<string>();
        foreach (var trouble in new[] { 429, 500, 503 })
        {
            church.Passes(AWhile);
            church.Says(trouble, "Come back later.");
            pages.Add(await PageAsync(church));
        }

        church.Passes(AWhile);
        church.BreaksOff("<article><h3>Wor");
        pages.Add(await PageAsync(church));

        Assert.All(pages, page => Assert.Equal($"<body>{Fragment}</body>", page));
        Assert.Equal(5, church.Asked);
    }

    [ProgramFact("php")]
    public async Task A_house_that_thinks_for_long_holds_one_visitor_for_two_seconds_and_the_next_not_at_all()
    {
        await using var church = await ChurchServer.OpenAsync(Recipe);
        church.Says(200, Fragment);
        await PageAsync(church);
        church.Passes(AWhile);
        church.Says(200, "<p>Too late</p>", after: TimeSpan.FromSeconds(40));

        var waited = Stopwatch.StartNew();
        var first = await PageAsync(church);
        var firstTook = waited.Elapsed;
        var second = await PageAsync(church);

        Assert.Equal($"<body>{Fragment}</body>", first);
        Assert.Equal(first, second);
        Assert.Equal(2, church.Asked);
        Assert.InRange(firstTook, TimeSpan.FromSeconds(1.9), TimeSpan.FromSeconds(30));
    }

    private static string Links(ChurchServer church)
    {
        var home = new Uri(new Uri(church.Address), "/").AbsoluteUri;
        return $"""<body><p><a href="{home}bureaus/europe">World news</a> from <a href="{home}">Worthy News</a></p></body>""";
    }

    /// <returns>The page; a complaint of PHP's would stand in it.</returns>
    private static Task<string> PageAsync(ChurchServer church)
    {
        File.WriteAllText(church.File("page.php"), $"<body><?php require_once __DIR__ . '/{Recipe}'; echo worthy_news('{church.Address}'); ?></body>");
        return church.RunAsync("php", "-n", "-d", "error_reporting=-1", "-d", "display_errors=1", "-d", "allow_url_fopen=1", "page.php");
    }
}
