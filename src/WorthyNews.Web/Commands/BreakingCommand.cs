using System.CommandLine;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Publishing;

namespace WorthyNews.Web.Commands;

/// <summary><c>breaking TEXT --story SLUG --hours N</c> and <c>breaking --end</c>.</summary>
internal static class BreakingCommand
{
    private const int UsualHours = 3;

    public static Command Make(string[] settings)
    {
        var text = new Argument<string?>("TEXT") { Description = "The line, in plain words.", Arity = ArgumentArity.ZeroOrOne };
        var story = new Option<string?>("--story") { Description = "The slug or address of the story it leads to; the line goes when that story is withdrawn.", HelpName = "SLUG" };
        var hours = new Option<double>("--hours") { Description = "How long it stands unless it is ended; at most 24.", HelpName = "N", DefaultValueFactory = _ => UsualHours };
        var end = new Option<bool>("--end") { Description = "End the line that stands." };
        var command = new Command("breaking", "Set or end the one breaking line on the front page.") { text, story, hours, end };
        command.Validators.Add(result =>
        {
            if (result.GetValue(end) == (result.GetValue(text) is not null)) result.AddError("Give either a TEXT or --end.");
        });
        command.SetAction((parsed, cancel) => CommandLine.InHouseAsync(settings, async house =>
        {
            var desk = house.GetRequiredService<FrontDesk>();
            if (parsed.GetValue(end)) return await EndAsync(desk, cancel);
            Guid? to = null;
            if (parsed.GetValue(story) is { } named)
            {
                if (await StoryCommands.FindAsync(house, named, cancel) is not { } dispatch) return CommandLine.Failed;
                to = dispatch.StoryId;
            }

            return await BreakAsync(desk, parsed.GetValue(text)!, to, parsed.GetValue(hours), cancel);
        }, cancel));
        return command;
    }

    private static async Task<int> BreakAsync(FrontDesk desk, string text, Guid? story, double hours, CancellationToken cancel)
    {
        try
        {
            var entry = await desk.BreakAsync(text, story, TimeSpan.FromHours(double.IsFinite(hours) ? Math.Clamp(hours, -1, 1000) : -1), cancel);
            if (entry is null) await Console.Out.WriteLineAsync("Unchanged: that line stands already.");
            else await Console.Out.WriteLineAsync($"Breaking from {entry.At:HH:mm} to {entry.FrontPage().Breaking!.Until:HH:mm} UTC: {entry.FrontPage().Breaking!.Text}");
            return CommandLine.Done;
        }
        catch (DispatchRefusedException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return CommandLine.Failed;
        }
    }

    private static async Task<int> EndAsync(FrontDesk desk, CancellationToken cancel)
    {
        var entry = await desk.EndBreakingAsync(cancel);
        await Console.Out.WriteLineAsync(entry is null ? "Unchanged: no breaking line stands." : $"Ended {entry.At:HH:mm} UTC.");
        return CommandLine.Done;
    }
}
