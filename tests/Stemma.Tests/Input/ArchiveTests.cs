using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Stemma.App.Input;
using Stemma.Pages;
using Xunit;
using static Stemma.Tests.Pages.InventedPage;

namespace Stemma.Tests.Input;

public sealed class ArchiveTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("stemma-archives-").FullName;

    static readonly string Html = Page($"<article><h1>Ferry held over missing oars</h1>{Paragraphs()}</article>");

    static readonly string Text = string.Join("\n\n", Body);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    string Write(string name, byte[] bytes)
    {
        var path = Path.Join(folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }
        return stream.ToArray();
    }

    static byte[] Tar(params (string Name, byte[] Bytes)[] files)
    {
        using var stream = new MemoryStream();
        using (var tar = new TarWriter(stream, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(bytes) });
        }
        return stream.ToArray();
    }

    static byte[] Gzip(byte[] bytes)
    {
        using var stream = new MemoryStream();
        using (var zip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))
            zip.Write(bytes);
        return stream.ToArray();
    }

    static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    static byte[] Record(string type, string url, string contentType, byte[] block) =>
        [.. Utf8($"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Target-URI: {url}\r\nContent-Type: {contentType}\r\nContent-Length: {block.Length}\r\n\r\n"), .. block, .. "\r\n\r\n"u8];

    static byte[] Http(string headers, byte[] body, string status = "200 OK") => [.. Utf8($"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n{headers}\r\n"), .. body];

    static List<PageRead> Extract(string path, InputOptions? options = null) => [.. PageReading.Read([path], options ?? InputOptions.Default, static () => Stream.Null)];

    [Fact]
    public void Pages_and_texts_in_zip_and_tar_are_read_as_in_a_folder()
    {
        (string, byte[])[] files = [("a/one.html", Utf8(Html)), ("a/two.txt", "The ferry sailed."u8.ToArray()), ("a/", []), (".hidden.html", Utf8(Html)), ("a/style.css", [1]), ("three.jsonl", "{\"text\":\"one\"}\n{\"text\":\"two\"}"u8.ToArray())];
        foreach (var path in (string[])[Write("a.zip", Zip(files)), Write("a.tar", Tar(files[..2].Append(files[^1]).ToArray())), Write("a.tar.gz", Gzip(Tar(files[..2].Append(files[^1]).ToArray()))), Write("a.tgz", Gzip(Tar(files[..2].Append(files[^1]).ToArray())))])
            Assert.Equal([Text, "The ferry sailed.", "one", "two"], InputReader.Read([path]).Select(item => item.Report!.Text));
        Assert.Equal(folder + "/a.zip/a/one.html", InputReader.Read([Path.Join(folder, "a.zip")]).First().Report!.Path!.Replace('\\', '/'));
    }

    [Fact]
    public void A_web_archive_gives_its_pages_with_their_addresses()
    {
        var chunked = new List<byte>();
        foreach (var part in Utf8(Html).Chunk(100))
            chunked.AddRange([.. Utf8($"{part.Length:x}\r\n"), .. part, .. "\r\n"u8]);
        byte[] warc =
        [
            .. Record("warcinfo", "", "application/warc-fields", "software: test"u8.ToArray()),
            .. Record("response", "https://mail.example/1", "application/http; msgtype=response", Http("", Utf8(Html))),
            .. Record("response", "https://mail.example/2", "application/http; msgtype=response", Http("Content-Encoding: gzip\r\n", Gzip(Utf8(Html)))),
            .. Record("response", "https://mail.example/3", "application/http; msgtype=response", Http("Transfer-Encoding: chunked\r\n", [.. chunked, .. "0\r\n\r\n"u8])),
            .. Record("response", "https://mail.example/4.png", "application/http; msgtype=response", [.. "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n"u8, 1, 2, 3]),
            .. Record("response", "https://mail.example/5", "application/http; msgtype=response", Http("", Utf8(Html), "404 Not Found")),
            .. Record("resource", "https://mail.example/6", "text/html", Utf8(Html)),
        ];
        foreach (var path in (string[])[Write("a.warc", warc), Write("a.warc.gz", Gzip(warc))])
        {
            var pages = Extract(path);
            Assert.Equal([1, 2, 3, 5, 6], pages.Select(page => page.Address![^1] - '0'));
            Assert.All(pages, page => Assert.Equal(Text, page.Article.Text));
            Assert.Equal([PageKind.Article, PageKind.Article, PageKind.Article, PageKind.Error, PageKind.Article], pages.Select(page => page.Article.Kind));
            Assert.Equal("https://mail.example/1", pages[0].Article.Facts.Url!.Value);
        }
    }

    [Fact]
    public void A_bomb_ends_at_its_limit_with_a_reason()
    {
        var options = new InputOptions { MaxPageBytes = 100_000, MaxArchiveBytes = 1 << 20 };
        var zeros = new byte[50_000_000];
        Assert.Equal("larger than the limit of 100000 bytes", Assert.Single(Extract(Write("a.zip", Zip(("a.html", zeros))), options)).Article.Reason);
        Assert.Equal("larger than the limit of 100000 bytes", Assert.Single(Extract(Write("a.html.gz", Gzip(zeros)), options)).Article.Reason);
        var read = Extract(Write("a.tar.gz", Gzip(Tar(("a.html", Utf8(Html)), ("b.html", zeros), ("c.html", Utf8(Html))))), options);
        Assert.Equal(Text, read[0].Article.Text);
        Assert.Equal("unpacks to more than the limit of 1048576 bytes: the rest was not read", read[^1].Article.Reason);
        Assert.Equal("an archive within an archive", Assert.Single(Extract(Write("c.zip", Zip(("b.zip", Zip(("a.html", zeros))))), options)).Article.Reason);
    }

    [Fact]
    public void A_damaged_archive_gives_what_it_has_and_a_reason()
    {
        var whole = Gzip(Tar(("a.html", Utf8(Html)), ("b.html", Utf8(Html + new string('x', 100_000)))));
        foreach (var path in (string[])[Write("a.zip", "PK no zip"u8.ToArray()), Write("a.warc", "no warc\r\n\r\n"u8.ToArray()), Write("a.tar.gz", whole[..^20]), Write("b.tar.gz", "none"u8.ToArray())])
        {
            var read = Extract(path);
            Assert.True(read[^1].Failed);
            Assert.NotNull(read[^1].Article.Reason);
        }
    }
}
