using WorthyNews.Newsroom.Staff;

namespace WorthyNews.Web.Access;

/// <summary>Roles as people read them.</summary>
public static class RoleWords
{
    /// <param name="nameOf">The printed name of a bureau; its slug when not given.</param>
    /// <returns>"Editor in Europe, administrator"; "no role" when there is none.</returns>
    public static string Of(IEnumerable<GrantedRole> granted, Func<string, string>? nameOf = null)
    {
        var words = granted.OrderBy(g => g.Role).ThenBy(g => g.Bureau, StringComparer.Ordinal).GroupBy(g => g.Role).Select(role =>
        {
            var name = role.Key.ToString().ToLowerInvariant();
            if (role.Key == Role.Administrator) return name;
            return role.Any(g => g.Bureau is null) ? $"{name} in all bureaus" : $"{name} in {string.Join(", ", role.Select(g => nameOf?.Invoke(g.Bureau!) ?? g.Bureau))}";
        });
        var text = string.Join("; ", words);
        return text.Length == 0 ? "no role" : char.ToUpperInvariant(text[0]) + text[1..];
    }
}
