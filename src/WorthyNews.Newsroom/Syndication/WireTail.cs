namespace WorthyNews.Newsroom.Syndication;

/// <summary>How far somebody who follows the wire has come.</summary>
public sealed class WireTail
{
    private WireTail()
    {
    }

    public WireTail(string name, long sequence) => (Name, Sequence) = (name, sequence);

    /// <summary>Who follows.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The last entry that was dealt with.</summary>
    public long Sequence { get; private set; }
}
