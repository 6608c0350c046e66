using System.IO.Compression;

namespace WorthyNews.Newsroom.Staff;

/// <summary>Passwords that many people have. A list of our own keeping: nobody outside is asked.</summary>
/// <remarks>Where it comes from stands in <c>Staff/Data/README.txt</c>.</remarks>
public static class CommonPasswords
{
    /// <summary>As a part of a longer password, only the most common ones are weak.</summary>
    private const int MostCommon = 5000;

    private static readonly Lazy<Dictionary<string, int>> Ranks = new(Read);

    /// <summary>Whether it is one of them, or nothing but one or two of the most common ones with figures and signs around.</summary>
    public static bool Holds(string password)
    {
        var folded = password.ToLowerInvariant();
        if (Ranks.Value.ContainsKey(folded)) return true;

        var letters = folded.AsSpan();
        while (letters.Length > 0 && !char.IsLetter(letters[0])) letters = letters[1..];
        while (letters.Length > 0 && !char.IsLetter(letters[^1])) letters = letters[..^1];
        var core = letters.ToString();
        if (core.Length == 0) return false;
        if (IsMostCommon(core)) return true;
        for (var cut = 1; cut < core.Length; cut++)
        {
            var end = cut;
            while (end < core.Length && !char.IsLetter(core[end])) end++;
            if (IsMostCommon(core[..cut]) && IsMostCommon(core[end..])) return true;
        }

        return false;
    }

    private static bool IsMostCommon(string word) => Ranks.Value.TryGetValue(word, out var rank) && rank < MostCommon;

    private static Dictionary<string, int> Read()
    {
        using var file = typeof(CommonPasswords).Assembly.GetManifestResourceStream("staff/common-passwords.txt.br")
            ?? throw new InvalidOperationException("The list of common passwords is not in the program.");
        using var reader = new StreamReader(new BrotliStream(file, CompressionMode.Decompress));
        var ranks = new Dictionary<string, int>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line) ranks.TryAdd(line, ranks.Count);
        return ranks;
    }
}
