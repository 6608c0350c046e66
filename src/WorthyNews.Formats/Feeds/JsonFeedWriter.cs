using System.Text.Encodings.Web;
using System.Text.Json;

using WorthyNews.Formats.Xml;

namespace WorthyNews.Formats.Feeds;

/// <summary>Writes JSON Feed 1.1. The same feed gives the same bytes.</summary>
/// <remarks>
/// Source: jsonfeed.org/version/1.1. What it has no member for stands under <see cref="Extension"/>: of the feed the rights, the licence and
/// what was removed; of an item its notices, its rights and whether it may be printed.
/// </remarks>
public static class JsonFeedWriter
{
    public const string ContentType = "application/feed+json; charset=utf-8";

    /// <summary>A name of our own begins with a low line (JSON Feed 1.1, "Extensions").</summary>
    public const string Extension = "_worthy_news";

    // Nobody puts a feed into a page as it is; escaping every letter beyond ASCII would double an Arabic one.
    internal static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="about">The page that describes the extension.</param>
    public static byte[] Write(Feed feed, Uri about)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            Text(json, "title", feed.Title);
            Address(json, "home_page_url", feed.Link);
            Address(json, "feed_url", feed.Self);
            Text(json, "description", feed.Description);
            // The next page goes back in time, as an archive does (RFC 5005 calls it the one before).
            Address(json, "next_url", feed.History?.PrevArchive);
            Address(json, "icon", feed.LargeIcon ?? feed.Icon);
            Address(json, "favicon", feed.Icon);
            Authors(json, [feed.Publisher]);
            Text(json, "language", feed.Language);
            Hubs(json, feed.Hubs);
            ExtensionOf(json, feed, about);
            json.WriteStartArray("items");
            foreach (var item in feed.Items) Item(json, item, feed.Language);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    /// <param name="feedLanguage">What is not said again of the item; null where nothing around it says a language.</param>
    internal static void Item(Utf8JsonWriter json, FeedItem item, string? feedLanguage)
    {
        json.WriteStartObject();
        Text(json, "id", item.Id);
        Address(json, "url", item.Link);
        Text(json, "title", item.Title);
        Text(json, "summary", item.Summary);
        // One of the two is required.
        if (item.ContentHtml is { } html) Text(json, "content_html", html);
        else Text(json, "content_text", item.Summary);
        Address(json, "image", item.Images.Count > 0 ? item.Images[0].Url : null);
        Date(json, "date_published", item.Published);
        Date(json, "date_modified", item.Updated);
        Authors(json, item.Authors);
        if (item.Language is { } language && language != feedLanguage) Text(json, "language", language);
        if (item.Categories.Count > 0)
        {
            json.WriteStartArray("tags");
            foreach (var category in item.Categories) json.WriteStringValue(XmlText.Clean(category.Name));
            json.WriteEndArray();
        }

        Attachments(json, item.Images);
        ExtensionOf(json, item);
        json.WriteEndObject();
    }

    private static void Attachments(Utf8JsonWriter json, IReadOnlyList<FeedImage> images)
    {
        if (images.Count == 0) return;
        json.WriteStartArray("attachments");
        foreach (var image in images)
        {
            json.WriteStartObject();
            Address(json, "url", image.Url);
            Text(json, "mime_type", image.Type);
            Text(json, "title", image.Alt);
            if (image.Bytes is { } bytes) json.WriteNumber("size_in_bytes", bytes);
            if (image.Credit is { } credit)
            {
                json.WriteStartObject(Extension);
                Text(json, "credit", credit);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void ExtensionOf(Utf8JsonWriter json, Feed feed, Uri about)
    {
        json.WriteStartObject(Extension);
        Address(json, "about", about);
        Text(json, "id", feed.Id);
        Date(json, "date_modified", feed.Updated);
        if (feed.Rights is { } rights) Text(json, "rights", rights);
        Address(json, "license", feed.License);
        if (feed.History is { } history)
        {
            json.WriteBoolean("archive", history.IsArchive);
            Address(json, "current", history.IsArchive ? history.Current : null);
            Address(json, "prev_archive", history.PrevArchive);
            Address(json, "next_archive", history.NextArchive);
        }

        json.WriteStartArray("removed");
        foreach (var removed in feed.Removed)
        {
            json.WriteStartObject();
            Text(json, "id", removed.Id);
            Date(json, "when", removed.When);
            Text(json, "notice", removed.Notice);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void ExtensionOf(Utf8JsonWriter json, FeedItem item)
    {
        json.WriteStartObject(Extension);
        if (item.Rights is { } rights) Text(json, "rights", rights);
        json.WriteBoolean("may_syndicate", item.MaySyndicate);
        json.WriteStartArray("notices");
        foreach (var notice in item.Notices)
        {
            json.WriteStartObject();
            Text(json, "kind", notice.Kind);
            Date(json, "when", notice.At);
            Text(json, "text", notice.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Authors(Utf8JsonWriter json, IReadOnlyList<FeedAuthor> authors)
    {
        if (authors.Count == 0) return;
        json.WriteStartArray("authors");
        foreach (var author in authors)
        {
            json.WriteStartObject();
            Text(json, "name", author.Name);
            Address(json, "url", author.Page);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Hubs(Utf8JsonWriter json, IReadOnlyList<Uri> hubs)
    {
        if (hubs.Count == 0) return;
        json.WriteStartArray("hubs");
        foreach (var hub in hubs)
        {
            json.WriteStartObject();
            json.WriteString("type", "WebSub");
            Address(json, "url", hub);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>As in the other formats, so that all of them say the same: JSON could carry more signs than XML.</summary>
    internal static void Text(Utf8JsonWriter json, string name, string value) => json.WriteString(name, XmlText.Clean(value));

    internal static void Address(Utf8JsonWriter json, string name, Uri? value)
    {
        if (value is not null) json.WriteString(name, value.AbsoluteUri);
    }

    internal static void Date(Utf8JsonWriter json, string name, DateTimeOffset instant) => json.WriteString(name, FeedXml.Date(instant));
}
