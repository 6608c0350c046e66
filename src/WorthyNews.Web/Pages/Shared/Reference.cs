namespace WorthyNews.Web.Pages.Shared;

/// <summary>What a reader can quote when asking about a story that is gone, without naming it.</summary>
public static class Reference
{
    public static string Of(Guid storyId) => $"{storyId.ToString("N")[..4]}-{storyId.ToString("N")[4..6]}".ToUpperInvariant();
}
