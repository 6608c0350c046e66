namespace WorthyNews.Newsroom.Data.Migrations;

/// <summary>What the dispatches of before are given by <c>DispatchesAreWorkedOn</c>: the same SQL on both databases.</summary>
internal static class OldDispatches
{
    /// <summary>What is public, or is to go out, was approved by that; who began it and when it was last touched stands in its record.</summary>
    public const string WorkedOn = """
        UPDATE "Dispatches" SET
          "State" = CASE WHEN "State" = 'Scheduled' AND "PublishAt" IS NULL THEN 'Draft' ELSE "State" END,
          "ApprovedRevision" = COALESCE("ScheduledRevision", "PublicRevision"),
          "CreatedBy" = COALESCE((SELECT r."By" FROM "Revisions" r WHERE r."DispatchId" = "Dispatches"."Id" AND r."Number" = 1), ''),
          "Bureau" = (SELECT r."Bureau" FROM "Revisions" r WHERE r."DispatchId" = "Dispatches"."Id" AND r."Number" = "Dispatches"."NewestRevision"),
          "ActCount" = (SELECT COUNT(*) FROM "Acts" a WHERE a."DispatchId" = "Dispatches"."Id"),
          "ChangedAt" = COALESCE((SELECT MAX(a."At") FROM "Acts" a WHERE a."DispatchId" = "Dispatches"."Id"), "CreatedAt");
        """;
}
