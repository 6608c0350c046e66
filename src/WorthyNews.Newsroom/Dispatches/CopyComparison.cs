using System.Globalization;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Places;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Newsroom.Dispatches;

/// <summary>A field of a copy in three texts, as a person reads it.</summary>
/// <param name="Name">"Headline", "Topics", ...: also what a form calls it.</param>
/// <param name="MayTakeBoth">Whether there is a sense in taking both.</param>
public sealed record ComparedField(string Name, PieceChange Change, string Base, string Theirs, string Mine, bool MayTakeBoth)
{
    public IReadOnlyList<WordRun> TheirRuns => WordComparison.Compare(Base, Theirs);

    public IReadOnlyList<WordRun> MyRuns => WordComparison.Compare(Base, Mine);

    /// <summary>What is taken when nobody chooses. Where both cannot be taken it is mine: theirs is a revision and cannot be lost.</summary>
    public Choice Suggested => Change switch
    {
        PieceChange.OnlyMine => Choice.Mine,
        PieceChange.BothChanged => MayTakeBoth ? Choice.Both : Choice.Mine,
        _ => Choice.Theirs,
    };
}

/// <summary>Two copies that began as one, side by side, and the way to put them together again.</summary>
/// <param name="Fields">All but the body, in the order of the form; those that are the same too.</param>
public sealed record CopyComparison(Copy Base, Copy Theirs, Copy Mine, IReadOnlyList<ComparedField> Fields, ParagraphComparison Body)
{
    private static readonly Field[] All =
    [
        Field.Of("Headline", c => c.Headline, c => c.Headline, (to, value) => to with { Headline = value }),
        Field.Of("Kicker", c => c.Kicker, c => c.Kicker, (to, value) => to with { Kicker = value }),
        Field.Of("Slug", c => c.Slug, c => c.Slug, (to, value) => to with { Slug = value }),
        Field.Of("Standfirst", c => c.Standfirst, c => c.Standfirst, (to, value) => to with { Standfirst = value }),
        Field.OfMany("Bylines", c => c.Bylines, Text, (to, value) => to with { Bylines = value }),
        Field.Of("Dateline", c => c.Dateline, c => c.Dateline.Text, (to, value) => to with { Dateline = value }, Both),
        Field.Of("Agency", c => c.Agency, c => c.Agency, (to, value) => to with { Agency = value }),
        Field.Of("Bureau", c => c.Bureau, c => c.Bureau, (to, value) => to with { Bureau = value }),
        Field.Of("Section", c => c.Section, c => c.Section, (to, value) => to with { Section = value }),
        Field.OfMany("Topics", c => c.Topics, topic => topic, (to, value) => to with { Topics = value }),
        Field.Of("Language", c => c.Language, c => c.Language, (to, value) => to with { Language = value }),
        Field.Of("TranslationOf", c => c.TranslationOf, c => c.TranslationOf?.ToString("D", CultureInfo.InvariantCulture), (to, value) => to with { TranslationOf = value }),
        Field.Of("Urgency", c => c.Urgency, c => c.Urgency.ToString(), (to, value) => to with { Urgency = value }),
        Field.Of("Sensitive", c => c.Sensitive, c => YesNo(c.Sensitive), (to, value) => to with { Sensitive = value }),
        Field.Of("MaySyndicate", c => c.MaySyndicate, c => YesNo(c.MaySyndicate), (to, value) => to with { MaySyndicate = value }),
        Field.Of("Sample", c => c.Sample, c => YesNo(c.Sample), (to, value) => to with { Sample = value }),
        Field.Of("EditorsNote", c => c.EditorsNote, c => c.EditorsNote, (to, value) => to with { EditorsNote = value }, (theirs, mine) => $"{theirs}\n\n{mine}"),
    ];

    /// <summary>False when the two can be put together without asking anybody.</summary>
    public bool NeedsChoice => Body.NeedsChoice || Fields.Any(f => f.Change == PieceChange.BothChanged);

