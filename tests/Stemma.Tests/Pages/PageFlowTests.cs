using System.Net;
using System.Text.RegularExpressions;
using Stemma.Language;
using Stemma.Rulings;
using Stemma.Storage;
using Stemma.Tests.Support;
using Xunit;

namespace Stemma.Tests.Pages;

/// <summary>The pages as a browser without script gets them: addresses in, HTML out; forms in, redirects out.</summary>
public sealed class PageFlowTests(PageFlowTests.Archive archive) : IClassFixture<PageFlowTests.Archive>
{
    /// <summary>Both sample stories. Tests that change something take a story of their own.</summary>
    public sealed class Archive : IAsyncLifetime
    {
        internal PageServer Server { get; private set; } = null!;

        internal HttpClient Client { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Server = await PageServer.StartAsync(Samples.Reports);
            Client = Server.Client();
        }

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            await Server.DisposeAsync();
        }
    }

    HttpClient Client => archive.Client;

    Store Store => archive.Server.Store;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static string[] All(string html, string pattern) =>
        [.. Regex.Matches(html, pattern, RegexOptions.CultureInvariant | RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Select(match => match.Groups[1].Value)];

    async Task<string> Html(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var answer = await Client.GetAsync(path, Cancel);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    async Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await Client.PostAsync(path, form, Cancel);
    }

    [Fact]
    public async Task Names_lead_to_the_search_and_each_sentence_can_be_looked_at()
    {
        var report = Store.FindStory(Store.Stories(1, 1).Items[0].Id)!.Reports[0];
        var page = await Html($"/reports/{report.Id}");
        var first = Analyzer.Analyze(report.Text).Syntax.Names[0].Range.Of(report.Text);
        Assert.Contains(WebUtility.HtmlEncode("/search?q=%22" + Uri.EscapeDataString(first)), page, StringComparison.Ordinal);
        Assert.Contains($"/reports/{report.Id}/sentences/1", page, StringComparison.Ordinal);
        var sentence = await Html($"/reports/{report.Id}/sentences/2");
        Assert.Contains("<svg", sentence, StringComparison.Ordinal);
        Assert.Contains("the heart of the sentence", sentence, StringComparison.Ordinal);
        foreach (var absent in (string[])["0", "100000"])
            Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync($"/reports/{report.Id}/sentences/{absent}", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Every_link_of_the_main_pages_leads_somewhere()
    {
        var checkedAlready = new HashSet<string>(StringComparer.Ordinal);
        var story = Store.Stories(1, 1).Items[0].Id;
        var report = Store.FindStory(story)!.Stories[0].Reports[0];
        foreach (var page in (string[])["/", $"/stories/{story}", $"/reports/{report}", "/search?q=the", "/audit", "/add", "/keys"])
        {
            var html = await Html(page);
            var ids = All(html, " id=\"([^\"]*)\"");
            Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
            foreach (var href in All(html, "<(?:a|link) [^>]*href=\"([^\"]*)\"").Select(WebUtility.HtmlDecode).OfType<string>())
            {
                if (href.StartsWith('#'))
                {
                    Assert.Contains(href[1..], ids);
                    continue;
                }
                // Packs are the programs' side of the server.
                if (!href.StartsWith('/') || href.StartsWith("/api/", StringComparison.Ordinal) || !checkedAlready.Add(href.Split('#')[0]) || checkedAlready.Count > 120)
                    continue;
                using var answer = await Client.GetAsync(href, Cancel);
                Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{page} links to {href}: {answer.StatusCode}");
                if (href.Split('#') is [_, var anchor] && !href.Contains("/cite/", StringComparison.Ordinal))
                    Assert.Contains($" id=\"{anchor}\"", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_page_carries_no_script_style_or_handler_of_its_own()
    {
        var html = await Html("/stories/" + Store.Stories(1, 1).Items[0].Id);
        Assert.Equal(["<script type=\"module\" src=\"" + All(html, "<script type=\"module\" src=\"([^\"]*)\"").Single() + "\">"], All(html, "(<script[^>]*>)"));
        Assert.DoesNotContain("<style", html, StringComparison.Ordinal);
        Assert.Empty(All(html, "(<[^>]+ (?:style|on[a-z]+)=)"));
    }

    [Fact]
    public async Task The_sheet_and_the_script_may_be_kept_for_good_under_the_address_that_names_their_content()
    {
        var html = await Html("/");
        foreach (var address in All(html, "(?:src|href)=\"(/(?:site|app|icon)[^\"]*)\""))
        {
            using var answer = await Client.GetAsync(address, Cancel);
            Assert.True(answer.Headers.CacheControl!.MaxAge > TimeSpan.FromDays(1), address);
            Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(Cancel));
        }
    }

    [Fact]
    public async Task Who_has_a_page_already_is_told_so()
    {
        var story = Store.Stories(1, 1).Items[0].Id;
        var (report, source) = (Store.FindStory(story)!.Stories[0].Reports[0], Store.FindStory(story)!.Stories[0].Statements.First(said => said.Attribution).Chain[0].Source);
        foreach (var page in (string[])["/", $"/stories/{story}", $"/reports/{report}", $"/sources/{source}", "/search?q=the", "/audit", "/add", "/keys"])
        {
            using var first = await Client.GetAsync(page, Cancel);
            using var again = new HttpRequestMessage(HttpMethod.Get, page);
            again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var same = await Client.SendAsync(again, Cancel);
            Assert.True(same.StatusCode == HttpStatusCode.NotModified, $"{page}: {same.StatusCode}");
            Assert.Empty(await same.Content.ReadAsByteArrayAsync(Cancel));
        }
    }

    [Theory]
    [InlineData("/add", "text/plain", "x", HttpStatusCode.BadRequest)]
    [InlineData("/add", "multipart/form-data; boundary=q", "x", HttpStatusCode.BadRequest)]
    [InlineData("/stories/s0/notes", "application/json", "{}", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("/stories/s0/rulings", "multipart/form-data", "x", HttpStatusCode.BadRequest)]
    [InlineData("/rulings/1/withdraw", "text/plain", "x", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("/reports/r0/remove", "multipart/form-data; boundary=q", "--q", HttpStatusCode.BadRequest)]
    public async Task What_is_no_form_is_answered_by_a_sentence(string path, string type, string body, HttpStatusCode status)
    {
        using var content = new StringContent(body);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await Client.PostAsync(path, content, Cancel);
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains("<p class=\"sentence\">", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hit_says_which_report_it_stands_in()
    {
        var hits = Store.Search("crane", HitKind.Statement, 1, 20).Items;
        var html = WebUtility.HtmlDecode(await Html("/search?q=crane&kind=statement"));
        Assert.All(hits, hit => Assert.Contains($"{Store.FindReport(hit.ReportId!)!.Report.Outlet ?? "outlet not stated"}: ", html, StringComparison.Ordinal));
        var table = await Client.GetStringAsync("/search.csv?q=crane&kind=statement", Cancel);
        Assert.Contains(Store.FindReport(hits[0].ReportId!)!.Report.Outlet!, table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_counts_the_outlets_that_the_story_counts()
    {
        var list = await Html("/");
        foreach (var row in Store.Stories(1, 10).Items)
        {
            var size = All(await Html("/stories/" + row.Id), "<p class=\"meta\">([^<]*)</p>")[0];
            Assert.StartsWith($"{row.Reports} reports · {row.Outlets} outlets", size, StringComparison.Ordinal);
            Assert.Contains($"{row.Reports} reports · {row.Outlets} outlets", list, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Hits_are_marked_and_nothing_else_is()
    {
        var html = await Html("/search?q=crane");
        Assert.NotEmpty(All(html, "<mark>([^<]*)</mark>"));
        Assert.All(All(html, "<mark>([^<]*)</mark>"), hit => Assert.Contains("crane", hit, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(html, c => c is '\u0002' or '\u0003');
        Assert.Contains("value=\"&lt;b&gt;&quot;", await Html("/search?q=" + Uri.EscapeDataString("<b>\"")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/stories/s0000000000000000", HttpStatusCode.NotFound)]
    [InlineData("/stories/..%2f..%2fetc", HttpStatusCode.NotFound)]
    [InlineData("/reports/nothing", HttpStatusCode.NotFound)]
    [InlineData("/sources/o0000000000000000", HttpStatusCode.NotFound)]
    [InlineData("/compare/a/b", HttpStatusCode.NotFound)]
    [InlineData("/add/a0000000000000000", HttpStatusCode.NotFound)]
    [InlineData("/search?q=a&kind=book", HttpStatusCode.BadRequest)]
    public async Task What_is_not_there_is_answered_by_a_sentence(string path, HttpStatusCode status)
    {
        var html = await Html(path, status);
        Assert.Contains("<p class=\"sentence\">", html, StringComparison.Ordinal);
        Assert.Contains("To the stories", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?page=0")]
    [InlineData("/?page=-3")]
    [InlineData("/?page=99999999999999999999")]
    [InlineData("/?page=2")]
    [InlineData("/search?q=crane&page=9999")]
    [InlineData("/audit?page=zzz")]
    public async Task A_page_number_out_of_range_is_no_error(string path) => Assert.Contains("<main", await Html(path), StringComparison.Ordinal);

    [Fact]
    public async Task A_text_pasted_with_the_form_is_kept_and_its_answer_can_be_reloaded()
    {
        await using var own = await PageServer.StartAsync([]);
        using var client = own.Client();
        using var form = new MultipartFormDataContent
        {
            { new StringContent("The mayor of Ollerby said on Monday that the bridge would open in June.\r\nWork began last year."), "text" },
            { new StringContent("The Ollerby Herald"), "outlet" },
            { new StringContent("Bridge to open in June"), "title" },
            { new ByteArrayContent("{\"text\":\"A second report.\",\"title\":\"Second\"}\n{\"broken\"\n"u8.ToArray()), "files", "many.jsonl" },
            { new ByteArrayContent("%PDF-1.7"u8.ToArray()), "files", "scan.txt" },
            { new ByteArrayContent([]), "files", "nothing.txt" },
        };
        using var answer = await client.PostAsync("/add", form, Cancel);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        for (var again = 0; again < 2; again++)
        {
            var html = await client.GetStringAsync(answer.Headers.Location, Cancel);
            Assert.Contains("2 reports are in the archive", html, StringComparison.Ordinal);
            Assert.Contains("Bridge to open in June", html, StringComparison.Ordinal);
            Assert.Contains("Not added: a PDF file, not text.", html, StringComparison.Ordinal);
            Assert.Contains("many.jsonl, line 2", html, StringComparison.Ordinal);
            Assert.Contains("nothing.txt", html, StringComparison.Ordinal);
        }
        await own.Desk.SettledAsync(Cancel);
        var kept = own.Store.ReadReports().Single(stored => stored.Report.Title == "Bridge to open in June").Report;
        Assert.Equal("The mayor of Ollerby said on Monday that the bridge would open in June.\nWork began last year.", kept.Text);
        Assert.Equal("The Ollerby Herald", kept.Outlet);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync("/add", new MultipartFormDataContent { { new StringContent(""), "text" } }, Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_note_and_a_sign_off_stand_beside_the_claim_with_their_maker()
    {
        var story = Store.Stories(1, 1).Items[0].Id;
        var claim = Store.FindStory(story)!.Stories[0].Claims[0].Id;
        using var answer = await Post($"/stories/{story}/notes", ("target", claim), ("text", "Called them: <b>confirmed</b>"), ("signed", "yes"), ("by", "Ada Lund"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal($"/stories/{story}#c-{claim}", answer.Headers.Location?.OriginalString);
        Assert.Contains("HttpOnly", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.OrdinalIgnoreCase);
        var html = await Html($"/stories/{story}");
        Assert.Contains("<b>Ada Lund</b>", html, StringComparison.Ordinal);
        Assert.Contains("Called them: &lt;b&gt;confirmed&lt;/b&gt;", html, StringComparison.Ordinal);
        Assert.Contains("✓ signed off", html, StringComparison.Ordinal);
        Assert.Contains("Ada Lund", await Html("/audit"), StringComparison.Ordinal);
        using var nameless = await Post($"/stories/{story}/notes", ("target", claim), ("text", "who?"));
        Assert.Equal(HttpStatusCode.BadRequest, nameless.StatusCode);
    }

    [Fact]
    public async Task Two_stories_ruled_one_are_one_and_the_former_address_leads_on()
    {
        await using var own = await PageServer.StartAsync(Samples.Reports);
        using var client = own.Client();
        var (a, b) = (own.Store.Stories(1, 10).Items[0].Id, own.Store.Stories(1, 10).Items[1].Id);
        using var form = new FormUrlEncodedContent([new("kind", "together"), new("other", $"http://localhost:1/stories/{b}#voices"), new("by", "Ada Lund"), new("note", "one inquiry")]);
        using var answer = await client.PostAsync($"/stories/{a}/rulings", form, Cancel);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        await own.Desk.SettledAsync(Cancel);
        var one = own.Store.Stories(1, 10).Items.Single().Id;
        var former = one == a ? b : a;
        using var moved = await client.GetAsync($"/stories/{former}?x=1", Cancel);
        Assert.Equal(HttpStatusCode.PermanentRedirect, moved.StatusCode);
        Assert.Equal($"/stories/{one}?x=1", moved.Headers.Location?.OriginalString);
        Assert.Contains("one inquiry", await client.GetStringAsync($"/stories/{one}", Cancel), StringComparison.Ordinal);

        var ruling = own.Store.Rulings().Single();
        using var back = new FormUrlEncodedContent([new("by", "Ada Lund"), new("story", one)]);
        Assert.Equal(HttpStatusCode.SeeOther, (await client.PostAsync($"/rulings/{ruling.Number}/withdraw", back, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"/rulings/{ruling.Number}/withdraw", back, Cancel)).StatusCode);
        await own.Desk.SettledAsync(Cancel);
        Assert.Equal(2, own.Store.Stories(1, 10).Total);
    }

    [Fact]
    public async Task A_report_ruled_out_leaves_and_two_sources_ruled_one_are_one()
    {
        await using var own = await PageServer.StartAsync(Samples.ReportsOf(Samples.FilesOf(Samples.Stories[0])));
        using var client = own.Client();
        var story = own.Store.FindStory(own.Store.Stories(1, 1).Items[0].Id)!.Stories[0];
        var named = story.Sources.Where(source => source.Kind == "person").Take(2).ToArray();
        async Task Ruled(params (string, string)[] fields)
        {
            using var form = new FormUrlEncodedContent(fields.Append(("by", "Ada Lund")).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
            using var answer = await client.PostAsync($"/stories/{story.Id}/rulings", form, Cancel);
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            await own.Desk.SettledAsync(Cancel);
        }
        await Ruled(("kind", "apart"), ("report", story.Reports[^1]));
        Assert.NotEqual(own.Store.StoryOfReport(story.Reports[0]), own.Store.StoryOfReport(story.Reports[^1]));
        await Ruled(("kind", "same-source"), ("a", named[0].Id), ("b", named[1].Id));
        Assert.Single(own.Store.FindStory(story.Id)!.Stories[0].Sources, source => source.Id == named[0].Id || source.Id == named[1].Id);
        Assert.Equal([RulingKind.Apart, RulingKind.SameSource], own.Store.Rulings().Select(ruling => ruling.Kind));
        // What a ruling moved away or made one goes by its name still: on the page of the story and in the list of changes.
        var apart = own.Store.FindReport(story.Reports[^1])!.Report;
        var rulings = WebUtility.HtmlDecode(All(await client.GetStringAsync($"/stories/{story.Id}", Cancel), "<ul class=\"rulings\">(.*?)</ul>").Single());
        foreach (var name in (string[])[apart.Title!, named[0].Name, named[1].Name])
            Assert.Contains(name, rulings, StringComparison.Ordinal);
        Assert.DoesNotMatch(">[^<]*[ro][0-9a-f]{16}", rulings);
        var changes = WebUtility.HtmlDecode(await client.GetStringAsync("/audit", Cancel));
        Assert.Contains($"“{apart.Title}” ({apart.Outlet})</a>", changes, StringComparison.Ordinal);
        using var wrong = new FormUrlEncodedContent([new("by", "Ada Lund"), new("kind", "together"), new("other", "what?")]);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync($"/stories/{story.Id}/rulings", wrong, Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_removed_report_leaves_a_sentence_and_no_word_of_its_text()
    {
        await using var own = await PageServer.StartAsync(Samples.ReportsOf(Samples.FilesOf(Samples.Stories[0])));
        using var client = own.Client();
        var report = own.Store.ReadReports().First(stored => stored.Report.Title is { Length: > 20 }).Report;
        async Task<HttpResponseMessage> Remove(params (string, string)[] fields) =>
            await client.PostAsync($"/reports/{report.Id}/remove", new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Item1, field.Item2))), Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, (await Remove(("by", "Ada Lund"), ("reason", "court order"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Remove(("by", "Ada Lund"), ("sure", "yes"))).StatusCode);
        Assert.NotNull(own.Store.FindReport(report.Id));
        Assert.Equal(HttpStatusCode.SeeOther, (await Remove(("by", "Ada Lund"), ("reason", "court order"), ("sure", "yes"))).StatusCode);
        using var gone = await client.GetAsync($"/reports/{report.Id}", Cancel);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        var html = await gone.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("Ada Lund", html, StringComparison.Ordinal);
        Assert.Contains("court order", html, StringComparison.Ordinal);
        await own.Desk.SettledAsync(Cancel);
        foreach (var page in (string[])["/", "/search?q=" + Uri.EscapeDataString(report.Title!), "/stories/" + own.Store.Stories(1, 1).Items[0].Id])
            Assert.DoesNotContain(WebUtility.HtmlEncode(report.Text[200..260]), await client.GetStringAsync(page, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_report_leaves_no_headline_behind()
    {
        await using var own = await PageServer.StartAsync([]);
        using var client = own.Client();
        using var handedIn = await client.PostAsync("/add", new FormUrlEncodedContent([new("text", "The mayor of Ollerby said the bridge would open."), new("title", "Quillon bridge opens")]), Cancel);
        await own.Desk.SettledAsync(Cancel);
        Assert.Contains("Quillon", await client.GetStringAsync(handedIn.Headers.Location, Cancel), StringComparison.Ordinal);
        var id = own.Store.ReadReports().Single().Report.Id;
        using var form = new FormUrlEncodedContent([new("by", "Ada Lund"), new("reason", "court order"), new("sure", "yes")]);
        Assert.Equal(HttpStatusCode.SeeOther, (await client.PostAsync($"/reports/{id}/remove", form, Cancel)).StatusCode);
        await own.Desk.SettledAsync(Cancel);
        foreach (var page in (string[])[handedIn.Headers.Location!.OriginalString, "/", "/audit", "/search?q=bridge", "/search.csv?q=bridge"])
            Assert.DoesNotContain("Quillon", await client.GetStringAsync(page, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_citation_puts_no_marks_around_marks()
    {
        var story = Store.Stories(1, 10).Items.Select(row => Store.FindStory(row.Id)!.Stories[0]).First(story => story.Claims.Any(claim => claim.Text.StartsWith('"')));
        var quoted = story.Claims.First(claim => claim.Text.StartsWith('"'));
        var plain = story.Claims.First(claim => !claim.Text.Contains('"', StringComparison.Ordinal) && !claim.Text.Contains('“', StringComparison.Ordinal));
        string Text(string html) => WebUtility.HtmlDecode(All(html, "<textarea id=\"cite-text\"[^>]*>(.*?)</textarea>").Single());
        Assert.StartsWith(quoted.Text[..10], Text(await Html($"/stories/{story.Id}/cite/{quoted.Id}")), StringComparison.Ordinal);
        Assert.StartsWith("“" + plain.Text[..10], Text(await Html($"/stories/{story.Id}/cite/{plain.Id}")), StringComparison.Ordinal);
    }
}
