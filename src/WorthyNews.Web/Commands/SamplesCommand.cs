using System.CommandLine;

using WorthyNews.Newsroom.Seeding;

namespace WorthyNews.Web.Commands;

/// <summary><c>samples clear</c></summary>
internal static class SamplesCommand
{
    public static Command Make(string[] settings)
    {
        var clear = new Command("clear", "Take every sample story down and hide the invented contributors.");
        clear.SetAction((_, cancel) => CommandLine.InHouseAsync(settings, async house =>
        {
            var cleared = await house.GetRequiredService<Samples>().ClearAsync(CommandLine.By, cancel);
            await Console.Out.WriteLineAsync(cleared switch
            {
                0 => "There are no samples.",
                1 => "Cleared 1 sample story.",
                _ => $"Cleared {cleared} sample stories.",
            });
            return CommandLine.Done;
        }, cancel));
        return new Command("samples", "The sample stories of a first start.") { clear };
    }
}
