using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Browser;

/// <summary>A test through a real browser. It is skipped where the browser or a tool it needs is missing, and fails there under <c>CI=true</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    /// <summary>Debian's; another one by <c>WORTHYNEWS_TEST_CHROMIUM</c>.</summary>
    public static string Chromium { get; } = Environment.GetEnvironmentVariable("WORTHYNEWS_TEST_CHROMIUM") ?? "/usr/bin/chromium";

    /// <param name="tool">The environment variable that says where a further tool lies; null for none.</param>
    public BrowserFactAttribute(string? tool = null)
    {
        if (TestStore.IsPostgres) Skip = "pages are the same on both databases, and the suite runs on PostgreSQL";
        else if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase)) return;
        else if (!File.Exists(Chromium)) Skip = $"there is no browser at {Chromium} (WORTHYNEWS_TEST_CHROMIUM says where else)";
        else if (tool is not null && Tool(tool) is null) Skip = $"{tool} does not say where it lies";
    }

    public static string? Tool(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } path && File.Exists(path) ? path : null;

    /// <exception cref="InvalidOperationException">It is not there: under CI that is a failure.</exception>
    public static string ToolOrFail(string variable) =>
        Tool(variable) ?? throw new InvalidOperationException($"{variable} does not name a file: the tool is missing.");
}
