using System.Globalization;

using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace WorthyNews.Newsroom.Importing;

/// <summary>A YAML mapping whose keys must all be asked for: what nobody asked for is a mistake that the writer should hear of.</summary>
public sealed class FrontMatter
{
    private const int MaxDepth = 100;

    private readonly YamlMappingNode mapping;
    private readonly string place;
    private readonly int firstLine;
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    private FrontMatter(YamlMappingNode mapping, string place, int firstLine)
    {
        this.mapping = mapping;
        this.place = place;
        this.firstLine = firstLine;
        var twice = mapping.Children.Keys.OfType<YamlScalarNode>().GroupBy(k => k.Value).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null) throw Wrong(twice.Last(), $"“{twice.Key}” stands there twice.");
    }

    /// <param name="place">How an error calls the text: "front matter", "samples.yaml".</param>
    /// <param name="firstLine">The line of the file on which the YAML begins, counted from 1.</param>
    /// <exception cref="UnreadableCopyException">It is no YAML mapping.</exception>
    public static FrontMatter Parse(string yaml, string place, int firstLine = 1)
    {
        RefuseDepth(yaml, place, firstLine);
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException error)
        {
            throw new UnreadableCopyException($"Line {error.Start.Line + firstLine - 1}, {place}: it is no YAML. {error.Message}", error);
        }
        catch (ArgumentException error)
        {
            // YamlDotNet lets a repeated key through to its dictionary.
            throw new UnreadableCopyException($"Line {firstLine}, {place}: a key stands there twice. {error.Message}", error);
        }

        if (stream.Documents.Count == 0) return new FrontMatter([], place, firstLine);
        return stream.Documents[0].RootNode is YamlMappingNode root
            ? new FrontMatter(root, place, firstLine)
            : throw new UnreadableCopyException($"Line {firstLine}, {place}: it should be lines of “key: value”.");
    }

    /// <summary>The parser calls itself for each level, and nothing can catch a stack that is full.</summary>
    private static void RefuseDepth(string yaml, string place, int firstLine)
    {
        var line = firstLine;
        var brackets = 0;
        var dashes = 0;
        foreach (var letter in yaml)
        {
            if (letter == '\n') line++;
            brackets = letter switch
            {
                '[' or '{' => brackets + 1,
                ']' or '}' => Math.Max(0, brackets - 1),
                _ => brackets,
            };
            dashes = letter switch
            {
                '-' or '?' or ':' => dashes + 1,
                ' ' or '\t' => dashes,
                _ => 0,
            };
            if (brackets > MaxDepth || dashes > MaxDepth) throw new UnreadableCopyException($"Line {line}, {place}: it is nested too deeply.");
        }
    }

    public string? Text(string key) => Node(key) switch
    {
        null => null,
        YamlScalarNode scalar => IsNothing(scalar) ? null : scalar.Value,
        var other => throw Wrong(other, $"“{key}” should be a text."),
    };

    public string RequiredText(string key) => Text(key) ?? throw Wrong(mapping, $"“{key}” is missing.");

    /// <summary>Null when the key is not there.</summary>
    public bool? Flag(string key) => Text(key) switch
    {
        null => null,
        "true" or "yes" => true,
        "false" or "no" => false,
        _ => throw Wrong(Node(key)!, $"“{key}” can be true or false."),
    };

    /// <summary>One of the names of an enumeration, in small letters; null when the key is not there.</summary>
    public T? Choice<T>(string key)
        where T : struct, Enum
    {
        if (Text(key) is not { } text) return null;
        var names = Enum.GetNames<T>();
        var at = Array.FindIndex(names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        return at >= 0 ? Enum.Parse<T>(names[at]) : throw Wrong(Node(key)!, $"“{key}” can be {string.Join(" or ", names.Select(name => name.ToLowerInvariant()))}.");
    }

    public int? Number(string key)
    {
        if (Text(key) is not { } text) return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Wrong(Node(key)!, $"“{key}” should be a whole number.");
    }

    /// <summary>Degrees of an angle, as "-33.92"; null when the key is not there.</summary>
    public double? Degrees(string key, int most)
    {
        if (Text(key) is not { } text) return null;
        return double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most
            ? degrees
            : throw Wrong(Node(key)!, $"“{key}” should be degrees from -{most} to {most}, as 47.5.");
    }

    /// <exception cref="UnreadableCopyException">One is there without the other.</exception>
    public void RequireBoth(string one, string other)
    {
        var (first, second) = (Text(one), Text(other));
        if (first is null == second is null) return;
        throw Wrong(Node(first is null ? other : one)!, $"“{(first is null ? other : one)}” goes with “{(first is null ? one : other)}”.");
    }

    public DateTimeOffset? Moment(string key, TimeZoneInfo zone)
    {
        if (Text(key) is not { } text) return null;
        try
        {
            return Moments.Read(text, zone);
        }
        catch (FormatException error)
        {
            throw Wrong(Node(key)!, $"“{key}”: {error.Message}", error);
        }
    }

    /// <summary>One text or a list of texts.</summary>
    public IReadOnlyList<string> Texts(string key) => [.. Items(key).Select(item => item is YamlScalarNode text && !IsNothing(text)
        ? text.Value!
        : throw Wrong(item, $"“{key}” should be a list of texts."))];

    /// <summary>A list whose items are texts or mappings; a text stands for a mapping with that one key.</summary>
    public IReadOnlyList<FrontMatter> Maps(string key, string shortForm = "name") => [.. Items(key).Select(item => item switch
    {
        YamlMappingNode map => new FrontMatter(map, place, firstLine),
        YamlScalarNode text when !IsNothing(text) => new FrontMatter(new YamlMappingNode(new YamlScalarNode(shortForm), text), place, firstLine),
        _ => throw Wrong(item, $"“{key}” should be a list."),
    })];

    public FrontMatter? Map(string key) => Node(key) switch
    {
        null => null,
        YamlMappingNode map => new FrontMatter(map, place, firstLine),
        var other => throw Wrong(other, $"“{key}” should hold lines of “key: value”."),
    };

    /// <exception cref="UnreadableCopyException">A key was written that nobody knows.</exception>
    public void RefuseTheRest()
    {
        foreach (var key in mapping.Children.Keys)
        {
            if (key is YamlScalarNode { Value: { } name } && asked.Contains(name)) continue;
            throw Wrong(key, $"“{key}” is not known here. Known are {string.Join(", ", asked.Order(StringComparer.Ordinal))}.");
        }
    }

    private IEnumerable<YamlNode> Items(string key) => Node(key) switch
    {
        null => [],
        YamlSequenceNode list => list.Children,
        YamlScalarNode scalar when IsNothing(scalar) => [],
        var one => [one],
    };

    /// <remarks>Source: YAML 1.2.2, 10.3.2: what is plain and says null is null.</remarks>
    private static bool IsNothing(YamlScalarNode scalar) => string.IsNullOrWhiteSpace(scalar.Value)
        || (scalar.Style == ScalarStyle.Plain && scalar.Value is "~" or "null" or "Null" or "NULL");

    private YamlNode? Node(string key)
    {
        asked.Add(key);
        return mapping.Children.FirstOrDefault(c => c.Key is YamlScalarNode scalar && scalar.Value == key).Value;
    }

    private UnreadableCopyException Wrong(YamlNode node, string what, Exception? cause = null)
    {
        var message = $"Line {node.Start.Line + firstLine - 1}, {place}: {what}";
        return cause is null ? new UnreadableCopyException(message) : new UnreadableCopyException(message, cause);
    }
}
