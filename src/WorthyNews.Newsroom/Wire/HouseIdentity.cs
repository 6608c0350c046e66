namespace WorthyNews.Newsroom.Wire;

/// <summary>Which house this is, whatever it is called and wherever it stands. Made with its database, and goes with it.</summary>
public sealed class HouseIdentity
{
    private HouseIdentity()
    {
    }

    /// <summary>Always 1: there is one.</summary>
    public int Key { get; private set; }

    /// <summary>Random.</summary>
    public Guid Id { get; private set; }
}
