using WorthyNews.Tests.Floorplan.Example.Cellar;
using WorthyNews.Tests.Floorplan.Plan;
using WorthyNews.Tests.Floorplan.Reading;

namespace WorthyNews.Tests.Floorplan;

/// <summary>The checker itself: a house of two rooms in which every door is a wrong one.</summary>
public sealed class CheckerTests
{
    private const string House = "tests/WorthyNews.Tests/Floorplan/Example/";
    private const string Attic = "WorthyNews.Tests.Floorplan.Example.Attic";
    private const string Chest = Attic + ".Chest";

    private static readonly Building Example = Building.Read(typeof(CheckerTests).Assembly);

    private static readonly FloorPlan AtticLast = new([Room.Open(House + "Cellar")], [Room.Open(House + "Attic")]);
    private static readonly FloorPlan CellarLast = new([Room.Open(House + "Attic")], [Room.Open(House + "Cellar")]);
    private static readonly FloorPlan OneLanding = new([Room.Open(House + "Attic"), Room.Open(House + "Cellar")]);

    [Theory]
    [InlineData(typeof(InAField))]
    [InlineData(typeof(InAGenericArgument))]
    [InlineData(typeof(InABase))]
    [InlineData(typeof(InASignature))]
    [InlineData(typeof(InABody))]
    [InlineData(typeof(InACast))]
    [InlineData(typeof(InAnAsyncBody))]
    [InlineData(typeof(InAnIterator))]
    [InlineData(typeof(InALambda))]
    [InlineData(typeof(InACatch))]
    [InlineData(typeof(InAnAttribute))]
    [InlineData(typeof(InAConstraint))]
    [InlineData(typeof(InAnExtension))]
    [InlineData(typeof(ThroughAnExtension))]
    public void A_wrong_door_is_seen_however_it_is_opened(Type culprit)
    {
        var mentions = Example.Mentions.Where(m => m.By == culprit.FullName);

        var doors = AtticLast.WrongDoors(mentions);

        Assert.NotEmpty(doors);
        var sentence = $"`{House}Cellar/WrongDoors.cs` (room Cellar) uses `{Attic}.";
        Assert.All(doors, d => Assert.StartsWith(sentence, d, StringComparison.Ordinal));
    }

    [Fact]
    public void A_room_uses_the_rooms_before_it()
    {
        var doors = CellarLast.WrongDoors(Example.Mentions);

        Assert.Equal([$"`{House}Attic/Chest.cs` (room Attic) uses `{typeof(LabelAttribute).FullName}` (room Cellar)"], doors);
    }

    [Fact]
    public void Rooms_on_one_landing_do_not_use_each_other()
    {
        var doors = OneLanding.WrongDoors(Example.Mentions);

        Assert.Contains(doors, d => d.Contains("(room Attic) uses", StringComparison.Ordinal));
        Assert.Contains(doors, d => d.Contains("(room Cellar) uses", StringComparison.Ordinal));
    }

    [Fact]
    public void A_constant_is_seen_where_its_room_is_written_out()
    {
        var file = House + "Cellar/OnlyWritten.cs";

        var compiled = AtticLast.WrongDoors(Example.Mentions.Where(m => m.By == typeof(OnlyWritten).FullName));
        var written = AtticLast.WrongDoors(Repository.NamesWrittenIn(file));

        Assert.Empty(compiled);
        Assert.Equal([$"`{file}` (room Cellar) uses `{Attic}` (room Attic)"], written);
    }

    [Fact]
    public void An_outlet_names_only_what_it_may_behind_the_counter()
    {
        var wall = new FloorPlan([Room.StaffOnly(House + "Attic")], [Room.Outlet(House + "Cellar")]);
        var hatch = new FloorPlan([Room.StaffOnly(House + "Attic")], [Room.Outlet(House + "Cellar", mayName: Chest)]);

        var throughTheWall = wall.StaffDoors(Example.Mentions);
        var throughTheHatch = hatch.StaffDoors(Example.Mentions);

        Assert.Contains(throughTheWall, d => d.Contains(Chest + "`", StringComparison.Ordinal));
        Assert.DoesNotContain(throughTheHatch, d => d.Contains(Chest + "`", StringComparison.Ordinal));
        Assert.Contains(throughTheHatch, d => d.Contains("ChestIsLockedException`", StringComparison.Ordinal));
        Assert.Empty(hatch.StaffDoors(Repository.NamesWrittenIn(House + "Cellar/OnlyWritten.cs")));
    }

    [Fact]
    public void A_long_way_is_a_way_too()
    {
        var way = Ways.Shortest(Example.Mentions, from: [typeof(CheckerTests).FullName!], to: [typeof(LabelAttribute).FullName!]);

        Assert.Equal([typeof(CheckerTests).FullName!, typeof(LabelAttribute).FullName!], way);
        Assert.Equal(
            [typeof(InABody).FullName!, Chest, typeof(LabelAttribute).FullName!],
            Ways.Shortest(Example.Mentions, from: [typeof(InABody).FullName!], to: [typeof(LabelAttribute).FullName!]));
        Assert.Null(Ways.Shortest(Example.Mentions, from: [typeof(LabelAttribute).FullName!], to: [Chest]));
    }

    [Fact]
    public void A_type_without_code_has_a_file() => Assert.Equal(House + "Cellar/IBox.cs", Example.Files[typeof(IBox).FullName!]);

    [Theory]
    [InlineData("/_/src/WorthyNews.Web/Feeds/FeedRoutes.cs", "src/WorthyNews.Web/Feeds/FeedRoutes.cs")]
    [InlineData(@"C:\src\news\src\WorthyNews.Web\Program.cs", "src/WorthyNews.Web/Program.cs")]
    [InlineData("/home/a/src/WorthyNews.Web/obj/Debug/Made.g.cs", null)]
    [InlineData("/home/a/elsewhere/Feed.cs", null)]
    public void A_file_is_known_wherever_it_was_compiled(string document, string? file) =>
        Assert.Equal(file, Repository.FromCompiler(document));
}
