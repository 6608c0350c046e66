namespace WorthyNews.Web.Http;

/// <summary>The two fonts that everything of ours begins with; a name bears the mark of its bytes, as the style sheet has it.</summary>
public static class FontFiles
{
    public const string Serif = "/fonts/newsreader-latin.b642ea94.woff2";
    public const string Sans = "/fonts/instrument-sans-latin.97f21af1.woff2";
}
