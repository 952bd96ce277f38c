using System.Text;
using Microsoft.Playwright;
using Stemma.App.Pages;
using Stemma.Tests.Pages;
using Stemma.Tests.Support;
using Xunit;

namespace Stemma.Browser.Tests;

/// <summary>What people change, with and without script: adding, noting, ruling, taking back, removing.</summary>
public sealed class ChangeTests(Browser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_report_is_added_noted_on_and_removed(bool script)
    {
        await using var server = await PageServer.StartAsync(Samples.ReportsOf(Samples.FilesOf(Samples.Stories[0])));
        await using var watched = await browser.OpenAsync(script, address: server.Address);
        var page = watched.Page;
        await watched.GoAsync("/add");
        await page.GetByLabel("Its text").FillAsync("The mayor of Ollerby said on Monday that the bridge would open in June.");
        await page.GetByLabel("Headline").FillAsync("Bridge to open in June");
        await page.GetByLabel("Text files").SetInputFilesAsync(new FilePayload { Name = "two.jsonl", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes("{\"text\":\"Snow fell on the pass.\"}\nbroken\n") });
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("2 reports are in the archive");
        await Assertions.Expect(page.Locator(".refused")).ToContainTextAsync("two.jsonl, line 2");
        await server.Desk.SettledAsync(TestContext.Current.CancellationToken);

        var story = server.Store.Stories(1, 10).Items.Single(row => row.Reports > 2).Id;
        await watched.GoAsync(PageLinks.Routes.Story(story));
        var claim = page.Locator(".claim").First;
        await claim.GetByText("Note or sign off").ClickAsync();
        await claim.GetByLabel("Note", new() { Exact = true }).FillAsync("Asked the port.");
        await claim.GetByLabel("Signed off").CheckAsync();
        await claim.GetByLabel("Your name").FillAsync("Ada Lund");
        await claim.GetByRole(AriaRole.Button, new() { Name = "Keep" }).ClickAsync();
        await Assertions.Expect(page.Locator(".claim").First.Locator(".kept")).ToContainTextAsync("Asked the port.");
        // The name is remembered.
        Assert.Equal("Ada Lund", await page.Locator("#apart-by").InputValueAsync());

        await page.GetByText("A report does not belong here").ClickAsync();
        await page.Locator("#apart-report").SelectOptionAsync(new SelectOptionValue { Index = 2 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it out" }).ClickAsync();
        await server.Desk.SettledAsync(TestContext.Current.CancellationToken);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".rulings")).ToContainTextAsync("does not belong with");
        await page.GetByText("Take back", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it back" }).ClickAsync();
        await server.Desk.SettledAsync(TestContext.Current.CancellationToken);
        Assert.Empty(server.Store.Rulings());

        await watched.GoAsync("/audit");
        foreach (var done in (string[])["took a ruling back", "ruled", "signed off", "Reports came in"])
            await Assertions.Expect(page.Locator(".audit")).ToContainTextAsync(done);
        await page.Locator(".audit a").First.ClickAsync();
        await watched.IsAtAsync("/reports/r");
        await page.GetByText("Remove this report for good").ClickAsync();
        await page.GetByLabel("Reason").FillAsync("court order");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove this report" }).ClickAsync();
        // The box that says so is not ticked: the browser itself does not send it.
        await Assertions.Expect(page.Locator("#sure")).ToBeVisibleAsync();
        await page.Locator("#sure").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove this report" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("This report was removed");
        watched.AssertQuiet("410");
    }

    [Fact]
    public async Task A_file_dropped_on_the_page_is_chosen()
    {
        await using var watched = await browser.OpenAsync();
        await watched.GoAsync("/add");
        await watched.Page.EvaluateAsync("""
            () => {
              const data = new DataTransfer();
              data.items.add(new File(['Snow fell.'], 'dropped.txt', { type: 'text/plain' }));
              document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
            }
            """);
        await Assertions.Expect(watched.Page.Locator(".chosen li")).ToHaveTextAsync("dropped.txt");
        watched.AssertQuiet();
    }
}
