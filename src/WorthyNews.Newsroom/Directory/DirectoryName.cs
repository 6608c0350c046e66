namespace WorthyNews.Newsroom.Directory;

/// <summary>What a list of stories can be asked by. The names are stored for ever: never rename one.</summary>
public enum NameKind
{
    Bureau,
    Section,
    Topic,
    Contributor,
    Place,
    Language,
}

/// <summary>A bureau, section, topic, contributor, place or language, as the public knows it. Nothing private is held here.</summary>
/// <remarks>
/// A slug is given once and never changes; the name may. What is said here goes on the wire as a
/// <c>DirectoryChanged</c> entry, and this row is where that entry left it.
/// </remarks>
public sealed record DirectoryName
{
    public required NameKind Kind { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; init; }

    /// <summary>A sentence or two for the head of its page.</summary>
    public string? Description { get; init; }

    /// <summary>Bureaus: IANA name, in which its times are printed.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Contributors: "Europe Bureau Chief".</summary>
    public string? Role { get; init; }

    /// <summary>Contributors: the slug of their bureau.</summary>
    public string? Bureau { get; init; }

    /// <summary>Contributors: a desk and not a person.</summary>
    public bool IsDesk { get; init; }

    /// <summary>Places: the country of today, in English.</summary>
    public string? Country { get; init; }

    /// <summary>Not offered in lists; its page says that there is nothing here.</summary>
    public bool IsHidden { get; init; }

    public bool IsSample { get; init; }

    /// <summary>The slug of the name of the same kind that took its stories and its address, for good; null while it is a name of its own. A merged name is hidden.</summary>
    public string? MergedInto { get; init; }

    /// <summary>Where it stands among its kind, 0 first; equal places are ordered by name.</summary>
    public int Order { get; init; }

    /// <summary>For names that nobody has put in order: after all others, by name.</summary>
    public const int LastOrder = 1000;

    public const int MaxNameChars = 100;
    public const int MaxRoleChars = 100;
    public const int MaxDescriptionChars = 1000;

    /// <summary>What keeps the public from being told this; empty when nothing does.</summary>
    public IReadOnlyList<string> ReasonsNotToSay()
    {
        var reasons = new List<string>();
        if (!Name.Any(char.IsLetterOrDigit)) reasons.Add("It needs a name.");
        if (Name.Length > MaxNameChars) reasons.Add($"Its name is longer than {MaxNameChars} characters.");
        if (!Text.Slug.TryParse(Slug, null, out _)) reasons.Add($"“{Slug}” cannot be part of an address: use a–z, 0–9 and single hyphens.");
        if (Description?.Length > MaxDescriptionChars) reasons.Add($"Its description is longer than {MaxDescriptionChars} characters.");
        if (Role?.Length > MaxRoleChars) reasons.Add($"Its role is longer than {MaxRoleChars} characters.");
        if (TimeZone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)) reasons.Add($"“{zone}” is no time zone such as “Europe/Budapest”.");
        if (Order is < 0 or > LastOrder) reasons.Add($"Its place among its kind is not from 0 to {LastOrder}.");
        if (Kind != NameKind.Bureau && TimeZone is not null) reasons.Add("Only a bureau has a time zone.");
        if (Kind != NameKind.Contributor && (Role is not null || Bureau is not null || IsDesk)) reasons.Add("Only a contributor has a role and a bureau, or is a desk.");
        if (Kind != NameKind.Place && Country is not null) reasons.Add("Only a place lies in a country.");
        return reasons;
    }

    /// <summary>"middle-east" is "Middle East", until somebody says better.</summary>
    public static string NameFromSlug(string slug) => string.Join(' ', slug.Split('-', StringSplitOptions.RemoveEmptyEntries)
        .Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
