using System.Text;

using WorthyNews.Newsroom.Maps;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Web.Http;
using WorthyNews.Web.Http.Printing;

namespace WorthyNews.Web.Pictures;

/// <summary>The door for pictures: what was drawn for a story, as long as the story is live.</summary>
public static class PictureRoutes
{
    private const string Svg = Conditional.Drawing;
    private const string Png = "image/png";
    private const int KeyChars = 32;
    private static readonly string[] Reads = ["GET", "HEAD"];

    /// <summary>The address of a map changes with its drawing; a kill reaches caches on the way within the hour.</summary>
    private static readonly TimeSpan MapStays = TimeSpan.FromHours(1);

    private static readonly TimeSpan CardStays = TimeSpan.FromMinutes(5);

    /// <summary>Maps, which stand in most pages. A card may be drawn any minute, without a word on the wire, and is asked for by few.</summary>
    /// <inheritdoc cref="PublicAddressReader"/>
    public static PublicAddress? Printed(string path) =>
        path == SiteLinks.WorldMap || (path.Length == SiteLinks.ToMap("").Length + KeyChars && path.StartsWith("/maps/", StringComparison.Ordinal) && path.EndsWith(".svg", StringComparison.Ordinal))
            ? new PublicAddress(path)
            : null;

    public static void MapPictures(this IEndpointRouteBuilder app)
    {
        app.MapMethods(SiteLinks.WorldMap, Reads, WorldAsync).WithName("map-world").AllowAnonymous();
        app.MapMethods($"/maps/{{key:length({KeyChars})}}.svg", Reads, MapAsync).WithName("map").AllowAnonymous();
        app.MapMethods(SiteLinks.HouseCard, Reads, HouseCardAsync).WithName("card-house").AllowAnonymous();
        app.MapMethods("/{year:year}/{month:two}/{day:two}/{slug:slug}/card.png", Reads, CardAsync).WithName("card").AllowAnonymous();
    }

    private static Task WorldAsync(HttpContext context, TimeProvider time) =>
        Conditional.WriteAsync(context, Encoding.UTF8.GetBytes(WorldMap.Base.Svg), Svg, null, time.GetUtcNow(), TimeSpan.FromDays(1));

    private static Task HouseCardAsync(HttpContext context, HouseCard house, TimeProvider time) =>
        Conditional.WriteAsync(context, house.Png, Png, null, time.GetUtcNow(), TimeSpan.FromDays(1));

    private static async Task MapAsync(HttpContext context, string key, Newsstand newsstand, TimeProvider time, CancellationToken cancel)
    {
        if (await newsstand.MapAsync(key, cancel) is { } svg) await Conditional.WriteAsync(context, Encoding.UTF8.GetBytes(svg), Svg, null, time.GetUtcNow(), MapStays);
        else context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    /// <summary>A live story whose card is not drawn yet, or is too old to have one, is shown by the card of the house.</summary>
    private static async Task CardAsync(
        HttpContext context, string year, string month, string day, string slug, Newsstand newsstand, HouseCard house, TimeProvider time, CancellationToken cancel)
    {
        var address = $"/{year}/{month}/{day}/{slug}";
        if (await newsstand.CardPictureAsync(address, cancel) is { } png)
        {
            await Conditional.WriteAsync(context, png, Png, null, time.GetUtcNow(), CardStays);
            return;
        }

        var state = (await newsstand.AtAsync(address, cancel))?.Story.State;
        if (state == StoryState.Live) await Conditional.WriteAsync(context, house.Png, Png, null, time.GetUtcNow());
        else context.Response.StatusCode = state == StoryState.Killed ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound;
    }
}
