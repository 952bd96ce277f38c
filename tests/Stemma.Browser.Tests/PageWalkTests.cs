using System.Globalization;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Stemma.App.Pages;
using Stemma.Evidence;
using Xunit;

namespace Stemma.Browser.Tests;

/// <summary>Every kind of page on both sample stories: there without script, quiet, accessible, and no wider than a phone.</summary>
public sealed class PageWalkTests(Browser browser)
{
    /// <summary>How many of the addresses show each kind of page once: those of no story, then those of the first story.</summary>
    const int KindsOnce = 10 + 7;

    /// <summary>One address of each kind of page for each story.</summary>
    async Task<List<string>> AddressesAsync()
    {
        await using var watched = await browser.OpenAsync(script: false);
        var store = browser.Samples.Store;
        List<string> addresses = ["/", "/search", "/search?q=harbour+master", "/search?q=crane&kind=source", "/search?q=zebra", "/add", "/audit", "/keys", "/api", "/nothing-here"];
        foreach (var row in store.Stories(1, 10).Items)
        {
            var story = store.FindStory(row.Id)!.Stories[0];
            addresses.Add(PageLinks.Routes.Story(story.Id));
            addresses.AddRange(story.Reports.Take(1).Select(PageLinks.Routes.Report));
            addresses.Add(PageLinks.Routes.Sentence(story.Reports[0], 2)!);
            addresses.AddRange(story.Lineage.Where(edge => edge.From[0] == 'r' && edge.To[0] == 'r').Take(1).Select(edge => PageLinks.Routes.Compare(edge.To, edge.From)!));
            addresses.Add(PageLinks.Routes.Source(MostCited(story))!);
            addresses.Add(PageLinks.Routes.CiteStatement(story.Statements[0].Report, story.Statements[0].Id)!);
            addresses.Add(PageLinks.Routes.CiteClaim(story.Id, story.Claims[0].Id)!);
        }
        return addresses;
    }

    static string MostCited(PackStory story) => story.Statements.Where(said => said.Attribution && said.Chain.Count > 0).GroupBy(said => said.Chain[0].Source, StringComparer.Ordinal).OrderByDescending(said => said.Count()).First().Key;

    static int StatusOf(string address) => address == "/nothing-here" ? 404 : 200;

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_on_any_page(ColorScheme scheme)
    {
        var addresses = await AddressesAsync();
        await using var watched = await browser.OpenAsync(scheme: scheme);
        // The schemes differ in nothing but their colours, and those do not depend on the story: one page of each kind, one rule.
        if (scheme == ColorScheme.Dark)
            addresses.RemoveRange(KindsOnce, addresses.Count - KindsOnce);
        var options = scheme == ColorScheme.Dark ? new AxeRunOptions { RunOnly = RunOnlyOptions.Rules("color-contrast") } : new AxeRunOptions();
        var found = new List<string>();
        foreach (var address in addresses)
        {
            await watched.GoAsync(address, StatusOf(address));
            await watched.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(fold => fold.open = true)");
            var result = await watched.Page.RunAxe(options);
            found.AddRange(result.Violations.Select(violation => $"{address}: {violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"));
        }
        Assert.Empty(found);
        watched.AssertQuiet("404");
    }

    [Theory]
    [InlineData(390)]
    [InlineData(640)]
    public async Task No_page_is_wider_than_the_window(int width)
    {
        // 640 pixels are what a window of 1280 has left at 200 per cent.
        var addresses = await AddressesAsync();
        await using var watched = await browser.OpenAsync(width: width);
        foreach (var address in addresses)
        {
            await watched.GoAsync(address, StatusOf(address));
            await watched.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(fold => fold.open = true)");
            var wide = await watched.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
            Assert.True(wide <= width, $"{address} is {wide} wide in a window of {width}");
        }
        watched.AssertQuiet("404");
    }

