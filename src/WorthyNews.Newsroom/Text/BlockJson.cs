using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorthyNews.Newsroom.Text;

/// <summary>Blocks as they are stored.</summary>
/// <remarks>The JSON never stands in a page, so letters need no escape there.</remarks>
public static class BlockJson
{
    public static readonly JsonSerializerOptions Options = BuildOptions();

    public static string Write(IReadOnlyList<Block> blocks) => JsonSerializer.Serialize(blocks, Options);

    /// <exception cref="JsonException">It is not what <see cref="Write"/> wrote.</exception>
    public static IReadOnlyList<Block> Read(string json) =>
        JsonSerializer.Deserialize<List<Block>>(json, Options) ?? throw new JsonException("There are no blocks in it.");

    private static JsonSerializerOptions BuildOptions()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            AllowOutOfOrderMetadataProperties = true,     // PostgreSQL's jsonb sorts the properties
            RespectNullableAnnotations = true,
            MaxDepth = 128,                               // the deepest body needs less than half of it
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
