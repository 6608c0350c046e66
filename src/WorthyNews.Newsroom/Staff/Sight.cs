namespace WorthyNews.Newsroom.Staff;

/// <summary>Which dispatches somebody sees at the desk: those of their bureaus, and those they began. See <see cref="Rights.SeenBureaus"/>.</summary>
/// <param name="PersonId">Null for an operator.</param>
/// <param name="Bureaus">Slugs; null for all.</param>
public sealed record Sight(Guid? PersonId, IReadOnlyList<string>? Bureaus)
{
    /// <summary>Who stands at the machine itself sees all.</summary>
    public static readonly Sight Whole = new(null, null);

    public bool Sees(string? bureau, Guid? begunBy) => Bureaus is null || (begunBy is not null && begunBy == PersonId) || (bureau is not null && Bureaus.Contains(bureau));
}
