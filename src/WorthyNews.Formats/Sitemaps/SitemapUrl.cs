namespace WorthyNews.Formats.Sitemaps;

/// <summary>A page that search engines may find.</summary>
/// <param name="LastChange">The last change a reader should know of; null where we do not say.</param>
public sealed record SitemapUrl(Uri Location, DateTimeOffset? LastChange = null);

/// <summary>A story of the last two days.</summary>
/// <param name="PublishedAt">The first public moment, which never moves.</param>
/// <param name="Language">BCP 47.</param>
public sealed record NewsSitemapUrl(Uri Location, string Title, string Language, DateTimeOffset PublishedAt, DateTimeOffset LastChange);
