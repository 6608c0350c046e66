using CsCheck;

using WorthyNews.Newsroom.Text;

namespace WorthyNews.Tests.Newsroom.Text;

public sealed class SearchQueryTests
{
    [Theory]
    [InlineData("church council", "church|council", "")]
    [InlineData("  Church,   COUNCIL! ", "church|council", "")]
    [InlineData("\"church council\" creed", "church council|creed", "")]
    [InlineData("“church council” „first creed“ «last word»", "church council|first creed|last word", "")]
    [InlineData("\"not closed council", "not closed council", "")]
    [InlineData("creed -arius −\"holy see\"", "creed", "arius|holy see")]
    [InlineData("well-known church’s", "well known|church s", "")]
    [InlineData("creed creed CREED", "creed", "")]
    [InlineData("- -- \" \"\" * ( )", "", "")]
    [InlineData("AND OR NOT NEAR(a, b) headline:x ^y z*", "and|or|not|near a|b|headline x|y|z", "")]
    [InlineData("'; DROP TABLE x; --", "drop|table|x", "")]
    [InlineData("Timișoara Łódź straße", "timisoara|lodz|strasse", "")]
    [InlineData("東京", "東 京", "")]
    public void What_is_typed_is_words(string typed, string with, string without)
    {
        var query = SearchQuery.Read(typed);

        Assert.Equal(with, Said(query.With));
        Assert.Equal(without, Said(query.Without));
    }

    [Theory]
    [InlineData("Ёлка", "елка")]
    [InlineData("КИЇВ", "киів")]
    [InlineData("ΛΌΓΟΣ λόγος", "λογοσ λογοσ")]
    [InlineData("كَنِيسَة", "كنيسه")]
    [InlineData("كنيســة", "كنيسه")]
    [InlineData("أسقف إيمان آمن", "اسقف ايمان امن")]
    [InlineData("شָלוֹם", "شלום")]
    [InlineData("e\u0301glise É", "eglise e")]
    [InlineData("١٢٣ ۱۲۳ 123", "123 123 123")]
    [InlineData("soft\u00ADhyphen zero\u200Bwidth", "softhyphen zero width")]
    [InlineData("ﬁnal ＷＩＤＥ", "final wide")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("\uD83D 😀 a\uDE00b", "a b")]
    public void Letters_that_readers_take_for_the_same_are_the_same(string text, string folded) =>
        Assert.Equal(folded, FoldedWords.Line(text));

    [Fact]
    public void A_query_has_its_limits()
    {
        Assert.True(SearchQuery.Read(new string('a', 201)).IsTooLong);
        Assert.False(SearchQuery.Read(new string('a', 200)).IsTooLong);
        Assert.False(SearchQuery.Read(new string('a', 201)).HasTerms);

        var many = SearchQuery.Read(string.Join(' ', Enumerable.Range(0, 20)));
        Assert.True(many.IsCut);
        Assert.Equal(SearchQuery.MaxTerms, many.With.Count);
        Assert.True(SearchQuery.Read(new string('東', 150)) is { IsCut: true, HasTerms: false });
    }

    [Fact]
    public void Any_text_is_a_query_of_words_without_signs() => AnyText.Wild.Sample(typed =>
    {
        var query = SearchQuery.Read(typed);

        Assert.InRange(query.With.Count + query.Without.Count, 0, SearchQuery.MaxTerms);
        foreach (var word in query.With.Concat(query.Without).SelectMany(t => t.Words))
        {
            Assert.InRange(word.Length, 1, FoldedWords.MaxChars);
            Assert.DoesNotContain(word, c => c < 128 && !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c));
            Assert.Equal(word, FoldedWords.Line(word));
        }
    });

    [Fact]
    public void Any_text_is_marked_without_losing_or_adding_a_letter() => Gen.Select(AnyText.Wild, AnyText.Wild).Sample((text, typed) =>
    {
        var query = SearchQuery.Read(typed);
        Assert.Equal(text, MarkedText.Of(text, query).Plain);

        var extract = MarkedText.Extract(text, query, 80).Plain;
        Assert.Contains(extract.Trim('…', ' '), text, StringComparison.Ordinal);
        Assert.InRange(extract.Length, 0, 84);
    });

    [Fact]
    public void An_extract_shows_where_most_of_the_words_stand_together()
    {
        var text = "The creed came first. " + string.Concat(Enumerable.Repeat("Nothing here is looked for. ", 20)) + "The creed of the Council stood at the end.";

        var extract = MarkedText.Extract(text, SearchQuery.Read("council creed"), 120);

        Assert.StartsWith("… ", extract.Plain, StringComparison.Ordinal);
        Assert.Equal(["creed", "Council"], extract.Parts.Where(p => p.IsMarked).Select(p => p.Text));
    }

    [Fact]
    public void A_phrase_is_marked_whole_and_only_as_a_phrase()
    {
        var marked = MarkedText.Of("Holy See, the holy see and a holy man", SearchQuery.Read("“holy see”"));

        Assert.Equal(["Holy See", "holy see"], marked.Parts.Where(p => p.IsMarked).Select(p => p.Text));
    }

    private static string Said(IEnumerable<SearchTerm> terms) => string.Join('|', terms.Select(t => string.Join(' ', t.Words)));
}
