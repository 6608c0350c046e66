using WorthyNews.Newsroom.Newsstand;

namespace WorthyNews.Web.Pages.Lists;

/// <summary>The <c>before</c> of a list's address.</summary>
public static class PageCursor
{
    extension(IQueryCollection query)
    {
        /// <param name="before">Null when the address has none.</param>
        /// <returns>False when it is there and is no cursor, or is there twice.</returns>
        public bool TryGetBefore(out Cursor? before)
        {
            before = null;
            if (!query.TryGetValue("before", out var values)) return true;
            if (values is not [var one] || !Cursor.TryParse(one, null, out var cursor)) return false;
            before = cursor;
            return true;
        }
    }
}
