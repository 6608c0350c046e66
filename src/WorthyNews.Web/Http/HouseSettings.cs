using System.Globalization;
using System.Net;
using System.Net.Mail;

using WorthyNews.Newsroom.Safekeeping;

namespace WorthyNews.Web.Http;

public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}

/// <summary>The settings cannot be used; each problem is a sentence that names its key.</summary>
public sealed class SettingsException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems));

/// <summary>All settings of the house, read and checked once at the start. <c>docs/settings.md</c> tells them to operators.</summary>
public sealed record HouseSettings
{
    /// <summary>Where the public finds us: http or https, no path. The only source of absolute addresses.</summary>
    public required Uri PublicUrl { get; init; }

    public required string SiteName { get; init; }

    /// <summary>Where readers write to; null when no address is given.</summary>
    public required string? ContactEmail { get; init; }

    /// <summary>The zone of the masthead's date and of what no bureau filed.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>Full path; relative ones start from the folder the program was started in.</summary>
    public required string DataDirectory { get; init; }

    public required DatabaseProvider Provider { get; init; }

    public required string ConnectionString { get; init; }

    public required bool LoadSeeds { get; init; }

    /// <summary>The backup that the house makes by itself.</summary>
    public required NightlyPlan Nightly { get; init; }

    /// <summary>Compact JSON on the console instead of text.</summary>
    public required bool LogJson { get; init; }

    /// <summary>Folder of rolling log files in compact JSON; null for none.</summary>
    public required string? LogDirectory { get; init; }

    /// <summary>How long a session of the desk stands, however much it is used.</summary>
    public required TimeSpan DeskSessionStands { get; init; }

    /// <summary>How long a session stands that is not used.</summary>
    public required TimeSpan DeskIdle { get; init; }

    /// <summary>Proxies whose word on where a visitor comes from is believed. Only the counting of tries to sign in and of requests for feeds asks, and keeps it in memory.</summary>
    public required IReadOnlyList<IPNetwork> Proxies { get; init; }

    /// <summary>Hubs of others that are told of our changes besides our own.</summary>
    public required IReadOnlyList<Uri> OutsideHubs { get; init; }

    /// <summary>Networks that we may call though they are not public.</summary>
    public required IReadOnlyList<IPNetwork> CallableNetworks { get; init; }

    /// <summary>How long what was printed is handed out while the wire cannot be read; zero for not at all.</summary>
    public required TimeSpan MaxBlind { get; init; }

    /// <summary>How much memory printed pages may take, in bytes; 0 when nothing is printed.</summary>
    public required long PagesBudget { get; init; }

    /// <summary>Where a cache before the house is told what to drop; null for nowhere.</summary>
    public required Uri? PurgeUrl { get; init; }

    /// <summary>Null when links are handed over by people.</summary>
    public required MailSettings? Mail { get; init; }

    /// <exception cref="SettingsException">One or more settings cannot be used.</exception>
    public static HouseSettings Read(IConfiguration configuration, bool isProduction)
    {
        var problems = new List<string>();
        var data = FullPath(configuration, "Data:Directory", "data", problems)!;
        CheckUrls(configuration["urls"], problems);
        var provider = Provide(configuration["Database:Provider"], problems);
        var zone = ReadZone(configuration["Site:TimeZone"], problems);
        var settings = new HouseSettings
        {
            PublicUrl = ReadPublicUrl(configuration["Site:PublicUrl"], isProduction, problems),
            SiteName = ReadName(configuration["Site:Name"], problems),
            ContactEmail = ReadEmail(configuration["Site:ContactEmail"], problems),
            TimeZone = zone,
            DataDirectory = data,
            Provider = provider,
            ConnectionString = ReadConnectionString(configuration["Database:ConnectionString"], provider, data, problems),
            LoadSeeds = ReadBool(configuration, "Seeds:Load", problems),
            Nightly = BackupSettings.Read(configuration, data, zone, problems),
            LogJson = ReadBool(configuration, "Log:Json", problems),
            LogDirectory = FullPath(configuration, "Log:Directory", null, problems),
            DeskSessionStands = TimeSpan.FromDays(ReadWhole(configuration, "Desk:SessionDays", 7, 1, 30, problems)),
            DeskIdle = TimeSpan.FromHours(ReadWhole(configuration, "Desk:IdleHours", 12, 1, 168, problems)),
            Proxies = ReadNetworks(configuration, "Site:Proxies", problems),
            OutsideHubs = ReadHubs(configuration["Hub:Outside"], problems),
            CallableNetworks = ReadNetworks(configuration, "Outbound:AllowedNetworks", problems),
            MaxBlind = TimeSpan.FromMinutes(ReadWhole(configuration, "Cache:MaxBlindMinutes", 60, 0, 1440, problems)),
            PagesBudget = ReadWhole(configuration, "Cache:PagesMegabytes", 48, 0, 4096, problems) * 1024L * 1024L,
            PurgeUrl = ReadPurgeUrl(configuration["Cache:PurgeUrl"], problems),
            Mail = MailSettings.Read(configuration, problems),
        };
        return problems.Count == 0 ? settings : throw new SettingsException(problems);
    }

