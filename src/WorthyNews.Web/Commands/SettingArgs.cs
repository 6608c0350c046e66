namespace WorthyNews.Web.Commands;

/// <summary>Tells settings ("--Site:Name=...", "--urls ...") from the words of a verb, so that both can stand on one command line.</summary>
public static class SettingArgs
{
    private static readonly HashSet<string> Plain =
        new(["--urls", "--environment", "--contentRoot", "--applicationName", "--http_ports", "--https_ports"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> TakesText = new(["--notice", "--reason", "--bureau", "--at"], StringComparer.Ordinal);

    /// <returns>Both in their order. A setting without "=" takes the next word with it.</returns>
    public static (string[] Settings, string[] Words) Split(IReadOnlyList<string> args)
    {
        var settings = new List<string>();
        var words = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            var equals = args[i].IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? args[i] : args[i][..equals];
            // What follows an option of a verb is its value, whatever it looks like.
            var isValue = i > 0 && TakesText.Contains(args[i - 1]);
            if (isValue || !IsSetting(name))
            {
                words.Add(args[i]);
                continue;
            }

            settings.Add(args[i]);
            if (equals < 0 && i + 1 < args.Count) settings.Add(args[++i]);
        }

        return ([.. settings], [.. words]);
    }

    /// <summary>Sections of settings begin with a capital, options of verbs do not.</summary>
    private static bool IsSetting(string name) => name.StartsWith("--", StringComparison.Ordinal)
        && (name.Contains(':', StringComparison.Ordinal) || Plain.Contains(name) || (name.Length > 2 && char.IsAsciiLetterUpper(name[2])));
}
