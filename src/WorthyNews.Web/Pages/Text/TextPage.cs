using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Web.Pages.Text;

/// <summary>A page of the text edition: one answer under 15 KB, without styles, pictures or anything else to load.</summary>
public interface ITextPage
{
    TextHead Head { get; }
}

/// <summary>What a page of the text edition says of itself.</summary>
/// <param name="FullPath">The same in the full edition, which is its one address for programs; null when it should not be told.</param>
public sealed record TextHead(string Title, string? FullPath)
{
    public bool IsFront { get; init; }

    public bool IsUnlisted { get; init; }

    public bool ShowsSamples { get; init; }
}

/// <summary>Keeps a page of the text edition small.</summary>
public static class TextSize
{
    public const int MaxBytes = 15 * 1024;

    /// <summary>What is left when the frame has taken its share.</summary>
    public const int MaxContentBytes = 12_500;

    private const int BytesAroundItem = 150;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>As it stands on the page, encoded.</summary>
    public static int Of(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(Encoder.Encode(text));

    /// <summary>A headline with its link.</summary>
    public static int OfItem(StoryCard card) => BytesAroundItem + Of(card.Headline) + Of(card.Address);

    /// <summary>As many of the newest as fit a page, and always one.</summary>
    /// <param name="taken">Bytes that something else on the page needs.</param>
    public static StoryList Fit(StoryList list, int taken = 0)
    {
        var (bytes, count) = (taken, 0);
        foreach (var card in list.Stories)
        {
            bytes += OfItem(card);
            if (bytes > MaxContentBytes && count > 0) break;
            count++;
        }

        return count == list.Stories.Count ? list : new StoryList([.. list.Stories.Take(count)], new Cursor(list.Stories[count - 1].PublishedAt, list.Stories[count - 1].FirstSequence));
    }
}
