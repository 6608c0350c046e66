using System.Globalization;

namespace WorthyNews.Newsroom.Staff;

/// <summary>What a password must be: long and not to be guessed. Nothing is asked about its kinds of characters.</summary>
/// <remarks>Source: NIST SP 800-63B-4, 3.1.1.2: fifteen characters where it stands alone, a list of what is common, no composition, no change without cause.</remarks>
public static class PasswordRules
{
    public const int LeastAlone = 15;
    public const int LeastWithSecondFactor = 12;
    public const int MostChars = 256;

    /// <summary>The least different characters: "aaaaaaaaaaaaaaa" has one.</summary>
    private const int LeastDifferent = 5;

    /// <param name="ownWords">Names of the person and of the site, which others would try first.</param>
    /// <returns>Sentences; empty when it can be taken.</returns>
    public static IReadOnlyList<string> ReasonsNotToTake(string password, bool hasSecondFactor, IEnumerable<string> ownWords)
    {
        var least = hasSecondFactor ? LeastWithSecondFactor : LeastAlone;
        var length = Length(password);
        if (length < least) return [string.Create(CultureInfo.InvariantCulture, $"It is too short: {length} characters of at least {least}.")];
        if (length > MostChars) return [string.Create(CultureInfo.InvariantCulture, $"It is longer than {MostChars} characters.")];
        if (!IsText(password)) return ["It holds something that is no character."];

        if (password.EnumerateRunes().Distinct().Count() < LeastDifferent || IsRepeated(password) || IsRun(password))
            return ["It repeats itself, or goes on as anybody would expect."];
        if (CommonPasswords.Holds(password)) return ["It is one that many people have. A few words that do not belong together are better."];
        if (OwnWord(password, ownWords) is { } own) return [$"There is little in it besides “{own}”, which others would try first."];
        return [];
    }

    /// <summary>As it is hashed: one spelling, however the keyboard composed it (NFKC).</summary>
    public static string Spelled(string password) => IsText(password) ? password.Normalize(System.Text.NormalizationForm.FormKC) : password;

    private static int Length(string password) => password.EnumerateRunes().Count();

    private static bool IsText(string password) => password.EnumerateRunes().All(r => r.Value != 0xFFFD && r.Value != 0);

    /// <summary>One piece again and again.</summary>
    private static bool IsRepeated(string text)
    {
        for (var piece = 1; piece <= text.Length / 2; piece++)
        {
            var repeated = true;
            for (var i = piece; i < text.Length && repeated; i++) repeated = text[i] == text[i - piece];
            if (repeated) return true;
        }

        return false;
    }

    /// <summary>Almost every character follows, precedes or repeats the one before, as in "abcdefgh123456".</summary>
    private static bool IsRun(string text)
    {
        var steps = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (Math.Abs(text[i] - text[i - 1]) > 1) steps++;
        }

        return steps <= text.Length / 5;
    }

    private static string? OwnWord(string password, IEnumerable<string> ownWords)
    {
        var folded = Letters(password);
        foreach (var own in ownWords)
        {
            var word = Letters(own);
            if (word.Length < 3 || !folded.Contains(word, StringComparison.Ordinal)) continue;
            if (folded.Replace(word, "", StringComparison.Ordinal).Count(char.IsLetter) < LeastWithSecondFactor / 2) return own;
        }

        return null;
    }

    private static string Letters(string text) => new([.. text.ToLowerInvariant().Where(char.IsLetterOrDigit)]);
}
