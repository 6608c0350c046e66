using WorthyNews.Formats.WireCopy;
using WorthyNews.Newsroom.Importing;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Tests.Newsroom.Importing;

/// <summary>What a file says of its urgency.</summary>
public sealed class UrgencyTests
{
    private static readonly KnownNames NoNames = new([]);

    [Theory]
    [InlineData("urgent", Urgency.Urgent)]
    [InlineData("Breaking", Urgency.Breaking)]
    [InlineData("normal", Urgency.Normal)]
    [InlineData("", Urgency.Normal)]
    public void Front_matter_says_it(string written, Urgency urgency) => Assert.Equal(urgency, Markdown($"urgency: {written}").Copy.Urgency);

    [Theory]
    [InlineData("very")]
    [InlineData("1")]
    [InlineData("Normal, Urgent")]
    public void Another_word_is_refused_with_those_that_there_are(string written)
    {
        var refusal = Assert.Throws<UnreadableCopyException>(() => Markdown($"urgency: {written}"));

        Assert.Equal("Line 3, front matter: “urgency” can be normal or urgent or breaking.", refusal.Message);
    }

    [Theory]
    [InlineData("URGENT: Council Agrees", Urgency.Urgent)]
    [InlineData("BULLETIN: Council Agrees", Urgency.Breaking)]
    [InlineData("FLASH: Council Agrees", Urgency.Breaking)]
    [InlineData("News Flash: Council Agrees", Urgency.Breaking)]
    [InlineData("BREAKING NEWS: Council Agrees", Urgency.Breaking)]
    [InlineData("BREAKING: Council Agrees", Urgency.Breaking)]
    [InlineData("URGENT\nCouncil Agrees", Urgency.Urgent)]
    [InlineData("UPDATE 2: Council Agrees", Urgency.Normal)]
    [InlineData("EUROPE BULLETIN: Council Agrees", Urgency.Normal)]
    [InlineData("Urgent Council Agrees", Urgency.Normal)]
    public void Wire_copy_says_it_in_its_rubric(string head, Urgency urgency)
    {
        var read = WireCopyFile.Read($"{head}\n\nBy Clara Weiss, Worthy News Europe Correspondent\n\nNICAEA (Worthy News) – The bishops agreed on a creed on Thursday.", CopyDefaults.None, NoNames);

        Assert.Equal(urgency, read.Copy.Urgency);
        Assert.Equal("Council Agrees", read.Copy.Headline.Replace("Urgent ", "", StringComparison.Ordinal));
        Assert.Equal(urgency == Urgency.Normal ? [] : [urgency.ToString()], read.Findings.Where(f => f.Field == "urgency").Select(f => f.Value));
    }

    private static ReadCopy Markdown(string line) =>
        MarkdownFile.Read($"---\nheadline: Council\n{line}\nbylines: [{{name: A}}]\n---\nText.", CopyDefaults.None, NoNames, TimeZoneInfo.Utc);
}
