using WorthyNews.Newsroom.Text;

namespace WorthyNews.Newsroom.Dispatches;

/// <summary>One of the texts of a copy that the public gets to see, and where.</summary>
/// <param name="Place">"headline", "paragraph 3": for an editor.</param>
/// <param name="IsAddress">Part of an address, where words may be run together.</param>
public sealed record PublicText(string Place, string Text, bool IsAddress = false)
{
    /// <summary>Everything that leaves the desk with a story, whether readers see it or programs do.</summary>
    public static IEnumerable<PublicText> Of(Copy copy, IReadOnlyList<Block> body)
    {
        yield return new("headline", copy.Headline);
        yield return new("slug", copy.AddressSlug.Value, IsAddress: true);
        if (copy.Kicker is { } kicker) yield return new("kicker", kicker);
        if (copy.Standfirst is { } standfirst) yield return new("standfirst", standfirst);
        foreach (var byline in copy.Bylines.Select(b => b.Printed))
        {
            yield return new("byline", string.Join(" / ", new[] { byline.Name, byline.Role, byline.ReportingFrom }.OfType<string>()));
            if (byline.Contributor is { } contributor) yield return new("byline", contributor, IsAddress: true);
        }

        yield return new("dateline", copy.Dateline.LeadIn(copy.Agency).Plain);
        foreach (var place in copy.Dateline.Places) yield return new("dateline", place.Slug, IsAddress: true);
        foreach (var topic in copy.Topics) yield return new("topics", topic, IsAddress: true);
        foreach (var name in copy.WrittenNames) yield return new("topics", name.Name);
        if (copy.Section is { } section) yield return new("section", section, IsAddress: true);

        var number = 0;
        foreach (var block in body)
        {
            var place = $"paragraph {++number}";
            yield return new(place, BlockText.Plain([block]));
            foreach (var link in Links(block)) yield return new($"a link in {place}", Uri.UnescapeDataString(link), IsAddress: true);
        }
    }

    private static IEnumerable<string> Links(Block block) => block switch
    {
        Paragraph paragraph => Links(paragraph.Text),
        Crosshead crosshead => Links(crosshead.Text),
        Quote quote => quote.Blocks.SelectMany(Links),
        BlockList list => list.Items.SelectMany(item => item.SelectMany(Links)),
        _ => [],
    };

    private static IEnumerable<string> Links(IEnumerable<Inline> text) => text.SelectMany(inline => inline switch
    {
        Link link => [link.Href, .. Links(link.Text)],
        Emphasis emphasis => Links(emphasis.Text),
        Strong strong => Links(strong.Text),
        _ => [],
    });
}
