using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace WorthyNews.Newsroom.Safekeeping;

/// <summary>A backup as it lies on a disk: a ZIP file of the parts, then the manifest. Its comment, the last bytes of it, is the seal: the SHA-256 of all before.</summary>
/// <remarks>The seal is over the packed bytes: some changes there unpack to the same. .NET does not compare the checksums of ZIP itself.</remarks>
public sealed class BackupFile : IDisposable
{
    private const string ManifestEntry = "manifest.json";
    private const int SealChars = 64;
    private const int MaxManifestBytes = 64 << 20;
    private const int BlockBytes = 1 << 17;

    private readonly string path;
    private readonly ZipArchive zip;

    private BackupFile(string path, ZipArchive zip, BackupManifest manifest) => (this.path, this.zip, Manifest) = (path, zip, manifest);

    public BackupManifest Manifest { get; }

    /// <summary>Writes a file that only its owner may read, down to the disk.</summary>
    /// <param name="path">Where nothing lies yet.</param>
    /// <param name="files">Parts by their names, and where they lie. One that is gone when its turn comes was removed by the house, and is left out.</param>
    /// <param name="manifest">Makes it of the parts that were written.</param>
    public static async Task<BackupManifest> WriteAsync(
        string path, IEnumerable<(string Part, string Path)> files, Func<IReadOnlyList<BackupPart>, BackupManifest> manifest, CancellationToken cancel)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = BlockBytes };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new FileStream(path, options);
        BackupManifest made;
        await using (var archive = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel))
        {
            var parts = new List<BackupPart>();
            foreach (var (part, from) in files)
            {
                if (File.Exists(from)) parts.Add(await WriteAsync(archive, part, from, cancel));
            }

            made = manifest(parts);
            await WriteAsync(archive, ManifestEntry, made.ToBytes(), cancel);
            archive.Comment = new string('0', SealChars);
        }

        var seal = await SealOfAsync(file, cancel);
        file.Position = file.Length - SealChars;
        await file.WriteAsync(Encoding.ASCII.GetBytes(seal), cancel);
        file.Flush(flushToDisk: true);
        return made;
    }

    /// <summary>Reads the whole file for its seal, then the manifest.</summary>
    /// <exception cref="BackupRefusedException">This is no backup, or not all of one as it was written, or a newer program's.</exception>
    public static async Task<BackupFile> OpenAsync(string path, CancellationToken cancel)
    {
        if (!File.Exists(path)) throw new BackupRefusedException($"There is no file {path}.");
        FileStream? file = null;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BlockBytes, FileOptions.Asynchronous);
            var archive = await ZipArchive.CreateAsync(file, ZipArchiveMode.Read, leaveOpen: false, entryNameEncoding: null, cancel);
            if (archive.GetEntry(ManifestEntry) is null || archive.Comment.Length != SealChars) throw new BackupRefusedException("It is no backup of Worthy News.");
            if (archive.Comment != await SealOfAsync(file, cancel)) throw new BackupRefusedException("It is damaged, or was changed after it was written.");
            return new BackupFile(path, archive, BackupManifest.Read(await ReadAsync(archive, ManifestEntry, cancel)));
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or IOException or UnauthorizedAccessException or BackupRefusedException)
        {
            if (file is not null) await file.DisposeAsync();
            var why = error is BackupRefusedException or UnauthorizedAccessException ? error.Message : "It is no backup of Worthy News, or only a piece of one.";
            throw new BackupRefusedException($"{path} cannot be used. {why}", error);
        }
    }

    /// <summary>Reads every part through: each is there, as long as the manifest says, and hashes to what it says.</summary>
    /// <exception cref="BackupRefusedException">One is not.</exception>
    public async Task ProveAsync(CancellationToken cancel)
    {
        foreach (var part in Manifest.Parts) await ReadAsync(part, Stream.Null, cancel);
    }

    /// <summary>Puts a part where nothing lies, down to the disk.</summary>
    /// <exception cref="BackupRefusedException">It is not what the manifest says; half a file may lie there.</exception>
    public async Task ExtractAsync(BackupPart part, string to, CancellationToken cancel)
    {
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        await using var file = new FileStream(to, FileMode.CreateNew, FileAccess.Write, FileShare.None, BlockBytes);
        await ReadAsync(part, file, cancel);
        file.Flush(flushToDisk: true);
    }

    public void Dispose() => zip.Dispose();

    private async Task ReadAsync(BackupPart part, Stream to, CancellationToken cancel)
    {
        try
        {
            var entry = zip.GetEntry(part.Name) ?? throw new InvalidDataException("It is not in the file.");
            await using var from = await entry.OpenAsync(cancel);
            var (bytes, hash) = await PassAsync(from, to, part.Bytes, cancel);
            if (bytes != part.Bytes || hash != part.Sha256) throw new InvalidDataException("Its bytes are not those that were written.");
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            throw new BackupRefusedException($"{path} cannot be used. Its part {part.Name} is damaged or was changed.", error);
        }
    }

    private static async Task<BackupPart> WriteAsync(ZipArchive zip, string part, string from, CancellationToken cancel)
    {
        await using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BlockBytes);
        await using var target = await zip.CreateEntry(part, CompressionLevel.Fastest).OpenAsync(cancel);
        var (bytes, hash) = await PassAsync(source, target, long.MaxValue, cancel);
        return new BackupPart(part, bytes, hash);
    }

    private static async Task WriteAsync(ZipArchive zip, string name, byte[] bytes, CancellationToken cancel)
    {
        await using var target = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancel);
        await target.WriteAsync(bytes, cancel);
    }

    private static async Task<string> SealOfAsync(FileStream file, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[BlockBytes];
        file.Position = 0;
        for (var left = file.Length - SealChars; left > 0;)
        {
            var read = await file.ReadAsync(block.AsMemory(0, (int)Math.Min(left, BlockBytes)), cancel);
            if (read == 0) throw new EndOfStreamException();
            hash.AppendData(block, 0, read);
            left -= read;
        }

        return Hex(hash.GetHashAndReset());
    }

    private static async Task<byte[]> ReadAsync(ZipArchive zip, string name, CancellationToken cancel)
    {
        await using var from = await zip.GetEntry(name)!.OpenAsync(cancel);
        using var bytes = new MemoryStream();
        await PassAsync(from, bytes, MaxManifestBytes, cancel);
        return bytes.ToArray();
    }

    /// <param name="maxBytes">What goes on beyond is no backup, whatever its header says: a small file can unpack to a full disk.</param>
    private static async Task<(long Bytes, string Hash)> PassAsync(Stream from, Stream to, long maxBytes, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = ArrayPool<byte>.Shared.Rent(BlockBytes);
        try
        {
            var total = 0L;
            while (await from.ReadAsync(block, cancel) is var read and > 0)
            {
                total += read;
                if (total > maxBytes) throw new InvalidDataException("It is longer than it may be.");
                hash.AppendData(block, 0, read);
                await to.WriteAsync(block.AsMemory(0, read), cancel);
            }

            return (total, Hex(hash.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
