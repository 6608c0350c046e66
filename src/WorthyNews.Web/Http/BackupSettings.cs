using System.Globalization;

using WorthyNews.Newsroom.Safekeeping;

namespace WorthyNews.Web.Http;

/// <summary>The settings of the nightly backup.</summary>
internal static class BackupSettings
{
    private const string Off = "off";
    private const string UsualTime = "03:15";
    private const int UsualKeep = 7;
    private const int MostKept = 1000;

    /// <param name="data">Full path of the data directory.</param>
    public static NightlyPlan Read(IConfiguration configuration, string data, TimeZoneInfo zone, List<string> problems)
    {
        var isOff = string.Equals(configuration["Backup:Nightly"], Off, StringComparison.OrdinalIgnoreCase);
        var folder = isOff ? null : HouseSettings.FullPath(configuration, "Backup:Nightly", Path.Combine(data, "backups"), problems);
        return new NightlyPlan(folder, ReadTime(configuration["Backup:At"], problems), zone, ReadKeep(configuration["Backup:Keep"], problems));
    }

    private static TimeOnly ReadTime(string? value, List<string> problems)
    {
        if (TimeOnly.TryParseExact(string.IsNullOrWhiteSpace(value) ? UsualTime : value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
        problems.Add($"Backup:At is “{value}”. It must be a time of day such as {UsualTime}.");
        return default;
    }

    private static int ReadKeep(string? value, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(value)) return UsualKeep;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var keep) && keep is >= 1 and <= MostKept) return keep;
        problems.Add($"Backup:Keep is “{value}”. It must be a number from 1 to {MostKept}: how many nightly backups are kept.");
        return UsualKeep;
    }
}
