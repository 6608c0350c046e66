using CsCheck;
using WorthyNews.Formats.WireCopy;

namespace WorthyNews.Tests.Formats.WireCopy;

public class GarbageTests
{
    private static readonly string[] Pieces =
    [
        "\n", "\n\n", "\r\n", "\u2028", "\t", " ", "\u00A0", "By ", "by ", " and ", " with ", "Worthy News", "(", ")", "(Worthy News)",
        "(AP) –", " – ", "--", "-", ":", ",", ", ", ".", "/", "ROME", "ROME, ITALY", "Rome", "July 12", "D.C.", "Ada Beda",
        "Europe Bureau Chief", "Correspondent", "reporting from ", " in ", "BREAKING NEWS:", "(Update)", "(ADDS VERDICT)", "EDS:",
        "Latest Worthy News", "Check our free syndication service", "THE DIET MEETS", "Mc",
        "-30-", "###", "ENDS\n", "(END)", "EMBARGOED UNTIL", " , ", " –(", "Worthy News Correspondents", "BY ADA BEDA AND ",
        "'", "’", "\"", "“", "”", "1.", "#", "<b>", "&", "*", "\uFEFF", "\u0000", "\uD83D", "\uDE00", "e\u0301",
        "ǅ", "İ", "ß", "שלום", "宗教", "It rained.", "a", "A",
    ];

    private static readonly Gen<string> Unicode = Gen.Char.Array[0, 300].Select(letters => new string(letters));

    private static readonly Gen<string> Scraps = Gen.OneOf(Pieces).Array[0, 60].Select(string.Concat);

    private static readonly Gen<string> Garbage = Gen.OneOf(
        Unicode, Scraps, Gen.Select(Scraps, Unicode, (scraps, unicode) => scraps + unicode));

    [Fact]
    public void Nothing_of_any_text_is_lost()
    {
        Garbage.Sample(copy =>
        {
            var reading = WireCopyReader.Read(copy);

            var kept = Letters(string.Concat(Sources(reading).Concat(reading.Body.Select(block => block.Text))));
            foreach (var (letter, count) in Letters(copy.TrimStart('\uFEFF')))
                Assert.True(kept.GetValueOrDefault(letter) >= count, $"{(int)letter:X4} was lost from {copy}");
        }, iter: 4_000);
    }

    [Fact]
    public void A_house_without_names_reads_any_text_as_well()
    {
        var nameless = new WireCopyHints { Agency = "", Bureaus = [""], OtherAgencies = [""] };

        Garbage.Sample(copy => WireCopyReader.Read(copy, nameless).Doubts.Count > 0, iter: 1_000);
    }

    [Fact]
    public void Every_source_is_a_part_of_the_copy()
    {
        Garbage.Sample(copy =>
        {
            var reading = WireCopyReader.Read(copy);

            Assert.All(Sources(reading), source => Assert.Contains(source, copy, StringComparison.Ordinal));
        }, iter: 1_000);
    }

    [Fact]
    public void Every_guess_is_named_in_a_doubt()
    {
        Garbage.Sample(copy =>
        {
            var reading = WireCopyReader.Read(copy);

            Assert.True(reading.Doubts.Count > 0 || Surenesses(reading).All(sureness => sureness == Sureness.Sure), copy);
            Assert.Equal(reading.Doubts.Count, reading.Doubts.Distinct().Count());
        }, iter: 1_000);
    }

    [Fact]
    public void No_block_is_blank_or_holds_a_line_end()
    {
        Garbage.Sample(copy => Assert.All(WireCopyReader.Read(copy).Body, block =>
        {
            Assert.Equal(block.Text.Trim(), block.Text);
            Assert.NotEqual("", block.Text);
            Assert.DoesNotContain(block.Text, letter => letter is '\r' or '\n' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029');
        }), iter: 1_000);
    }

    private static Dictionary<char, int> Letters(string text) =>
        text.Where(letter => !char.IsWhiteSpace(letter)).CountBy(letter => letter).ToDictionary();

    private static IEnumerable<string> Sources(WireCopyReading reading)
    {
        // A credit line is the source of each of its bylines.
        string?[] single = [reading.Headline?.Source, reading.Standfirst?.Source, reading.Dateline?.Source, reading.Latest?.Source];
        return single.OfType<string>()
            .Concat(reading.Rubrics.Select(read => read.Source))
            .Concat(reading.Bylines.Select(read => read.Source))
            .Concat(reading.EditorsNotes.Select(read => read.Source))
            .Concat(reading.Trailers.Select(read => read.Source));
    }

    private static IEnumerable<Sureness> Surenesses(WireCopyReading reading) =>
        new[] { reading.Headline?.Sureness, reading.Standfirst?.Sureness, reading.Dateline?.Sureness, reading.Agency?.Sureness }
            .Append(reading.Bureau?.Sureness)
            .OfType<Sureness>()
            .Concat(reading.Rubrics.Concat(reading.EditorsNotes).Concat(reading.Trailers).Select(read => read.Sureness))
            .Concat(reading.Bylines.Select(read => read.Sureness))
            .Concat(reading.Places.Select(read => read.Sureness));
}