    [Fact]
    public async Task On_paper_a_page_has_its_words_and_nothing_to_press()
    {
        var addresses = await AddressesAsync();
        await using var watched = await browser.OpenAsync(width: 700);
        await watched.Page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var address in addresses.Take(KindsOnce).Where(address => address is not ("/add" or "/nothing-here")))
        {
            await watched.GoAsync(address);
            var wide = await watched.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
            Assert.True(wide <= 700, $"{address} is {wide} wide on paper of 700");
            Assert.Equal(0, await watched.Page.Locator("button:visible, nav.contents:visible, .cite:visible").CountAsync());
        }
        // Who is not named is folded away on the screen, not on paper.
        await watched.GoAsync(addresses.First(address => address.StartsWith("/stories/", StringComparison.Ordinal)));
        await Assertions.Expect(watched.Page.Locator(".unnamed .voice").First).ToBeVisibleAsync();
        watched.AssertQuiet("404");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Each_page_can_be_reached_by_links_from_the_list(bool script)
    {
        await using var watched = await browser.OpenAsync(script);
        var page = watched.Page;
        await watched.GoAsync("/");
        var titles = await page.Locator(".stories h2 a").AllTextContentsAsync();
        Assert.Equal(2, titles.Count);
        foreach (var title in titles)
        {
            await watched.GoAsync("/");
            await page.GetByRole(AriaRole.Link, new() { Name = title, Exact = true }).ClickAsync();
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(title);
            await page.Locator(".compare").First.ClickAsync();
            await Assertions.Expect(page.Locator(".changes ins, .changes del").First).ToBeVisibleAsync();
            await page.GoBackAsync();
            await page.Locator("#voices").ScrollIntoViewIfNeededAsync();
            await page.Locator(".voice h3 a").First.ClickAsync();
            await watched.IsAtAsync("/sources/o");
            await page.Locator(".part h2 a").First.ClickAsync();
            await page.Locator(".reports .headline a").First.ClickAsync();
            await Assertions.Expect(page.Locator(".copy .mk").First).ToBeVisibleAsync();
            await page.Locator(".copy a.ref").Nth(1).ClickAsync();
            await watched.IsAtAsync("#s-t[0-9a-f]{16}$");
            await page.GetByRole(AriaRole.Link, new() { Name = "in the text", Exact = true }).First.ClickAsync();
            await watched.IsAtAsync("#m");
        }
        watched.AssertQuiet();
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task The_time_line_and_the_map_lead_to_the_words_and_stay_readable(int width)
    {
        await using var watched = await browser.OpenAsync(width: width);
        var page = watched.Page;
        var addresses = await AddressesAsync();
        var stories = addresses.Where(address => Regex.IsMatch(address, "^/stories/[^/]+$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))).ToList();
        Assert.Equal(2, stories.Count);
        foreach (var address in stories)
        {
            await watched.GoAsync(address);
            // Every mark leads to a line of the list, and every line to words in a report.
            var targets = await page.Locator("section:has(#timeline) svg a, section:has(#places) svg a").EvaluateAllAsync<string[]>("all => all.map(mark => mark.getAttribute('href')).filter(Boolean)");
            Assert.NotEmpty(targets);
            Assert.All(targets, target => Assert.StartsWith("#", target, StringComparison.Ordinal));
            Assert.Equal(0, await page.EvaluateAsync<int>("targets => targets.filter(target => !document.getElementById(target.slice(1))).length", targets));
            Assert.Equal(0, await page.EvaluateAsync<int>("() => [...document.querySelectorAll('.told, .places li')].filter(line => !line.querySelector('a.label')).length"));
            Assert.True(await page.Locator("section:has(#timeline) .days > li h3").CountAsync() > 3);
            // Letters on the map keep their size, and no name lies on another.
            var overlaps = await page.EvaluateAsync<int>("""
                () => { const boxes = [...document.querySelectorAll('.map .place-name')].map(name => name.getBoundingClientRect()).filter(box => box.width > 0);
                    return boxes.filter((a, i) => boxes.some((b, j) => j > i && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)).length; }
                """);
            Assert.Equal(0, overlaps);
            Assert.True(await page.EvaluateAsync<bool>("() => [...document.querySelectorAll('.map')].every(map => map.getBoundingClientRect().right <= window.innerWidth)"));
        }
        // By keyboard: from the place in the list to the statement in its report.
        await watched.GoAsync(stories[0]);
        await page.Locator(".told a.label").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await watched.IsAtAsync("/reports/r");
        watched.AssertQuiet();
    }

    [Fact]
    public async Task Screenshots_are_written_where_asked_for()
    {
        var folder = Environment.GetEnvironmentVariable("STEMMA_SHOTS");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "set STEMMA_SHOTS to a folder to have a picture of each page at two widths in both colour schemes");
        var addresses = await AddressesAsync();
        foreach (var (scheme, width) in ((ColorScheme, int)[])[(ColorScheme.Light, 1280), (ColorScheme.Dark, 1280), (ColorScheme.Light, 390), (ColorScheme.Dark, 390)])
        {
            await using var watched = await browser.OpenAsync(scheme: scheme, width: width);
            foreach (var (address, i) in addresses.Select((address, i) => (address, i)))
            {
                await watched.GoAsync(address, StatusOf(address));
                var name = Regex.Replace(address, "[^a-z0-9]+", "-", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
                string PathOf(string part) => Path.Combine(folder!, string.Create(CultureInfo.InvariantCulture, $"{i:00}{name}{part}-{width}-{scheme}.png").ToLowerInvariant());
                await watched.Page.ScreenshotAsync(new() { FullPage = true, Path = PathOf("") });
                foreach (var part in await watched.Page.Locator("main section h2[id]").EvaluateAllAsync<string[]>("all => all.map(head => head.id)"))
                {
                    await watched.Page.EvaluateAsync("id => document.getElementById(id).closest('section').scrollIntoView()", part);
                    await watched.Page.ScreenshotAsync(new() { Path = PathOf("-" + part) });
                }
            }
        }
    }
}
