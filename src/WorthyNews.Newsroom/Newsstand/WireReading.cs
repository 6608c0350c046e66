using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;

namespace WorthyNews.Newsroom.Newsstand;

/// <summary>The one way to the database from here: who opens it says what is read, for the page that it is read for.</summary>
internal static class WireReading
{
    extension(IDbContextFactory<WireDb> contexts)
    {
        /// <param name="tags">Of <see cref="WireTags"/>; the stories that are read are noted beside them.</param>
        public Task<WireDb> OpenAsync(CancellationToken cancel, params ReadOnlySpan<string> tags)
        {
            Ingredients.Note(tags);
            return contexts.CreateDbContextAsync(cancel);
        }

        /// <summary>For what tells something of stories without naming them.</summary>
        public Task<WireDb> OpenVaguelyAsync(CancellationToken cancel, params ReadOnlySpan<string> tags)
        {
            Ingredients.NoteVaguely(tags);
            return contexts.CreateDbContextAsync(cancel);
        }
    }
}
