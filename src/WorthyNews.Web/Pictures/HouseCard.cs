namespace WorthyNews.Web.Pictures;

/// <summary>The card that stands for every page without a picture of its own: drawn when it is first asked for, PNG.</summary>
public sealed class HouseCard(Func<byte[]> draw)
{
    private readonly Lazy<byte[]> png = new(draw);

    public byte[] Png => png.Value;
}
