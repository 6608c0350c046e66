using System.Reflection;
using System.Runtime.InteropServices;

using Mono.Cecil;

namespace WorthyNews.Tests.Floorplan.Reading;

/// <summary>Compiled assemblies as they stand: which type was written where, and which type mentions which.</summary>
internal sealed class Building
{
    private readonly Dictionary<string, string> files = new(StringComparer.Ordinal);
    private readonly List<Mention> mentions = [];

    private Building()
    {
    }

    /// <summary>The files of all outermost types, by full name.</summary>
    public IReadOnlyDictionary<string, string> Files => files;

    /// <summary>Every use of one of these types by another; may repeat.</summary>
    public IReadOnlyList<Mention> Mentions => mentions;

    public static Building Read(params Assembly[] assemblies)
    {
        using var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(AppContext.BaseDirectory);
        resolver.AddSearchDirectory(RuntimeEnvironment.GetRuntimeDirectory());
        resolver.AddSearchDirectory(Path.GetDirectoryName(typeof(Microsoft.AspNetCore.Builder.WebApplication).Assembly.Location));

        var building = new Building();
        var opened = assemblies.Select(a => (
            Module: ModuleDefinition.ReadModule(a.Location, new ReaderParameters { AssemblyResolver = resolver }),
            Sources: new SourceFiles(a.Location))).ToList();
        foreach (var (module, sources) in opened) building.Place(module, sources);
        foreach (var (module, sources) in opened) building.Note(module, sources);
        foreach (var (module, sources) in opened)
        {
            module.Dispose();
            sources.Dispose();
        }

        return building;
    }

    private void Place(ModuleDefinition module, SourceFiles sources)
    {
        var pages = PagesOf(module);
        foreach (var type in module.Types.Where(t => !t.Name.StartsWith('<')))
            files[type.FullName] = pages.GetValueOrDefault(type.FullName) ?? sources.Of(type) ?? Repository.PathOf(type.FullName) + ".cs";
    }

    // A compiled page has a namespace of the compiler's, but says which page it is.
    private static Dictionary<string, string> PagesOf(ModuleDefinition module) => module.Assembly.CustomAttributes
        .Where(a => a.AttributeType.Name == "RazorCompiledItemAttribute")
        .ToDictionary(
            a => ((TypeReference)a.ConstructorArguments[0].Value).FullName,
            a => $"{Repository.PathOf(module.Assembly.Name.Name)}{a.ConstructorArguments[2].Value}",
            StringComparer.Ordinal);

    private void Note(ModuleDefinition module, SourceFiles sources)
    {
        foreach (var outermost in module.Types.Where(t => files.ContainsKey(t.FullName)))
        {
            var file = files[outermost.FullName];
            foreach (var type in WithNested(outermost))
            {
                Note(file, outermost, TypeParts.OfHead(type));
                foreach (var method in type.Methods) Note(sources.Of(method) ?? file, outermost, TypeParts.Of(method));
            }
        }
    }

    private void Note(string file, TypeDefinition by, IEnumerable<TypeReference> mentioned)
    {
        foreach (var name in mentioned.Select(t => Outermost(t).FullName).Distinct(StringComparer.Ordinal))
        {
            if (name != by.FullName && files.TryGetValue(name, out var named)) mentions.Add(new Mention(file, by.FullName, name, named));
        }
    }

    private static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) => type.NestedTypes.SelectMany(WithNested).Prepend(type);

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } around ? Outermost(around) : type;
}
