using System.Text.Json;

namespace WorthyNews.Formats.Feeds;

/// <summary>Writes a page of changes as JSON; what is there is an item of JSON Feed 1.1. The same page gives the same bytes.</summary>
public static class ChangesWriter
{
    public const string ContentType = "application/json; charset=utf-8";

    public static byte[] Write(ChangePage page)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonFeedWriter.Options))
        {
            json.WriteStartObject();
            JsonFeedWriter.Address(json, "next", page.Next);
            json.WriteBoolean("more", page.More);
            json.WriteStartArray("changes");
            foreach (var change in page.Changes) Change(json, change);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private static void Change(Utf8JsonWriter json, FeedChange change)
    {
        json.WriteStartObject();
        json.WriteString("change", change.Item is null ? "delete" : "upsert");
        JsonFeedWriter.Text(json, "id", change.Id);
        JsonFeedWriter.Date(json, "when", change.When);
        JsonFeedWriter.Text(json, "kind", change.Kind);
        if (change.Notice is { } notice) JsonFeedWriter.Text(json, "notice", notice);
        JsonFeedWriter.Address(json, "url", change.Link);
        if (change.Item is { } item)
        {
            json.WritePropertyName("item");
            JsonFeedWriter.Item(json, item, feedLanguage: null);
        }

        json.WriteEndObject();
    }
}
