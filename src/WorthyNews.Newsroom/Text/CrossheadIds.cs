namespace WorthyNews.Newsroom.Text;

/// <summary>Names the crossheads of one body, in their order, so that a link can lead to each. One for each body.</summary>
internal sealed class CrossheadIds
{
    /// <summary>Sets the names apart from those a page gives to its own parts.</summary>
    private const string Prefix = "h-";

    private readonly Dictionary<string, int> taken = new(StringComparer.Ordinal);     // how often each was asked for

    public string Next(Crosshead crosshead)
    {
        var slug = Prefix + Slug.From(BlockText.Of(crosshead.Text)).Value;
        var number = taken.GetValueOrDefault(slug);
        string id;
        do id = ++number == 1 ? slug : $"{slug}-{number}"; while (number > 1 && taken.ContainsKey(id));
        taken[slug] = number;
        if (number > 1) taken[id] = 1;
        return id;
    }
}
