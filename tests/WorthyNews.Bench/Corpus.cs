using System.Globalization;
using System.Text;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Places;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Bench;

/// <summary>What happens to a dispatch once it is public.</summary>
internal enum Fate
{
    None,
    Corrected,
    Retracted,
    Killed,
}

/// <summary>Generated dispatches, counted from the newest: number 0 is the newest of all.</summary>
/// <remarks>
/// A number gives the same dispatch in a corpus of any size, so that the newest pages of two sizes show the same and differ
/// in nothing but what lies behind them.
/// </remarks>
/// <param name="newest">When number 0 is published; the others stand before it, twenty to the day.</param>
internal sealed class Corpus(int size, DateTimeOffset newest)
{
    /// <summary>With fewer the far end of the bureau that is asked would fill no page.</summary>
    public const int Smallest = 200;

    private const int Seed = 15_34;
    private const int FewestWords = 300;
    private const int MostWords = 700;

    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(72);

    public int Size => size;

    public DateTimeOffset PublishedAt(int number) => newest - (number * Apart);

    /// <summary>One in a hundred each.</summary>
    public static Fate FateOf(int number) => (number % 100) switch
    {
        13 => Fate.Corrected,
        47 => Fate.Retracted,
        81 => Fate.Killed,
        _ => Fate.None,
    };

    public Copy Copy(int number)
    {
        var random = new Random(Seed + number);
        var language = random.Next(100) switch { < 82 => "en", < 90 => "es", < 96 => "uk", _ => "ar" };
        var words = CorpusWords.Of(language);
        var bureau = CorpusWords.Bureaus[random.Next(100) switch { < 30 => 0, < 52 => 1, < 68 => 2, < 81 => 3, < 92 => 4, _ => 5 }].Slug;
        var headline = Sentence(words, random.Next(6, 11), random);
        return new Copy
        {
            Headline = headline,
            Kicker = random.Next(4) == 0 ? Sentence(words, 2, random) : null,
            Standfirst = random.Next(10) < 6 ? Sentence(words, random.Next(14, 24), random) + "." : null,
            Slug = Slug.From(string.Create(CultureInfo.InvariantCulture, $"{number} {headline}")).Value,     // no two dispatches ask for one address
            Bylines = [.. CorpusWords.Contributors(bureau, random.Next(8) == 0 ? 2 : 1, random).Select(c => new DeskByline(new Byline(c.Name, c.Slug, c.Role)))],
            Dateline = new Dateline([.. CorpusWords.Places(random.Next(12) == 0 ? 2 : 1, random).Select(Located)]),
            Agency = "Worthy News",
            Bureau = bureau,
            Section = CorpusWords.Pick(CorpusWords.Sections, random),
            Topics = CorpusWords.SomeTopics(random.Next(1, 4), random),
            Language = language,
            MaySyndicate = random.Next(20) != 0,
            Markdown = Body(words, random),
        };
    }

    /// <summary>As an import finds it.</summary>
    private static DatelinePlace Located(DirectoryName name)
    {
        var place = Gazetteer.Read(name.Name, name.Country).Place;
        return new DatelinePlace(name.Slug, name.Name, name.Country) { Point = place?.Point, CountryCode = place?.CountryCode };
    }

    /// <summary>Paragraphs with a crosshead now and then, at times a quote or a list, here and there a stress or a link.</summary>
    private static string Body(string[] words, Random random)
    {
        var text = new StringBuilder();
        var left = random.Next(FewestWords, MostWords + 1);
        for (var block = 0; left > 0; block++)
        {
            if (block > 0 && block % 4 == 0) text.Append("## ").Append(Sentence(words, random.Next(2, 5), random)).Append("\n\n");
            var kind = block == 0 ? 0 : random.Next(12);
            var count = Math.Min(left, random.Next(30, 70));
            text.Append(kind switch
            {
                10 => "> " + Paragraph(words, count, random),
                11 => string.Join('\n', Enumerable.Range(0, 3).Select(_ => "- " + Sentence(words, Math.Max(2, count / 3), random))),
                _ => Paragraph(words, count, random),
            }).Append("\n\n");
            left -= count;
        }

        return text.ToString();
    }

    private static string Paragraph(string[] words, int count, Random random)
    {
        var sentences = new List<string>();
        while (count > 0)
        {
            var length = Math.Min(count, random.Next(8, 22));
            sentences.Add(Sentence(words, length, random) + ".");
            count -= length;
        }

        if (random.Next(5) == 0) sentences[^1] = $"**{sentences[^1]}**";
        if (random.Next(5) == 0) sentences[0] = $"[{sentences[0]}](https://example.org/{random.Next(1000)})";
        return string.Join(' ', sentences);
    }

    private static string Sentence(string[] words, int count, Random random)
    {
        var first = CorpusWords.Pick(words, random);
        var rest = Enumerable.Range(1, Math.Max(0, count - 1)).Select(_ => CorpusWords.Pick(words, random));
        return string.Join(' ', rest.Prepend(char.ToUpperInvariant(first[0]) + first[1..]));
    }
}
