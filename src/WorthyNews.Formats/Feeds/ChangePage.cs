namespace WorthyNews.Formats.Feeds;

/// <summary>A page of what changed, for who keeps a copy of all.</summary>
/// <param name="Next">Where to ask later, or at once when there is more.</param>
/// <param name="Changes">In their order; each thing once.</param>
public sealed record ChangePage(Uri Next, bool More, IReadOnlyList<FeedChange> Changes);

/// <param name="When">UTC.</param>
/// <param name="Kind">"published", "updated", "corrected", "reinstated", "retracted" or "killed".</param>
/// <param name="Item">As it is now; null where a copy is to be dropped.</param>
/// <param name="Notice">Why a copy is to be dropped; null with an item, which has its own.</param>
/// <param name="Link">Where the notice stands; null with an item, and where even the address would tell what must not be told.</param>
public sealed record FeedChange(string Id, DateTimeOffset When, string Kind, FeedItem? Item, string? Notice = null, Uri? Link = null);
