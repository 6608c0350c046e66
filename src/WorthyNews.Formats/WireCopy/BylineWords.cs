namespace WorthyNews.Formats.WireCopy;

/// <summary>The words that credits are made of.</summary>
internal static class BylineWords
{
    private const int MaxNameWords = 8;

    private static readonly HashSet<string> RoleWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "analyst", "anchor", "author", "bureau", "chief", "chiefs", "columnist", "commentator", "contributor", "contributors",
        "correspondent", "correspondents", "desk", "director", "editor", "editors", "founder", "freelance", "freelancer",
        "international", "journalist", "journalists", "newsroom", "photographer", "producer", "publisher", "reporter",
        "reporters", "researcher", "staff", "stringer", "writer", "writers",
    };

    private static readonly HashSet<string> RoleEnds = new(StringComparer.OrdinalIgnoreCase)
    {
        "analyst", "bureau", "chief", "chiefs", "columnist", "commentator", "contributor", "contributors", "correspondent",
        "correspondents", "desk", "director", "editor", "editors", "founder", "freelancer", "journalist", "journalists",
        "photographer", "producer", "publisher", "reporter", "reporters", "researcher", "stringer", "writer", "writers",
    };

    private static readonly HashSet<string> DeskEnds = new(StringComparer.OrdinalIgnoreCase)
    {
        "bureau", "correspondents", "desk", "editors", "journalists", "newsroom", "reporters", "staff", "team", "writers",
    };

    private static readonly HashSet<string> NameParticles = new(StringComparer.OrdinalIgnoreCase)
    {
        "à", "af", "al", "ap", "bar", "ben", "bin", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "e", "el", "ibn",
        "in", "la", "le", "of", "op", "st", "ten", "ter", "the", "'t", "’t", "van", "von", "y", "zu", "zur",
    };

    private static readonly string[] Openings =
        ["By ", "By: ", "Written by ", "Reported by ", "Story by ", "Posted by ", "Filed by ", "Compiled by "];

    public static bool IsRoleWord(string word) => RoleWords.Contains(Bare(word));

    /// <summary>A role is said to its end: "Bureau Chief", not "Bureau".</summary>
    public static bool EndsRole(string role) => RoleEnds.Contains(Bare(LastWord(role)));

    /// <summary>"Bureau Chief" for "Bureau Chiefs"; null for a role that is not said of several.</summary>
    public static string? SingularOf(string role)
    {
        var last = LastWord(role);
        return last.Length > 1 && last[^1] is 's' or 'S' && RoleEnds.Contains(last) && RoleEnds.Contains(last[..^1]) ? role[..^1] : null;
    }

    /// <summary>"Staff", "Staff Writer", "Europe Desk": nobody's own name.</summary>
    public static bool IsDesk(string name) =>
        DeskEnds.Contains(Bare(LastWord(name))) || name.EndsWith("Staff Writer", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("Staff Reporter", StringComparison.OrdinalIgnoreCase);

    /// <summary>One to eight words that start with a capital, small particles between them aside, and none of a role.</summary>
    public static bool IsName(string name, int minWords)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < minWords || words.Length > MaxNameWords) return false;
        return words.All(word => IsNameWord(word) || NameParticles.Contains(word))
            && words.Any(IsNameWord)
            && (IsNameWord(words[0]) || words.Length > 1)
            && IsNameWord(words[^1])
            && !words.Any(IsRoleWord);
    }

    /// <summary>A credit rather than a place: it holds the agency's name or ends as a role does, or starts with "By".</summary>
    public static bool IsCredit(string text, WireCopyHints hints) =>
        EndsRole(Wording.Plain(text)) || Wording.IndexOfWords(text, hints.Agency) >= 0 || LengthOfBy(Wording.Plain(text)) > 0;

    /// <summary>The length of "By " or its like at the start of a line; 0 when there is none.</summary>
    public static int LengthOfBy(string text) =>
        Openings.FirstOrDefault(by => text.StartsWith(by, StringComparison.OrdinalIgnoreCase))?.Length ?? 0;

    /// <summary>The bureau that a role or a desk names; sure when the word "bureau" or "desk" follows it.</summary>
    public static Read<string>? BureauIn(string credit, WireCopyHints hints)
    {
        foreach (var bureau in hints.Bureaus.OrderByDescending(name => name.Length))
        {
            var at = Wording.IndexOfWords(credit, bureau);
            if (at < 0) continue;
            var next = credit[(at + bureau.Length)..].TrimStart();
            var isSaid = Wording.HasWordsAt(next, 0, "Bureau") || Wording.HasWordsAt(next, 0, "Desk");
            return new Read<string>(bureau, isSaid ? Sureness.Sure : Sureness.Likely, credit.Substring(at, bureau.Length));
        }

        return UnknownBureauIn(credit);
    }

    // "Balkans Bureau Chief": a bureau the house does not know.
    private static Read<string>? UnknownBureauIn(string credit)
    {
        var at = Wording.IndexOfWords(credit, "Bureau");
        var name = at < 0 ? "" : credit[..at].Trim();
        return name.Length > 0 && IsName(name, minWords: 1) && name is not ("Deputy" or "Acting" or "Former" or "Assistant" or "Our")
            ? new Read<string>(name, Sureness.Doubtful, name)
            : null;
    }

    private static bool IsNameWord(string word)
    {
        var isSpelled = word.All(letter =>
            char.IsLetter(letter) || char.IsSurrogate(letter) || Wording.IsMark(letter)
            || letter is '.' or '\'' or '’' or '‘' or '`' || Wording.IsDash(letter));
        return isSpelled && word.FirstOrDefault(char.IsLetter) is not '\0' and var first && !char.IsLower(first)
            || (isSpelled && word.Skip(1).Any(char.IsUpper));
    }

    private static string LastWord(string text) => text[(text.LastIndexOf(' ') + 1)..];

    private static string Bare(string word) => word.Trim('.', ',', ';', ':', '(', ')');
}
