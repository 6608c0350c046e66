using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

using WorthyNews.Newsroom.Newsstand;

namespace WorthyNews.Web.Http.Printing;

/// <summary>A complete answer, the same for everybody, in the codings in which it goes out.</summary>
/// <remarks>Its tag is the hash of the plain bytes and is weak, so that it is the same in every coding, at every level of compression and on every node (RFC 9110, 8.8.1 and 8.8.3.3).</remarks>
public sealed class PrintedAnswer
{
    /// <summary>200 or 410 for what may be kept; anything else for what is only handed to those who wait for it.</summary>
    public required int Status { get; init; }

    /// <summary>As they go out, without those that depend on the coding or on the asker.</summary>
    public required KeyValuePair<string, StringValues>[] Headers { get; init; }

    public required byte[] Plain { get; init; }

    /// <summary>Null where it is not worth it.</summary>
    public byte[]? Gzip { get; init; }

    /// <inheritdoc cref="Gzip"/>
    public byte[]? Brotli { get; set; }

    /// <summary>Null for what nobody may keep.</summary>
    public EntityTagHeaderValue? Tag
    {
        get;
        init => (field, TagText) = (value, value?.ToString());
    }

    /// <summary>As it is sent.</summary>
    public StringValues TagText { get; private init; }

    /// <summary>When the newest change that touched it happened; null where that is not told. See <see cref="Conditional"/>.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    public required IReadOnlySet<string> MadeOf { get; init; }

    /// <summary>The stories of which it shows anything.</summary>
    public required IReadOnlySet<Guid> Stories { get; init; }

    /// <inheritdoc cref="Ingredients.IsVague"/>
    public required bool IsVague { get; init; }

    /// <summary>When it must be printed anew though nothing was said on the wire.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Why it may not be handed to two people; null for what may.</summary>
    public string? Refusal { get; init; }

    public bool MayBeKept => Refusal is null && Status is StatusCodes.Status200OK or StatusCodes.Status410Gone;

    public bool IsFailure => Status >= StatusCodes.Status500InternalServerError;

    /// <summary>Bytes of memory that it takes, about.</summary>
    public long Size => Plain.Length + (Gzip?.Length ?? 0) + (Brotli?.Length ?? 0) + (MadeOf.Count * 100L) + (Stories.Count * 40L) + 2000;

    public bool IsTouchedBy(WireNews news) => news.Touched.Contains(WireTags.Everything) || MadeOf.Overlaps(news.Touched);

    /// <summary>Whether something in it was taken back, or may have been.</summary>
    public bool ShowsWithdrawn(WireNews news) =>
        news.Withdrawn.Contains(WireTags.Everything) || Stories.Overlaps(news.Stories) || (IsVague && MadeOf.Overlaps(news.Withdrawn));
}
