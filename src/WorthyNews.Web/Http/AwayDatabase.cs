using WorthyNews.Newsroom.Data;

namespace WorthyNews.Web.Http;

/// <summary>At the desk a database that does not answer is said as what it is: 503, with a time to come back, and what was sent stands on the page.</summary>
/// <remarks>Readers get the error page of <see cref="ErrorPages"/>; what they ask for holds nothing that they could lose.</remarks>
public static class AwayDatabase
{
    private const string Key = "worthy.database-away";
    private const string RetryAfterSeconds = "10";

    extension(HttpContext context)
    {
        /// <summary>The database did not answer this request: nothing that is printed now may ask it again.</summary>
        public bool IsDatabaseAway() => context.Items.ContainsKey(Key);

        public void SayDatabaseIsAway() => context.Items[Key] = true;
    }

    /// <summary>Inside the pages that tell of a status, outside all that asks the database.</summary>
    public static void UseAwayDatabase(this IApplicationBuilder desk) => desk.Use(async (context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable) context.Response.Headers.RetryAfter = RetryAfterSeconds;
            return Task.CompletedTask;
        });
        try
        {
            await next(context);
        }
        catch (Exception error) when (DatabaseFailure.IsAway(error) && !context.Response.HasStarted)
        {
            context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Desk").LogWarning(error, "The database did not answer {Path}", HouseLog.PathOf(context));
            context.SayDatabaseIsAway();
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    });
}
