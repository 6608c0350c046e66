using WorthyNews.Formats.WireCopy;

namespace WorthyNews.Newsroom.Places;

/// <summary>What the gazetteer answers to a name.</summary>
/// <param name="Place">The place that was taken; null when none is known, or when it could be one of several.</param>
/// <param name="Others">Namesakes worth a thought, the largest first; all that it could be when no place was taken.</param>
/// <param name="Doubt">A sentence for the desk; null when there is nothing to look at.</param>
public sealed record Whereabouts(GazetteerPlace? Place, Sureness Sureness, IReadOnlyList<GazetteerPlace> Others, string? Doubt);
