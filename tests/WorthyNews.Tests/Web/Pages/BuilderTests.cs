using System.Globalization;
using System.Xml.Linq;

using AngleSharp.Html.Parser;

using WorthyNews.Tests.Floorplan.Reading;
using WorthyNews.Web.Pages.Plugins.Builders;

namespace WorthyNews.Tests.Web.Pages;

/// <summary>The help for who pastes our headlines: steps and a sketch for each place where a site may live.</summary>
public sealed class BuilderTests
{
    private const string Web = "src/WorthyNews.Web";
    private const int MaxSketchBytes = 4096;

    public static TheoryData<string> Names => [.. Builder.All.Select(b => b.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_builder_has_few_steps_a_sketch_and_a_word_for_when_it_does_not_appear(string name)
    {
        var view = File.ReadAllText(Path.Combine(Repository.Top, Web + Builder.All.Single(b => b.Name == name).Partial));

        var page = new HtmlParser().ParseDocument(view.Replace("@Context.Asset(\"", "", StringComparison.Ordinal).Replace("\")\"", "\"", StringComparison.Ordinal));

        Assert.InRange(page.QuerySelectorAll("ol > li").Length, 3, 5);
        Assert.Equal(2, page.QuerySelectorAll("strong, img").Length);
        var sketch = page.QuerySelector("img")!;
        var drawing = XElement.Load(Path.Combine(Repository.Top, Web, "wwwroot", sketch.GetAttribute("src")!));
        Assert.Equal(drawing.Attribute("width")?.Value, sketch.GetAttribute("width"));
        Assert.Equal(drawing.Attribute("height")?.Value, sketch.GetAttribute("height"));
        Assert.InRange(sketch.GetAttribute("alt")!.Length, 40, 200);
    }

    [Fact]
    public void A_sketch_is_small_follows_the_scheme_and_fetches_nothing()
    {
        var folder = Path.Combine(Repository.Top, Web, "wwwroot", "pictures", "plugins");

        var sketches = System.IO.Directory.GetFiles(folder, "*.svg").ToDictionary(f => Path.GetFileName(f)!, File.ReadAllText);

        Assert.Equal(Builder.All.Count, sketches.Count);
        Assert.All(sketches, sketch =>
        {
            Assert.True(sketch.Value.Length < MaxSketchBytes, string.Create(CultureInfo.InvariantCulture, $"{sketch.Key} has {sketch.Value.Length} characters."));
            Assert.Contains("prefers-color-scheme:dark", sketch.Value, StringComparison.Ordinal);
            Assert.DoesNotMatch("href|url\\(|@import|<script|http(?!://www.w3.org/2000/svg\")", sketch.Value);
        });
    }
}
