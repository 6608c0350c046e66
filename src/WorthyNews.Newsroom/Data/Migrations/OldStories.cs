namespace WorthyNews.Newsroom.Data.Migrations;

/// <summary>What the stories of before are given by <c>StoriesHaveUrgency</c>: the same SQL on both databases.</summary>
internal static class OldStories
{
    /// <summary>None was urgent, so each stands by its time.</summary>
    public const string HaveUrgency = """
        UPDATE "Stories" SET "Urgency" = 'Normal', "FrontAt" = "PublishedAt";
        UPDATE "Revisions" SET "Urgency" = 'Normal';
        """;
}
