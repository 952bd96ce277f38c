using Stemma.Pages;
using Stemma.Reports;

namespace Stemma.App.Input;

/// <summary>
/// Files, folders, archives, web addresses and standard input to pages, one result for each, in the order of <see cref="InputWalk"/>. A text file
/// counts as a page whose whole text is the article. Read side by side, a handful at a time.
/// </summary>
static class PageReading
{
    public static IEnumerable<PageRead> Read(IEnumerable<string> paths, InputOptions options, Func<Stream> standardInput)
    {
        using var fetcher = new PageFetcher(options.Fetch, options.MaxPageBytes);
        var pending = new InputWalk(options).Files(paths).SelectMany(file => file.IsAddress ? [() => Entry(fetcher.Fetch(file.Path))] : Parts(file, options, standardInput));
        foreach (var page in SideBySide.Run(pending, options.Readers))
            yield return page;
    }

    static IEnumerable<Func<PageRead>> Parts(InputFile file, InputOptions options, Func<Stream> standardInput)
    {
        if (file.Problem is { } problem)
            return [() => PageRead.None(problem.Path, problem.Reason, problem.PassedOver)];
        if (file.FullPath is not null && Archives.IsArchive(file.Path))
            return Archived(file, options);
        return [() => Whole(file, options, standardInput)];
    }

    static IEnumerable<Func<PageRead>> Archived(InputFile file, InputOptions options)
    {
        var (stream, reason) = InputReader.Opened(file);
        using var opened = stream;
        if (stream is null)
        {
            yield return () => PageRead.None(file.Path, reason!);
            yield break;
        }
        foreach (var entry in Archives.Read(file.Path, stream, options))
            yield return () => Entry(entry);
    }

    static PageRead Entry(ArchiveEntry entry) =>
        entry.Bytes is { } bytes ? Page(entry.Path, bytes, entry.Charset, entry.Url, entry.Status) : PageRead.None(entry.Path, entry.Reason!, entry.PassedOver);

    static PageRead Whole(InputFile file, InputOptions options, Func<Stream> standardInput)
    {
        var (stream, reason) = file.FullPath is null ? (standardInput(), null) : InputReader.Opened(file);
        using var opened = stream;
        if (stream is null)
            return PageRead.None(file.Path, reason!);
        try
        {
            return InputFile.Bytes(stream, options.MaxPageBytes) is { } bytes ? Page(file.Path, bytes) : PageRead.None(file.Path, $"larger than the limit of {options.MaxPageBytes} bytes");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return PageRead.None(file.Path, InputFile.ReasonOf(error));
        }
    }

    static PageRead Page(string path, byte[] bytes, string? charset = null, string? address = null, int? status = null)
    {
        if (bytes.Length == 0)
            return PageRead.None(path, "empty");
        var hash = ContentId.Sha256(bytes);
        if (address is null && !PageInput.IsPageName(path) && !PageInput.LooksLikePage(bytes) && !BeginsWithTag(bytes))
            return Text(path, bytes, hash);
        var article = PageInput.Read(bytes, charset, address, status);
        return new PageRead(path, article, article.Text.Length == 0 ? null : PageInput.ToReport(article, hash, path), hash, address);
    }

    /// <summary>Whoever asks for an extract means a page, even a scrap of one.</summary>
    static bool BeginsWithTag(ReadOnlySpan<byte> bytes) => bytes.TrimStart(" \t\r\n"u8) is [(byte)'<', var next, ..] && (char.IsAsciiLetter((char)next) || next == '!');

    static PageRead Text(string path, byte[] bytes, string hash)
    {
        var decoded = TextDecoding.Decode(bytes);
        if (decoded.Text is null)
            return PageRead.None(path, decoded.Reason!);
        var (fields, text) = FrontMatter.Read(decoded.Text);
        static PageFact? Fact(string? value) => value is null ? null : new PageFact(value, PageBasis.Words);
        var facts = new PageFacts { Title = Fact(fields.Title), Byline = Fact(fields.Byline), Outlet = Fact(fields.Outlet), Published = Fact(fields.Published), Url = Fact(fields.Url) };
        return string.IsNullOrWhiteSpace(text) ? PageRead.None(path, "empty") : new PageRead(path, new PageArticle(PageKind.Article, null, text, facts), ReportReader.Read(fields, text, hash, path), hash);
    }
}
