using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Places;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Tests.Support;

/// <summary>Valid things; a test states only what differs.</summary>
public static class Sample
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public static Copy Copy(string headline = "Council At Nicaea Agrees On Creed") => new()
    {
        Headline = headline,
        Bylines = [Byline("Basil Merton", "Middle East Correspondent")],
        Dateline = Dateline("Nicaea"),
        Agency = "Worthy News",
        Bureau = "middle-east",
        Section = "church-life",
        Topics = ["councils"],
        Markdown = "The bishops agreed on a creed on Thursday.\n\n## TWO REFUSE\n\nTwo bishops would not sign it.",
    };

    public static DeskByline Byline(string name, string? role = null) => new(new Byline(name, Slug.From(name).Value, role));

    public static Dateline Dateline(params string[] places) => new([.. places.Select(p => new DatelinePlace(Slug.From(p).Value, p))]);

    public static DirectoryName Bureau(string slug, string name, string zone = "Etc/UTC") => new() { Kind = NameKind.Bureau, Slug = slug, Name = name, TimeZone = zone };
}
