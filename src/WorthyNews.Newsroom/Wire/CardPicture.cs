namespace WorthyNews.Newsroom.Wire;

/// <summary>The picture that stands for a story where its link is shared: headline and map, drawn once for each version.</summary>
public sealed class CardPicture
{
    public const int Width = 1200;
    public const int Height = 630;

    private CardPicture()
    {
    }

    public CardPicture(Guid storyId, int version, byte[] png) => (StoryId, Version, Png) = (storyId, version, png);

    public Guid StoryId { get; private set; }

    /// <summary>The version of the story it shows.</summary>
    public int Version { get; private set; }

    public byte[] Png { get; private set; } = [];
}
