using System.Globalization;

using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Web.Http;

/// <summary>A story's text as other people's pages and programs take it: few elements, no class or style, absolute addresses, notices first.</summary>
internal static class SyndicatedHtml
{
    /// <param name="crossheadLevel">1 to 6.</param>
    /// <returns>HTML that is XML as well, without an element around it.</returns>
    public static string Write(Story story, Uri home, int crossheadLevel = 2)
    {
        var notices = BlockHtml.Write(Notes(story), new BlockHtmlOptions { BaseUrl = home });
        return (notices.Length == 0 ? "" : notices + "\n")
            + BlockHtml.Write(story.Body, new BlockHtmlOptions { BaseUrl = home, LeadIn = story.Dateline.LeadIn(story.Agency), CrossheadLevel = crossheadLevel });
    }

    /// <summary>What was put right, in the order in which it is told; empty when nothing was.</summary>
    public static IReadOnlyList<Block> Notes(Story story) => [.. story.Notices.Select(Note)];

    private static Paragraph Note(Notice notice) => new(
    [
        new Strong([new TextRun(notice.Kind == WireKind.Corrected ? "Correction" : "Reinstated")]),
        new TextRun(notice.At.ToString("', 'MMMM d, yyyy': '", CultureInfo.InvariantCulture) + notice.Text),
    ]);
}
