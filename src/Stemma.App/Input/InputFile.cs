using System.Formats.Tar;

namespace Stemma.App.Input;

/// <summary>One thing to read, found but not opened: a file, standard input, or a reason why there is nothing to read.</summary>
/// <param name="FullPath">Null for standard input and for a web address.</param>
sealed record InputFile(string Path, string? FullPath, InputProblem? Problem = null)
{
    public bool IsJsonLines => System.IO.Path.GetExtension(Path).ToLowerInvariant() is ".jsonl" or ".ndjson";

    public bool IsAddress => Path.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || Path.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    public static InputFile Refused(string path, string reason, bool passedOver = false) =>
        new(path, null, new InputProblem(path, reason, PassedOver: passedOver));

    /// <summary>
    /// Why this file must not be opened, or null. Opening a pipe would wait for its other end for ever, and a device has no
    /// end. The framework does not tell them from ordinary files, but writing a tar entry for a path looks at its kind without
    /// opening it; only files that say they are empty need that look.
    /// </summary>
    public static string? ReasonNotToOpen(string fullPath)
    {
        try
        {
            var info = new FileInfo(fullPath);
            if (info.LinkTarget is not null)
                info = info.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? info;
            if (!info.Exists)
                return "a link that leads nowhere";
            return info.Length > 0 ? null : ReasonOfKind(info.FullName);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return ReasonOf(error);
        }
    }

    /// <summary>All that is left of a stream, after what was read of it already; null where that is more than allowed, and no more is read.</summary>
    public static byte[]? Bytes(Stream stream, int max, ReadOnlySpan<byte> head = default)
    {
        if (stream.CanSeek && stream.Length > max)
            return null;
        using var bytes = new MemoryStream(stream.CanSeek ? (int)stream.Length : 0);
        bytes.Write(head);
        var buffer = new byte[64 * 1024];
        for (int read; (read = stream.Read(buffer, 0, buffer.Length)) > 0;)
        {
            if (bytes.Length + read > max)
                return null;
            bytes.Write(buffer, 0, read);
        }
        return bytes.ToArray();
    }

    public static string ReasonOf(Exception error) => error switch
    {
        UnauthorizedAccessException => "no permission to read it",
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        PathTooLongException => "its path is too long",
        _ => "it could not be read: " + error.Message,
    };

    static string? ReasonOfKind(string fullPath)
    {
        using var written = new MemoryStream();
        try
        {
            using (var writer = new TarWriter(written, TarEntryFormat.Pax, leaveOpen: true))
                writer.WriteEntry(fullPath, "file");
        }
        catch (IOException)
        {
            // Sockets have no kind in a tar file.
            return "a special file, not an ordinary one";
        }
        written.Position = 0;
        using var reader = new TarReader(written);
        return reader.GetNextEntry()?.EntryType switch
        {
            TarEntryType.Fifo => "a pipe, not a file",
            TarEntryType.CharacterDevice or TarEntryType.BlockDevice => "a device, not a file",
            _ => null,
        };
    }
}
