namespace WorthyNews.Formats.WireCopy;

/// <param name="End">Where the text after the dash, or after the bracket when there is no dash, starts.</param>
/// <param name="IsKnown">The house's own name or one of the other agencies; <paramref name="IsHouse"/> is the first only.</param>
internal sealed record AgencyReading(Read<string> Name, string AsWritten, int End, bool HasDash, bool IsHouse, bool IsKnown);

/// <summary>Reads "(AGENCY) –".</summary>
internal static class AgencyReader
{
    private const int MaxLength = 60;
    private const int MaxBlanks = 8;
    private const int MaxSlips = 2;

    /// <summary>The bracket that opens at <paramref name="open"/>, whatever is in it; null when it is empty or open.</summary>
    public static AgencyReading? Find(CopyLine line, int open, WireCopyHints hints)
    {
        var text = line.Text;
        var close = text.AsSpan(open, Math.Min(text.Length - open, MaxLength)).IndexOf(')');
        if (close < 0) return null;
        close += open;
        var written = Wording.Plain(text.AsSpan(open + 1, close - open - 1));
        if (written.Length == 0) return null;

        var at = AfterBlanks(text, close + 1);
        var dash = Wording.DashAt(text.AsSpan(at));
        var end = AfterBlanks(text, at + dash);
        var isHouse = IsHouse(written, hints);
        var isKnown = isHouse || written.Split('/', '-', '&').All(name => IsKnown(name.Trim(), hints));
        var isExact = isHouse ? written == hints.Agency : isKnown;
        var source = line.SourceOf(open, (dash == 0 ? close + 1 : at + dash) - open);
        var name = new Read<string>(isHouse ? hints.Agency : written, isExact ? Sureness.Sure : Sureness.Likely, source);
        return new AgencyReading(name, written, end, dash > 0, isHouse, isKnown);
    }

    private static bool IsHouse(string written, WireCopyHints hints) => Likeness.IsSame(
        written.Replace(" ", "", StringComparison.Ordinal),
        hints.Agency.Replace(" ", "", StringComparison.Ordinal),
        hints.Agency.Length > 2 * MaxSlips + 2 ? MaxSlips : 0);

    private static bool IsKnown(string written, WireCopyHints hints) =>
        IsHouse(written, hints) || hints.OtherAgencies.Contains(written, StringComparer.OrdinalIgnoreCase);

    private static int AfterBlanks(string text, int at)
    {
        var end = Math.Min(text.Length, at + MaxBlanks);
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        return at;
    }
}
