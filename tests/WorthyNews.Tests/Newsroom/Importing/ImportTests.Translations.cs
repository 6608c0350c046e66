using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Importing;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Newsroom.Importing;

/// <content>Translations and their originals.</content>
public sealed partial class ImportTests
{
    [Theory]
    [InlineData("diet")]
    [InlineData("https://news.test/{0}")]
    [InlineData("/{0}")]
    public async Task A_translation_names_its_original_by_slug_address_or_link(string named)
    {
        await using var site = await SiteUnderTest.StartAsync();
        var original = await ImportAsync(site, "---\nheadline: Diet\nslug: diet\nbylines: [{name: A}]\n---\nText.", publish: true, name: "diet.md");
        var name = named.Replace("{0}", original.Dispatch.Address![1..], StringComparison.Ordinal);

        var arabic = await ImportAsync(site, $"---\nheadline: مجمع\nslug: diet-ar\nlanguage: ar\ntranslation_of: {name}\nbylines: [{{name: A}}]\n---\nنص.", publish: true, name: "diet-ar.md");
        // A translation of the translation is one of the original.
        var urdu = await ImportAsync(site, "---\nheadline: مجلس\nslug: diet-ur\nlanguage: ur\ntranslation_of: diet-ar\nbylines: [{name: A}]\n---\nمتن۔", publish: true, name: "diet-ur.md");

        Assert.DoesNotContain(arabic.Read.Doubts.Concat(urdu.Read.Doubts), d => d.Contains("translation_of", StringComparison.Ordinal));
        foreach (var translation in new[] { arabic, urdu })
            Assert.Equal(original.Dispatch.StoryId, (await site.Newsstand.AtAsync(translation.Dispatch.Address!, CancellationToken.None))!.Story.TranslationOf);
    }

    [Fact]
    public async Task A_translation_of_nothing_we_know_goes_out_with_a_doubt()
    {
        await using var site = await SiteUnderTest.StartAsync();

        var result = await ImportAsync(site, "---\nheadline: مجمع\nslug: diet-ar\nlanguage: ar\ntranslation_of: diet\nbylines: [{name: A}]\n---\nنص.", publish: true, name: "diet-ar.md");

        Assert.Contains(result.Read.Doubts, d => d.Contains("“diet”", StringComparison.Ordinal));
        Assert.Equal(PublicState.Live, result.Dispatch.Public);
    }

    [Theory]
    [InlineData("diet", "EN", "“diet” is in “en” as well")]
    [InlineData("diet-ar", "ar", "“diet-ar” is in “ar” as well")]
    [InlineData("diet-ar", "en", "the original of “diet-ar” is in “en” as well")]
    public async Task A_translation_into_the_language_it_is_from_goes_out_alone_with_a_doubt(string named, string language, string doubt)
    {
        await using var site = await SiteUnderTest.StartAsync();
        await ImportAsync(site, "---\nheadline: Diet\nslug: diet\nbylines: [{name: A}]\n---\nText.", publish: true, name: "diet.md");
        await ImportAsync(site, "---\nheadline: مجمع\nslug: diet-ar\nlanguage: ar\ntranslation_of: diet\nbylines: [{name: A}]\n---\nنص.", publish: true, name: "diet-ar.md");

        var result = await ImportAsync(site, $"---\nheadline: Again\nlanguage: {language}\ntranslation_of: {named}\nbylines: [{{name: A}}]\n---\nText.", publish: true, name: "again.md");

        Assert.Equal($"translation_of: {doubt}, so the two are not shown as a pair.", Assert.Single(result.Read.Doubts));
        Assert.Empty((await site.ReadAsync(result.Dispatch.Address!)).QuerySelectorAll("[hreflang]"));
    }

    [Fact]
    public async Task A_translation_for_another_country_is_a_pair()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await ImportAsync(site, "---\nheadline: Dieta\nslug: dieta\nlanguage: pt-BR\nbylines: [{name: A}]\n---\nTexto.", publish: true, name: "br.md");

        var result = await ImportAsync(site, "---\nheadline: A dieta\nlanguage: pt-PT\ntranslation_of: dieta\nbylines: [{name: A}]\n---\nTexto.", publish: true, name: "pt.md");

        Assert.Empty(result.Read.Doubts);
        Assert.NotEmpty((await site.ReadAsync(result.Dispatch.Address!)).QuerySelectorAll("[hreflang=pt-BR]"));
    }
}
