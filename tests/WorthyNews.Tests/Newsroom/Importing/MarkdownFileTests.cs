using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Importing;
using WorthyNews.Newsroom.Places;

namespace WorthyNews.Tests.Newsroom.Importing;

public sealed class MarkdownFileTests
{
    private static readonly KnownNames Names = new(
    [
        new DirectoryName { Kind = NameKind.Bureau, Slug = "europe", Name = "Europe" },
        new DirectoryName { Kind = NameKind.Contributor, Slug = "edmund-farleigh", Name = "Edmund Farleigh", Role = "Correspondent" },
        new DirectoryName { Kind = NameKind.Place, Slug = "worms", Name = "Worms", Country = "Germany" },
    ]);

    [Fact]
    public void Front_matter_fills_the_fields()
    {
        var read = Read("""
            ---
            headline: "Luther Tells Diet: “I Cannot”"
            kicker: Reformation, 1521
            bylines:
              - {name: Edmund Farleigh, role: Correspondent, bureau: europe}
              - Somebody New
            dateline: [Worms, {name: Rome, country: Italy}]
            dateline_day: April 18
            bureau: Europe
            topics: [Bible translation, bible-translation]
            language: en
            sensitive: true
            source: Acts of the diet.
            embargoed_until: 2026-11-24T09:00Z
            ---

            He would not recant.
            """);

        Assert.Equal("Luther Tells Diet: “I Cannot”", read.Copy.Headline);
        Assert.Equal([("Edmund Farleigh", "Europe Correspondent"), ("Somebody New", null)], read.Copy.Bylines.Select(b => (b.Printed.Name, b.Printed.Role)));
        Assert.Equal("Worms/Rome, Italy, April 18", read.Copy.Dateline.Text);
        Assert.Equal(("europe", "bible-translation"), (read.Copy.Bureau, Assert.Single(read.Copy.Topics)));
        Assert.True(read.Copy.Sensitive);
        Assert.Equal("Acts of the diet.", read.Copy.EditorsNote);
        Assert.Equal("He would not recant.", read.Copy.Markdown);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero), read.EmbargoedUntil);
    }

    [Fact]
    public void A_place_written_in_another_script_says_by_its_slug_which_one_it_is()
    {
        var read = Read("---\nheadline: A\ndateline: [{name: Вормс, slug: worms, country: Germany}]\n---\nText");

        var place = Assert.Single(read.Copy.Dateline.Places);
        Assert.Equal(("worms", "Вормс", null, "DE"), (place.Slug, place.Name, place.Country, place.CountryCode));
    }

    [Fact]
    public void What_is_null_is_not_the_word_null()
    {
        var read = Read("---\nheadline: A\nbylines: null\nkicker: ~\n---\nText");

        Assert.Empty(read.Copy.Bylines);
        Assert.Null(read.Copy.Kicker);
    }

    [Fact]
    public void Without_front_matter_the_first_heading_is_the_headline()
    {
        var read = Read("# He Would Not Recant\n\nLuther said so.");

        Assert.Equal(("He Would Not Recant", "Luther said so."), (read.Copy.Headline, read.Copy.Markdown));
        Assert.Contains("No byline was found.", read.Doubts);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    public void Front_matter_without_bottom_is_refused(string level) => Assert.Contains(
        "nested too deeply",
        Assert.Throws<UnreadableCopyException>(() => Read($"---\n{string.Concat(Enumerable.Repeat(level, 50_000))}\n---\nText")).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("---\nheadline: A\nheadlin: B\n---\nText", "Line 3, front matter: “headlin” is not known")]
    [InlineData("---\nheadline: A\n", "Line 1, front matter: it is not closed")]
    [InlineData("---\nheadline: A\nsensitive: perhaps\n---\nText", "Line 3, front matter: “sensitive” can be true or false.")]
    [InlineData("---\nheadline: [A\n---\nText", "front matter: it is no YAML")]
    [InlineData("---\nheadline: A\nheadline: B\n---\nText", "front matter: ")]
    [InlineData("---\nheadline: A\nbylines:\n  - {role: Editor}\n---\nText", "Line 4, front matter: “name” is missing.")]
    [InlineData("---\nheadline: A\nembargoed_until: soon\n---\nText", "Line 3, front matter: “embargoed_until”: “soon” is no time")]
    [InlineData("---\n- a\n- b\n---\nText", "front matter: it should be lines of")]
    [InlineData("---\nheadline: A\n---\n\nGood.\n\n![a](b.jpg)", "Line 7: ")]
    public void What_is_wrong_is_said_with_its_line(string text, string message) =>
        Assert.Contains(message, Assert.Throws<UnreadableCopyException>(() => Read(text)).Message, StringComparison.Ordinal);

    private static ReadCopy Read(string text) => MarkdownFile.Read(text, CopyDefaults.None, Names, TimeZoneInfo.Utc);
}
