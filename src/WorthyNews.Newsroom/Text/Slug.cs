using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using WorthyNews.Formats.Xml;

namespace WorthyNews.Newsroom.Text;

/// <summary>Our part of an address: lower case ASCII words and numbers, joined by single hyphens, 1 to 80 characters.</summary>
[JsonConverter(typeof(SlugJson))]
public sealed record Slug : IParsable<Slug>
{
    public const int MaxLength = 80;

    private Slug(string value) => Value = value;

    public string Value { get; }

    public override string ToString() => Value;

    /// <summary>Makes a slug of a headline in any language; the same headline always gives the same one.</summary>
    public static Slug From(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        var words = new StringBuilder();
        foreach (var rune in XmlText.Clean(text).Normalize(NormalizationForm.FormKC).EnumerateRunes()) SlugLetters.Append(words, rune);

        var value = Cut(words.ToString().Trim('-'));
        return new Slug(value.Length > 0 ? value : $"dispatch-{Hash(text)}");
    }

    /// <summary>Takes only what is a slug already: nothing is trimmed, folded or lowered.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Slug result)
    {
        result = IsSlug(s) ? new Slug(s) : null;
        return result is not null;
    }

    public static bool TryParse([NotNullWhen(true)] string? s, [MaybeNullWhen(false)] out Slug result) =>
        TryParse(s, CultureInfo.InvariantCulture, out result);

    /// <exception cref="FormatException">It is no slug.</exception>
    public static Slug Parse(string s) => TryParse(s, out var slug) ? slug : throw new FormatException($"'{s}' is not a slug.");

    static Slug IParsable<Slug>.Parse(string s, IFormatProvider? provider) => Parse(s);

    private static bool IsSlug([NotNullWhen(true)] string? s)
    {
        if (s is not { Length: > 0 and <= MaxLength } || s[0] is '-' || s[^1] is '-') return false;

        for (var at = 0; at < s.Length; at++)
        {
            if (!char.IsAsciiLetterLower(s[at]) && !char.IsAsciiDigit(s[at]) && !(s[at] is '-' && s[at - 1] is not '-')) return false;
        }

        return true;
    }

    private static string Cut(string words)
    {
        if (words.Length <= MaxLength) return words;

        var end = words.LastIndexOf('-', MaxLength);
        return end >= MaxLength / 2 ? words[..end] : words[..MaxLength].TrimEnd('-');
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];

    private sealed class SlugJson : JsonConverter<Slug>
    {
        public override Slug Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var slug) ? slug : throw new JsonException("It is not a slug.");

        public override void Write(Utf8JsonWriter writer, Slug value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }
}
