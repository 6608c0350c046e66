namespace WorthyNews.Newsroom.Text;

/// <summary>What is run into the first line of a story: where it was filed and by which agency.</summary>
/// <param name="Dateline">The places as the editor wrote them, such as <c>Pyongyang/Moscow/Kyiv</c>; null for none.</param>
/// <param name="Agency">The name without brackets, such as <c>Worthy News</c>; null for none.</param>
/// <param name="Day">Printed after the places and never in capitals, such as <c>July 12</c>; null for none.</param>
public sealed record LeadIn(string? Dateline, string? Agency, string? Day = null)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Dateline) && string.IsNullOrWhiteSpace(Agency);

    /// <summary>As a wire prints it, for outlets without styles: <c>PYONGYANG/MOSCOW/KYIV (Worthy News) –</c>; or "".</summary>
    public string Plain => IsEmpty ? "" : string.Join(' ', new[] { WithDay(Capitals), Credit, "–" }.Where(part => part.Length > 0));

    internal string Place => WithDay(Places);

    private string Places => string.IsNullOrWhiteSpace(Dateline) ? "" : CleanText.Line(Dateline);

    internal string Credit => string.IsNullOrWhiteSpace(Agency) ? "" : $"({CleanText.Line(Agency)})";

    // Georgian has capitals in Unicode that nobody prints and few fonts have.
    private string Capitals =>
        string.Concat(Places.Select(letter => letter is >= '\u10D0' and <= '\u10FF' ? letter : char.ToUpperInvariant(letter)));

    private string WithDay(string places) => places.Length == 0 || string.IsNullOrWhiteSpace(Day) ? places : $"{places}, {CleanText.Line(Day)}";
}
