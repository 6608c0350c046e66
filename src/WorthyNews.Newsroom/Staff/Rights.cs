namespace WorthyNews.Newsroom.Staff;

/// <summary>What somebody is at the desk. The names are stored for ever: never rename one.</summary>
public enum Role
{
    /// <summary>Writes and submits.</summary>
    Correspondent,

    /// <summary>Also reviews, publishes, schedules, updates and corrects.</summary>
    Editor,

    /// <summary>Also retracts, kills, reinstates, lifts embargoes and arranges the front.</summary>
    Chief,

    /// <summary>People, directory, settings and the audit. Reads no dispatch by it.</summary>
    Administrator,
}

/// <summary>What can be asked for at the desk.</summary>
public enum DeskVerb
{
    /// <summary>See a dispatch, with its revisions and notes.</summary>
    See,
    Write,
    Submit,
    Review,
    Publish,
    Schedule,
    Update,
    Correct,
    Retract,
    Kill,
    Reinstate,

    /// <summary>Lift an embargo before its minute, or set an earlier one in its place.</summary>
    LiftEmbargo,

    /// <summary>Arrange the front and set the breaking line. Of the whole house.</summary>
    Front,

    /// <summary>Invite, grant, end. Of the whole house, as are the three below.</summary>
    People,
    Directory,
    Settings,
    Audit,
}

/// <summary>A role, in one bureau or in all.</summary>
/// <param name="Bureau">The slug; null for all bureaus, those still to come among them.</param>
public sealed record GrantedRole(Role Role, string? Bureau = null)
{
    /// <summary>An administrator is one of the whole house.</summary>
    public string? Bureau { get; init; } = Role == Role.Administrator ? null : Bureau;
}

/// <summary>Who may do what. The only place that knows.</summary>
public static class Rights
{
    extension(IReadOnlyCollection<GrantedRole> granted)
    {
        /// <param name="bureau">Of the dispatch; null for one that has none yet. Not asked for verbs of the whole house.</param>
        /// <param name="isOwn">Whether it is a dispatch that this person began.</param>
        public bool May(DeskVerb verb, string? bureau, bool isOwn = false)
        {
            if (IsOfTheHouse(verb)) return granted.MaySomewhere(verb);
            // What somebody began stays in his hands, wherever it was moved, while he writes for us at all.
            if (isOwn && verb <= DeskVerb.Submit && granted.MaySomewhere(verb)) return true;
            return granted.Any(g => Holds(g.Role, verb) && (g.Bureau is null || g.Bureau == bureau));
        }

        /// <summary>Whether there is any bureau, or any dispatch of one's own, for which it may be asked.</summary>
        public bool MaySomewhere(DeskVerb verb) => granted.Any(g => Holds(g.Role, verb));

        /// <summary>The slugs of the bureaus whose dispatches are seen, sorted; null for all bureaus. Dispatches without a bureau are seen with all, and by who began them.</summary>
        public IReadOnlyList<string>? SeenBureaus()
        {
            var seeing = granted.Where(g => Holds(g.Role, DeskVerb.See)).ToList();
            return seeing.Exists(g => g.Bureau is null) ? null : [.. seeing.Select(g => g.Bureau!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        }

        /// <summary>Who can take a story down, or let people in, needs more than a password.</summary>
        public bool AskForASecondFactor() => granted.Any(g => g.Role is Role.Chief or Role.Administrator);
    }

    /// <summary>Whether somebody else must approve a text than who asks.</summary>
    /// <param name="wroteItAlone">Nobody else saved any of it since something of the dispatch was last approved.</param>
    /// <param name="secondApproves">As the desk of the bureau is set: always, never, or (null) where there is one.</param>
    /// <param name="approvers">How many people may review for the bureau.</param>
    public static bool AskForAnother(bool wroteItAlone, bool? secondApproves, int approvers) => wroteItAlone && (secondApproves ?? approvers > 1);

    private static bool Holds(Role role, DeskVerb verb) => verb switch
    {
        DeskVerb.See or DeskVerb.Write or DeskVerb.Submit => role is Role.Correspondent or Role.Editor or Role.Chief,
        DeskVerb.Review or DeskVerb.Publish or DeskVerb.Schedule or DeskVerb.Update or DeskVerb.Correct => role is Role.Editor or Role.Chief,
        DeskVerb.Retract or DeskVerb.Kill or DeskVerb.Reinstate or DeskVerb.LiftEmbargo or DeskVerb.Front => role == Role.Chief,
        DeskVerb.People or DeskVerb.Directory or DeskVerb.Settings or DeskVerb.Audit => role == Role.Administrator,
        _ => false,
    };

    private static bool IsOfTheHouse(DeskVerb verb) => verb >= DeskVerb.Front;
}
