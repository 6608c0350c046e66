using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web;

/// <summary>Sitemaps against the schemas of sitemaps.org and Google News.</summary>
public sealed class SitemapSchemaTests
{
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [SchemaFact]
    public async Task Every_sitemap_is_as_its_schema_says()
    {
        await using var site = await SiteUnderTest.StartAsync();
        for (var i = 0; i < 3; i++) await site.PublishAsync(Sample.Copy($"Dispatch {i} & Its “Marks”"));
        using var client = site.Visit();
        var index = XDocument.Parse(await client.GetStringAsync("/sitemap.xml"));

        Check("siteindex.xsd", index);
        var parts = index.Descendants(Sitemap + "loc").Select(l => new Uri(l.Value).AbsolutePath).ToList();
        foreach (var part in parts) Check("sitemap.xsd", XDocument.Parse(await client.GetStringAsync(part)));
        Check("sitemap.xsd", XDocument.Parse(await client.GetStringAsync("/sitemap-news.xml")));

        Assert.InRange(parts.Count, 2, 10);
    }

    private static void Check(string schema, XDocument document)
    {
        var folder = Path.Combine(Schemas.Folder!, "sitemap");
        var schemas = new XmlSchemaSet();
        // The news schema stands beside: what a sitemap holds of another namespace is checked by it.
        foreach (var file in new[] { schema, "sitemap-news.xsd" }.Distinct())
        {
            using var reader = XmlReader.Create(Path.Combine(folder, file));
            schemas.Add(null, reader);
        }

        // A schema that does not know the document finds no fault in it.
        schemas.Compile();
        var root = document.Root!.Name;
        Assert.True(schemas.GlobalElements.Contains(new XmlQualifiedName(root.LocalName, root.NamespaceName)), $"{schema} does not know {root}.");
        var faults = new List<string>();
        document.Validate(schemas, (_, e) => faults.Add(e.Message));
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }
}
