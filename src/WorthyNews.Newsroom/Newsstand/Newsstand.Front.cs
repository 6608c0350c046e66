using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Newsstand;

/// <summary>The breaking line as readers see it.</summary>
/// <param name="Address">Of its story; null while there is none.</param>
public sealed record Breaking(string Text, string? Address, DateTimeOffset At);

public sealed partial class Newsstand
{
    /// <summary>The breaking line that stands at this instant. Null when there is none, when it is over, and when its story was withdrawn.</summary>
    public async Task<Breaking?> BreakingAsync(DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var newest = await db.WireEntries.Where(e => e.Kind == WireKind.FrontChanged).OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(cancel);
        if (newest?.FrontPage().Breaking is not { } line || line.Until <= now) return null;
        if (line.StoryId is not { } story) return new Breaking(line.Text, null, line.At);
        var address = await db.Stories.Live().Where(c => c.StoryId == story).Select(c => c.Address).SingleOrDefaultAsync(cancel);
        return address is null ? null : new Breaking(line.Text, address, line.At);
    }
}
