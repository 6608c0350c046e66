namespace WorthyNews.Newsroom.Safekeeping;

/// <summary>A backup was not made, or one was not restored; the message is a sentence or more for an operator, and nothing was left behind.</summary>
public sealed class BackupRefusedException(string message, Exception? cause = null) : Exception(message, cause)
{
    public static BackupRefusedException OnPostgres() =>
        new("The house stands on PostgreSQL, which has tools of its own for this: pg_dump and pg_restore. docs/operators.md says how to call them.");
}
