using System.Globalization;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Web.Http;
using WorthyNews.Web.Http.Widgets;

namespace WorthyNews.Web.Widgets;

/// <summary>Reads what a widget shows from the Newsstand.</summary>
public sealed class WidgetSheets(Newsstand newsstand, SiteLinks links, HouseSettings settings, TimeProvider time)
{
    /// <summary>Of a summary, wherever a widget or card has one.</summary>
    internal const int SummaryChars = 210;

    public async Task<WidgetSheet> OfAsync(WidgetAsk ask, CancellationToken cancel)
    {
        var choices = ask.Choices;
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (choices.Kind == WidgetKind.Story || ask.Reading is not null) return await OfStoryAsync(choices, ask.Reading ?? choices.Story!.Value, ask.Reading is not null, today, cancel);

        var reading = await newsstand.WidgetAsync(choices.Sources, choices.Count, choices.HasHard, ask.Before, cancel);
        var sheet = Frame(choices, [.. reading.Lists.Select(l => l.Name)], reading.Lists is [var only] ? To(only.Source) : links.Home);
        return sheet with
        {
            Stories = [.. reading.Stories.Stories.Select(card => Story(card, sheet, today))],
            Older = reading.Stories.Older,
        };
    }

    private async Task<WidgetSheet> OfStoryAsync(WidgetChoices choices, Guid id, bool withText, DateOnly today, CancellationToken cancel)
    {
        var sheet = Frame(choices, [], links.Home);
        if (await newsstand.StoryAsync(id, cancel) is not { Story: var story }) return sheet with { Notice = sheet.Words.Empty, Status = StatusCodes.Status404NotFound };
        if (!story.IsLive)
        {
            var isKilled = story.State == StoryState.Killed;
            return sheet with
            {
                Notice = string.Join(' ', story.Notices.Select(n => n.Text).Prepend(isKilled ? sheet.Words.Gone : sheet.Words.Retracted)),
                Status = isKilled ? StatusCodes.Status410Gone : StatusCodes.Status200OK,
            };
        }

        if ((await newsstand.CardsAsync([id], cancel)) is not [var card]) return sheet with { Notice = sheet.Words.Gone };
        var shown = Story(card, sheet, today);
        return sheet with
        {
            Stories = [shown],
            Text = withText && story.MaySyndicate ? new WidgetText(shown, story.Bylines.Count == 0 ? "" : string.Join(", ", story.Bylines.Select(b => b.Name)), SyndicatedHtml.Write(story, links.Home, Math.Min(choices.Level + 1, 6))) : null,
        };
    }

    private WidgetSheet Frame(WidgetChoices choices, IReadOnlyList<string> lists, Uri everything)
    {
        var language = choices.WordsLanguage;
        var words = WidgetLanguages.WordsOf(language);
        // A language's name for itself says nothing to those who read it.
        var named = choices.From is [var only] && only.StartsWith("languages/", StringComparison.Ordinal) ? [] : lists;
        var title = named.Count == 0 ? words.Latest : string.Format(CultureInfo.InvariantCulture, words.LatestFrom, string.Join(", ", named));
        return new WidgetSheet(words, language, title, new WidgetLink(words.Everything, everything), [], null, null, null)
        {
            SiteName = settings.SiteName,
            Home = links.Home,
            Plugins = links.Absolute(SiteLinks.Plugins),
        };
    }

    private WidgetStory Story(StoryCard card, WidgetSheet sheet, DateOnly today) => new(
        card.StoryId,
        links.Absolute(card.Address),
        card.Headline,
        BlockText.Summary([new Paragraph([new TextRun(card.Standfirst ?? card.Lead)])], SummaryChars),
        card.Dateline.Places is [var place, ..] ? place.Name : "",
        card.PublishedAt,
        WidgetTimes.Print(card.PublishedAt, today, sheet.Language),
        card.Language,
        LanguageTag.IsRightToLeft(card.Language),
        card.IsCorrected ? sheet.Words.Corrected : null,
        card.Sample,
        card.Map is { } map ? new WidgetPicture(links.Absolute(SiteLinks.ToMap(map.Key)), map.Width, map.Height, map.Alt) : null,
        card.MaySyndicate);

    private Uri To(FeedSource source) => source is { Kind: { } kind and not NameKind.Language, Slug: { } slug } ? links.Absolute(SiteLinks.To(kind, slug)) : links.Home;
}
