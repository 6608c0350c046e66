using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Syndication;

namespace WorthyNews.Newsroom.Data.Tables;

/// <summary>Who takes what we publish, and what is wrong with what they get. No outlet's context has them.</summary>
internal static class SyndicationTables
{
    private const int Hash = 64;

    /// <summary>A feed with its options.</summary>
    private const int Topic = 200;

    public static void Apply(ModelBuilder model)
    {
        model.Entity<Subscription>(subscription =>
        {
            subscription.ToTable("Subscriptions");
            subscription.HasKey(s => s.Key);
            subscription.Property(s => s.Key).HasMaxLength(Hash);
            subscription.Property(s => s.Callback).HasMaxLength(Callback.MaxChars);
            subscription.Property(s => s.Host).HasMaxLength(Callback.MaxChars);
            subscription.Property(s => s.Topic).HasMaxLength(Topic);
            subscription.Property(s => s.Of).HasMaxLength(Topic);
            subscription.Property(s => s.Secret).HasMaxLength(SubscriptionRequest.SecretBytesBelow);
            subscription.Property(s => s.Tag).HasMaxLength(Hash);
            subscription.Ignore(s => s.IsOfEverything);
            // Who has not been told of everything: mostly nobody.
            subscription.HasIndex(s => s.Cursor);
            subscription.HasIndex(s => s.EndsAt);
            subscription.HasIndex(s => s.Host);     // how many of one machine there are
        });

        model.Entity<SubscriptionRequest>(request =>
        {
            request.ToTable("SubscriptionRequests");
            request.HasKey(r => r.Key);
            request.Property(r => r.Key).HasMaxLength(Hash);
            request.Property(r => r.Callback).HasMaxLength(Callback.MaxChars);
            request.Property(r => r.Host).HasMaxLength(Callback.MaxChars);
            request.Property(r => r.Topic).HasMaxLength(Topic);
            request.Property(r => r.Of).HasMaxLength(Topic);
            request.Property(r => r.Secret).HasMaxLength(SubscriptionRequest.SecretBytesBelow);
            request.Property(r => r.Challenge).HasMaxLength(Hash);
            request.Ignore(r => r.IsForTheEnd);
            request.HasIndex(r => r.NextTryAt);
            request.HasIndex(r => r.Host);
        });

        model.Entity<StandingFault>(fault =>
        {
            fault.ToTable("FeedFaults");
            fault.Property(f => f.Feed).HasMaxLength(StandingFault.MaxFeedChars);
            fault.Property(f => f.Item).HasMaxLength(StandingFault.MaxItemChars);
            fault.Property(f => f.What).HasMaxLength(StandingFault.MaxWhatChars);
            fault.HasIndex(f => f.Feed);
        });

        model.Entity<WireTail>(tail =>
        {
            tail.ToTable("WireTails");
            tail.HasKey(t => t.Name);
            tail.Property(t => t.Name).HasMaxLength(Columns.Key);
        });
    }
}
