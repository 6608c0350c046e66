using WorthyNews.Formats.OEmbed;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Web.Http;
using WorthyNews.Web.Http.Printing;

namespace WorthyNews.Web.Widgets;

/// <summary>The door for programs that show a pasted address as a card.</summary>
/// <remarks>Source: oembed.com, 2.2 and 2.3.4: 404 where there is nothing to show for an address, 501 for a format that is not spoken.</remarks>
public static class OEmbedRoutes
{
    private static readonly string[] Reads = ["GET", "HEAD"];
    private static readonly TimeSpan Stays = TimeSpan.FromSeconds(60);

    private const int LongestUrl = 500;

    /// <inheritdoc cref="PublicAddressReader"/>
    public static PublicAddress? Printed(string path, IQueryCollection query) =>
        path == SiteLinks.OEmbed && OEmbedAddress.TryRead(query, out var address, out _, out _) && address.Url.Length <= LongestUrl ? new PublicAddress(address.Path, IsForPrograms: true) : null;

    public static void MapOEmbed(this IEndpointRouteBuilder app) => app.MapMethods(SiteLinks.OEmbed, Reads, AnswerAsync).WithName("oembed").AllowAnonymous();

    private static async Task AnswerAsync(HttpContext context, Newsstand newsstand, OEmbedCards cards, SiteLinks links, TimeProvider time, CancellationToken cancel)
    {
        context.Response.Headers.AccessControlAllowOrigin = "*";
        if (!OEmbedAddress.TryRead(context.Request.Query, out var asked, out var status, out var problem))
        {
            await RefuseAsync(context, status, problem);
            return;
        }

        var story = links.TryStory(asked.Url, out var address) ? (await newsstand.AtAsync(address, cancel))?.Story : null;
        // What is retracted keeps its headline at its address, and is not spread: a link there stays a link and leads to the notice.
        if (story is null or { State: StoryState.Retracted }) await RefuseAsync(context, StatusCodes.Status404NotFound, "There is no story of ours to show for this address.");
        else if (story.State == StoryState.Killed) await RefuseAsync(context, StatusCodes.Status410Gone, "This story is gone. Please take down what you have of it.");
        else
        {
            var card = await cards.OfAsync(story, asked, cancel);
            var (bytes, type) = asked.IsXml ? (OEmbedWriter.Xml(card), OEmbedWriter.XmlType) : (OEmbedWriter.Json(card), OEmbedWriter.JsonType);
            await Conditional.WriteAsync(context, bytes, type, null, time.GetUtcNow(), Stays);
        }
    }

    private static Task RefuseAsync(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        // A cache may keep a 404 or a 410 that says nothing of it (RFC 9110, 15.1).
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(sentence, context.RequestAborted);
    }
}
