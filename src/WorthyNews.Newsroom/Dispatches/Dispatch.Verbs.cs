using System.Globalization;

using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Dispatches;

/// <content>The verbs that readers notice. Each returns the entry to append in the transaction that saves the dispatch, or null when there is nothing to do.</content>
public sealed partial class Dispatch
{
    /// <summary>What a revision lacks to be read by the public; empty when it lacks nothing.</summary>
    public static IReadOnlyList<string> ReasonsNotToPrint(Revision revision)
    {
        var copy = revision.Copy;
        var reasons = new List<string>();
        if (SaysNothing(copy.Headline)) reasons.Add("It has no headline.");
        if (copy.Headline.Length > Copy.MaxHeadlineChars) reasons.Add($"Its headline is longer than {Copy.MaxHeadlineChars} characters.");
        if (copy.Standfirst?.Length > Copy.MaxStandfirstChars) reasons.Add($"Its standfirst is longer than {Copy.MaxStandfirstChars} characters.");
        if (copy.Bylines.Count == 0) reasons.Add("It has no byline.");
        if (copy.Language.Length == 0) reasons.Add("It does not say its language.");
        else if (!LanguageTag.IsValid(copy.Language)) reasons.Add($"“{copy.Language}” is not a language tag such as “en” or “pt-BR”.");
        if (copy.Slug is { } slug && !Text.Slug.TryParse(slug, null, out _)) reasons.Add($"“{slug}” cannot be part of an address: use a–z, 0–9 and single hyphens.");

        var problems = MarkdownReader.Read(copy.Markdown).Problems;
        reasons.AddRange(problems.Select(p => $"Line {p.Line} of its text: {p.Message}"));
        if (problems.Count == 0 && revision.Body.Count == 0) reasons.Add("It has no text.");
        return reasons;
    }

    /// <summary>Why this revision cannot go on the wire for the first time; empty when it can.</summary>
    public IReadOnlyList<string> ReasonsNotToPublish(Revision revision, DateTimeOffset now) => [.. FirstReasons(revision, now), .. ApprovalReasons(revision.Number)];

    /// <summary>Why this revision cannot take the place of what is public; empty when it can.</summary>
    public IReadOnlyList<string> ReasonsNotToUpdate(Revision revision) =>
        [.. ReasonsNotToTouch(), .. AgeReasons(revision), .. GoOutReasons(revision), .. ApprovalReasons(revision.Number)];

    /// <summary>What keeps this text from the public, whoever wants to publish it.</summary>
    private List<string> GoOutReasons(Revision revision) => [.. ReasonsNotToPrint(revision), .. WatchList.Reasons(revision.Copy, revision.Body, watched)];

    private List<string> FirstReasons(Revision revision, DateTimeOffset now)
    {
        var reasons = GoOutReasons(revision);
        if (EmbargoedUntil > now) reasons.Add(string.Create(CultureInfo.InvariantCulture, $"It is embargoed until {EmbargoedUntil:yyyy-MM-dd HH:mm} UTC."));
        if (Public == PublicState.Live) reasons.Add("It is public already. Update or correct it.");
        if (Public == PublicState.Retracted) reasons.Add("It was retracted. Only a reinstatement brings it back.");
        if (Public == PublicState.Killed) reasons.Add("It was killed. Only a reinstatement brings it back.");
        return reasons;
    }

    /// <summary>Why a verb that needs a story with its text on the wire cannot be done; empty when it can.</summary>
    public IReadOnlyList<string> ReasonsNotToTouch() => Public switch
    {
        PublicState.NotPublic => ["It was never published."],
        PublicState.Retracted => ["It was retracted. Only a reinstatement brings it back."],
        PublicState.Killed => ["It was killed. Only a reinstatement brings it back."],
        _ => [],
    };

    /// <summary>Puts a revision on the wire for the first time.</summary>
    /// <param name="address">A path that no other story has or had.</param>
    /// <param name="publishedAt">The first public moment as readers are told it, not after <paramref name="now"/>; earlier for copy that ran elsewhere before.</param>
    /// <exception cref="DispatchRefusedException"><see cref="ReasonsNotToPublish"/> is not empty.</exception>
    public WireEntry? Publish(Revision revision, string address, DateTimeOffset publishedAt, Author by, DateTimeOffset now)
    {
        if (Public == PublicState.Live && PublicRevision == revision.Number) return null;
        RefuseIfAny("publish", [.. FirstReasons(revision, now), .. ApprovalReasons(revision, by)]);
        ApproveAsOperator(revision, by, now);
        (PublishedAt, UpdatedAt) = (publishedAt, publishedAt);
        StandAt(address);
        Record(Verb.Publish, revision.Number, by, now);
        return Print(WireKind.Published, revision, now);
    }

