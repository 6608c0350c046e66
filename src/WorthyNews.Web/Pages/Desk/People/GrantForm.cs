using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Staff;

namespace WorthyNews.Web.Pages.Desk.People;

/// <summary>Roles as a form: one choice for all bureaus, one for each, and whether somebody is an administrator. A higher role holds the lower.</summary>
public sealed record GrantForm(IReadOnlyList<DirectoryName> Bureaus, IReadOnlyCollection<GrantedRole> Granted)
{
    public static readonly IReadOnlyList<Role> Choices = [Role.Correspondent, Role.Editor, Role.Chief];

    private const string Administrator = "administrator";

    public bool IsAdministrator => Granted.Any(g => g.Role == Role.Administrator);

    /// <param name="bureau">Null for all bureaus.</param>
    public static string FieldOf(string? bureau) => bureau is null ? "role-everywhere" : $"role-in-{bureau}";

    /// <summary>The highest role there; null for none.</summary>
    public Role? RoleIn(string? bureau) => Granted.Where(g => g.Role != Role.Administrator && g.Bureau == bureau).Select(g => (Role?)g.Role).Max();

    /// <summary>What was chosen. A bureau that has gone keeps what it had: it was not on the form.</summary>
    public static IReadOnlyList<GrantedRole> Read(IFormCollection form, IReadOnlyList<DirectoryName> bureaus, IReadOnlyCollection<GrantedRole> before)
    {
        var granted = new List<GrantedRole>();
        foreach (var bureau in bureaus.Select(b => (string?)b.Slug).Prepend(null))
        {
            if (Enum.TryParse<Role>(form[FieldOf(bureau)], out var role) && Choices.Contains(role)) granted.Add(new GrantedRole(role, bureau));
        }

        if (form.ContainsKey(Administrator)) granted.Add(new GrantedRole(Role.Administrator));
        granted.AddRange(before.Where(g => g.Bureau is not null && !bureaus.Any(b => b.Slug == g.Bureau)));
        return granted;
    }
}
