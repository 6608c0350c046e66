using System.Globalization;

using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Web.Feeds;

/// <summary>A story's text as other people's programs take it: few elements, no class or style, absolute addresses, notices first.</summary>
internal static class FeedHtml
{
    public static string Write(Story story, Uri home)
    {
        var notices = BlockHtml.Write([.. story.Notices.Select(Note)], new BlockHtmlOptions { BaseUrl = home });
        return (notices.Length == 0 ? "" : notices + "\n") + BlockHtml.Write(story.Body, new BlockHtmlOptions { BaseUrl = home, LeadIn = story.Dateline.LeadIn(story.Agency) });
    }

    private static Paragraph Note(Notice notice) => new(
    [
        new Strong([new TextRun(notice.Kind == WireKind.Corrected ? "Correction" : "Reinstated")]),
        new TextRun(notice.At.ToString("', 'MMMM d, yyyy': '", CultureInfo.InvariantCulture) + notice.Text),
    ]);
}
