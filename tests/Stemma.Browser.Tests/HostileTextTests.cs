using Microsoft.Playwright;
using Stemma.App.Pages;
using Stemma.Reports;
using Stemma.Tests.Pages;
using Xunit;

namespace Stemma.Browser.Tests;

/// <summary>Reports that try to be more than text: each page shows them as text, runs nothing of them and stays as wide as the window.</summary>
public sealed class HostileTextTests(Browser browser)
{
    const string Script = "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">\"'>";

    static Report Hostile(string text, string title, string outlet) =>
        ReportReader.Read(new ReportFields(Title: title, Outlet: outlet, Byline: Script, Url: "javascript:document.title='taken'", Published: "2031-05-02"), text);

    static readonly Report[] Reports =
    [
        Hostile($"The mayor of Ollerby said the {Script} bridge would open in June. \u202Egnihtyna\u202C Work began last year, the builder said.", $"Bridge {Script} opens \u202Eenuj ni", $"Herald {Script}"),
        Hostile("The mayor of Ollerby said the bridge would open in June. Work began last year, the builder said. =HYPERLINK(\"http://a.example\",\"x\") was written there.", "=cmd|' /C calc'!A0 bridge in June", "+Post"),
        Hostile(new string('w', 1 << 20), "One long word", "@Long"),
        Hostile("]]></textarea></title></style></script><svg onload=alert(1)>, the mayor of Ollerby said on Monday.", "</title></textarea>", "-Gazette"),
    ];

    [Fact]
    public async Task Hostile_reports_are_shown_as_text_on_every_page()
    {
        await using var server = await PageServer.StartAsync(Reports);
        var store = server.Store;
        List<string> addresses = ["/", "/search?q=bridge", "/search?q=" + Uri.EscapeDataString(Script), "/search?q=mayor&kind=statement", "/search?q=herald&kind=source"];
        foreach (var row in store.Stories(1, 10).Items)
        {
            var story = store.FindStory(row.Id)!.Stories[0];
            addresses.Add(PageLinks.Routes.Story(story.Id));
            addresses.AddRange(story.Reports.Select(PageLinks.Routes.Report));
            addresses.AddRange(story.Sources.Select(source => PageLinks.Routes.Source(source.Id)!).Take(3));
            addresses.AddRange(story.Statements.Take(2).Select(said => PageLinks.Routes.CiteStatement(said.Report, said.Id)!));
        }
        addresses.Add(PageLinks.Routes.Compare(Reports[0].Id, Reports[1].Id)!);
        addresses.Add(PageLinks.Routes.Compare(Reports[1].Id, Reports[2].Id)!);
        await using var watched = await browser.OpenAsync(width: 390, address: server.Address);
        foreach (var address in addresses)
        {
            await watched.GoAsync(address);
            Assert.NotEqual("taken", await watched.Page.TitleAsync());
            Assert.Equal(0, await watched.Page.Locator("main script, main img, main style, main a[href^='javascript' i], svg[onload]").CountAsync());
            Assert.DoesNotContain("\u202E", await watched.Page.ContentAsync(), StringComparison.Ordinal);
            Assert.True(await watched.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= 390, $"{address} is wider than its window");
        }
        watched.AssertQuiet();
    }

    [Fact]
    public async Task No_cell_of_a_table_is_a_formula()
    {
        await using var server = await PageServer.StartAsync(Reports);
        using var client = server.Client();
        var table = await client.GetStringAsync("/search.csv?q=bridge", TestContext.Current.CancellationToken);
        Assert.Contains("\"'=cmd", table, StringComparison.Ordinal);
        Assert.DoesNotContain("\"=", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_types_into_a_form_comes_back_as_text()
    {
        await using var server = await PageServer.StartAsync(Reports);
        await using var watched = await browser.OpenAsync(address: server.Address);
        var page = watched.Page;
        await watched.GoAsync(PageLinks.Routes.Report(Reports[1].Id));
        await page.GetByText("Remove this report for good").ClickAsync();
        await page.GetByLabel("Reason").FillAsync(Script);
        await page.Locator("#remove-by").FillAsync(Script);
        await page.Locator("#sure").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove this report" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("This report was removed");
        Assert.Contains(Script, await page.Locator(".sentence").InnerTextAsync(), StringComparison.Ordinal);
        await watched.GoAsync("/audit");
        Assert.Contains(Script, await page.Locator(".audit").InnerTextAsync(), StringComparison.Ordinal);
        Assert.NotEqual("taken", await page.TitleAsync());
        watched.AssertQuiet("410");
    }
}
