namespace WorthyNews.Newsroom.Staff;

/// <summary>A key that protects cookies, forms and authenticators, as the platform writes it.</summary>
public sealed class ProtectionKey
{
    private ProtectionKey()
    {
    }

    public ProtectionKey(string name, string xml)
    {
        Id = Guid.NewGuid();
        Name = name;
        Xml = xml;
    }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    public string Xml { get; private set; } = "";
}
