using Stemma.Reports;

namespace Stemma.App.Input;

/// <summary>
/// Files, folders, archives, web addresses and standard input to reports, one item per text file, web page and JSON line, in the order of
/// <see cref="InputWalk"/>. A page that is no article gives no report: it is named, with what it is, and passed over. Inputs are read side by side, a handful at a time, and given in order, so that memory stays
/// bounded and any number of readers gives the same result. Nothing that an input holds stops the others.
/// </summary>
public static class InputReader
{
    const int HeadBytes = 4096;

    /// <param name="standardInput">What <c>-</c> stands for; opened only when it is named.</param>
    public static IEnumerable<InputItem> Read(IEnumerable<string> paths, InputOptions? options = null, Func<Stream>? standardInput = null)
    {
        options ??= InputOptions.Default;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        using var fetcher = new PageFetcher(options.Fetch, options.MaxPageBytes);
        var pending = new InputWalk(options).Files(paths).SelectMany(file => file.IsAddress ? [() => Fetched(file, fetcher)] : Parts(file, options, standardInput));
        foreach (var item in SideBySide.Run(pending, options.Readers))
            yield return item.Report is { } report ? item with { Report = report.Among(options.Publishers), Repeated = !seen.Add(report.Id) } : item;
    }

    /// <summary>
    /// What somebody handed over by itself, such as an upload: JSON lines where its name or its first byte says so, else one text.
    /// Never opens a path; the name only serves to say which input is meant. Closes the stream.
    /// </summary>
    public static IEnumerable<InputItem> ReadStream(string name, Stream stream, InputOptions? options = null)
    {
        options ??= InputOptions.Default;
        var file = new InputFile(name, null);
        var isJson = file.IsJsonLines || Path.GetExtension(name).Equals(".json", StringComparison.OrdinalIgnoreCase);
        foreach (var part in Streamed(file, options, stream, isJson))
            yield return part();
    }

    /// <summary>The pieces of work in one file, none of them begun: one for a text, one per line of JSON lines.</summary>
    static IEnumerable<Func<InputItem>> Parts(InputFile file, InputOptions options, Func<Stream>? standardInput)
    {
        if (file.Problem is { } problem)
            return [() => new InputItem(null, problem)];
        if (file.FullPath is null)
            return Streamed(file, options, standardInput?.Invoke() ?? Stream.Null, isJson: false);
        if (file.IsJsonLines || Path.GetExtension(file.Path).Equals(".json", StringComparison.OrdinalIgnoreCase))
            return JsonFile(file, options);
        return Archives.IsArchive(file.Path) ? Archived(file, options) : [() => TextFile(file, options)];
    }

    static InputItem Fetched(InputFile file, PageFetcher fetcher)
    {
        var fetched = fetcher.Fetch(file.Path);
        return fetched.Bytes is { } bytes ? Page(file, bytes, fetched.Charset, fetched.Url, fetched.Status) : Problem(file, fetched.Reason!);
    }

    /// <summary>The files of an archive as if they lay in a folder.</summary>
    static IEnumerable<Func<InputItem>> Archived(InputFile file, InputOptions options)
    {
        var (stream, reason) = Opened(file);
        using var opened = stream;
        if (stream is null)
        {
            yield return () => Problem(file, reason!);
            yield break;
        }
        foreach (var entry in Archives.Read(file.Path, stream, options))
        {
            var inside = new InputFile(entry.Path, null);
            if (entry.Bytes is null)
            {
                yield return () => new InputItem(null, new InputProblem(entry.Path, entry.Reason!, PassedOver: entry.PassedOver));
            }
            else if (inside.IsJsonLines)
            {
                foreach (var part in Lines(inside, new MemoryStream(entry.Bytes), [], options))
                    yield return part;
            }
            else
            {
                yield return () => entry.Url is null ? Read(inside, entry.Bytes) : Page(inside, entry.Bytes, entry.Charset, entry.Url, entry.Status);
            }
        }
    }

    static IEnumerable<Func<InputItem>> Streamed(InputFile file, InputOptions options, Stream opened, bool isJson)
    {
        using var stream = opened;
        byte[] head = [];
        InputItem? failed = null;
        try
        {
            head = Head(stream);
        }
        catch (IOException error)
        {
            failed = Problem(file, InputFile.ReasonOf(error));
        }
        if (failed is not null)
        {
            yield return () => failed;
        }
        else if (isJson || LooksLikeJson(head))
        {
            foreach (var part in Lines(file, stream, head, options))
                yield return part;
        }
        else
        {
            var item = Text(file, stream, head, options);
            yield return () => item;
        }
    }

