using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Web.Http.Printing;

namespace WorthyNews.Web.Http;

/// <summary>For whoever watches the program: is it alive, and can it serve.</summary>
public static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/health/live", ["GET", "HEAD"], () => TypedResults.Text("live")).AllowAnonymous();
        app.MapMethods("/health/ready", ["GET", "HEAD"], ReadyAsync).AllowAnonymous();
    }

    private static async Task<IResult> ReadyAsync(Newsstand newsstand, WireSight sight, HouseSettings settings, ILoggerFactory logs, CancellationToken cancel)
    {
        try
        {
            await newsstand.LastEntryAtAsync(cancel);
            return TypedResults.Text("ready");
        }
        catch (Exception error) when (DatabaseFailure.Is(error))
        {
            // Readers are served from what is printed: a balancer that took the node out would take that from them.
            if (settings.PagesBudget > 0 && sight.MayGoOnBlind) return TypedResults.Text($"degraded: the database does not answer; what is printed goes on for at most {settings.MaxBlind.TotalMinutes:0} minutes");
            logs.CreateLogger("Health").LogWarning(error, "The database does not answer");
            return TypedResults.Text("the database does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
