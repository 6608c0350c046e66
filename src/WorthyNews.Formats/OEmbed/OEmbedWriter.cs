using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

using XmlText = WorthyNews.Formats.Xml.XmlText;

namespace WorthyNews.Formats.OEmbed;

/// <summary>Writes oEmbed 1.0 in both its dialects. The same card gives the same bytes.</summary>
/// <remarks>Source: oembed.com, 2.3: members have the same names in both, and the element around them is <c>oembed</c>.</remarks>
public static class OEmbedWriter
{
    public const string JsonType = "application/json; charset=utf-8";
    public const string XmlType = "text/xml; charset=utf-8";

    // The markup in it is data for programs; escaping letters beyond ASCII would double an Arabic headline.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Json(OEmbedCard card)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            foreach (var (name, value) in Members(card))
            {
                if (value is int number) json.WriteNumber(name, number);
                else json.WriteString(name, (string)value);
            }

            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    public static byte[] Xml(OEmbedCard card)
    {
        var document = new XDocument(
            new XDeclaration("1.0", "utf-8", "yes"),
            new XElement("oembed", Members(card).Select(m => new XElement(m.Name, m.Value is int number ? number.ToString(CultureInfo.InvariantCulture) : m.Value))));
        using var buffer = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" };
        using (var writer = XmlWriter.Create(buffer, settings)) document.Save(writer);
        return buffer.ToArray();
    }

    /// <summary>Texts and whole numbers, in the order of the specification.</summary>
    private static IEnumerable<(string Name, object Value)> Members(OEmbedCard card)
    {
        yield return ("type", card.Type);
        yield return ("version", "1.0");
        yield return ("title", XmlText.Clean(card.Title));
        if (card.AuthorName is { } author) yield return ("author_name", XmlText.Clean(author));
        if (card.AuthorUrl is { } page) yield return ("author_url", page.AbsoluteUri);
        yield return ("provider_name", XmlText.Clean(card.ProviderName));
        yield return ("provider_url", card.ProviderUrl.AbsoluteUri);
        yield return ("cache_age", (int)card.Stays.TotalSeconds);
        if (card.Thumbnail is { } picture)
        {
            yield return ("thumbnail_url", picture.Url.AbsoluteUri);
            yield return ("thumbnail_width", picture.Width);
            yield return ("thumbnail_height", picture.Height);
        }

        if (card.Frame is not { } frame) yield break;
        yield return ("html", frame.Html);
        yield return ("width", frame.Width);
        yield return ("height", frame.Height);
    }
}
