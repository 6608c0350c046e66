using System.Globalization;

using WorthyNews.Newsroom.Staff;

namespace WorthyNews.Newsroom.Dispatches;

/// <content>When it goes out by itself, what holds it back until then, and what kept it from going.</content>
public sealed partial class Dispatch
{
    /// <summary>After so many failures of one kind it waits for a person.</summary>
    private const int MostTries = 5;

    /// <summary>When it goes out by itself; null unless that is set.</summary>
    public DateTimeOffset? PublishAt { get; private set; }

    /// <summary>The IANA zone in which the editor chose <see cref="PublishAt"/>; null when it was sent and only waits in case it is undone.</summary>
    public string? PublishAtZone { get; private set; }

    /// <summary>The revision that goes out at <see cref="PublishAt"/>; not always the newest.</summary>
    public int? ScheduledRevision { get; private set; }

    /// <summary>Before this instant nobody may publish it; null when nothing holds it.</summary>
    public DateTimeOffset? EmbargoedUntil { get; private set; }

    /// <summary>When a clock last could not publish it; null when none failed, or something was done about it since.</summary>
    public DateTimeOffset? FailedAt { get; private set; }

    /// <summary>Sentences for an editor.</summary>
    public string? Failure { get; private set; }

    /// <summary>How often a clock failed in a row.</summary>
    public int Tries { get; private set; }

    /// <summary>When a clock tries again; null when that cannot help, and a person must do something first.</summary>
    public DateTimeOffset? NextTryAt { get; private set; }

    /// <summary>It was sent, and can be undone until it goes out.</summary>
    public bool IsBeingSent => PublishAt is not null && PublishAtZone is null;

    /// <summary>Whether a clock is to publish it now. See <see cref="DispatchFilters"/> for the same question asked of all.</summary>
    public bool IsDueAt(DateTimeOffset now) => PublishAt <= now && !(EmbargoedUntil > now) && (FailedAt is null || NextTryAt <= now);

    /// <summary>Sets the minute at which a clock will publish this revision, in the place of an earlier one.</summary>
    /// <exception cref="DispatchRefusedException"><see cref="ReasonsNotToPublish"/> at that minute is not empty, or the minute has passed.</exception>
    public void Schedule(Revision revision, DateTimeOffset publishAt, string zone, Author by, DateTimeOffset now)
    {
        if (ScheduledRevision == revision.Number && PublishAt == publishAt && PublishAtZone == zone) return;
        RefuseIfAny("schedule", [.. FirstReasons(revision, publishAt), .. ApprovalReasons(revision, by), .. PastReasons(publishAt, now)]);
        ApproveAsOperator(revision, by, now);
        GoOutAt(publishAt, zone, revision);
        Record(Verb.Schedule, revision.Number, by, now);
    }

    /// <summary>Publishes it a few minutes from now, unless that is undone before.</summary>
    /// <exception cref="DispatchRefusedException"><see cref="ReasonsNotToPublish"/> is not empty.</exception>
    public void Send(Revision revision, DateTimeOffset publishAt, Author by, DateTimeOffset now)
    {
        if (IsBeingSent && ScheduledRevision == revision.Number) return;
        RefuseIfAny("publish", [.. FirstReasons(revision, now), .. ApprovalReasons(revision, by)]);
        ApproveAsOperator(revision, by, now);
        GoOutAt(publishAt, null, revision);
        Record(Verb.Send, revision.Number, by, now);
    }

    /// <summary>Takes it off the schedule, or undoes that it was sent. Nothing happens when it is not to go out by itself.</summary>
    /// <exception cref="DispatchRefusedException">It went out before.</exception>
    public void Unschedule(Author by, DateTimeOffset now)
    {
        if (Public != PublicState.NotPublic) throw Refusal("take back", ["It is public already."]);
        if (ScheduledRevision is not { } revision) return;
        // It was approved when it was put there, and is not less so now.
        ApprovedRevision ??= revision;
        (PublishAt, PublishAtZone, ScheduledRevision) = (null, null, null);
        if (State == DispatchState.Scheduled) State = IsApproved(NewestRevision) ? DispatchState.Approved : DispatchState.Draft;
        Record(Verb.Unschedule, revision, by, now);
    }

    /// <summary>Holds it back: until then no verb and no clock can make it public.</summary>
    /// <exception cref="DispatchRefusedException">The public has it already, or it is to go out before.</exception>
    public void Embargo(DateTimeOffset until, Author by, DateTimeOffset now)
    {
        if (EmbargoedUntil == until) return;
        if (Public != PublicState.NotPublic) throw Refusal("embargo", ["The public has it already."]);
        if (PublishAt < until) throw Refusal("embargo", [string.Create(CultureInfo.InvariantCulture, $"It is scheduled to go out before, at {PublishAt:yyyy-MM-dd HH:mm} UTC.")]);
        EmbargoedUntil = until;
        Record(Verb.Embargo, NewestRevision, by, now);
    }

    /// <summary>Nothing holds it back any more. What is scheduled goes out at its minute all the same.</summary>
    public void LiftEmbargo(Author by, DateTimeOffset now)
    {
        if (EmbargoedUntil is null) return;
        EmbargoedUntil = null;
        Record(Verb.LiftEmbargo, NewestRevision, by, now);
    }

    /// <summary>Keeps for the editors why a clock could not publish it.</summary>
    /// <param name="mayPass">Whether the same may go well later without anybody's help.</param>
    public void Fail(string words, bool mayPass, DateTimeOffset now)
    {
        Tries++;
        (FailedAt, Failure) = (now, words);
        // 5 s, 20 s, 80 s, 320 s: long enough for a server to come back, short enough to be news.
        NextTryAt = mayPass && Tries < MostTries ? now.AddSeconds(5 * Math.Pow(4, Tries - 1)) : null;
    }

    private void GoOutAt(DateTimeOffset publishAt, string? zone, Revision revision)
    {
        (PublishAt, PublishAtZone, ScheduledRevision) = (publishAt, zone, revision.Number);
        if (revision.Number == NewestRevision) State = DispatchState.Scheduled;
        else if (State == DispatchState.Scheduled) State = DispatchState.Draft;
    }

    private static IReadOnlyList<string> PastReasons(DateTimeOffset publishAt, DateTimeOffset now) => publishAt < now.AddMinutes(-1)
        ? [string.Create(CultureInfo.InvariantCulture, $"{publishAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC has passed.")]
        : [];
}
