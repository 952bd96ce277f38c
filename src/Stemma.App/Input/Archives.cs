using System.Formats.Tar;
using System.IO.Compression;

namespace Stemma.App.Input;

/// <summary>One file in an archive, read; or the reason why not.</summary>
/// <param name="Path">The archive's, a slash, and the name in it: only ever shown, never opened.</param>
/// <param name="Url">Where it came from, in a WARC file.</param>
/// <param name="Charset">What the server said of its encoding.</param>
/// <param name="Status">What the server answered.</param>
sealed record ArchiveEntry(string Path, byte[]? Bytes, string? Reason = null, string? Url = null, string? Charset = null, int? Status = null, bool PassedOver = false);

/// <summary>
/// The files in zip, tar (also gzipped), gzip and WARC archives, one after the other, in memory one at a time and never on disk.
/// No entry is read further than the limit of a page, no archive further than the limit of archives, counted in bytes unpacked, so a
/// bomb ends there; archives within archives are named and passed over.
/// </summary>
static class Archives
{
    static readonly string[] Extensions = [".zip", ".tar", ".tgz", ".gz", ".warc"];

    static readonly string[] SidecarExtensions = [".md", ".css", ".js", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".woff", ".woff2", ".ico"];

    public static bool IsArchive(string path) => Extensions.Contains(Path.GetExtension(path).ToLowerInvariant(), StringComparer.Ordinal);

    public static IEnumerable<ArchiveEntry> Read(string path, Stream stream, InputOptions options)
    {
        using var entries = Entries(path, stream, options).GetEnumerator();
        while (true)
        {
            ArchiveEntry? broken = null;
            try
            {
                if (!entries.MoveNext())
                    yield break;
            }
            catch (Exception error) when (error is InvalidDataException or IOException or FormatException or NotSupportedException or UnauthorizedAccessException)
            {
                broken = new ArchiveEntry(path, null, error is ArchiveLimitException ? error.Message : "an archive that breaks off or is damaged");
            }
            yield return broken ?? entries.Current;
            if (broken is not null)
                yield break;
        }
    }

    static IEnumerable<ArchiveEntry> Entries(string path, Stream stream, InputOptions options)
    {
        var lower = path.ToLowerInvariant();
        if (lower.EndsWith(".zip", StringComparison.Ordinal))
            return Zip(path, stream, options);
        var zipped = lower.EndsWith(".gz", StringComparison.Ordinal) || lower.EndsWith(".tgz", StringComparison.Ordinal);
        var content = new BoundedStream(zipped ? new GZipStream(stream, CompressionMode.Decompress) : stream, options.MaxArchiveBytes);
        var bare = lower.EndsWith(".gz", StringComparison.Ordinal) ? lower[..^3] : lower;
        if (bare.EndsWith(".warc", StringComparison.Ordinal))
            return Warc.Read(path, content, options);
        if (bare.EndsWith(".tar", StringComparison.Ordinal) || bare.EndsWith(".tgz", StringComparison.Ordinal))
            return Tar(path, content, options);
        return [Entry(path[..^3], content, options)];
    }

    static IEnumerable<ArchiveEntry> Zip(string path, Stream stream, InputOptions options)
    {
        if (!stream.CanSeek)
            throw new NotSupportedException();
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        var left = options.MaxArchiveBytes;
        foreach (var entry in archive.Entries)
        {
            if (!IsWanted(entry.FullName))
                continue;
            using var opened = entry.Open();
            using var content = new BoundedStream(opened, left);
            yield return Entry(path + "/" + entry.FullName, content, options);
            left -= content.Taken;
        }
    }

    static IEnumerable<ArchiveEntry> Tar(string path, Stream stream, InputOptions options)
    {
        using var archive = new TarReader(stream, leaveOpen: true);
        while (archive.GetNextEntry() is { } entry)
        {
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile && IsWanted(entry.Name))
                yield return Entry(path + "/" + entry.Name, entry.DataStream ?? Stream.Null, options);
        }
    }

    /// <summary>Not a folder, nothing hidden, and nothing that lies beside a saved page.</summary>
    static bool IsWanted(string name)
    {
        var file = name[(name.LastIndexOf('/') + 1)..];
        return file.Length > 0 && file[0] != '.' && !name.StartsWith("__MACOSX/", StringComparison.Ordinal) && !SidecarExtensions.Contains(Path.GetExtension(file).ToLowerInvariant(), StringComparer.Ordinal);
    }

    static ArchiveEntry Entry(string path, Stream content, InputOptions options)
    {
        if (IsArchive(path))
            return new ArchiveEntry(path, null, "an archive within an archive", PassedOver: true);
        return InputFile.Bytes(content, options.MaxPageBytes) is { } bytes
            ? new ArchiveEntry(path, bytes)
            : new ArchiveEntry(path, null, $"larger than the limit of {options.MaxPageBytes} bytes");
    }
}
