using System.Net;
using System.Text.Json.Nodes;
using Stemma.Evidence;
using Stemma.Tests.Support;
using Xunit;
using static Stemma.Tests.Serve.ServedArchive;

namespace Stemma.Tests.Serve;

/// <summary>The sample stories, served: what programs are given, and how they are refused. Nothing here changes the archive.</summary>
public sealed class SampleArchive : IAsyncLifetime
{
    internal ServedArchive Served { get; private set; } = null!;

    internal IReadOnlyList<JsonNode> Answers { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Served = await StartAsync();
        Answers = await Served.ImportAsync(Samples.Reports);
    }

    public ValueTask DisposeAsync() => Served.DisposeAsync();
}

public sealed class ApiTests(SampleArchive sample) : IClassFixture<SampleArchive>
{
    readonly ServedArchive archive = sample.Served;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static string Text(JsonNode? node) => node!.GetValue<string>();

    async Task<JsonNode> StoryAsync() => await archive.JsonAsync("/api/stories/" + Text((await archive.JsonAsync("/api/stories"))["items"]![0]!["id"]));

    async Task<byte[]> BytesAsync(string path)
    {
        using var answer = await archive.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("attachment; filename=\"stemma-", answer.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        return await answer.Content.ReadAsByteArrayAsync(Cancel);
    }

    [Fact]
    public async Task The_list_holds_every_report_once_and_leads_from_page_to_page()
    {
        Assert.All(sample.Answers, static answer => Assert.Equal("added", Text(answer["result"])));
        var path = "/api/stories?size=1";
        var reports = 0;
        var total = 0;
        while (path is not null)
        {
            using var answer = await archive.GetAsync(path);
            var page = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!;
            reports += Assert.Single(page["items"]!.AsArray())!["reports"]!.GetValue<int>();
            total++;
            Assert.Equal(page["next"] is not null, answer.Headers.TryGetValues("Link", out var links) && links.Any(static link => link.Contains("rel=\"next\"", StringComparison.Ordinal)));
            path = page["next"]?.GetValue<string>();
            Assert.True(total <= page["total"]!.GetValue<int>());
        }
        Assert.Equal(Samples.Reports.Count, reports);
    }

    [Theory]
    [InlineData("page=0")]
    [InlineData("page=-1")]
    [InlineData("size=0")]
    [InlineData("size=201")]
    [InlineData("page=9999999")]
    [InlineData("page=abc")]
    [InlineData("size=")]
    [InlineData("page=99999999999999")]
    public async Task A_page_outside_the_limits_is_refused(string query)
    {
        foreach (var list in (string[])["/api/stories?", "/api/audit?", "/api/search?q=water&"])
        {
            using var answer = await archive.GetAsync(list + query);
            Assert.DoesNotContain("Int32", await ProblemAsync(answer, 400), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_story_has_its_reports_and_all_that_was_found()
    {
        var story = await StoryAsync();
        Assert.Equal(story["story"]!["reports"]!.AsArray().Select(Text), story["reports"]!.AsArray().Select(static report => Text(report!["id"])));
        Assert.NotEmpty(story["story"]!["statements"]!.AsArray());
        Assert.NotEmpty(story["story"]!["claims"]!.AsArray());
        Assert.Empty(story["notes"]!.AsArray());
    }

    [Fact]
    public async Task Who_has_an_answer_already_is_told_so()
    {
        var id = Text((await StoryAsync())["story"]!["id"]);
        foreach (var path in (string[])["/api/stories", $"/api/stories/{id}", $"/api/stories/{id}/pack", "/api/audit", "/openapi.json", "/api", "/api/search?q=the"])
        {
            using var first = await archive.GetAsync(path);
            var tag = first.Headers.ETag!.ToString();
            using var again = await archive.GetAsync(path, ("If-None-Match", $"\"other\", {tag}"));
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Empty(await again.Content.ReadAsByteArrayAsync(Cancel));
            using var other = await archive.GetAsync(path, ("If-None-Match", "\"other\""));
            Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        }
    }

    [Fact]
    public async Task The_packs_of_stories_reports_and_claims_verify()
    {
        foreach (var line in (await archive.JsonAsync("/api/stories"))["items"]!.AsArray())
        {
            var id = Text(line!["id"]);
            var bytes = await BytesAsync($"/api/stories/{id}/pack");
            var verdict = Verified(bytes);
            Assert.True(verdict.ExitCode == 0, verdict.Message);
            var story = JsonNode.Parse(bytes)!["stories"]![0]!;
            foreach (var report in story["reports"]!.AsArray())
                await Holds($"/api/reports/{Text(report)}/pack");
            foreach (var claim in story["claims"]!.AsArray())
            {
                var part = await Holds($"/api/stories/{id}/claims/{Text(claim!["id"])}/pack");
                Assert.Equal(claim["origins"]!.GetValue<int>(), Assert.Single(part["stories"]![0]!["claims"]!.AsArray())!["origins"]!.GetValue<int>());
            }
        }
    }

    async Task<JsonNode> Holds(string path)
    {
        var bytes = await BytesAsync(path);
        var verdict = Verified(bytes);
        Assert.True(verdict.ExitCode == 0, $"{path}: {verdict.Message}");
        var excerpts = Verified(await BytesAsync(path + "?excerpts=only"));
        Assert.True(excerpts.ExitCode == 0, $"{path}: {excerpts.Message}");
        return JsonNode.Parse(bytes)!;
    }

    [Fact]
    public async Task Excerpts_only_packs_hold_no_full_text_and_say_what_was_not_checked()
    {
        var bytes = await BytesAsync($"/api/stories/{Text((await StoryAsync())["story"]!["id"])}/pack?excerpts=only");
        var pack = JsonNode.Parse(bytes)!;
        Assert.All(pack["reports"]!.AsArray(), static report => Assert.Equal("", Text(report!["text"])));
        Assert.Empty(new SchemaCheck(JsonNode.Parse(PackSchema.Text)!.AsObject()).Problems(pack));
        var verdict = Verified(bytes);
        Assert.Equal(0, verdict.ExitCode);
        Assert.Contains("left out", verdict.Message, StringComparison.Ordinal);
        using var wrong = await archive.GetAsync($"/api/stories/{Text(pack["stories"]![0]!["id"])}/pack?excerpts=some");
        Assert.Contains("excerpts", await ProblemAsync(wrong, 400), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_has_its_text_its_statements_and_its_story()
    {
        var given = Samples.Reports[0];
        var answer = await archive.JsonAsync("/api/reports/" + Text(sample.Answers[0]["report"]));
        Assert.Equal(given.Text, Text(answer["report"]!["text"]));
        Assert.All(answer["statements"]!.AsArray(), statement => Assert.Equal(Text(answer["report"]!["id"]), Text(statement!["report"])));
        Assert.Contains(Text(answer["report"]!["id"]), (await archive.JsonAsync("/api/stories/" + answer["story"]))["story"]!["reports"]!.AsArray().Select(Text));
    }

    [Fact]
    public async Task Two_reports_are_compared_both_ways()
    {
        var edge = (await StoryAsync())["story"]!["lineage"]!.AsArray().First(static edge => Text(edge!["kind"]) != "credits" && Text(edge["to"])[0] == 'r')!;
        var (from, to) = (Text(edge["from"]), Text(edge["to"]));
        var one = await archive.JsonAsync($"/api/reports/{from}/compare/{to}");
        var other = await archive.JsonAsync($"/api/reports/{to}/compare/{from}");
        Assert.Equal(Text(edge["kind"]), Text(one["kind"]));
        Assert.Equal(from, Text(one["later"]));
        Assert.Equal(one["containmentA"]!.GetValue<double>(), other["containmentB"]!.GetValue<double>());
        Assert.NotEmpty(one["passages"]!.AsArray());
    }

    [Fact]
    public async Task A_search_finds_reports_statements_and_sources_with_the_words_marked()
    {
        var sources = (await StoryAsync())["story"]!["sources"]!.AsArray();
        var person = sources.First(static source => Text(source!["kind"]) == "person")!;
        var name = Text(person["name"]);
        foreach (var kind in (string[])["report", "statement", "source"])
        {
            var found = (await archive.JsonAsync($"/api/search?kind={kind}&q={Uri.EscapeDataString(name)}"))["items"]!.AsArray();
            Assert.All(found, hit => Assert.Equal(kind, Text(hit!["kind"])));
            Assert.All(found, static hit => Assert.DoesNotContain(Text(hit!["text"]), static c => c is '\u0002' or '\u0003'));
            if (kind != "statement")
                Assert.NotEmpty(found);
            foreach (var hit in found)
            {
                foreach (var mark in hit!["marks"]!.AsArray())
                    Assert.Contains(Text(hit["text"])[mark!["start"]!.GetValue<int>()..mark["end"]!.GetValue<int>()], name, StringComparison.OrdinalIgnoreCase);
            }
        }
        foreach (var query in (string[])["q=x&kind=page", "q=", "kind=report", "q=" + new string('x', 501)])
        {
            using var answer = await archive.GetAsync("/api/search?" + query);
            await ProblemAsync(answer, 400);
        }
        Assert.Equal(0, (await archive.JsonAsync("/api/search?q=" + Uri.EscapeDataString("\" OR NEAR( * ^ { } - ' zzzqqq")))["total"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_source_has_what_it_is_cited_for()
    {
        var story = (await StoryAsync())["story"]!;
        var statement = story["statements"]!.AsArray().First(statement => statement!["attribution"]!.GetValue<bool>())!;
        var id = Text(statement["chain"]![0]!["source"]);
        var answer = await archive.JsonAsync("/api/sources/" + id);
        var cited = answer["stories"]!["items"]!.AsArray().SelectMany(static story => story!["statements"]!.AsArray()).ToList();
        Assert.Contains(Text(statement["id"]), cited.Select(static line => Text(line!["statement"])));
        Assert.Equal(Text(story["sources"]!.AsArray().First(source => Text(source!["id"]) == id)!["name"]), Text(answer["name"]));
    }

    [Theory]
    [InlineData("/api/stories/none")]
    [InlineData("/api/stories/none/pack")]
    [InlineData("/api/stories/none/notes")]
    [InlineData("/api/stories/none/claims/c1/pack")]
    [InlineData("/api/reports/none")]
    [InlineData("/api/reports/none/pack")]
    [InlineData("/api/reports/none/compare/other")]
    [InlineData("/api/sources/none")]
    [InlineData("/api/reports/..%2f..%2fetc%2fpasswd")]
    [InlineData("/api/nowhere")]
    [InlineData("/health/nowhere")]
    public async Task What_is_not_there_is_said_to_be_so(string path)
    {
        using var answer = await archive.GetAsync(path);
        await ProblemAsync(answer, 404);
    }

    [Fact]
    public async Task A_method_that_an_address_does_not_take_is_refused()
    {
        foreach (var path in (string[])["/api/stories", "/api/reports", "/health"])
        {
            using var answer = await archive.SendAsync(HttpMethod.Put, path);
            await ProblemAsync(answer, 405);
        }
    }

    [Fact]
    public async Task The_status_tells_what_is_kept()
    {
        var status = await archive.JsonAsync("/api/status");
        Assert.Equal(Samples.Reports.Count, status["reports"]!.GetValue<int>());
        Assert.False(status["desk"]!["computing"]!.GetValue<bool>());
        Assert.Equal("ok", Text((await archive.JsonAsync("/health"))["status"]));
    }

    [Fact]
    public async Task The_description_of_the_api_is_as_in_the_golden_file()
    {
        var text = await archive.Client.GetStringAsync("/openapi.json", Cancel);
        Golden.Matches("openapi.json", text);
        var document = JsonNode.Parse(text)!;
        Assert.StartsWith("3.1", Text(document["openapi"]), StringComparison.Ordinal);
        foreach (var (path, methods) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in methods!.AsObject())
            {
                Assert.False(string.IsNullOrWhiteSpace(Text(operation!["summary"])), $"{method} {path} has no summary");
                Assert.NotEmpty(operation["responses"]!.AsObject());
                foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
                    Assert.True(parameter!["description"] is not null || Text(parameter["in"]) == "path" || Text(parameter["name"]) is "page" or "size", $"{method} {path}: {parameter["name"]} is not described");
            }
        }
    }

    [Fact]
    public async Task The_reference_page_names_every_endpoint()
    {
        var page = await archive.Client.GetStringAsync("/api", Cancel);
        var document = JsonNode.Parse(await archive.Client.GetStringAsync("/openapi.json", Cancel))!;
        foreach (var (path, methods) in document["paths"]!.AsObject())
        {
            foreach (var (method, _) in methods!.AsObject())
                Assert.Contains($"<code>{method.ToUpperInvariant()} {path}</code>", page, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
    }
}
