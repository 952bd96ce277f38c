using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Stemma.App.Serve;
using Xunit;
using static Stemma.Tests.Serve.ServedArchive;

namespace Stemma.Tests.Serve;

public sealed class ImportTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static string Report(int number) => $$"""{"id":"n{{number}}","text":"Report {{number}}. The harbour master said on Monday that berth {{number}} was closed.","outlet":"Quay News"}""";

    [Fact]
    public async Task One_report_is_kept_and_found_under_its_address()
    {
        await using var archive = await StartAsync();
        using var added = await archive.PostAsync("/api/reports", new { id = 7, text = "The ferry will not sail, the harbour master said.", title = "No ferry" });
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        var line = JsonNode.Parse(await added.Content.ReadAsStringAsync(Cancel))!;
        Assert.Equal("7", line["id"]!.GetValue<string>());
        Assert.Equal("added", line["result"]!.GetValue<string>());
        await archive.SettledAsync();
        var report = await archive.JsonAsync(added.Headers.Location!.OriginalString);
        Assert.Equal("No ferry", report["report"]!["title"]!.GetValue<string>());
        Assert.NotNull(report["story"]);

        using var again = await archive.PostAsync("/api/reports", new { id = 7, text = "The ferry will not sail, the harbour master said.", title = "No ferry" });
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Contains("already here", await again.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"title\":\"no text\"}", "no \"text\"")]
    [InlineData("{\"text\":\"  \"}", "empty")]
    [InlineData("[1,2]", "not a JSON object")]
    [InlineData("", "not a JSON object")]
    public async Task A_body_that_is_no_report_is_refused_with_the_reason(string body, string reason)
    {
        await using var archive = await StartAsync();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await archive.SendAsync(HttpMethod.Post, "/api/reports", content);
        Assert.Contains(reason, await ProblemAsync(answer, 400), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_line_has_its_answer_and_a_broken_one_harms_no_other()
    {
        await using var archive = await StartAsync(static options => options with { Limits = new ServeLimits { MaxLineBytes = 1024, LinesATime = 3 } });
        var answers = await archive.ImportAsync($"{Report(1)}\nnot json\n\n{Report(2)}\n{Report(1)}\n{{\"id\":\"long\",\"text\":\"{new string('a', 2000)}\"}}\n{{\"id\":\"bare\"}}\n{Report(3)}");
        Assert.Equal([1, 2, 4, 5, 6, 7, 8], answers.Select(static answer => answer["line"]!.GetValue<int>()));
        Assert.Equal(["added", "error", "added", "already here", "error", "error", "added"], answers.Select(static answer => answer["result"]!.GetValue<string>()));
        Assert.Equal("bare", answers[5]["id"]!.GetValue<string>());
        Assert.Contains("longer than the limit", answers[4]["reason"]!.GetValue<string>(), StringComparison.Ordinal);
        foreach (var answer in answers.Where(static answer => answer["result"]!.GetValue<string>() == "added"))
            await archive.JsonAsync("/api/reports/" + answer["report"]);
        Assert.Equal(3, (await archive.JsonAsync("/health"))["reports"]!.GetValue<int>());
    }

    [Fact]
    public async Task Lines_are_answered_while_more_are_still_to_come()
    {
        await using var archive = await StartAsync();
        await using var import = await SlowImport.BeginAsync(archive);
        for (var i = 1; i <= 3; i++)
        {
            var line = await import.SendAsync(Report(i));
            Assert.Contains($"\"line\":{i},\"id\":\"n{i}\"", line, StringComparison.Ordinal);
            // An answer means that it is on disk: anybody can have it now.
            await archive.JsonAsync("/api/reports/" + JsonNode.Parse(line)!["report"]);
        }
    }

    [Fact]
    public async Task A_client_that_reads_nothing_until_it_has_sent_everything_gets_every_answer()
    {
        await using var archive = await StartAsync();
        var lines = string.Join('\n', Enumerable.Range(0, 20_000).Select(static i => $"{{\"id\":\"{i}\"}}"));
        var answers = await archive.ImportAsync(lines);
        Assert.Equal(20_000, answers.Count);
        Assert.Equal(20_000, answers[^1]["line"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_import_over_the_limit_ends_with_the_reason_and_keeps_what_was_answered()
    {
        await using var archive = await StartAsync(static options => options with { Limits = new ServeLimits { MaxImportBytes = 4096 } });
        using var content = Lines(string.Join('\n', Enumerable.Range(0, 100).Select(Report)));
        content.Headers.ContentLength = null;
        using var answer = await archive.SendAsync(HttpMethod.Post, "/api/reports", content, ("Transfer-Encoding", "chunked"));
        var lines = (await answer.Content.ReadAsStringAsync(Cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("larger than the limit of 4096 bytes", lines[^1], StringComparison.Ordinal);
        Assert.Equal(lines.Count(static line => line.Contains("\"added\"", StringComparison.Ordinal)), (await archive.JsonAsync("/health"))["reports"]!.GetValue<int>());
    }

    [Fact]
    public async Task No_more_imports_run_at_once_than_allowed()
    {
        await using var archive = await StartAsync(static options => options with { Limits = new ServeLimits { Imports = 1 } });
        await using (var first = await SlowImport.BeginAsync(archive))
        {
            await first.SendAsync(Report(1));
            using var content = Lines(Report(2));
            using var second = await archive.SendAsync(HttpMethod.Post, "/api/reports", content);
            Assert.Contains("try again", await ProblemAsync(second, 429), StringComparison.Ordinal);
            Assert.NotNull(second.Headers.RetryAfter);
            await first.EndAsync();
        }
        Assert.Equal("added", Assert.Single(await archive.ImportAsync(Report(2)))["result"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_comes_in_is_counted()
    {
        await using var archive = await StartAsync();
        await archive.ImportAsync($"{Report(1)}\n{Report(2)}\n{Report(1)}\nnonsense");
        var metrics = await archive.Client.GetStringAsync("/metrics", Cancel);
        Assert.Contains("stemma_import_lines_total{result=\"added\"} 2\n", metrics, StringComparison.Ordinal);
        Assert.Contains("stemma_import_lines_total{result=\"already here\"} 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("stemma_import_lines_total{result=\"error\"} 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("stemma_reports 2\n", metrics, StringComparison.Ordinal);
        Assert.Matches("stemma_desk_run_seconds_count [1-9]", metrics);
        Assert.Contains("stemma_http_request_seconds_count{method=\"POST\",route=\"/api/reports\",status=\"200\"} 1\n", metrics, StringComparison.Ordinal);
        Assert.Matches("process_resident_memory_bytes [1-9]", metrics);
        foreach (var line in metrics.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Assert.Matches("^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+({([a-z]+=\"[^\"]*\",?)+})? [0-9.E+-]+)$", line);
    }
}
