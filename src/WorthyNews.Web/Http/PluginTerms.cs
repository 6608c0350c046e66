namespace WorthyNews.Web.Http;

/// <summary>Which terms hold for those who show our news on pages of theirs. What the terms say stands on their page; who changes that, counts on here.</summary>
public static class PluginTerms
{
    public const string Path = "/plugins/terms";

    public const int Version = 1;

    /// <summary>How long somebody may take to put right by hand what we corrected.</summary>
    public const int DaysToCorrect = 3;

    /// <summary>How long somebody may take to take down by hand what we withdrew.</summary>
    public const int HoursToTakeDown = 24;

    /// <summary>As people quote it.</summary>
    public static string Name => $"Version {Version} (draft), November 2026";
}
