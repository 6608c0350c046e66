using WorthyNews.Newsroom.Dispatches;

namespace WorthyNews.Web.Pages.Desk.Dispatches;

/// <summary>How a dispatch stands: a word, and the class that repeats it in color.</summary>
public sealed record StateSign(string Class, string Words)
{
    public static StateSign Of(Dispatch dispatch) => dispatch switch
    {
        { FailedAt: not null } => new("wrong", "Failed"),
        { Public: PublicState.Killed } => new("wrong", "Killed"),
        { Public: PublicState.Retracted } => new("wrong", "Retracted"),
        { CorrectionAskedAt: not null } => new("wrong", "Correction open"),
        { IsBeingSent: true } => new("due", "Being sent"),
        { PublishAt: not null } => new("due", "Scheduled"),
        { State: DispatchState.InReview, Public: PublicState.Live } => new("review", "Live, in review again"),
        { State: DispatchState.InReview } => new("review", "In review"),
        { State: DispatchState.SentBack } => new("draft", "Sent back"),
        { State: DispatchState.Approved, Public: PublicState.Live } => new("due", "Live, approved anew"),
        { State: DispatchState.Approved } => new("due", "Approved"),
        { Public: PublicState.Live, State: DispatchState.Done } => new("live", dispatch.PublicVersion > 1 ? $"Live, version {dispatch.PublicVersion}" : "Live"),
        { Public: PublicState.Live } => new("live", "Live, being worked on"),
        _ => new("draft", "Draft"),
    };
}

/// <summary>Acts in the past, as the record reads.</summary>
public static class ActWords
{
    public static string Did(Verb verb) => verb switch
    {
        Verb.Save => "saved",
        Verb.Restore => "restored an older text",
        Verb.Submit => "submitted",
        Verb.SendBack => "sent back",
        Verb.Approve => "approved",
        Verb.Assign => "put it in other hands",
        Verb.Embargo => "set an embargo",
        Verb.LiftEmbargo => "lifted the embargo",
        Verb.Watch => "added to the watch-list",
        Verb.Unwatch => "took off the watch-list",
        Verb.Schedule => "scheduled",
        Verb.Send => "sent",
        Verb.Unschedule => "took off the schedule",
        Verb.Publish => "published",
        Verb.Update => "updated",
        Verb.Mend => "mended a slip",
        Verb.AskCorrection => "asked for a correction",
        Verb.DropCorrection => "dropped the correction",
        Verb.Correct => "corrected",
        Verb.Retract => "retracted",
        Verb.Kill => "killed",
        Verb.Reinstate => "reinstated",
        _ => verb.ToString(),
    };
}
