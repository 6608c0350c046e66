using System.Security.Cryptography;

using Microsoft.AspNetCore.DataProtection;

using WorthyNews.Newsroom.Staff;
using WorthyNews.Web.Http;

namespace WorthyNews.Web.Access;

/// <summary>A cookie that says: in this browser these people have signed in before. It opens nothing; it only counts their mistakes apart from those of strangers.</summary>
public sealed class KnownBrowser(IDataProtectionProvider protection, HouseSettings settings)
{
    private const int MostPeople = 4;

    private static readonly TimeSpan Stands = TimeSpan.FromDays(400);

    private readonly IDataProtector protector = protection.CreateProtector("known browser");

    private bool IsSecure => settings.PublicUrl.Scheme == Uri.UriSchemeHttps;

    private string Name => DeskDoor.CookieName(IsSecure, "wn-known");

    /// <returns>The mark of the browser for this person; null when he has not signed in with it.</returns>
    public string? MarkFor(HttpContext context, Guid? person)
    {
        var parts = Read(context);
        return person is { } id && parts.Skip(1).Contains(id.ToString("N"), StringComparer.Ordinal) ? parts[0] : null;
    }

    /// <returns>The mark of the browser, whoever signed in with it; null for a stranger's.</returns>
    public string? Mark(HttpContext context) => Read(context) is [var mark, _, ..] ? mark : null;

    public void Remember(HttpContext context, Guid person)
    {
        var parts = Read(context);
        var mark = parts.Length > 0 ? parts[0] : SecretHash.NewSecret();
        var people = parts.Skip(1).Where(p => p != person.ToString("N")).TakeLast(MostPeople - 1).Append(person.ToString("N"));
        context.Response.Cookies.Append(Name, protector.Protect(string.Join(' ', people.Prepend(mark))), new CookieOptions
        {
            Path = "/", HttpOnly = true, Secure = IsSecure, SameSite = SameSiteMode.Lax, MaxAge = Stands, IsEssential = true,
        });
    }

    private string[] Read(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { Length: < 2000 } cookie) return [];
        try
        {
            return protector.Unprotect(cookie).Split(' ');
        }
        catch (CryptographicException)
        {
            return [];
        }
    }
}
