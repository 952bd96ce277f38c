using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Stemma.Reports;
using Xunit;

namespace Stemma.Tests.Reports;

public sealed class JsonLinesTests
{
    static List<JsonLine> Read(string lines, int max = JsonLines.DefaultMaxLineBytes) =>
        [.. JsonLines.Read(new MemoryStream(Encoding.UTF8.GetBytes(lines)), max)];

    [Fact]
    public void A_line_gives_its_fields_and_its_text_untouched()
    {
        var line = Assert.Single(Read(
            """{"id":17,"title":"Harbour","text":" The harbour\r\nclosed. ","published":"2023-09-13","outlet":"Bay Post","byline":"Ada Brook","url":"https://example.org/","extra":{"text":"no"}}"""));
        Assert.Equal(new ReportFields("17", "Harbour", "2023-09-13", "Bay Post", "Ada Brook", "https://example.org/"), line.Fields);
        Assert.Equal(" The harbour\r\nclosed. ", line.Text);
    }

    [Theory]
    [InlineData("not json", "the line is not a JSON object")]
    [InlineData("[1]", "the line is not a JSON object")]
    [InlineData("{\"text\":\"cut", "the line is not a JSON object")]
    [InlineData("{\"text\":\"a\"}{\"text\":\"b\"}", "the line is not a JSON object")]
    [InlineData("{\"id\":\"x\"}", "the line has no \"text\" string")]
    [InlineData("{\"id\":\"x\",\"text\":3}", "the line has no \"text\" string")]
    [InlineData("{\"text\":\" \\n\"}", "empty")]
    public void A_broken_line_gives_its_number_and_a_reason_and_the_rest_goes_on(string broken, string reason)
    {
        var lines = Read("\uFEFF{\"text\":\"one\"}\n\n" + broken + "\r\n{\"text\":\"four\"}");
        Assert.Equal([1, 3, 4], lines.Select(line => line.Number));
        Assert.Equal(["one", null, "four"], lines.Select(line => line.Text));
        Assert.Equal(reason, lines[1].Reason);
    }

    [Fact]
    public void A_refused_line_keeps_its_id() => Assert.Equal("x", Read("""{"id":"x","text":""}""")[0].Fields.Id);

    [Fact]
    public void Bytes_that_are_not_UTF_8_give_a_reason()
    {
        var lines = JsonLines.Read(new MemoryStream([.. "{\"text\":\""u8, 0xE9, .. "\"}\n{\"text\":\"two\"}"u8])).ToList();
        Assert.Equal("the line is not UTF-8", lines[0].Reason);
        Assert.Equal("two", lines[1].Text);
    }

    [Fact]
    public void A_line_over_the_limit_gives_a_reason_and_is_not_kept()
    {
        var lines = Read("{\"text\":\"" + new string('a', 300_000) + "\"}\n{\"text\":\"two\"}\n", max: 1024);
        Assert.Equal("the line is longer than the limit of 1024 bytes", lines[0].Reason);
        Assert.Equal("two", lines[1].Text);
    }

    [Fact]
    public void Escaped_lone_surrogates_become_replacement_characters() =>
        Assert.Equal("a\uFFFD\t\"😀\uFFFDA/\\", Read("""{"text":"a\ud800\t\"\ud83d\ude00\uDE00\u0041\/\\"}""")[0].Text);

    [Fact]
    public void Bytes_taken_from_the_front_of_the_stream_are_read_first() =>
        Assert.Equal("one", JsonLines.Parse(JsonLines.Split(new MemoryStream([.. "t\":\"one\"}"u8]), [.. "{\"tex"u8]).Single()).Text);

    [Fact]
    public void Any_lines_give_a_text_or_a_reason_each() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
            JsonLines.Read(new MemoryStream([.. "{\"text\":\""u8, .. bytes, .. "\"}\n"u8])).All(line => (line.Text is null) != (line.Reason is null)))
        .QuickCheckThrowOnFailure();
}
