using WorthyNews.Tests.Floorplan.Reading;

namespace WorthyNews.Tests.Floorplan.Plan;

/// <summary>Rooms in the order in which they may use each other. Rooms on one landing do not use each other.</summary>
internal sealed class FloorPlan(params Room[][] landings)
{
    private readonly Room[] innermostFirst = [.. landings.SelectMany(l => l).OrderByDescending(r => r.Path.Length)];

    public IReadOnlyList<Room> Rooms => innermostFirst;

    /// <returns>Null when the file stands in no room.</returns>
    public Room? RoomOf(string file) => innermostFirst.FirstOrDefault(r => r.Holds(file));

    /// <summary>What is mentioned of a room that comes later or stands on the same landing; each a sentence.</summary>
    public IReadOnlyList<string> WrongDoors(IEnumerable<Mention> mentions) =>
        Broken(mentions, (from, to, _) => from != to && LandingOf(from) <= LandingOf(to));

    /// <summary>What outlets mention of rooms that are for staff only; each a sentence.</summary>
    public IReadOnlyList<string> StaffDoors(IEnumerable<Mention> mentions) => Broken(mentions, (from, to, name) =>
        from.Entry == Entry.Public && to.Entry == Entry.StaffOnly && !from.MayName.Any(allowed => IsOrHolds(name, allowed)));

    // The namespace of what may be named may be named too: it is written out in a using line.
    private static bool IsOrHolds(string name, string allowed) =>
        allowed == name || allowed.StartsWith(name + ".", StringComparison.Ordinal);

    private List<string> Broken(IEnumerable<Mention> mentions, Func<Room, Room, string, bool> isBroken) =>
    [
        .. mentions.Select(m => (m.File, From: RoomOf(m.File), m.Name, To: RoomOf(m.NamedFile)))
            .Where(m => m is { From: { } from, To: { } to } && isBroken(from, to, m.Name))
            .Select(m => $"`{m.File}` (room {m.From!.Name}) uses `{m.Name}` (room {m.To!.Name})")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    private int LandingOf(Room room) => Array.FindIndex(landings, l => l.Contains(room));
}
