using System.Diagnostics;
using System.Text;
using Stemma.App.Input;
using Stemma.Reports;
using Xunit;

namespace Stemma.Tests.Input;

public sealed class InputReaderTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("stemma-input-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    string File(string name, string content = "The ferry sailed.") => File(name, Encoding.UTF8.GetBytes(content));

    string File(string name, byte[] content)
    {
        var path = Path.Join(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    List<InputItem> Read(InputOptions? options = null) => [.. InputReader.Read([folder], options)];

    string[] Said(IEnumerable<InputItem> items) =>
        [.. items.Select(item => item.Report is { } report
            ? $"{Path.GetRelativePath(folder, report.Path!)}: {report.Text}"
            : $"{Path.GetRelativePath(folder, item.Problem!.Path)}: {item.Problem.Reason}")];

    static string Reason(string path, InputOptions? options = null) => Assert.Single(InputReader.Read([path], options)).Problem!.Reason;

    [Fact]
    public void Folders_are_read_by_name_and_what_is_no_report_is_named()
    {
        File("b/2.txt", "b2");
        File("b/10.txt", "b10");
        File("B.text", "B");
        File("a.jsonl", "{\"text\":\"one\"}\nbroken\n{\"id\":\"3\",\"text\":\"\"}\n");
        File("c.png");
        File("d.html");
        File("README.txt");
        File("ABOUT.md");
        File("LICENSE");
        File(".hidden.txt");
        File(".git/x.txt");
        File("CVS/x.txt");
        Assert.Equal(
            ["B.text: B", "a.jsonl: one", "a.jsonl: the line is not a JSON object", "a.jsonl: empty", "b/10.txt: b10", "b/2.txt: b2",
             "c.png: not a kind of file that Stemma reads (.png)", "d.html: no article: only 3 words of text were found"],
            Said(Read()));
        var problems = Read().Select(item => item.Problem).OfType<InputProblem>().ToList();
        Assert.Equal([2, 3, null, null], problems.Select(problem => problem.Line));
        Assert.Equal("3", problems[1].InputId);
        Assert.Equal([false, false, true, true], problems.Select(problem => problem.PassedOver));
    }

    [Fact]
    public void The_number_of_readers_does_not_change_the_result()
    {
        for (var file = 0; file < 50; file++)
            File($"{file}.txt", $"Ferry {file} sailed.");
        Assert.Equal(Said(Read(new InputOptions { Readers = 1 })), Said(Read(new InputOptions { Readers = 7 })));
    }

    [Fact]
    public void A_file_named_by_the_user_is_tried_whatever_it_is_called()
    {
        Assert.Equal("The ferry sailed.", Assert.Single(InputReader.Read([File("README.md")])).Report!.Text);
        Assert.Equal("a PNG image, not text", Reason(File("x.png", [0x89, .. "PNG"u8, 0, 0])));
    }

    [Fact]
    public void Front_matter_and_hashes_reach_the_report()
    {
        var path = File("a.txt", "---\r\nid: 7\r\noutlet: Bay Post\r\npublished: 2023-09-13\r\n---\r\nThe ferry\r\nsailed.");
        var report = Assert.Single(InputReader.Read([path])).Report!;
        Assert.Equal(("7", "Bay Post", "2023-09-13", "The ferry\nsailed."), (report.InputId, report.Outlet, report.Published.ToIso(), report.Text));
        Assert.Equal(ContentId.Sha256(System.IO.File.ReadAllBytes(path)), report.PageSha256);
        Assert.Equal(ContentId.Sha256(report.Text), report.TextSha256);
    }

    [Fact]
    public void The_same_report_twice_is_marked_as_repeated()
    {
        File("a.txt");
        File("b.txt");
        File("c.txt", "Another.");
        Assert.Equal([false, true, false], Read().Select(item => item.Repeated));
    }

    [Theory]
    [InlineData("<!DOCTYPE html><p>Hello")]
    [InlineData("\n <html lang=en>")]
    [InlineData("<?xml version=\"1.0\"?>\n<html>")]
    public void A_page_that_is_no_article_is_named_and_passed_over(string content)
    {
        var problem = Assert.Single(InputReader.Read([File("a.txt", content)])).Problem!;
        Assert.StartsWith("no article: ", problem.Reason, StringComparison.Ordinal);
        Assert.True(problem.PassedOver);
    }

    [Fact]
    public void What_cannot_be_read_gives_a_reason()
    {
        Assert.Equal("there is no such file or folder", Reason(Path.Join(folder, "none.txt")));
        Assert.Equal("empty", Reason(File("a.txt", " \n")));
        Assert.Equal("empty", Reason(File("a.jsonl", "\n\n")));
        Assert.Equal("empty", Reason(File("b.txt", "---\ntitle: x\n---\n \n")));
        Assert.Equal("JSON over several lines: one JSON object per line is read", Reason(File("c.jsonl", "[\n{\"text\":\"a\"}\n]")));
        Assert.Equal("not a path", Reason(""));
        Assert.Equal("not a path", Reason("a\0b"));
    }

    [Fact]
    public void What_is_over_the_limit_is_refused_by_its_size()
    {
        var options = new InputOptions { MaxPageBytes = 2048, MaxLineBytes = 1024 };
        Assert.Equal("larger than the limit of 2048 bytes", Reason(File("a.txt", new string('a', 2049)), options));
        var big = InputReader.Read(["-"], options, () => new MemoryStream(Encoding.UTF8.GetBytes(new string('a', 5000))));
        Assert.Equal("larger than the limit of 2048 bytes", Assert.Single(big).Problem!.Reason);
        Assert.Equal(["the line is longer than the limit of 1024 bytes", null],
            InputReader.Read([File("b.jsonl", "{\"text\":\"" + new string('a', 2000) + "\"}\n{\"text\":\"b\"}")], options).Select(item => item.Problem?.Reason));
        Assert.Throws<ArgumentOutOfRangeException>(() => new InputOptions { MaxPageBytes = 1 });
    }

    [Fact]
    public void Standard_input_is_text_or_JSON_lines_by_its_first_character()
    {
        static List<InputItem> Piped(string content) => [.. InputReader.Read(["-"], null, () => new MemoryStream(Encoding.UTF8.GetBytes(content)))];
        Assert.Equal("The ferry sailed.", Assert.Single(Piped("The ferry sailed.")).Report!.Text);
        Assert.Equal(["one", "two"], Piped("\uFEFF {\"text\":\"one\"}\n{\"text\":\"two\"}").Select(item => item.Report!.Text));
        Assert.Equal("empty", Assert.Single(Piped("")).Problem!.Reason);
    }

    [Fact]
    public void Links_that_lead_nowhere_or_in_circles_are_reported_and_end()
    {
        File("a/x.txt");
        Directory.CreateSymbolicLink(Path.Join(folder, "a", "up"), folder);
        Directory.CreateSymbolicLink(Path.Join(folder, "z"), Path.Join(folder, "a"));
        System.IO.File.CreateSymbolicLink(Path.Join(folder, "gone.txt"), Path.Join(folder, "none"));
        System.IO.File.CreateSymbolicLink(Path.Join(folder, "self"), "self");
        var said = Said(Read());
        Assert.Equal(["a/up: a link back to a folder above it", "a/x.txt: The ferry sailed.", "gone.txt: a link that leads nowhere"], said[..3]);
        Assert.StartsWith("self: ", Assert.Single(said[3..]), StringComparison.Ordinal);
    }

    [Fact]
    public void Pipes_and_devices_are_never_opened()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "pipes are made with mkfifo");
        using var made = Process.Start("mkfifo", [Path.Join(folder, "p.txt")]);
        made.WaitForExit();
        Assert.Equal("a pipe, not a file", Assert.Single(Read()).Problem!.Reason);
        Assert.Equal("a device, not a file", Reason("/dev/zero"));
    }

    [Fact]
    public void A_file_without_permission_gives_a_reason()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "the superuser may read everything");
        var path = File("a.txt");
        if (OperatingSystem.IsWindows())
            Assert.Skip("no Unix permissions here");
        else
            System.IO.File.SetUnixFileMode(path, UnixFileMode.None);
        Assert.Equal("no permission to read it", Reason(path));
    }
}