    /// <summary>Puts new facts in the place of the old text.</summary>
    /// <param name="address">Its present path, or a new one when the desk gave it another slug; the old one leads here for ever.</param>
    /// <exception cref="DispatchRefusedException">It is not live, or the revision cannot be printed.</exception>
    public WireEntry? Update(Revision revision, string address, Author by, DateTimeOffset now)
    {
        if (Public == PublicState.Live && PublicRevision == revision.Number) return null;
        RefuseIfAny("update", [.. ReasonsNotToTouch(), .. AgeReasons(revision), .. GoOutReasons(revision), .. ApprovalReasons(revision, by)]);
        ApproveAsOperator(revision, by, now);
        UpdatedAt = now;
        StandAt(address);
        Record(Verb.Update, revision.Number, by, now);
        return Print(WireKind.Updated, revision, now);
    }

    /// <summary>Says in public what was wrong, with the text that is right. The same notice on the same revision again is nothing new.</summary>
    /// <param name="address">As for <see cref="Update"/>.</param>
    /// <exception cref="DispatchRefusedException">It is not live, the notice is empty, or the revision cannot be printed.</exception>
    public WireEntry? Correct(Revision revision, string address, string notice, Author by, DateTimeOffset now)
    {
        notice = CleanText.Line(notice);
        if (Public == PublicState.Live && PublicRevision == revision.Number
            && Notices.Any(n => n.Kind == WireKind.Corrected && n.Text == notice)) return null;
        RefuseIfAny("correct", [.. ReasonsNotToTouch(), .. AgeReasons(revision), .. NoticeReasons(notice), .. GoOutReasons(revision), .. ApprovalReasons(revision, by)]);
        ApproveAsOperator(revision, by, now);
        UpdatedAt = now;
        CorrectionAskedAt = null;
        StandAt(address);
        Notices = [new Notice(WireKind.Corrected, notice, now, PublicVersion + 1), .. Notices];
        Record(Verb.Correct, revision.Number, by, now, notice);
        return Print(WireKind.Corrected, revision, now);
    }

    /// <summary>Withdraws the text; its address keeps the notice. Said again in other words, it puts those in the place of the old.</summary>
    /// <exception cref="DispatchRefusedException">It was never published or is killed, or the notice is empty.</exception>
    public WireEntry? Retract(string notice, Author by, DateTimeOffset now)
    {
        notice = CleanText.Line(notice);
        if (Public == PublicState.Retracted && WithdrawalNotice == notice) return null;
        RefuseIfAny("retract", [.. Public == PublicState.Retracted ? [] : ReasonsNotToTouch(), .. NoticeReasons(notice)]);
        Record(Verb.Retract, PublicRevision, by, now, notice);
        return Withdraw(WireKind.Retracted, notice, now);
    }

    /// <summary>Orders every outlet to drop it now. Said again in other words, it puts those in the place of the old.</summary>
    /// <param name="reason">Private: never leaves the desk.</param>
    /// <exception cref="DispatchRefusedException">It was never published, or a text is empty.</exception>
    public WireEntry? Kill(string notice, string reason, Author by, DateTimeOffset now)
    {
        notice = CleanText.Line(notice);
        reason = CleanText.Line(reason);
        if (Public == PublicState.Killed && WithdrawalNotice == notice) return null;
        var reasons = new List<string>(NoticeReasons(notice));
        if (Public == PublicState.NotPublic) reasons.Add("It was never published.");
        if (SaysNothing(reason)) reasons.Add("A kill needs a reason for the desk's own record.");
        RefuseIfAny("kill", reasons);
        Record(Verb.Kill, PublicRevision, by, now, notice, reason);
        return Withdraw(WireKind.Killed, notice, now);
    }

    /// <summary>Brings a retracted or killed story back, as it was when the public last had it.</summary>
    /// <exception cref="DispatchRefusedException">It was never published, or the notice is empty.</exception>
    public WireEntry? Reinstate(string notice, Author by, DateTimeOffset now)
    {
        if (Public == PublicState.Live) return null;
        notice = CleanText.Line(notice);
        var reasons = new List<string>(NoticeReasons(notice));
        if (Public == PublicState.NotPublic) reasons.Add("It was never published.");
        RefuseIfAny("reinstate", reasons);
        var revision = Revision(PublicRevision!.Value);
        RefuseIfAny("reinstate", WatchList.Reasons(revision.Copy, revision.Body, watched));
        UpdatedAt = now;
        Notices = [new Notice(WireKind.Reinstated, notice, now, PublicVersion + 1), .. Notices];
        Record(Verb.Reinstate, revision.Number, by, now, notice);
        return Print(WireKind.Reinstated, revision, now);
    }