    private static void CheckUrls(string? urls, List<string> problems)
    {
        foreach (var url in (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            try
            {
                BindingAddress.Parse(url);
            }
            catch (FormatException)
            {
                problems.Add($"urls is “{url}”. It must say where to listen, as in http://localhost:5080.");
            }
        }
    }

    private static Uri ReadPublicUrl(string? value, bool isRequired, List<string> problems)
    {
        const string Example = "an address such as https://news.example.org";
        var local = new Uri("http://localhost:5080");
        if (string.IsNullOrWhiteSpace(value))
        {
            if (isRequired) problems.Add($"Site:PublicUrl is not set. In Production it must say where readers find the site, {Example}.");
            return local;
        }

        if (!Uri.TryCreate(value, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")
            || url.AbsolutePath != "/" || url.Query.Length > 0 || url.Fragment.Length > 0 || url.UserInfo.Length > 0)
        {
            problems.Add($"Site:PublicUrl is “{value}”. It must be {Example}, without a path.");
            return local;
        }

        return url;
    }

    private static string ReadName(string? value, List<string> problems)
    {
        var name = string.IsNullOrWhiteSpace(value) ? "Worthy News" : value.Trim();
        if (name.Length > 60) problems.Add("Site:Name is longer than 60 characters.");
        return name;
    }

    private static string? ReadEmail(string? value, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        if (value.Length <= 254 && MailAddress.TryCreate(value, out var mail) && mail.Address == value
            && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '@' or '.' or '-' or '_' or '+')) return value;
        problems.Add($"Site:ContactEmail is “{value}”. It must be one mail address such as editor@news.example.org.");
        return null;
    }

    private static List<IPNetwork> ReadNetworks(IConfiguration configuration, string key, List<string> problems)
    {
        var networks = new List<IPNetwork>();
        foreach (var part in Parts(configuration[key]))
        {
            if (IPNetwork.TryParse(part, out var network)) networks.Add(network);
            else if (IPAddress.TryParse(part, out var address)) networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            else problems.Add($"{key} names “{part}”, which is no address or network such as 127.0.0.1 or 10.0.0.0/8.");
        }

        return networks;
    }

    private static List<Uri> ReadHubs(string? value, List<string> problems)
    {
        var hubs = new List<Uri>();
        foreach (var part in Parts(value))
        {
            if (Uri.TryCreate(part, UriKind.Absolute, out var hub) && hub.Scheme is ("http" or "https") && hub.UserInfo.Length + hub.Fragment.Length == 0) hubs.Add(hub);
            else problems.Add($"Hub:Outside names “{part}”, which is no address such as https://hub.example.org/.");
        }

        return [.. hubs.DistinctBy(hub => hub.AbsoluteUri)];
    }

    private static Uri? ReadPurgeUrl(string? value, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        if (Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https") && url.Fragment.Length == 0) return url;
        problems.Add($"Cache:PurgeUrl is “{value}”. It must be where the cache before the house is told what to drop, such as http://10.0.0.5:6081/.");
        return null;
    }

    private static string[] Parts(string? value) => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static TimeZoneInfo ReadZone(string? value, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(value)) return TimeZoneInfo.Utc;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(value, out var zone)) return zone;
        problems.Add($"Site:TimeZone is “{value}”, which is no IANA time zone such as Europe/Budapest.");
        return TimeZoneInfo.Utc;
    }

    private static DatabaseProvider Provide(string? value, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(value)) return DatabaseProvider.Sqlite;
        if (Enum.TryParse<DatabaseProvider>(value, ignoreCase: true, out var provider) && !char.IsAsciiDigit(value[0])) return provider;
        problems.Add($"Database:Provider is “{value}”. It can be Sqlite or Postgres.");
        return DatabaseProvider.Sqlite;
    }

    private static string ReadConnectionString(string? value, DatabaseProvider provider, string data, List<string> problems)
    {
        if (!string.IsNullOrWhiteSpace(value)) return value;
        if (provider == DatabaseProvider.Postgres)
            problems.Add("Database:ConnectionString is not set. Postgres needs one such as Host=localhost;Database=worthynews;Username=worthynews.");
        return $"Data Source={Path.Combine(data, "worthynews.db")}";
    }

    private static bool ReadBool(IConfiguration configuration, string key, List<string> problems)
    {
        var value = configuration[key];
        if (string.IsNullOrWhiteSpace(value)) return false;
        if (bool.TryParse(value, out var result)) return result;
        problems.Add(string.Create(CultureInfo.InvariantCulture, $"{key} is “{value}”. It can be true or false."));
        return false;
    }

    private static int ReadWhole(IConfiguration configuration, string key, int fallback, int least, int most, List<string> problems)
    {
        var value = configuration[key];
        if (string.IsNullOrWhiteSpace(value)) return fallback;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        problems.Add(string.Create(CultureInfo.InvariantCulture, $"{key} is “{value}”. It can be a whole number from {least} to {most}."));
        return fallback;
    }

    internal static string? FullPath(IConfiguration configuration, string key, string? fallback, List<string> problems)
    {
        var value = configuration[key];
        if (string.IsNullOrWhiteSpace(value)) value = fallback;
        if (value is null) return null;
        if (!value.Contains('\0', StringComparison.Ordinal)) return Path.GetFullPath(value);
        problems.Add($"{key} is no path.");
        return Path.GetFullPath(fallback ?? ".");
    }
}
