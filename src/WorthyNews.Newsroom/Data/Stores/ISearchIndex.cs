using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Data.Stores;

/// <summary>The words of the live stories, as each database can look them up. They are folded by us, so both find the same.</summary>
public interface ISearchIndex
{
    /// <summary>Within the transaction at hand: the words of a story whose row is saved; those it had before are gone.</summary>
    Task PutAsync(DatabaseFacade database, long key, SearchFields fields, CancellationToken cancel);

    /// <summary>Within the transaction at hand: no word of it stays readable. Called before its row goes.</summary>
    Task RemoveAsync(DatabaseFacade database, long key, CancellationToken cancel);

    /// <summary>The newest that have what is asked, newest first, at most so many.</summary>
    Task<List<SearchHit>> FindAsync(DatabaseFacade database, SearchAsk ask, int max, CancellationToken cancel);
}

public static class SearchIndex
{
    private static readonly SqliteSearchIndex Sqlite = new();
    private static readonly PostgresSearchIndex Postgres = new();

    /// <summary>That of the database which the context is open on.</summary>
    public static ISearchIndex Of(DatabaseFacade database) => database.IsSqlite() ? Sqlite : Postgres;
}
