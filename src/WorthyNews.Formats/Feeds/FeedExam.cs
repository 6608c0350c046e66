using System.Text;
using System.Xml;

using XmlText = WorthyNews.Formats.Xml.XmlText;

namespace WorthyNews.Formats.Feeds;

/// <summary>Something in a feed that its readers could not use.</summary>
/// <param name="Item">The id of the item; null for the document as a whole.</param>
/// <param name="What">A sentence. It repeats no text of the item.</param>
public sealed record FeedFault(string? Item, string What);

/// <summary>Looks a feed over before it goes out: an item that would break it is left out, and the others stand.</summary>
public static class FeedExam
{
    /// <summary>Of all texts of an item, UTF-8.</summary>
    public const int MostItemBytes = 1_000_000;

    /// <summary>How far the clock that dated an item may be ahead of the one that looks at it.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromMinutes(1);

    /// <summary>The feed without its faulty items; what was left out is said in <see cref="Feed.LeftOut"/>.</summary>
    /// <param name="latest">Nothing in it can be newer, save for <see cref="Ahead"/>.</param>
    public static Feed Sound(Feed feed, DateTimeOffset latest)
    {
        var faults = new List<FeedFault>();
        var items = new List<FeedItem>(feed.Items.Count);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in feed.Items)
        {
            if (Of(item, feed, latest) is { } fault) faults.Add(new FeedFault(item.Id, fault));
            else if (!ids.Add(item.Id)) faults.Add(new FeedFault(item.Id, "Its id is in the feed twice."));
            else items.Add(item);
        }

        return Without(feed, items, faults);
    }

    /// <summary>Writes a feed, without the items that cannot be written.</summary>
    /// <returns>The bytes, and the feed that they say.</returns>
    public static (byte[] Bytes, Feed Written) Write(Feed feed, Func<Feed, byte[]> write)
    {
        try
        {
            return (write(feed), feed);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Whatever it was: each alone tells whose fault it is.
            var tried = feed.Items.Select(item => (Item: item, Fault: FaultOfWriting(feed, item, write))).ToList();
            if (tried.TrueForAll(t => t.Fault is null)) throw;
            var sound = Without(feed, [.. tried.Where(t => t.Fault is null).Select(t => t.Item)], [.. tried.Select(t => t.Fault).OfType<FeedFault>()]);
            return (write(sound), sound);
        }
    }

    /// <summary>What is wrong with an item; null when nothing is.</summary>
    private static string? Of(FeedItem item, Feed feed, DateTimeOffset latest) =>
        !Uri.TryCreate(item.Id, UriKind.Absolute, out _) ? "Its id is no URI."
        : item.Published == default ? "It has no date."
        : item.Published > latest + Ahead ? "Its first publication is in the future."
        : item.Updated > latest + Ahead ? "Its last change is in the future."
        : item.Updated < item.Published ? "Its last change is before its first publication."
        : item.Link is { } link && !(IsWeb(link) && link.Authority == feed.Link.Authority) ? "Its address is none of this site."
        : item.Language is { } tag && !tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? "Its language is no tag of a language."
        : !item.Authors.All(a => a.Page is null || IsWeb(a.Page)) ? "The page of an author is no web address."
        : !item.Images.All(i => IsWeb(i.Url)) ? "A picture of it has no web address."
        : BytesOf(item) is > MostItemBytes and var bytes ? FormattableString.Invariant($"Its texts have {bytes} bytes, and {MostItemBytes} are the most.")
        : item.ContentHtml is { } html ? OfHtml(html) : null;

    /// <remarks>Our HTML is XML as well, so a reader of XML tells what is wrong with it.</remarks>
    private static string? OfHtml(string html)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader($"<div>{XmlText.Clean(html)}</div>"), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            while (reader.Read())
            {
                foreach (var name in new[] { "href", "src" })
                {
                    if (reader.NodeType == XmlNodeType.Element && reader.GetAttribute(name) is { } address && !IsLink(address))
                        return $"Its text has an address in {name} that is not a whole one.";
                }
            }

            return null;
        }
        catch (XmlException)
        {
            return "Its text is not well-formed HTML.";
        }
    }

    private static bool IsWeb(Uri uri) => uri.IsAbsoluteUri && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0;

    private static bool IsLink(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && (IsWeb(uri) || uri.Scheme == Uri.UriSchemeMailto);

    private static long BytesOf(FeedItem item) => new[] { item.Title, item.Summary, item.ContentHtml, item.Rights }
        .Concat(item.Notices.Select(n => n.Text)).Concat(item.Authors.Select(a => a.Name)).Concat(item.Categories.Select(c => c.Name)).Concat(item.Images.Select(i => i.Alt))
        .Sum(text => (long)Encoding.UTF8.GetByteCount(text ?? ""));

    private static FeedFault? FaultOfWriting(Feed feed, FeedItem item, Func<Feed, byte[]> write)
    {
        try
        {
            _ = write(feed with { Items = [item], Removed = [] });
            return null;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return new FeedFault(item.Id, $"It cannot be written ({error.GetType().Name}).");
        }
    }

    /// <summary>What is left out dates nothing.</summary>
    private static Feed Without(Feed feed, List<FeedItem> sound, List<FeedFault> faults) => faults.Count == 0 && feed.LeftOut.Count == 0 ? feed : feed with
    {
        Items = sound,
        LeftOut = [.. feed.LeftOut, .. faults],
        Updated = sound.Select(i => i.Updated).Concat(feed.Removed.Select(r => r.When)).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max(),
    };
}
