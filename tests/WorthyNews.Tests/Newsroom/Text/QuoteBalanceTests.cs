using WorthyNews.Newsroom.Text;

namespace WorthyNews.Tests.Newsroom.Text;

public sealed class QuoteBalanceTests
{
    [Theory]
    [InlineData("en", "“We saw it,” she said. “All of it.”")]
    [InlineData("en", "\"We saw it,\" she said. \"All of it.\"")]
    [InlineData("en", "He said: \"She told me \"go\" and I went.\"")]
    [InlineData("en", "“‘Go,’ he told me,” she said; it’s the bishops’ house, and ’twas so in the ’90s and the ‘90s.")]
    [InlineData("en", "It wasn't the bishops' house in the '90s.")]
    [InlineData("en", "The door is 6'2\" high and 30\" wide.")]
    [InlineData("en", "A 12\" pipe burst, \"and then another,\" he said.")]
    [InlineData("en", "(\"Yes,\" they said.) \"No\"—and no more.")]
    [InlineData("de", "„Wir haben es gesehen“, sagte sie, »alles«, und: „Er sagte ‚Geh‘.“")]
    [InlineData("hu", "„Láttuk – mondta. – Azt írta: »menj«.”")]
    [InlineData("pl", "„Widzieliśmy” – powiedziała.")]
    [InlineData("fr", "« Nous l’avons vu », dit-elle.")]
    [InlineData("fr-CA", "«\u00A0Oui\u00A0»")]
    [InlineData("sv", "”Vi såg det”, sade hon. »Allt», sade han.")]
    [InlineData("fi", "”Me näimme sen”, hän sanoi.")]
    [InlineData("he", "צה\"ל אמר: \"ראינו הכול\".")]
    [InlineData("zh", "他說：「我們看見了『一切』。」")]
    [InlineData("ar", "قالت: «رأينا كل شيء».")]
    [InlineData("uk", "«Ми бачили „все“», — сказала вона.")]
    public void Closed_quotations_are_left_alone(string language, string text) => Assert.Empty(QuoteBalance.Faults([text], language));

    [Theory]
    [InlineData("en", "“We saw it, she said.", "is not closed")]
    [InlineData("en", "\"We saw it, she said.", "is not closed")]
    [InlineData("en", "We saw it,” she said.", "begins nowhere")]
    [InlineData("en", "We saw it,\" she said.", "begins nowhere")]
    [InlineData("en", "“We saw it,\" she said.", "opens with “ and ends with \"")]
    [InlineData("en", "\"We saw it,” she said.", "opens with \" and ends with ”")]
    [InlineData("en", "“We,” she said, “saw it.", "is not closed")]
    [InlineData("en", "”We saw it,” she said.", "opens with ”, which closes one")]
    [InlineData("de", "„Wir haben es gesehen, sagte sie.", "is not closed")]
    [InlineData("fr", "« Nous l’avons vu, dit-elle.", "is not closed")]
    [InlineData("sv", "”Vi såg det, sade hon.", "is not closed")]
    [InlineData("zh", "他說：「我們看見了。", "is not closed")]
    [InlineData("he", "צה\"ל אמר: \"ראינו הכול.", "is not closed")]
    public void An_open_quotation_is_found(string language, string text, string words)
    {
        var fault = Assert.Single(QuoteBalance.Faults([text], language));

        Assert.Contains(words, fault.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quotation_of_several_paragraphs_is_closed_in_the_last()
    {
        Assert.Empty(QuoteBalance.Faults(["“We saw it, and went home.", "“Nobody spoke.”"], "en"));

        var fault = Assert.Single(QuoteBalance.Faults(["“We saw it, and went home.", "“Nobody spoke.", "They left."], "en"));
        Assert.Equal(1, fault.Paragraph);
    }
}
