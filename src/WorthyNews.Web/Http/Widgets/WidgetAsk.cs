using System.Diagnostics.CodeAnalysis;
using System.Globalization;

using WorthyNews.Newsroom.Newsstand;

namespace WorthyNews.Web.Http.Widgets;

/// <summary>A widget as it is asked for: what was chosen once, and where in it a visitor stands.</summary>
/// <param name="Before">The page after this story; null for the first.</param>
/// <param name="Reading">The story that is read in the widget; null for the list.</param>
public sealed record WidgetAsk(WidgetChoices Choices, Cursor? Before, Guid? Reading)
{
    /// <summary>Reads address or form. Parameters of others, such as those that count clicks, are let be; what is asked twice is read once.</summary>
    /// <param name="ask">What could be read, with the usual where it could not.</param>
    /// <param name="problem">What is wrong, in a sentence; null when nothing is.</param>
    public static bool TryRead(string kind, IQueryCollection query, out WidgetAsk ask, [NotNullWhen(false)] out string? problem)
    {
        var reader = new Reader(query);
        var choices = new WidgetChoices { Kind = reader.One("kind", kind, WidgetKind.Headlines) };
        if (choices.Kind == WidgetKind.Story)
        {
            choices = choices with { Story = reader.Id("story") };
            if (choices.Story is null) reader.Wrong("story is the id of a story, as its page gives it.");
        }
        else
        {
            choices = choices with { From = reader.Lists(), Count = reader.Number("count", WidgetChoices.UsualCount, 1, WidgetChoices.MostCount), HasPager = reader.YesOrNo("pager", false), HasHard = reader.Word("hard", "show") };
        }

        choices = choices with
        {
            HasHeading = reader.YesOrNo("heading", true),
            HasSummaries = reader.YesOrNo("summaries", true),
            HasTimes = reader.YesOrNo("times", true),
            Size = reader.One("size", null, WidgetSize.Medium),
            OpensHere = reader.Word("open", "here", "site"),
            Level = reader.Number("level", WidgetChoices.UsualLevel, 2, 6),
            IsCompact = reader.Word("density", "compact", "airy"),
            Theme = reader.One("theme", null, WidgetTheme.Auto),
            Ink = reader.Colour("ink"),
            Paper = reader.Colour("paper"),
            Accent = reader.Colour("accent"),
            HasOurFont = reader.Word("font", "ours", "host"),
            Language = reader.Language(),
            Pictures = reader.Has("pictures") ? reader.One("pictures", null, WidgetPictures.None) : null,
        };
        var place = (Before: reader.Cursor("before"), Reading: reader.Has("read") ? reader.Id("read") : null);
        if (reader.Has("read") && place.Reading is null) reader.Wrong("read is the id of a story.");
        problem = reader.Problem;
        ask = new WidgetAsk(choices, place.Before, place.Reading);
        return problem is null;
    }

    /// <summary>The first thing that is wrong is told; the rest is read on as if it were not there.</summary>
    private sealed class Reader(IQueryCollection query)
    {
        public string? Problem { get; private set; }

        public void Wrong(string sentence) => Problem ??= sentence;

        /// <summary>A field of a form that was left empty says nothing.</summary>
        public bool Has(string key) => Text(key).Length > 0;

        public T One<T>(string key, string? given, T usual)
            where T : struct, Enum
        {
            var text = given ?? Text(key);
            if (text.Length == 0) return usual;
            foreach (var choice in Enum.GetValues<T>())
            {
                if (WidgetChoices.NameOf(choice) == text) return choice;
            }

            Wrong($"{key} is {string.Join(", ", Enum.GetValues<T>().Select(WidgetChoices.NameOf))}.");
            return usual;
        }

        /// <returns>True for the first word, false for another that is known or for none.</returns>
        public bool Word(string key, string word, string? other = null)
        {
            var text = Text(key);
            if (text.Length > 0 && text != word && text != (other ?? "no")) Wrong($"{key} is {word} or {other ?? "no"}.");
            return text == word;
        }

        public bool YesOrNo(string key, bool usual)
        {
            var text = Text(key);
            if (text.Length > 0 && text is not ("yes" or "no")) Wrong($"{key} is yes or no.");
            return text.Length == 0 ? usual : text == "yes";
        }

        public int Number(string key, int usual, int least, int most)
        {
            var text = Text(key);
            if (text.Length == 0) return usual;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
            Wrong($"{key} is a number from {least} to {most}.");
            return usual;
        }

        public Guid? Id(string key) => Guid.TryParseExact(Text(key), "D", out var id) ? id : null;

        public Colour? Colour(string key)
        {
            var text = Text(key);
            if (text.Length == 0) return null;
            if (Widgets.Colour.TryParse(text, out var colour)) return colour;
            Wrong($"{key} is a colour such as 1c4a78: six digits or letters from a to f.");
            return null;
        }

        public Cursor? Cursor(string key)
        {
            var text = Text(key);
            if (text.Length == 0) return null;
            if (Newsroom.Newsstand.Cursor.TryParse(text, null, out var cursor)) return cursor;
            Wrong($"{key} is where a page of ours went on.");
            return null;
        }

        public string? Language()
        {
            var text = Text("language");
            if (text.Length == 0) return null;
            if (WidgetLanguages.Known.Contains(text)) return text;
            Wrong($"language is {string.Join(", ", WidgetLanguages.Known)}.");
            return null;
        }

        /// <summary>In one order, for the order changes nothing that is shown.</summary>
        public List<string> Lists()
        {
            // A form names each of several in a field of its own.
            var lists = query["from"].SelectMany(from => (from ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                .Where(of => of != FeedAddress.All).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            if (lists.Find(of => new FeedAddress(of, FeedFormat.Rss).Source is null) is not null) Wrong("from is a list of ours, such as bureaus/europe.");
            if (lists.Count > WidgetChoices.MostLists) Wrong($"from names at most {WidgetChoices.MostLists} lists.");
            return Problem is null ? lists : [];
        }

        private string Text(string key) => query[key] is { Count: > 0 } values ? values[0]?.Trim() ?? "" : "";
    }
}
