using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Staff;

namespace WorthyNews.Newsroom.Data;

/// <summary>Writes into the audit what was done to a dispatch, in the transaction that does it: both are kept or neither.</summary>
public static class DispatchAudit
{
    extension(NewsDb db)
    {
        /// <summary>A line for each act since the dispatch was loaded, or made. It tells the verb and the revision, and no word of a text, a notice or a reason.</summary>
        public void Audit(Dispatch dispatch, Author by)
        {
            if (by.Actor is not { } actor) return;
            foreach (var act in dispatch.Acts)
                db.AuditLines.Add(actor.Did(Done(act.Verb), AuditSubject.Dispatch(dispatch.Id), act.At, act.Revision is { } number ? $"revision {number}" : null));
        }

        /// <summary>The same for what the record of the dispatch does not hold.</summary>
        /// <inheritdoc cref="Actor.Did"/>
        public void Audit(Guid dispatchId, string verb, Author by, DateTimeOffset now, string? words = null)
        {
            if (by.Actor is { } actor) db.AuditLines.Add(actor.Did(verb, AuditSubject.Dispatch(dispatchId), now, words));
        }
    }

    private static string Done(Verb verb) => verb switch
    {
        Verb.Save => "saved",
        Verb.Restore => "restored",
        Verb.Submit => "submitted",
        Verb.SendBack => "sent-back",
        Verb.Approve => "approved",
        Verb.Assign => "assigned",
        Verb.Embargo => "embargoed",
        Verb.LiftEmbargo => "lifted-embargo",
        Verb.Watch => "watched",
        Verb.Unwatch => "unwatched",
        Verb.Schedule => "scheduled",
        Verb.Send => "sent",
        Verb.Unschedule => "unscheduled",
        Verb.Publish => "published",
        Verb.Update => "updated",
        Verb.Mend => "mended",
        Verb.AskCorrection => "asked-correction",
        Verb.DropCorrection => "dropped-correction",
        Verb.Correct => "corrected",
        Verb.Retract => "retracted",
        Verb.Kill => "killed",
        Verb.Reinstate => "reinstated",
        _ => throw new ArgumentOutOfRangeException(nameof(verb)),
    };
}
