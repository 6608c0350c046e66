using System.Globalization;

using WorthyNews.Newsroom.Staff;
using WorthyNews.Web.Http;

namespace WorthyNews.Web.Pages.Desk.Audit;

/// <summary>What is asked of the audit. Days are of UTC and count whole.</summary>
/// <param name="About">The id of what a line is about, or its kind.</param>
/// <param name="Page">1 is the newest.</param>
public sealed record AuditAsk(string? Who, string? Verb, string? About, DateOnly? From, DateOnly? To, int Page)
{
    private const int MostPages = 10_000;

    /// <returns>Null when a value cannot be read.</returns>
    public static AuditAsk? Read(IQueryCollection query)
    {
        if (!Day(query["from"], out var from) || !Day(query["to"], out var to)) return null;
        var page = 1;
        if (query.ContainsKey("page") && (!int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out page) || page is < 1 or > MostPages)) return null;
        return new AuditAsk(Text(query["who"]), Text(query["verb"]), Text(query["about"]), from, to, page);
    }

    public IQueryable<AuditLine> Of(IQueryable<AuditLine> lines)
    {
        if (Who is not null) lines = lines.Where(l => l.By == Who);
        if (Verb is not null) lines = lines.Where(l => l.Verb == Verb);
        if (About is not null) lines = lines.Where(l => l.SubjectId == About || l.SubjectKind == About);
        if (From is { } from)
        {
            var start = Start(from);
            lines = lines.Where(l => l.At >= start);
        }

        if (To is { } to && to < DateOnly.MaxValue)
        {
            var end = Start(to.AddDays(1));
            lines = lines.Where(l => l.At < end);
        }

        return lines;
    }

    /// <summary>The address of the same question about one thing.</summary>
    public string With(string about) => (this with { About = about, Page = 1 }).ToString();

    /// <summary>The address of another page.</summary>
    public string At(int page) => (this with { Page = page }).ToString();

    public override string ToString()
    {
        var parts = new List<string>();
        Add("who", Who);
        Add("verb", Verb);
        Add("about", About);
        Add("from", From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("to", To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (Page > 1) Add("page", Page.ToString(CultureInfo.InvariantCulture));
        return parts.Count == 0 ? DeskPaths.Audit : $"{DeskPaths.Audit}?{string.Join('&', parts)}";

        void Add(string name, string? value)
        {
            if (value is not null) parts.Add($"{name}={Uri.EscapeDataString(value)}");
        }
    }

    private static DateTimeOffset Start(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static bool Day(string? value, out DateOnly? day)
    {
        day = DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        return string.IsNullOrEmpty(value) || day is not null;
    }
}