    public static CopyComparison Of(Copy @base, Copy theirs, Copy mine) => new(
        @base, theirs, mine, [.. All.Select(field => field.Compare(@base, theirs, mine))], ParagraphComparison.Of(@base.Markdown, theirs.Markdown, mine.Markdown));

    /// <summary>One copy of two.</summary>
    /// <param name="fields">By name; what is missing is chosen as suggested.</param>
    /// <param name="body">In the order of the pieces; what is missing is chosen as suggested.</param>
    public Copy Merge(IReadOnlyDictionary<string, Choice> fields, IReadOnlyList<Choice> body)
    {
        var merged = Theirs;
        foreach (var (field, compared) in All.Zip(Fields))
        {
            if (compared.Change == PieceChange.Same) continue;
            merged = field.Take(merged, Theirs, Mine, fields.GetValueOrDefault(compared.Name, compared.Suggested));
        }

        // How names were written goes with whoever wrote them; of one that both wrote, mine.
        IReadOnlyList<WrittenName> written = [.. Mine.WrittenNames.Concat(Theirs.WrittenNames).DistinctBy(w => (w.Kind, w.Slug))];
        return merged with { Markdown = Body.Pieces.All(p => p.Change == PieceChange.Same) ? Theirs.Markdown : Body.Merge(body), WrittenNames = written };
    }

    private static string YesNo(bool value) => value ? "yes" : "no";

    private static string Text(DeskByline byline)
    {
        var printed = string.Join(", ", new[] { byline.Printed.Name, byline.Printed.Role, byline.Printed.ReportingFrom is { } place ? $"reporting from {place}" : null }.OfType<string>());
        return byline.Behind is null ? printed : $"{printed} (protected)";
    }

    private static Dateline Both(Dateline theirs, Dateline mine) =>
        new([.. theirs.Places.Concat(mine.Places).DistinctBy(p => p.Slug)], mine.Day ?? theirs.Day);

    /// <summary>One field: how it is compared, shown and taken.</summary>
    private sealed record Field(string Name, Func<Copy, Copy, bool> IsSame, Func<Copy, string> Shown, Func<Copy, Copy, Copy> Set, Func<Copy, Copy, Copy, Copy>? SetBoth)
    {
        public static Field Of<T>(string name, Func<Copy, T> get, Func<Copy, string?> shown, Func<Copy, T, Copy> set, Func<T, T, T>? both = null) => new(
            name,
            (a, b) => EqualityComparer<T>.Default.Equals(get(a), get(b)),
            copy => shown(copy) ?? "",
            (to, from) => set(to, get(from)),
            both is null ? null : (to, theirs, mine) => set(to, both(get(theirs), get(mine))));

        public static Field OfMany<T>(string name, Func<Copy, IReadOnlyList<T>> get, Func<T, string> shown, Func<Copy, IReadOnlyList<T>, Copy> set) => new(
            name,
            (a, b) => get(a).SequenceEqual(get(b)),
            copy => string.Join("; ", get(copy).Select(shown)),
            (to, from) => set(to, get(from)),
            (to, theirs, mine) => set(to, [.. get(theirs).Union(get(mine))]));

        public ComparedField Compare(Copy @base, Copy theirs, Copy mine)
        {
            var change = IsSame(theirs, mine) ? PieceChange.Same
                : IsSame(theirs, @base) ? PieceChange.OnlyMine
                : IsSame(mine, @base) ? PieceChange.OnlyTheirs
                : PieceChange.BothChanged;
            return new ComparedField(Name, change, Shown(@base), Shown(theirs), Shown(mine), SetBoth is not null);
        }

        public Copy Take(Copy merged, Copy theirs, Copy mine, Choice choice) => choice switch
        {
            Choice.Theirs => Set(merged, theirs),
            Choice.Both when SetBoth is not null => SetBoth(merged, theirs, mine),
            _ => Set(merged, mine),
        };
    }
}
