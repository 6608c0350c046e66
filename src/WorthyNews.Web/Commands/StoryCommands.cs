using System.CommandLine;

using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Publishing;
using WorthyNews.Web.Http;

namespace WorthyNews.Web.Commands;

/// <summary><c>correct</c>, <c>retract</c>, <c>kill</c> and <c>reinstate SLUG --notice TEXT</c>.</summary>
internal static class StoryCommands
{
    private const string Return = "reinstate";

    private delegate Task<Outcome> StoryVerb(PublishingDesk desk, Dispatch dispatch, string notice, string reason, CancellationToken cancel);

    public static IEnumerable<Command> Make(string[] settings)
    {
        yield return Verb(settings, "correct", "Say in public what was wrong; the newest revision goes out as the right text.", hasReason: false,
            (desk, dispatch, notice, _, cancel) => desk.CorrectAsync(dispatch.Id, dispatch.NewestRevision, notice, CommandLine.By, cancel));
        yield return Verb(settings, "retract", "Withdraw a story's text; its address keeps the notice.", hasReason: false,
            (desk, dispatch, notice, _, cancel) => desk.RetractAsync(dispatch.Id, notice, CommandLine.By, cancel));
        yield return Verb(settings, "kill", "Order every outlet to drop a story now; its address answers 410 with the notice.", hasReason: true,
            (desk, dispatch, notice, reason, cancel) => desk.KillAsync(dispatch.Id, notice, reason, CommandLine.By, cancel));
        yield return Verb(settings, Return, "Bring a retracted or killed story back.", hasReason: false,
            (desk, dispatch, notice, _, cancel) => desk.ReinstateAsync(dispatch.Id, notice, CommandLine.By, cancel));
    }

    private static Command Verb(string[] settings, string name, string description, bool hasReason, StoryVerb verb)
    {
        var slug = new Argument<string>("SLUG") { Description = "The slug of the story, or its address (/2026/11/23/slug, with or without the host)." };
        var notice = new Option<string>("--notice") { Description = "What readers are told.", HelpName = "TEXT", Required = true };
        var reason = new Option<string>("--reason") { Description = "Why, for the desk's own record; never public.", HelpName = "TEXT", Required = true };
        var command = new Command(name, description) { slug, notice };
        if (hasReason) command.Add(reason);
        command.SetAction((parsed, cancel) => CommandLine.InHouseAsync(settings, async house =>
        {
            var dispatch = await FindAsync(house, parsed.GetValue(slug)!, cancel);
            if (dispatch is null) return CommandLine.Failed;
            try
            {
                var why = hasReason ? parsed.GetValue(reason)! : "";
                var outcome = await verb(house.GetRequiredService<PublishingDesk>(), dispatch, parsed.GetValue(notice)!, why, cancel);
                await TellAsync(house.GetRequiredService<SiteLinks>(), name, outcome);
                if (name != Return) await TellTranslationsAsync(house, outcome.Dispatch.Address!, cancel);
                return CommandLine.Done;
            }
            catch (DispatchRefusedException refusal)
            {
                await Console.Error.WriteLineAsync(refusal.Message);
                return CommandLine.Failed;
            }
        }, cancel));
        return command;
    }

    /// <summary>The one dispatch that is meant; null, and a word to the person, when there is none or several.</summary>
    public static async Task<Dispatch?> FindAsync(IServiceProvider house, string given, CancellationToken cancel)
    {
        await using var db = await house.GetRequiredService<IDbContextFactory<NewsDb>>().CreateDbContextAsync(cancel);
        // In an emergency people paste the link they have, and it may be an old one.
        var found = await db.DispatchesNamed(given).AsNoTracking().OrderBy(d => d.CreatedAt).ToListAsync(cancel);
        if (found.Count == 1) return found[0];

        if (found.Count == 0) await Console.Error.WriteLineAsync($"There is no dispatch “{given}”.");
        else await Console.Error.WriteLineAsync($"“{given}” is the slug of {found.Count} dispatches. Name one by its address:");
        foreach (var dispatch in found) await Console.Error.WriteLineAsync($"  {dispatch.Address ?? "(a draft)"}  {dispatch.Headline}");
        return null;
    }

    private static async Task TellAsync(SiteLinks links, string verb, Outcome outcome)
    {
        if (outcome.Entry is not { } entry)
        {
            await Console.Out.WriteLineAsync($"Unchanged: “{outcome.Dispatch.Headline}” is {outcome.Dispatch.Public.ToString().ToLowerInvariant()} already, with nothing new to say.");
            return;
        }

        var done = verb switch
        {
            "correct" => "Corrected",
            "retract" => "Retracted",
            "kill" => "Killed",
            _ => "Reinstated",
        };
        await Console.Out.WriteLineAsync($"{done} {entry.At:HH:mm} UTC, version {entry.Version}: {outcome.Dispatch.Headline}");
        await Console.Out.WriteLineAsync(links.Absolute(outcome.Dispatch.Address!).AbsoluteUri);
    }

    /// <summary>What was wrong in one language may be wrong in the others, and no verb reaches those.</summary>
    private static async Task TellTranslationsAsync(IServiceProvider house, string address, CancellationToken cancel)
    {
        var newsstand = house.GetRequiredService<Newsstand>();
        if (await newsstand.AtAsync(address, cancel) is not { Story: var story }) return;
        var others = await newsstand.TranslationsAsync(story, cancel);
        if (others.Count == 0) return;

        var links = house.GetRequiredService<SiteLinks>();
        await Console.Out.WriteLineAsync("In other languages it stands as it was. Look at each:");
        foreach (var other in others) await Console.Out.WriteLineAsync($"  {other.Language}  {links.Absolute(other.Address).AbsoluteUri}  {other.Headline}");
    }
}
