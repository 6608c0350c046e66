using System.Reflection;
using System.Text.Json;

using WorthyNews.Newsroom.Data;

namespace WorthyNews.Newsroom.Safekeeping;

/// <summary>A file within a backup.</summary>
/// <param name="Name"><see cref="Database"/>, or as in <see cref="Belongings.Files"/>.</param>
/// <param name="Sha256">Of its bytes, in small hex.</param>
public sealed record BackupPart(string Name, long Bytes, string Sha256)
{
    /// <summary>What the database is called in a backup, whatever it is called where it lies.</summary>
    public const string Database = "worthynews.db";
}

/// <summary>What a backup says of itself.</summary>
public sealed record BackupManifest
{
    /// <summary>Raised when an older program could not restore what a newer one writes.</summary>
    public const int PresentFormat = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public int Format { get; init; } = PresentFormat;

    /// <summary>The program that made it.</summary>
    public string Program { get; init; } = ThisProgram;

    /// <summary>The instant it shows, UTC.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    public required Census Census { get; init; }

    public required IReadOnlyList<BackupPart> Parts { get; init; }

    private static string ThisProgram =>
        "Worthy News " + (typeof(BackupManifest).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown");

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <exception cref="BackupRefusedException">It is none, or a newer program's.</exception>
    public static BackupManifest Read(byte[] bytes)
    {
        try
        {
            // Asked first and by itself: the rest of a newer one may be written in a way we cannot read.
            var format = JsonSerializer.Deserialize<JsonElement>(bytes, Json).GetProperty("format").GetInt32();
            if (format > PresentFormat) throw new BackupRefusedException($"It was made by a newer program (format {format}; this one reads {PresentFormat}).");
            return JsonSerializer.Deserialize<BackupManifest>(bytes, Json) ?? throw new JsonException("It is empty.");
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new BackupRefusedException("Its manifest cannot be read: this is no backup of Worthy News, or it was changed.", error);
        }
    }
}
