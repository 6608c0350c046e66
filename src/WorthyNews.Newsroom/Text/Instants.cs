namespace WorthyNews.Newsroom.Text;

/// <summary>Instants as the house keeps them: UTC, whole milliseconds, because both databases hold those exactly.</summary>
public static class Instants
{
    extension(DateTimeOffset instant)
    {
        /// <summary>The same instant in UTC, cut (never rounded up) to the millisecond.</summary>
        public DateTimeOffset Kept() =>
            new(instant.UtcTicks - instant.UtcTicks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
    }

    extension(TimeProvider time)
    {
        /// <summary>Now, as it would come back from the database.</summary>
        public DateTimeOffset Now() => time.GetUtcNow().Kept();
    }
}
