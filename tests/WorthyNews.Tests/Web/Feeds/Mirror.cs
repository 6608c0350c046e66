using System.Net;
using System.Text.Json;

namespace WorthyNews.Tests.Web.Feeds;

/// <summary>A copy of all that stands, kept as docs/syndication.md says.</summary>
internal sealed class Mirror(HttpClient client)
{
    private string next = "/changes";

    /// <summary>Id, and the item as it was sent.</summary>
    public Dictionary<string, JsonElement> Items { get; } = new(StringComparer.Ordinal);

    /// <summary>Id and kind of what it was told to drop and not told to take up again.</summary>
    public Dictionary<string, string> Dropped { get; } = new(StringComparer.Ordinal);

    /// <summary>When each change happened, in the order of their coming.</summary>
    public List<DateTimeOffset> Told { get; } = [];

    /// <returns>True when there was more.</returns>
    public async Task<bool> ReadAsync(int limit)
    {
        using var answer = await client.GetAsync($"{next.Split("&limit=")[0].Split("?limit=")[0]}{(next.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit={limit}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var page = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var changes = page.RootElement.GetProperty("changes");
        Assert.InRange(changes.GetArrayLength(), 0, limit);
        foreach (var change in changes.EnumerateArray())
        {
            var (id, kind) = (change.GetProperty("id").GetString()!, change.GetProperty("kind").GetString()!);
            Told.Add(change.GetProperty("when").GetDateTimeOffset());
            Items.Remove(id);
            Dropped.Remove(id);
            if (change.GetProperty("change").GetString() == "upsert") Items[id] = change.GetProperty("item").Clone();
            else Dropped[id] = kind;
        }

        next = page.RootElement.GetProperty("next").GetString()!;
        return page.RootElement.GetProperty("more").GetBoolean();
    }

    public async Task CatchUpAsync(int limit)
    {
        while (await ReadAsync(limit))
        {
        }
    }
}
