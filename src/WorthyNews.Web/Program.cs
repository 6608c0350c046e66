using WorthyNews.Web.Commands;

return await CommandLine.RunAsync(args);

/// <summary>Named so that tests can start the real site.</summary>
public partial class Program;
