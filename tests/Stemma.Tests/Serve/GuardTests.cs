using System.Net;
using Stemma.App.Serve;
using Xunit;
using static Stemma.Tests.Serve.ServedArchive;

namespace Stemma.Tests.Serve;

/// <summary>Who may ask, and what every answer says to a browser.</summary>
public sealed class GuardTests
{
    const string Token = "a-token-of-some-length";

    static readonly string[] Everywhere = ["/", "/health", "/metrics", "/api", "/openapi.json", "/api/stories", "/api/stories/nothing", "/no/such/page", "/site.css"];

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1:9000")]
    [InlineData("[::1]:80")]
    [InlineData("desk.example")]
    public async Task A_name_the_server_goes_by_is_let_in(string host)
    {
        await using var archive = await StartAsync(static options => options with { Names = ["desk.example"] });
        using var answer = await archive.GetAsync("/health", ("Host", host));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("10.0.0.1")]
    public async Task A_name_that_was_bent_to_this_machine_is_refused_everywhere(string host)
    {
        await using var archive = await StartAsync();
        foreach (var path in Everywhere)
        {
            using var answer = await archive.GetAsync(path, ("Host", host));
            Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
        }
        using var program = await archive.GetAsync("/api/stories", ("Host", host));
        Assert.Contains("--name " + host, await ProblemAsync(program, 421), StringComparison.Ordinal);
    }

    public static TheoryData<string, string> ForeignHeaders => new()
    {
        { "Origin", "http://evil.example" }, { "Origin", "null" }, { "Origin", "https://localhost.evil.example" }, { "Origin", "http://127.0.0.1:1" },
        { "Sec-Fetch-Site", "cross-site" }, { "Sec-Fetch-Site", "same-site" }, { "Referer", "http://evil.example/page" }, { "Referer", "file:///c/page.html" },
    };

