using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace WorthyNews.Web.Widgets;

/// <summary>Writes trees of HTML as browsers read it. A style or script with text of its own must not hold what XML encodes.</summary>
internal static class WidgetHtml
{
    /// <summary>They have no end tag; every other element has one, also when it is empty.</summary>
    private static readonly HashSet<string> Void = new(["br", "hr", "img", "link", "meta"], StringComparer.Ordinal);

    public static byte[] Page(XElement html) => [.. Encoding.UTF8.GetBytes("<!doctype html>\n"), .. Write(html)];

    public static byte[] Write(XElement tree)
    {
        foreach (var element in tree.DescendantsAndSelf().Where(e => e.IsEmpty && !Void.Contains(e.Name.LocalName))) element.Add("");
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, ConformanceLevel = ConformanceLevel.Fragment, CheckCharacters = false, NewLineHandling = NewLineHandling.None })) tree.WriteTo(writer);
        return Encoding.UTF8.GetBytes(text.Append('\n').ToString());
    }
}
