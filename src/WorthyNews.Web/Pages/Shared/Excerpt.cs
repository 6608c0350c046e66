using WorthyNews.Newsroom.Text;

namespace WorthyNews.Web.Pages.Shared;

/// <summary>Shortens what a list or a search engine shows of a text.</summary>
public static class Excerpt
{
    public const int DescriptionChars = 160;
    public const int SummaryChars = 210;

    /// <summary>Cut at the end of a word, with an ellipsis, when it is longer.</summary>
    public static string Cut(string text, int maxChars) => BlockText.Summary([new Paragraph([new TextRun(text)])], maxChars);
}