    [Theory]
    [MemberData(nameof(ForeignHeaders))]
    public async Task A_change_asked_for_by_another_site_is_refused(string name, string value)
    {
        await using var archive = await StartAsync();
        using var posted = await archive.PostAsync("/api/reports", new { text = "A ship sank, the harbour master said." }, (name, value));
        Assert.Contains("another site", await ProblemAsync(posted, 403), StringComparison.Ordinal);
        using var removed = await archive.SendAsync(HttpMethod.Delete, "/api/reports/r1?by=x&reason=y", null, (name, value));
        await ProblemAsync(removed, 403);
        using var read = await archive.GetAsync("/health", (name, value));
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.Equal(0, (await archive.JsonAsync("/health"))["reports"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_change_from_our_own_pages_or_from_a_program_is_made()
    {
        await using var archive = await StartAsync();
        var own = archive.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        (string, string)[][] allowed = [[], [("Origin", own)], [("Origin", own), ("Sec-Fetch-Site", "same-origin")], [("Referer", own + "/add")], [("Origin", "null"), ("Sec-Fetch-Site", "same-origin")]];
        foreach (var (i, headers) in allowed.Index())
        {
            using var answer = await archive.PostAsync("/api/reports", new { text = $"Report {i}: a ship sank, the harbour master said." }, headers);
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("text/plain")]
    public async Task Content_that_a_form_of_another_site_could_send_is_not_taken(string type)
    {
        await using var archive = await StartAsync();
        foreach (var path in (string[])["/api/reports", "/api/rulings", "/api/stories/s1/notes"])
        {
            using var content = new ByteArrayContent("{\"text\":\"a\"}"u8.ToArray());
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            using var answer = await archive.SendAsync(HttpMethod.Post, path, content);
            await ProblemAsync(answer, 415);
        }
    }

    [Fact]
    public async Task Every_answer_carries_the_policy()
    {
        await using var archive = await StartAsync();
        foreach (var path in Everywhere)
        {
            using var answer = await archive.GetAsync(path);
            Assert.Equal(SecurityHeaders.Policy, Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Opener-Policy")));
            Assert.False(answer.Headers.Contains("Server"));
        }
        Assert.DoesNotContain("unsafe", SecurityHeaders.Policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_token_nothing_is_said()
    {
        await using var archive = await StartAsync(static options => options with { Token = Token });
        foreach (var path in (string[])["/health", "/metrics", "/api", "/api/stories", "/openapi.json"])
        {
            using var answer = await archive.GetAsync(path, ("Authorization", "Bearer a-token-of-some-lengthy"));
            Assert.Contains("Bearer", await ProblemAsync(answer, 401), StringComparison.Ordinal);
            Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        }
        using var page = await archive.GetAsync("/stories/s1?x=1");
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        Assert.Equal("/login?next=%2Fstories%2Fs1%3Fx%3D1", page.Headers.Location!.OriginalString);
        using var form = await archive.SendAsync(HttpMethod.Post, "/add", new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.Unauthorized, form.StatusCode);
    }

    [Fact]
    public async Task The_token_lets_a_program_in()
    {
        await using var archive = await StartAsync(static options => options with { Token = Token });
        using var answer = await archive.GetAsync("/health", ("Authorization", "Bearer " + Token));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    static FormUrlEncodedContent Login(string token, string next) => new([KeyValuePair.Create("token", token), KeyValuePair.Create("next", next)]);

    [Fact]
    public async Task Logging_in_gives_a_cookie_that_scripts_and_other_sites_do_not_get()
    {
        await using var archive = await StartAsync(static options => options with { Token = Token });
        using var wrong = await archive.SendAsync(HttpMethod.Post, "/login", Login("not-the-token-at-all", "/"));
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.False(wrong.Headers.Contains("Set-Cookie"));

        using var right = await archive.SendAsync(HttpMethod.Post, "/login", Login(Token, "/stories/s1"));
        Assert.Equal(HttpStatusCode.SeeOther, right.StatusCode);
        Assert.Equal("/stories/s1", right.Headers.Location!.OriginalString);
        var cookie = Assert.Single(right.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Token, cookie, StringComparison.Ordinal);

        using var inside = await archive.GetAsync("/health", ("Cookie", cookie.Split(';')[0]));
        Assert.Equal(HttpStatusCode.OK, inside.StatusCode);
        using var forged = await archive.GetAsync("/health", ("Cookie", cookie.Split('=')[0] + "=0"));
        Assert.Equal(HttpStatusCode.Unauthorized, forged.StatusCode);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("/\t/evil.example")]
    [InlineData("")]
    public async Task Logging_in_leads_to_no_other_site(string next)
    {
        await using var archive = await StartAsync(static options => options with { Token = Token });
        using var answer = await archive.SendAsync(HttpMethod.Post, "/login", Login(Token, next));
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("0.0.0.0", null, "token is needed")]
    [InlineData("192.0.2.1", null, "token is needed")]
    [InlineData("0.0.0.0", "short", "too short")]
    [InlineData("harbour", null, "is not an address")]
    public void An_address_of_other_machines_needs_a_token(string host, string? token, string said)
    {
        var refused = Assert.Throws<ServeException>(() => new ServeOptions { DataDirectory = "x", Host = host, Token = token }.Checked());
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_in_a_sentence()
    {
        await using var first = await StartAsync();
        var refused = await Assert.ThrowsAsync<ServeException>(() => StartAsync(options => options with { Port = first.Client.BaseAddress!.Port }));
        Assert.Contains("is taken by another program", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused()
    {
        await using var archive = await StartAsync(static options => options with { Limits = new ServeLimits { MaxBodyBytes = 2048, MaxLineBytes = 1024 } });
        using var note = await archive.PostAsync("/api/stories/s1/notes", new { by = "x", text = new string('a', 5000) });
        await ProblemAsync(note, 413);
        using var report = await archive.PostAsync("/api/reports", new { text = new string('a', 1500) });
        await ProblemAsync(report, 413);
    }
}