    static IEnumerable<Func<InputItem>> JsonFile(InputFile file, InputOptions options)
    {
        var (stream, reason) = Opened(file);
        using var opened = stream;
        if (stream is null)
        {
            yield return () => Problem(file, reason!);
            yield break;
        }
        var any = false;
        foreach (var part in Lines(file, stream, [], options))
        {
            any = true;
            yield return part;
        }
        if (!any)
            yield return () => Problem(file, "empty");
    }

    static IEnumerable<Func<InputItem>> Lines(InputFile file, Stream stream, byte[] head, InputOptions options)
    {
        using var lines = JsonLines.Split(stream, head, options.MaxLineBytes).GetEnumerator();
        var first = true;
        while (true)
        {
            InputItem? failed = null;
            try
            {
                if (!lines.MoveNext())
                    break;
            }
            catch (IOException error)
            {
                failed = Problem(file, InputFile.ReasonOf(error));
            }
            if (failed is not null)
            {
                yield return () => failed;
                break;
            }
            var raw = lines.Current;
            if (first && raw.Bytes is [(byte)'[', ..] or [(byte)'{'])
            {
                // Otherwise every line of it would be a problem of its own.
                yield return () => Problem(file, "JSON over several lines: one JSON object per line is read");
                break;
            }
            first = false;
            yield return () => Line(file, raw, options);
        }
    }

    static InputItem Line(InputFile file, RawLine raw, InputOptions options)
    {
        var line = JsonLines.Parse(raw, options.MaxLineBytes);
        return line.Text is { } text
            ? new InputItem(ReportReader.Read(line.Fields, text, ContentId.Sha256(raw.Bytes), file.Path), null)
            : new InputItem(null, new InputProblem(file.Path, line.Reason!, line.Number, line.Fields.Id));
    }

    static InputItem TextFile(InputFile file, InputOptions options)
    {
        var (stream, reason) = Opened(file);
        using var opened = stream;
        return stream is null ? Problem(file, reason!) : Text(file, stream, [], options);
    }

    static InputItem Text(InputFile file, Stream stream, byte[] head, InputOptions options)
    {
        byte[]? bytes;
        try
        {
            bytes = InputFile.Bytes(stream, options.MaxPageBytes, head);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Problem(file, InputFile.ReasonOf(error));
        }
        if (bytes is null)
            return Problem(file, $"larger than the limit of {options.MaxPageBytes} bytes");
        return Read(file, bytes);
    }

    static InputItem Read(InputFile file, byte[] bytes)
    {
        if (bytes.Length > 0 && (PageInput.IsPageName(file.Path) || PageInput.LooksLikePage(bytes)))
            return Page(file, bytes);
        var decoded = TextDecoding.Decode(bytes);
        if (decoded.Text is null)
            return Problem(file, decoded.Reason!);
        var (fields, text) = FrontMatter.Read(decoded.Text);
        return string.IsNullOrWhiteSpace(text)
            ? Problem(file, "empty")
            : new InputItem(ReportReader.Read(fields, text, ContentId.Sha256(bytes), file.Path), null);
    }

    static InputItem Page(InputFile file, byte[] bytes, string? charset = null, string? address = null, int? status = null)
    {
        var article = PageInput.Read(bytes, charset, address, status);
        return article.IsArticle
            ? new InputItem(PageInput.ToReport(article, ContentId.Sha256(bytes), file.Path), null)
            : new InputItem(null, new InputProblem(file.Path, "no article: " + article.Reason, PassedOver: article.Kind != Stemma.Pages.PageKind.Error));
    }

    internal static (Stream? Stream, string? Reason) Opened(InputFile file)
    {
        if (InputFile.ReasonNotToOpen(file.FullPath!) is { } reason)
            return (null, reason);
        try
        {
            return (new FileStream(file.FullPath!, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan), null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, InputFile.ReasonOf(error));
        }
    }

    static byte[] Head(Stream stream)
    {
        var head = new byte[HeadBytes];
        return head[..stream.ReadAtLeast(head, 1, throwOnEndOfStream: false)];
    }

    static bool LooksLikeJson(ReadOnlySpan<byte> head) =>
        (head.StartsWith("\uFEFF"u8) ? head[3..] : head).TrimStart(" \t\r\n"u8).StartsWith("{"u8);

    static InputItem Problem(InputFile file, string reason) => new(null, new InputProblem(file.Path, reason));
}
