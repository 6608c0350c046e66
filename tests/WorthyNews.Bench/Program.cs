using System.CommandLine;

using WorthyNews.Bench;
using WorthyNews.Bench.Load;

var small = new Option<int>("--small") { Description = "How many dispatches the small house has.", DefaultValueFactory = _ => 200 };
var large = new Option<int>("--large") { Description = "How many dispatches the large house has.", DefaultValueFactory = _ => 20_000 };
var rounds = new Option<int>("--rounds") { Description = "How many times each page of each house is asked.", DefaultValueFactory = _ => 100 };
var postgres = new Option<string?>("--postgres")
{
    Description = "Run on this PostgreSQL server and not on SQLite: a connection string of an account that may make databases.",
};
small.Validators.Add(given => RefuseBelow(given, Corpus.Smallest));
large.Validators.Add(given => RefuseBelow(given, Corpus.Smallest));
rounds.Validators.Add(given => RefuseBelow(given, 1));

var root = new RootCommand("Loads a small and a large house, asks the same pages of both in turn, and prints the ratios and the query plans.")
{
    small, large, rounds, postgres,
};
root.SetAction((given, cancel) => Run.AllAsync(
    [given.GetValue(small), given.GetValue(large)], given.GetValue(rounds), given.GetValue(postgres), cancel));
var due = new Option<int>("--many") { Description = "How many dispatches are due in one second.", DefaultValueFactory = _ => 500 };
var dueCommand = new Command("due", "Publishes what is due, by one clock and by two, and prints how many go out in a second.") { due, postgres };
dueCommand.SetAction((given, cancel) => DueTimes.RunAsync(given.GetValue(due), given.GetValue(postgres), cancel));
root.Subcommands.Add(dueCommand);
root.Subcommands.Add(LoadCommand.Build());
root.Subcommands.Add(RawServer.Build());
// Long enough to end the sites and take the databases away when a person breaks it off.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(20) });

static void RefuseBelow(System.CommandLine.Parsing.OptionResult given, int least)
{
    if (given.GetValueOrDefault<int>() < least) given.AddError($"{given.Option.Name} must be at least {least}.");
}
