namespace WorthyNews.Tests.Floorplan.Plan;

/// <summary>The rooms of src; each line may use the lines above it. A new room is one line.</summary>
internal static class HousePlan
{
    private const string Newsroom = "src/WorthyNews.Newsroom/";
    private const string Web = "src/WorthyNews.Web/";

    /// <summary>The room where drafts lie. Who opens the database of the newsroom can get there too, for that names it.</summary>
    public const string Drafts = Newsroom + "Dispatches";

    public static readonly FloorPlan Plan = new(
        [Room.Open("src/WorthyNews.Formats")],
        [Room.Open(Newsroom + "Text")],
        [Room.Open(Newsroom + "Places")],
        [Room.Open(Newsroom + "Staff")],
        [Room.Open(Newsroom + "Directory")],
        [Room.Open(Newsroom + "Maps")],
        [Room.Open(Newsroom + "Wire")],
        [Room.StaffOnly(Drafts)],
        [Room.StaffOnly(Newsroom + "Syndication")],
        [Room.StaffOnly(Newsroom + "Data")],
        [Room.Outlet(Newsroom + "Newsstand", mayName: "WorthyNews.Newsroom.Data.WireDb")],
        // The gerunds: importing publishes, seeding imports.
        [Room.StaffOnly(Newsroom + "Publishing")],
        [Room.StaffOnly(Newsroom + "Editing")],
        [Room.StaffOnly(Newsroom + "Delivering")],
        [Room.StaffOnly(Newsroom + "Imaging")],
        // What is found wrong in the feeds, and how far the wire was followed for it.
        [Room.StaffOnly(Newsroom + "Examining")],
        [Room.StaffOnly(Newsroom + "Importing")],
        [Room.StaffOnly(Newsroom + "Seeding")],
        // Copies of all of it, and the way back.
        [Room.StaffOnly(Newsroom + "Safekeeping")],
        [Room.Open(Web + "Http")],
        [Room.StaffOnly(Web + "Access")],
        // The doors; what is behind sign-in is a room of its own.
        [Room.Outlet(Web + "Pages"), Room.Outlet(Web + "Feeds"), Room.Outlet(Web + "Sitemaps"), Room.Outlet(Web + "Pictures"), Room.Outlet(Web + "Widgets")],
        [Room.Open(Web + "Pages/Desk")],
        // Sends what Feeds writes to those who asked for it.
        [Room.StaffOnly(Web + "Hub")],
        [Room.Open(Web + "Work")],
        [Room.Open(Web + "House")],
        [Room.Open(Web + "Commands")],
        [Room.Open(Web + "Program")]);
}
