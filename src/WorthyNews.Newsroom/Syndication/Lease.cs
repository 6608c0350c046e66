namespace WorthyNews.Newsroom.Syndication;

/// <summary>How long a subscription stands before it must be asked for anew.</summary>
/// <remarks>Source: WebSub, 5.1: the hub may give less or more than was asked for, and says how much.</remarks>
public static class Lease
{
    public static readonly TimeSpan Usual = TimeSpan.FromDays(10);
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <param name="seconds">What was asked for; null for what is usual.</param>
    public static TimeSpan Of(long? seconds) => seconds is not { } asked ? Usual
        : asked < Shortest.TotalSeconds ? Shortest
        : asked > Longest.TotalSeconds ? Longest
        : TimeSpan.FromSeconds(asked);
}
