using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Web.Http;

/// <summary>What the card of a story shows, for those who do not see it.</summary>
public static class CardAlt
{
    public static string Of(Story story, string siteName) => story.Map is { } map ? $"{siteName}: {story.Headline}. {map.Alt}" : $"{siteName}: {story.Headline}";
}
