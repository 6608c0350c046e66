using WorthyNews.Newsroom.Text;

namespace WorthyNews.Newsroom.Staff;

/// <summary>The credit as it is printed: a snapshot, so that a later change in the directory rewrites no old story.</summary>
/// <param name="Name">A person or a desk.</param>
/// <param name="Contributor">The key in the directory of who stands behind it; null when the name has no page.</param>
/// <param name="Role">Without the agency: "Europe Bureau Chief". Null when none is printed.</param>
/// <param name="ReportingFrom">A place other than the dateline's, as printed; null when none is.</param>
public sealed record Byline(string Name, string? Contributor = null, string? Role = null, string? ReportingFrom = null)
{
    public string Name { get; init; } = CleanText.Label(Name);

    public string? Role { get; init; } = Role is null ? null : CleanText.Label(Role);

    public string? ReportingFrom { get; init; } = ReportingFrom is null ? null : CleanText.Label(ReportingFrom);
}

/// <summary>A byline as the desk holds it.</summary>
/// <param name="Printed">What every outlet prints: for a protected byline a pseudonym or a desk.</param>
/// <param name="Behind">Who really wrote it. Never leaves the desk: no member of <see cref="Byline"/> can carry it.</param>
public sealed record DeskByline(Byline Printed, string? Behind = null);
