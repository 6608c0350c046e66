using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

using MethodDefinition = Mono.Cecil.MethodDefinition;
using TypeDefinition = Mono.Cecil.TypeDefinition;

namespace WorthyNews.Tests.Floorplan.Reading;

/// <summary>Says from the debug symbols which file a compiled thing was written in.</summary>
internal sealed class SourceFiles : IDisposable
{
    // Source: Portable PDB format, "Type Definition Documents": the files of types that have no code.
    private static readonly Guid TypeDocuments = new("932E74BC-DBA9-4478-8D46-0F32A7BAB3D3");

    private readonly PEReader assembly;
    private readonly MetadataReaderProvider? provider;
    private readonly MetadataReader? symbols;

    public SourceFiles(string assemblyPath)
    {
        assembly = new PEReader(File.OpenRead(assemblyPath));
        if (assembly.TryOpenAssociatedPortablePdb(assemblyPath, File.OpenRead, out provider, out _))
            symbols = provider?.GetMetadataReader();
    }

    /// <returns>Null when no person wrote it, or nothing says where.</returns>
    public string? Of(MethodDefinition method)
    {
        if (symbols is null || !method.HasBody) return null;

        var debug = symbols.GetMethodDebugInformation(MetadataTokens.MethodDefinitionHandle((int)method.MetadataToken.RID));
        if (!debug.Document.IsNil) return PathOf(debug.Document);
        return debug.GetSequencePoints().Where(p => !p.IsHidden).Select(p => PathOf(p.Document)).FirstOrDefault(p => p is not null);
    }

    /// <inheritdoc cref="Of(MethodDefinition)"/>
    public string? Of(TypeDefinition type) =>
        DocumentsOf(type).Concat(type.Methods.Select(Of)).Concat(type.NestedTypes.Select(Of)).FirstOrDefault(p => p is not null);

    public void Dispose()
    {
        provider?.Dispose();
        assembly.Dispose();
    }

    private IEnumerable<string?> DocumentsOf(TypeDefinition type)
    {
        if (symbols is null) yield break;
        foreach (var handle in symbols.GetCustomDebugInformation(MetadataTokens.TypeDefinitionHandle((int)type.MetadataToken.RID)))
        {
            var note = symbols.GetCustomDebugInformation(handle);
            if (symbols.GetGuid(note.Kind) != TypeDocuments) continue;
            var blob = symbols.GetBlobReader(note.Value);
            while (blob.RemainingBytes > 0) yield return PathOf(MetadataTokens.DocumentHandle(blob.ReadCompressedInteger()));
        }
    }

    private string? PathOf(DocumentHandle document) => Repository.FromCompiler(symbols!.GetString(symbols.GetDocument(document).Name));
}
