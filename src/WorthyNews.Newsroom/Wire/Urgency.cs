namespace WorthyNews.Newsroom.Wire;

/// <summary>How soon a story should be seen. Says nothing of the breaking line, which the desk sets by itself. The names are stored for ever.</summary>
public enum Urgency
{
    /// <summary>Stands by its time: the newest leads.</summary>
    Normal,

    /// <summary>Leads before what comes in the four hours after it.</summary>
    Urgent,

    /// <summary>Leads before what comes in the twelve hours after it, and before what is only urgent for eight.</summary>
    Breaking,
}

public static class HeadStarts
{
    extension(Urgency urgency)
    {
        /// <summary>How much younger than it is a story counts on the front page.</summary>
        /// <remarks>A head start is used up by itself as news comes in; on a night without news the urgent story goes on leading. See docs/decisions/0050.</remarks>
        public TimeSpan HeadStart => urgency switch
        {
            Urgency.Normal => TimeSpan.Zero,
            Urgency.Urgent => TimeSpan.FromHours(4),
            Urgency.Breaking => TimeSpan.FromHours(12),
            _ => throw new ArgumentOutOfRangeException(nameof(urgency)),
        };
    }
}
