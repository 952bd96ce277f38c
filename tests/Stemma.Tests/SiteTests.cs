using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Stemma.App.Pages;
using Stemma.Evidence;
using Stemma.Tests.Support;
using Xunit;

namespace Stemma.Tests;

public sealed class SiteTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stemma-site-");

    public void Dispose() => _folder.Delete(recursive: true);

    async Task<Dictionary<string, string>> Written(EvidencePack pack)
    {
        var result = await SiteWriter.WriteAsync(pack, _folder, TestContext.Current.CancellationToken);
        Assert.Null(result.Refused);
        var pages = _folder.GetFiles("*.html").ToDictionary(file => file.Name, file => File.ReadAllText(file.FullName), StringComparer.Ordinal);
        Assert.Equal(result.Pages, pages.Count);
        return pages;
    }

    static string[] All(string html, string pattern) =>
        [.. Regex.Matches(html, pattern, RegexOptions.CultureInvariant | RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Select(match => match.Groups[1].Value)];

    static string Without(string html, string pattern) => Regex.Replace(html, pattern, "", RegexOptions.CultureInvariant | RegexOptions.Singleline, TimeSpan.FromSeconds(5));

    // A tag a line, so that a difference can be read; the coasts of the world are left out.
    static string Body(string html) => Regex.Replace(All(html, "(<main.*</main>)").Single(), " d=\"[^\"]{400,}\"", " d=\"…\"", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5)).Replace("><", ">\n<", StringComparison.Ordinal) + "\n";

    [Fact]
    public async Task The_sample_pages_are_as_in_the_golden_files()
    {
        var pages = await Written(SamplePack.Create());
        Golden.Matches("site-story.html", Body(pages.Single(page => page.Key.StartsWith("story-", StringComparison.Ordinal)).Value));
        Golden.Matches("site-report.html", Body(pages[$"report-{SamplePack.Wire.Id}.html"]));
        Golden.Matches("site-index.html", Body(pages["index.html"]));
    }

    [Fact]
    public async Task Every_link_leads_somewhere_and_every_id_is_used_once()
    {
        var pages = await Written(SamplePack.Create());
        foreach (var (name, html) in pages)
        {
            var ids = All(html, " id=\"([^\"]*)\"");
            Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
            foreach (var href in All(html, "<a [^>]*href=\"([^\"]*)\"").Where(href => !href.StartsWith("https://", StringComparison.Ordinal)))
            {
                var parts = href.Split('#');
                var target = parts[0].Length == 0 ? name : parts[0];
                Assert.True(pages.ContainsKey(target), $"{name} links to {href}");
                Assert.True(parts.Length == 1 || pages[target].Contains($" id=\"{parts[1]}\"", StringComparison.Ordinal), $"{name} links to {href}");
            }
        }
    }

    [Fact]
    public async Task Each_page_is_closed_to_scripts_and_allows_its_own_sheet_only()
    {
        foreach (var html in (await Written(SamplePack.Create())).Values)
        {
            var policy = WebUtility.HtmlDecode(All(html, "Content-Security-Policy\" content=\"([^\"]*)\"").Single());
            var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(All(html, "<style>(.*?)</style>").Single())));
            Assert.StartsWith($"default-src 'none'; style-src 'sha256-{hash}'; img-src data:;", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.Empty(All(html, "<[^>]+ (style|on[a-z]+)="));
        }
    }

    [Fact]
    public async Task Headings_follow_in_order_and_landmarks_are_there()
    {
        foreach (var (name, html) in await Written(SamplePack.Create()))
        {
            var levels = All(html, "<h([1-6])[ >]").Select(level => int.Parse(level, CultureInfo.InvariantCulture)).ToArray();
            Assert.Equal(1, levels[0]);
            Assert.Single(levels, 1);
            Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"{name}: h{pair.First}, h{pair.Second}"));
            foreach (var landmark in (string[])["<header", "<main id=\"main\"", "<footer", "class=\"skip\" href=\"#main\"", "<html lang=\"en\">"])
                Assert.Contains(landmark, html, StringComparison.Ordinal);
            Assert.All(All(html, "(<svg [^>]*>)"), svg => Assert.Contains("aria-label=", svg, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_text_of_a_report_stands_there_whole()
    {
        var pages = await Written(SamplePack.Create());
        foreach (var report in SamplePack.Create().Reports)
        {
            var copy = All(pages[$"report-{report.Id}.html"], "<div class=\"copy\"[^>]*>(.*?)</div>").Single();
            var paragraphs = All(Without(copy, "<a class=\"ref\".*?</a>"), "<p>(.*?)</p>").Select(paragraph => WebUtility.HtmlDecode(Without(paragraph, "<[^>]*>")));
            Assert.Equal(report.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries), paragraphs, StringComparer.Ordinal);
        }
    }

    [Fact]
    public async Task Hostile_text_is_only_ever_text()
    {
        const string script = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
        const string turned = "\u202Eevil\u0007";
        var text = $"{script} {turned} </p></main>";
        var hostile = new SampleReport { Text = text, Title = script + turned, Outlet = script, Url = "javascript:alert(1)", Byline = script }.ToPack();
        var pack = SamplePack.Create();
        var story = pack.Stories[0] with
        {
            Title = script + turned,
            Reports = [hostile.Id],
            Lineage = [],
            Claims = [],
            Findings = [],
            Brief = [],
            Timeline = [],
            Lost = [],
            Sources = [.. pack.Stories[0].Sources.Select(source => source with { Name = script, Role = turned, Kind = script })],
            Statements = [.. pack.Stories[0].Statements.Take(1).Select(said => said with { Report = hostile.Id, Stance = script, Content = [new PackRange(0, script.Length, script)], Source = [], Cue = [], When = null })],
        };
        foreach (var html in (await Written(pack with { Reports = [hostile], Stories = [story] })).Values)
        {
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("href=\"javascript", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(html, c => c is '\u202E' or '\u0007');
            Assert.Single(All(html, "(</main>)"));
        }
    }

    [Fact]
    public async Task Ids_that_are_paths_stay_inside_the_folder()
    {
        var pack = SamplePack.OneReport();
        const string id = "../../up";
        var pages = await Written(pack with
        {
            Reports = [pack.Reports[0] with { Id = id }],
            Stories = [pack.Stories[0] with { Id = id, Reports = [id], Statements = [.. pack.Stories[0].Statements.Select(said => said with { Report = id, Id = "a\"b" })] }],
        });
        Assert.Equal(3, pages.Count);
        Assert.All(pages.Keys, name => Assert.Matches("^[a-z0-9.-]+$", name));
    }

    [Fact]
    public async Task A_folder_with_other_files_is_refused_and_left_as_it_was()
    {
        var own = Path.Combine(_folder.FullName, "notes.txt");
        await File.WriteAllTextAsync(own, "mine", TestContext.Current.CancellationToken);
        var result = await SiteWriter.WriteAsync(SamplePack.OneReport(), _folder, TestContext.Current.CancellationToken);
        Assert.Contains("empty folder", result.Refused, StringComparison.Ordinal);
        Assert.Equal("notes.txt", Assert.Single(_folder.GetFileSystemInfos()).Name);
        Assert.Contains("is a file", (await SiteWriter.WriteAsync(SamplePack.OneReport(), new DirectoryInfo(own), TestContext.Current.CancellationToken)).Refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writing_again_gives_the_same_bytes_and_removes_pages_no_longer_wanted()
    {
        var first = await Written(SamplePack.Create());
        Assert.Equal(first, await Written(SamplePack.Create()));
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "added.html"), "mine", TestContext.Current.CancellationToken);
        await SiteWriter.WriteAsync(SamplePack.OneReport(), _folder, TestContext.Current.CancellationToken);
        string[] expected = ["added.html", "index.html", $"report-{SamplePack.OwnStory.Id}.html", SiteWriter.ListName, $"story-{SamplePack.OneReport().Stories[0].Id}.html"];
        Assert.Equal(expected.Order(StringComparer.Ordinal), _folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Many_stories_give_a_page_each()
    {
        var pages = await Written(SamplePack.Many(60));
        Assert.Equal(1 + 60 + 80, pages.Count);
    }
}
