using System.Text.Json;
using CsCheck;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Tests.Newsroom.Text;

public class SlugTests
{
    [Theory]
    [InlineData("Church’s roof falls in", "churchs-roof-falls-in")]
    [InlineData("Church's  roof -- falls, in!", "churchs-roof-falls-in")]
    [InlineData("Bread & roses", "bread-and-roses")]
    [InlineData("AT&T", "at-and-t")]
    [InlineData("Iași: ștefan și Țara", "iasi-stefan-si-tara")]
    [InlineData("Færøerne, Łódź, Großstadt, Đà Nẵng", "faeroerne-lodz-grossstadt-da-nang")]
    [InlineData("Iğdır, İzmir, ISPARTA", "igdir-izmir-isparta")]
    [InlineData("Þingvellir Œuvre Ðorðe", "thingvellir-oeuvre-dorde")]
    [InlineData("ﬁve ½ ² Ⅷ", "five-1-2-2-viii")]
    [InlineData("10.000 km² am 3. Mai", "10-000-km2-am-3-mai")]
    [InlineData("snake_case/and\\strokes", "snake-case-and-strokes")]
    [InlineData("soft\u00ADhyphen zero\u200Dwidth", "softhyphen-zerowidth")]
    [InlineData("a\u0301e\u0308", "ae")]
    public void A_headline_in_latin_letters_loses_its_marks_and_becomes_words(string headline, string slug) =>
        Assert.Equal(slug, Slug.From(headline).Value);

    [Theory]
    [InlineData("Президент Зеленський їде у Львів", "prezident-zelenskiy-yide-u-lviv")]
    [InlineData("Москва и Ёжики: щедрый объезд", "moskva-i-yozhiki-shchedryy-obezd")]
    [InlineData("Ћуприја и Љубљана", "cuprija-i-ljubljana")]
    [InlineData("Αθήνα: Ένα ψωμί, ΟΥΡΑΝΟΎΣ", "athina-ena-psomi-ouranous")]
    [InlineData("ירושלים של זהב", "yrvshlym-shl-zhb")]
    [InlineData("שָׁלוֹם", "shlvm")]
    [InlineData("القاهرة ١٢٣", "alqahra-123")]
    [InlineData("إِيران وأفغانستان", "iyran-wafghanstan")]
    [InlineData("تهران پایتخت ایران است", "thran-paytkht-ayran-ast")]
    public void A_headline_in_another_script_can_be_read_aloud(string headline, string slug) =>
        Assert.Equal(slug, Slug.From(headline).Value);

    [Fact]
    public void A_headline_that_leaves_nothing_gets_a_slug_that_is_always_the_same()
    {
        var slug = Slug.From("北京消息").Value;

        Assert.Matches("^dispatch-[0-9a-f]{8}$", slug);
        Assert.Equal(slug, Slug.From("北京消息").Value);
        Assert.NotEqual(slug, Slug.From("東京").Value);
        Assert.Matches("^dispatch-[0-9a-f]{8}$", Slug.From("").Value);
        Assert.Matches("^dispatch-[0-9a-f]{8}$", Slug.From("..").Value);
    }

    [Fact]
    public void A_long_headline_is_cut_at_the_end_of_a_word()
    {
        Assert.Equal(
            "x" + string.Concat(Enumerable.Repeat("-seventh", 9)),
            Slug.From("X " + string.Concat(Enumerable.Repeat("Seventh. ", 12))).Value);
        Assert.Equal(new string('a', 80), Slug.From(new string('a', 200)).Value);
        Assert.Equal(80, Slug.From("a " + new string('b', 200)).Value.Length);
        Assert.Equal(new string('a', 80), Slug.From(new string('a', 80) + " b").Value);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("2026")]
    [InlineData("churchs-roof")]
    public void What_is_a_slug_is_taken_as_it_is(string text)
    {
        Assert.True(Slug.TryParse(text, out var slug));
        Assert.Equal(text, slug.Value);
        Assert.Equal(text, slug.ToString());
        Assert.Equal(Slug.Parse(text), slug);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("a--b")]
    [InlineData("A")]
    [InlineData("a b")]
    [InlineData("a.b")]
    [InlineData("ı")]
    [InlineData("a\n")]
    [InlineData("١")]
    [InlineData("a%2e")]
    public void What_is_no_slug_is_not_made_one(string? text)
    {
        Assert.False(Slug.TryParse(text, out _));
        Assert.False(Slug.TryParse(new string('a', 81), out _));
        if (text is not null) Assert.Throws<FormatException>(() => Slug.Parse(text));
    }

    [Fact]
    public void Any_text_gives_a_slug_and_a_slug_gives_itself() =>
        AnyText.Wild.Sample(text =>
        {
            var slug = Slug.From(text);
            Assert.True(Slug.TryParse(slug.Value, out var parsed), slug.Value);
            Assert.Equal(slug, parsed);
            Assert.Equal(slug, Slug.From(slug.Value));
        });

    [Fact]
    public void A_slug_is_a_plain_string_in_json()
    {
        Assert.Equal("\"a-b\"", JsonSerializer.Serialize(Slug.From("a b")));
        Assert.Equal(Slug.From("a b"), JsonSerializer.Deserialize<Slug>("\"a-b\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Slug>("\"A b\""));
    }
}
