using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Stemma.Tests.Support;
using Xunit;
using static Stemma.Tests.Serve.ServedArchive;

namespace Stemma.Tests.Serve;

/// <summary>What changes the archive: notes, rulings, removals; and texts that mean harm.</summary>
public sealed class DecisionTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static string Text(JsonNode? node) => node!.GetValue<string>();

    static async Task<List<string>> StoryIdsAsync(ServedArchive archive) =>
        [.. (await archive.JsonAsync("/api/stories"))["items"]!.AsArray().Select(static story => Text(story!["id"])).Order(StringComparer.Ordinal)];

    [Fact]
    public async Task A_ruling_joins_stories_its_withdrawal_parts_them_and_old_addresses_lead_on()
    {
        await using var archive = await StartAsync();
        await archive.ImportAsync(Samples.Reports);
        var before = await StoryIdsAsync(archive);
        Assert.True(before.Count > 1);
        var firsts = new List<string>();
        foreach (var id in before)
            firsts.Add(Text((await archive.JsonAsync("/api/stories/" + id))["story"]!["reports"]![0]));

        using var made = await archive.PostAsync("/api/rulings", new { by = "Ana", kind = "together", a = firsts[0], b = firsts[1], note = "one happening" });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        await archive.SettledAsync();
        var joined = await StoryIdsAsync(archive);
        Assert.Equal(before.Count - 1, joined.Count);
        var gone = before.Except(joined, StringComparer.Ordinal).Single();
        using var moved = await archive.GetAsync($"/api/stories/{gone}/pack?excerpts=only");
        Assert.Equal(HttpStatusCode.PermanentRedirect, moved.StatusCode);
        var now = moved.Headers.Location!.OriginalString;
        Assert.Matches("^/api/stories/s[0-9a-f]+/pack\\?excerpts=only$", now);
        Assert.Contains(now.Split('/')[3], joined, StringComparer.Ordinal);

        var ruling = Assert.Single((await archive.JsonAsync("/api/rulings")).AsArray())!;
        Assert.Equal("together", Text(ruling["kind"]));
        using var nameless = await archive.SendAsync(HttpMethod.Delete, $"/api/rulings/{ruling["number"]}");
        await ProblemAsync(nameless, 400);
        using var withdrawn = await archive.SendAsync(HttpMethod.Delete, $"/api/rulings/{ruling["number"]}?by=Ana");
        Assert.Equal(HttpStatusCode.NoContent, withdrawn.StatusCode);
        await archive.SettledAsync();
        Assert.Equal(before, await StoryIdsAsync(archive));
        using var twice = await archive.SendAsync(HttpMethod.Delete, $"/api/rulings/{ruling["number"]}?by=Ana");
        await ProblemAsync(twice, 404);
        Assert.Equal(2, (await archive.JsonAsync("/api/audit"))["items"]!.AsArray().Count(static entry => Text(entry!["by"]) == "Ana"));
    }

    [Fact]
    public async Task Rulings_on_sources_are_replayed()
    {
        await using var archive = await StartAsync();
        await archive.ImportAsync(Samples.Reports);
        var story = (await archive.JsonAsync("/api/stories/" + (await StoryIdsAsync(archive))[0]))["story"]!;
        var people = story["sources"]!.AsArray().Where(static source => Text(source!["kind"]) == "person").Select(static source => Text(source!["id"])).Take(2).ToList();
        using var made = await archive.PostAsync("/api/rulings", new { by = "Ana", kind = "sameSource", a = people[0], b = people[1] });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        await archive.SettledAsync();
        var after = (await archive.JsonAsync("/api/stories/" + Text(story["id"])))["story"]!;
        Assert.Equal(story["sources"]!.AsArray().Count - 1, after["sources"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"by\":\"\",\"kind\":\"together\",\"a\":\"x\",\"b\":\"y\"}")]
    [InlineData("{\"by\":\"Ana\",\"kind\":\"whatever\",\"a\":\"x\",\"b\":\"y\"}")]
    [InlineData("{\"by\":\"Ana\",\"kind\":3,\"a\":\"x\",\"b\":\"y\"}")]
    [InlineData("{\"by\":\"Ana\",\"kind\":\"together\",\"a\":\"x\",\"b\":\"x\"}")]
    [InlineData("{\"by\":\"Ana\",\"kind\":\"together\",\"a\":null,\"b\":\"x\"}")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task A_ruling_that_makes_no_sense_is_refused(string body)
    {
        await using var archive = await StartAsync();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await archive.SendAsync(HttpMethod.Post, "/api/rulings", content);
        Assert.NotEmpty(await ProblemAsync(answer, 400));
        Assert.Empty((await archive.JsonAsync("/api/rulings")).AsArray());
    }

    [Fact]
    public async Task A_ruling_about_what_is_not_here_is_refused()
    {
        await using var archive = await StartAsync();
        using var reports = await archive.PostAsync("/api/rulings", new { by = "Ana", kind = "pin", a = "r1", b = "r2" });
        Assert.Contains("report", await ProblemAsync(reports, 404), StringComparison.Ordinal);
        using var sources = await archive.PostAsync("/api/rulings", new { by = "Ana", kind = "notSameSource", a = "o1", b = "o2" });
        Assert.Contains("source", await ProblemAsync(sources, 404), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notes_stay_with_their_story()
    {
        await using var archive = await StartAsync();
        await archive.ImportAsync(Samples.Reports);
        var id = (await StoryIdsAsync(archive))[0];
        using var plain = await archive.PostAsync($"/api/stories/{id}/notes", new { by = "Ana", text = "Ask the harbour office." });
        Assert.Equal(HttpStatusCode.Created, plain.StatusCode);
        var claim = Text((await archive.JsonAsync("/api/stories/" + id))["story"]!["claims"]![0]!["id"]);
        using var signed = await archive.PostAsync($"/api/stories/{id}/notes", new { by = "Ben", target = claim, signedOff = true });
        Assert.Equal(HttpStatusCode.Created, signed.StatusCode);
        var notes = (await archive.JsonAsync($"/api/stories/{id}/notes")).AsArray();
        Assert.Equal([id, claim], notes.Select(static note => Text(note!["target"])));
        Assert.Equal([false, true], notes.Select(static note => note!["signedOff"]!.GetValue<bool>()));
        Assert.Equal(2, (await archive.JsonAsync("/api/stories/" + id))["notes"]!.AsArray().Count);
        foreach (var bad in (object[])[new { by = "Ana" }, new { text = "x" }, new { by = "Ana", text = new string('x', 10_001) }, new { by = "Ana", text = "x", target = "../x" }])
        {
            using var answer = await archive.PostAsync($"/api/stories/{id}/notes", bad);
            await ProblemAsync(answer, 400);
        }
    }

    [Fact]
    public async Task A_removed_report_is_gone_and_stays_gone()
    {
        await using var archive = await StartAsync();
        var lines = await archive.ImportAsync(Samples.Reports);
        var id = Text(lines[0]["report"]);
        using var silent = await archive.SendAsync(HttpMethod.Delete, $"/api/reports/{id}");
        Assert.Contains("by", await ProblemAsync(silent, 400), StringComparison.Ordinal);
        using var removed = await archive.SendAsync(HttpMethod.Delete, $"/api/reports/{id}?by=Ana&reason=court%20order");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        await archive.SettledAsync();
        using var answer = await archive.GetAsync("/api/reports/" + id);
        Assert.Contains("court order", await ProblemAsync(answer, 410), StringComparison.Ordinal);
        foreach (var story in await StoryIdsAsync(archive))
            Assert.DoesNotContain(id, (await archive.JsonAsync("/api/stories/" + story)).ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("deleted", Text((await archive.ImportAsync(Samples.Reports.Take(1)))[0]["result"]));
        using var again = await archive.PostAsync("/api/reports", JsonNode.Parse(Line(Samples.Reports[0]))!);
        await ProblemAsync(again, 410);
    }

    [Fact]
    public async Task Hostile_texts_come_back_as_they_were()
    {
        await using var archive = await StartAsync();
        string[] texts =
        [
            "<script>alert(1)</script> The mayor said on Monday that \"</script><img src=x onerror=alert(1)>\" was written on the wall.",
            "\u202eThe mayor said on Monday that right was left.\u2066 \u0000 \u0002marked\u0003 \uD83D",
            "=cmd|' /C calc'!A0 The mayor said on Monday that sums were hard.",
            new string('x', 1_000_000),
            "{{7*7}} ${7*7} %s %n ../../../etc/passwd The mayor said so on Monday.",
        ];
        var answers = await archive.ImportAsync(string.Join('\n', texts.Select(static (text, i) => $"{{\"id\":\"<b>{i}</b>\",\"title\":\"<script>{i}</script>\",\"url\":\"javascript:alert({i})\",\"text\":{System.Text.Json.JsonSerializer.Serialize(text).Replace("\\uFFFD", "\\uD83D", StringComparison.OrdinalIgnoreCase)}}}")));
        Assert.All(answers, static answer => Assert.Equal("added", Text(answer["result"])));
        foreach (var (i, answer) in answers.Index())
        {
            using var got = await archive.GetAsync("/api/reports/" + Text(answer["report"]));
            Assert.Equal("application/json", got.Content.Headers.ContentType!.MediaType);
            Assert.Equal("nosniff", Assert.Single(got.Headers.GetValues("X-Content-Type-Options")));
            var report = JsonNode.Parse(await got.Content.ReadAsStringAsync(Cancel))!["report"]!;
            Assert.Equal(texts[i].Replace('\uD83D', '\uFFFD'), Text(report["text"]));
            Assert.Equal($"<script>{i}</script>", Text(report["title"]));
            var pack = await (await archive.GetAsync($"/api/reports/{Text(answer["report"])}/pack")).Content.ReadAsByteArrayAsync(Cancel);
            Assert.Equal(0, Verified(pack).ExitCode);
        }
        var hits = await archive.JsonAsync("/api/search?q=marked");
        Assert.All(hits["items"]!.AsArray(), static hit => Assert.DoesNotContain('\u0002', Text(hit!["text"])));
        foreach (var echoed in (string[])["/%3Cscript%3Ealert(1)%3C/script%3E", "/login?next=%22%3E%3Cscript%3E", "/api/stories/%3Cscript%3E"])
        {
            using var page = await archive.GetAsync(echoed);
            if (page.Content.Headers.ContentType?.MediaType == "text/html")
                Assert.DoesNotContain("<script>", await page.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }
    }
}
