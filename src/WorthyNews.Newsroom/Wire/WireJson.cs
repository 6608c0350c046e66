using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

using WorthyNews.Newsroom.Directory;

namespace WorthyNews.Newsroom.Wire;

/// <summary>Snapshots as they are stored. A change that old readers or old rows would not survive raises <see cref="Format"/> and keeps the old reader.</summary>
public static class WireJson
{
    public const int Format = 1;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // The snapshot is stored, never put into HTML: letters stay letters.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write(Story story) => JsonSerializer.Serialize(story, Options);

    public static string Write(DirectoryName name) => JsonSerializer.Serialize(name, Options);

    public static string Write(FrontPage front) => JsonSerializer.Serialize(front, Options);

    /// <exception cref="InvalidOperationException">The snapshot is of a format this program does not know, or is no story.</exception>
    public static Story ReadStory(string snapshot, int format) => Read<Story>(snapshot, format);

    /// <inheritdoc cref="ReadStory"/>
    public static FrontPage ReadFront(string snapshot, int format) => Read<FrontPage>(snapshot, format);

    /// <inheritdoc cref="ReadStory"/>
    public static DirectoryName ReadName(string snapshot, int format) => Read<DirectoryName>(snapshot, format);

    /// <summary>Small lists that stand in columns of the projection (bylines, dateline places).</summary>
    public static string WriteColumn<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T ReadColumn<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;

    private static T Read<T>(string snapshot, int format)
    {
        if (format != Format) throw new InvalidOperationException($"A snapshot of format {format} was written by a newer program than this one, which reads format {Format}.");
        return JsonSerializer.Deserialize<T>(snapshot, Options) ?? throw new InvalidOperationException("The snapshot is empty.");
    }
}
