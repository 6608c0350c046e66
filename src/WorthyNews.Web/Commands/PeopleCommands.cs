using System.CommandLine;
using System.Globalization;

using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Web.Access;

namespace WorthyNews.Web.Commands;

/// <summary><c>setup-link</c>, <c>users list</c> and <c>users reset NAME</c>: for whoever runs the program and cannot get in.</summary>
internal static class PeopleCommands
{
    public static IEnumerable<Command> Make(string[] settings)
    {
        var setUp = new Command("setup-link", "Print a link by which the first person sets up the desk. It works once, for 15 minutes; earlier ones end.");
        setUp.SetAction((_, cancel) => InDeskAsync(settings, SetUpAsync, cancel));

        var list = new Command("list", "Everybody who works at the desk, with roles.");
        list.SetAction((_, cancel) => InDeskAsync(settings, ListAsync, cancel));

        var name = new Argument<string>("NAME") { Description = "The user name." };
        var secondFactor = new Option<bool>("--second-factor") { Description = "The second factor is lost too: the link takes it away." };
        var reset = new Command("reset", "Print a link by which somebody chooses a new password. It works once, for an hour.") { name, secondFactor };
        reset.SetAction((parsed, cancel) => InDeskAsync(settings, (desk, _) => ResetAsync(desk, parsed.GetValue(name)!, parsed.GetValue(secondFactor), cancel), cancel));

        return [setUp, new Command("users", "The people of the desk.") { list, reset }];
    }

    /// <summary>What the first start of an empty house prints, once.</summary>
    public static string FirstWords(NewLink link) => string.Create(CultureInfo.InvariantCulture,
        $"Nobody works at the desk yet. Set it up within 15 minutes (until {link.EndsAt:HH:mm} UTC), by this link, which works once:\n\n  {link.Address.AbsoluteUri}\n\nLater, the verb setup-link prints another.");

    private static Task<int> InDeskAsync(string[] settings, Func<IServiceProvider, CancellationToken, Task<int>> verb, CancellationToken cancel) =>
        CommandLine.InHouseAsync(settings, async house =>
        {
            await using var scope = house.CreateAsyncScope();
            return await verb(scope.ServiceProvider, cancel);
        }, cancel);

    private static async Task<int> SetUpAsync(IServiceProvider desk, CancellationToken cancel)
    {
        if (await desk.GetRequiredService<DeskLinks>().ForSetUpAsync(cancel) is not { } link)
        {
            await Console.Error.WriteLineAsync("The desk is set up already. For somebody who cannot get in: users reset NAME");
            return CommandLine.Failed;
        }

        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{link.Address.AbsoluteUri}\nWorks once, until {link.EndsAt:HH:mm} UTC."));
        return CommandLine.Done;
    }

    private static async Task<int> ListAsync(IServiceProvider desk, CancellationToken cancel)
    {
        var people = await desk.GetRequiredService<NewsDb>().People.AsNoTracking().Include(p => p.Grants).OrderBy(p => p.UserName).ToListAsync(cancel);
        if (people.Count == 0) await Console.Out.WriteLineAsync("Nobody works at the desk yet: setup-link");
        foreach (var person in people)
        {
            var state = person.IsActive ? person.HasSecondFactor ? "second factor" : "password only" : "left";
            await Console.Out.WriteLineAsync($"{person.UserName}\t{person.DisplayName}\t{RoleWords.Of(person.Granted)}\t{state}");
        }

        return CommandLine.Done;
    }

    private static async Task<int> ResetAsync(IServiceProvider desk, string name, bool dropsSecondFactor, CancellationToken cancel)
    {
        var key = Person.KeyOf(name);
        if (await desk.GetRequiredService<NewsDb>().People.SingleOrDefaultAsync(p => p.UserNameKey == key, cancel) is not { } person)
        {
            await Console.Error.WriteLineAsync($"Nobody is called “{name}”. The names: users list");
            return CommandLine.Failed;
        }

        if (!person.IsActive)
        {
            await Console.Error.WriteLineAsync($"{person.UserName} has left the desk. An administrator can let people back in.");
            return CommandLine.Failed;
        }

        var link = await desk.GetRequiredService<DeskLinks>().ResetAsync(person, dropsSecondFactor, Actor.CommandLine, mayMail: false, cancel);
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{link.Address.AbsoluteUri}\nWorks once, until {link.EndsAt:HH:mm} UTC."));
        return CommandLine.Done;
    }
}
