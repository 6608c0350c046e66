using System.Reflection;
using System.Xml.Linq;

using WorthyNews.Formats;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Tests.Floorplan.Plan;
using WorthyNews.Tests.Floorplan.Reading;

namespace WorthyNews.Tests.Floorplan;

/// <summary>The doors between the rooms of src, by what the compiled types mention. The plan is <see cref="HousePlan"/>.</summary>
public sealed class FloorplanTests
{
    private static readonly Assembly Formats = typeof(WorthyNews.Formats.Feeds.Feed).Assembly;
    private static readonly Assembly Newsroom = typeof(Newsstand).Assembly;
    private static readonly Building House = Building.Read(Formats, Newsroom, typeof(Program).Assembly);
    private static readonly Mention[] Written = [.. Repository.SourcesUnder("src").Where(IsCode).SelectMany(Repository.NamesWrittenIn)];

    private static FloorPlan Plan => HousePlan.Plan;

    [Fact]
    public void A_room_uses_only_rooms_before_it()
    {
        var doors = Plan.WrongDoors(House.Mentions).Concat(Plan.WrongDoors(Written));

        Rule.Holds("A room uses rooms before it in HousePlan and none after it or beside it. Move what both need up the line", doors);
    }

    [Fact]
    public void Outlets_have_no_door_to_drafts()
    {
        var doors = Plan.StaffDoors(House.Mentions).Concat(Plan.StaffDoors(Written));

        Rule.Holds("The public is shown the wire, through the Newsstand, and nothing else", doors);
    }

    [Fact]
    public void Outlets_have_no_long_way_to_drafts()
    {
        var outlets = TypesIn(room => room.Entry == Entry.Public);
        var drafts = TypesIn(room => room.Path == HousePlan.Drafts);

        var way = Ways.Shortest(House.Mentions, outlets, drafts);

        Assert.NotEmpty(outlets);
        Assert.Contains(typeof(Dispatch).FullName!, drafts);
        Assert.True(way is null, $"An outlet can reach a draft: {string.Join(" → ", way ?? [])}");
    }

    [Fact]
    public void The_formats_know_nothing_of_us()
    {
        var project = XDocument.Load(Path.Combine(Repository.Top, "src/WorthyNews.Formats/WorthyNews.Formats.csproj"));

        Assert.DoesNotContain(Formats.GetReferencedAssemblies(), a => a.Name!.StartsWith("WorthyNews", StringComparison.Ordinal));
        Assert.Empty(project.Descendants("ProjectReference"));
        Assert.Empty(project.Descendants("PackageReference"));
    }

    [Fact]
    public void The_newsroom_never_sees_a_request() =>
        Assert.DoesNotContain(
            Newsroom.GetReferencedAssemblies(),
            a => a.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    [Fact]
    public void Every_folder_is_a_room_on_the_plan()
    {
        var files = Repository.SourcesUnder("src").Where(IsCode)
            .Concat(House.Files.Where(t => t.Key.StartsWith("WorthyNews", StringComparison.Ordinal)).Select(t => t.Value));

        var homeless = files.Where(f => Plan.RoomOf(f) is null).Select(f => $"`{f}` stands in no room: add one line to HousePlan");

        Rule.Holds("Every folder, and every file beside the folders, is a room", homeless);
    }

    [Fact]
    public void Every_room_on_the_plan_was_read()
    {
        var read = House.Files.Values.Select(Plan.RoomOf).OfType<Room>();
        var files = Repository.SourcesUnder("src").Where(IsCode).ToList();

        var empty = Plan.Rooms.Except(read).Where(r => files.Exists(r.Holds))
            .Select(r => $"`{r.Path}` has files, and no type of them was found");

        Rule.Holds("The checker reads every room", empty);
    }

    private static List<string> TypesIn(Func<Room, bool> rooms) =>
        [.. House.Files.Where(t => Plan.RoomOf(t.Value) is { } room && rooms(room)).Select(t => t.Key)];

    private static bool IsCode(string file) => Path.GetExtension(file) is ".cs" or ".cshtml";
}
