using System.Security.Claims;

using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Features.Authentication;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

using WorthyNews.Newsroom.Newsstand;

namespace WorthyNews.Web.Http.Printing;

/// <summary>Has the house answer a request that comes from nobody: no cookie, no header, no parameter but those that the address has. So nothing of anybody can stand in what is printed.</summary>
public sealed class Printer(IServiceScopeFactory scopes, HouseSettings settings, TimeProvider time)
{
    /// <summary>Every midnight on earth is at a quarter of an hour of UTC: with that the day in a masthead is never yesterday's.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private static readonly string[] OfTheHop = [HeaderNames.ContentLength, HeaderNames.TransferEncoding, HeaderNames.ETag, HeaderNames.LastModified, HeaderNames.Connection, HeaderNames.Date];

    /// <param name="target">Path and query in their one spelling.</param>
    public async Task<PrintedAnswer> PrintAsync(RequestDelegate house, string target, CancellationToken cancel)
    {
        var madeOf = Ingredients.Collect();
        var now = time.GetUtcNow();
        using var response = new PrintedResponse();
        var nobody = new Nobody();
        var context = new DefaultHttpContext(Features(target, response, nobody)) { ServiceScopeFactory = scopes, RequestAborted = cancel };
        try
        {
            await house(context);
            var bytes = await response.FinishAsync();
            cancel.ThrowIfCancellationRequested();
            return Answer(context, bytes, madeOf, NextQuarter(now), WhyNot(context, nobody));
        }
        finally
        {
            await response.CloseAsync();
        }
    }

    private FeatureCollection Features(string target, PrintedResponse response, Nobody nobody)
    {
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature
        {
            Method = HttpMethods.Get,
            Scheme = settings.PublicUrl.Scheme,
            Protocol = HttpProtocol.Http11,
            Path = mark < 0 ? target : target[..mark],
            QueryString = mark < 0 ? "" : target[mark..],
            RawTarget = target,
            Headers = new HeaderDictionary { [HeaderNames.Host] = settings.PublicUrl.Authority },
        });
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(response);
        features.Set<IHttpAuthenticationFeature>(nobody);
        return features;
    }

    private PrintedAnswer Answer(HttpContext context, byte[] bytes, Ingredients madeOf, DateTimeOffset quarter, string? refusal)
    {
        var headers = context.Response.Headers;
        var type = headers.ContentType.ToString();
        if (settings.PurgeUrl is not null) headers[Purging.Header] = string.Join(' ', madeOf.Tags.Append(WireTags.Everything));
        var isPacked = Codings.IsWorthIt(bytes, type);
        return new PrintedAnswer
        {
            Status = context.Response.StatusCode,
            Headers = [.. headers.Where(h => !OfTheHop.Contains(h.Key, StringComparer.OrdinalIgnoreCase)).Select(h => KeyValuePair.Create(h.Key, h.Value))],
            Plain = bytes,
            Gzip = isPacked ? Codings.Gzip(bytes) : null,
            Brotli = isPacked ? Codings.Brotli(bytes) : null,
            Tag = context.Response.StatusCode == StatusCodes.Status200OK ? Conditional.TagOf(bytes, type) : null,
            ChangedAt = context.ChangedAt(),
            MadeOf = madeOf.Tags,
            Stories = madeOf.Stories,
            IsVague = madeOf.IsVague,
            Until = madeOf.Until < quarter ? madeOf.Until.Value : quarter,
            Refusal = refusal,
        };
    }

    /// <summary>Asked of every page, for only a mistake could make one of these private. Who writes a token into a form sets its cookie with it, as nobody has one.</summary>
    private static string? WhyNot(HttpContext context, Nobody nobody)
    {
        var headers = context.Response.Headers;
        if (headers.SetCookie.Count > 0) return "it sets a cookie";
        if (nobody.WasAskedFor) return "it asks who reads it";
        if (Says(headers.CacheControl, "no-store") || Says(headers.CacheControl, "private")) return context.Response.StatusCode == StatusCodes.Status200OK ? "it says that nobody may keep it" : null;
        if (headers.ContentEncoding.Count > 0) return "it is compressed already";
        if (headers.Vary.ToString() is { Length: > 0 } vary && !vary.Equals(HeaderNames.AcceptEncoding, StringComparison.OrdinalIgnoreCase)) return $"it differs by {vary}";
        return null;
    }

    private static bool Says(StringValues control, string word) => control.ToString().Contains(word, StringComparison.OrdinalIgnoreCase);

    private static DateTimeOffset NextQuarter(DateTimeOffset now) => new(now.UtcTicks - (now.UtcTicks % Life.Ticks) + Life.Ticks, TimeSpan.Zero);

    /// <summary>Who reads a page that is printed. A page that wants to know is not for everybody.</summary>
    private sealed class Nobody : IHttpAuthenticationFeature
    {
        private ClaimsPrincipal? user;

        public bool WasAskedFor { get; private set; }

        public ClaimsPrincipal? User
        {
            get
            {
                WasAskedFor = true;
                return user ??= new ClaimsPrincipal(new ClaimsIdentity());
            }

            set => user = value;
        }
    }
}