    private IReadOnlyList<string> AgeReasons(Revision revision) =>
        revision.Number < PublicRevision ? [$"Revision {PublicRevision} is public, which is newer than revision {revision.Number}."] : [];

    /// <summary>Signs that nobody can see are no words.</summary>
    private static bool SaysNothing(string text) => !text.Any(char.IsLetterOrDigit);

    private IReadOnlyList<string> NoticeReasons(string notice) => notice switch
    {
        _ when SaysNothing(notice) => ["It needs a notice that tells readers what happened."],
        { Length: > Copy.MaxNoteChars } => [$"Its notice is longer than {Copy.MaxNoteChars} characters."],
        _ when WatchList.StandsIn(notice, watched) => [WatchList.Sentence("notice")],
        _ => [],
    };

    private void StandAt(string address) => (Address, Slug) = (address, address[(address.LastIndexOf('/') + 1)..]);

    private WireEntry Print(WireKind kind, Revision revision, DateTimeOffset now)
    {
        PublicVersion++;
        (Public, PublicRevision) = (PublicState.Live, revision.Number);
        // What is saved since goes on; what only waited for this moment does not.
        if (revision.Number == NewestRevision) State = DispatchState.Done;
        else if (State == DispatchState.Scheduled) State = DispatchState.Draft;
        (PublishAt, PublishAtZone, ScheduledRevision) = (null, null, null);
        return WireEntry.Of(kind, StoryFrom(revision), now);
    }

    private WireEntry Withdraw(WireKind kind, string text, DateTimeOffset now)
    {
        PublicVersion++;
        UpdatedAt = now;
        CorrectionAskedAt = null;
        WithdrawalNotice = text;
        var state = kind == WireKind.Killed ? StoryState.Killed : StoryState.Retracted;
        Public = kind == WireKind.Killed ? PublicState.Killed : PublicState.Retracted;
        var notice = new Notice(kind, text, now, PublicVersion);
        return WireEntry.Of(kind, StoryFrom(Revision(PublicRevision!.Value)).Withdrawn(state, PublicVersion, notice, now), now);
    }

    /// <summary>A revision as readers would see it now; nothing goes on the wire.</summary>
    /// <remarks>A story that has no address yet is given the one it would have today.</remarks>
    public Story Proof(Revision revision, DateTimeOffset now) => StoryFrom(revision) with
    {
        Version = PublicVersion + 1,
        Address = Address ?? now.UtcDateTime.ToString("/yyyy/MM/dd/", CultureInfo.InvariantCulture) + revision.Copy.AddressSlug.Value,
        PublishedAt = PublishedAt ?? now,
        UpdatedAt = PublishedAt is null ? now : UpdatedAt ?? now,
    };

    /// <summary>The same of a text that is being typed.</summary>
    public Story Proof(Copy typed, Author by, DateTimeOffset now) => Proof(new Revision(Id, NewestRevision + 1, NewestRevision, typed, by, now), now);

    /// <summary>Only what is named here leaves the desk.</summary>
    private Story StoryFrom(Revision revision) => new()
    {
        Id = StoryId,
        Version = PublicVersion,
        State = StoryState.Live,
        Address = Address ?? "",
        Kicker = revision.Copy.Kicker,
        Headline = revision.Copy.Headline,
        Standfirst = revision.Copy.Standfirst,
        Bylines = [.. revision.Copy.Bylines.Select(b => b.Printed)],
        Dateline = revision.Copy.Dateline,
        Agency = revision.Copy.Agency,
        Bureau = revision.Copy.Bureau,
        Section = revision.Copy.Section,
        Topics = revision.Copy.Topics,
        Language = revision.Copy.Language,
        TranslationOf = revision.Copy.TranslationOf == StoryId ? null : revision.Copy.TranslationOf,     // a file may name itself
        Map = StoryMap.Of(revision.Copy.Dateline),
        Urgency = revision.Copy.Urgency,
        Sensitive = revision.Copy.Sensitive,
        MaySyndicate = revision.Copy.MaySyndicate,
        Sample = revision.Copy.Sample,
        Body = revision.Body,
        PublishedAt = PublishedAt ?? CreatedAt,
        UpdatedAt = UpdatedAt ?? CreatedAt,
        Notices = Notices,
    };
}
