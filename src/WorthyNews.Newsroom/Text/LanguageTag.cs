using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace WorthyNews.Newsroom.Text;

/// <summary>Language tags as stories carry them.</summary>
/// <remarks>Source: BCP 47 (RFC 5646, 2.1), the well-formed tags of language, script, region and variants.</remarks>
public static partial class LanguageTag
{
    private static readonly FrozenSet<string> RightToLeft =
        FrozenSet.ToFrozenSet(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"], StringComparer.OrdinalIgnoreCase);

    public const int MaxLength = 35;

    public static bool IsValid(string? tag) => tag is { Length: <= MaxLength } && WellFormed().IsMatch(tag);

    /// <summary>True for a language whose usual script runs from right to left, unless the tag names another script.</summary>
    public static bool IsRightToLeft(string tag)
    {
        var parts = tag.Split('-');
        if (parts.Skip(1).FirstOrDefault(p => p.Length == 4) is { } script)
            return script.ToUpperInvariant() is "ARAB" or "HEBR" or "SYRC" or "THAA" or "NKOO" or "ADLM";
        return RightToLeft.Contains(parts[0]);
    }

    /// <summary>The language's own name for itself ("العربية"), or the tag when the platform does not know it.</summary>
    public static string NativeName(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true).NativeName;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }

    [GeneratedRegex("^[a-zA-Z]{2,3}(-[a-zA-Z]{4})?(-([a-zA-Z]{2}|[0-9]{3}))?(-([a-zA-Z0-9]{5,8}|[0-9][a-zA-Z0-9]{3}))*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex WellFormed();
}
