namespace WorthyNews.Tests.Support;

/// <summary>Published schemas of formats, where <c>WORTHYNEWS_TEST_SCHEMAS</c> names a folder of them; they are not ours to keep here.</summary>
public static class Schemas
{
    public const string Variable = "WORTHYNEWS_TEST_SCHEMAS";

    public static string? Folder { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder && System.IO.Directory.Exists(folder) ? folder : null;
}

/// <summary>A check against a published schema: skipped where there is none, under <c>CI=true</c> too.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SchemaFactAttribute : FactAttribute
{
    public SchemaFactAttribute()
    {
        if (Schemas.Folder is null) Skip = $"{Schemas.Variable} names no folder of schemas";
    }
}
