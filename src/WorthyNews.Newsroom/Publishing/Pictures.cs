using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Maps;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Publishing;

/// <summary>Keeps the pictures of stories in step with their texts, in the transaction at hand.</summary>
internal static class Pictures
{
    /// <param name="before">The key of the map that the story showed until now; null when it showed none.</param>
    public static async Task FollowAsync(NewsDb db, Story story, string? before, CancellationToken cancel)
    {
        // What was drawn shows the old headline; Imaging draws it anew for a live story.
        await db.CardPictures.Where(p => p.StoryId == story.Id).ExecuteDeleteAsync(cancel);

        await FollowFirstAsync(db, story, cancel);
        if (before is not null && before != story.Map?.Key)
            await db.Maps.Where(m => m.Key == before && !db.Stories.Any(c => c.MapKey == before)).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Of a story that showed nothing until now.</summary>
    public static async Task FollowFirstAsync(NewsDb db, Story story, CancellationToken cancel)
    {
        if (story.Map is not { } map || await db.Maps.AnyAsync(m => m.Key == map.Key, cancel)) return;
        db.Maps.Add(new DrawnMap(map.Key, DatelineMap.Of(story.Dateline)!.Svg));
        await db.SaveChangesAsync(cancel);
    }
}
