using Microsoft.Playwright;
using Stemma.App.Pages;
using Xunit;

namespace Stemma.Browser.Tests;

/// <summary>The pages without a mouse: the Tab key alone, and the keys that the script adds.</summary>
public sealed class KeyboardTests(Browser browser)
{
    string Report
    {
        get
        {
            var story = browser.Samples.Store.FindStory(browser.Samples.Store.Stories(1, 1).Items[0].Id)!.Stories[0];
            return PageLinks.Routes.Report(story.Statements.First(said => said.Attribution).Report);
        }
    }

    static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>("() => { const at = document.activeElement; return at.id || at.className || at.textContent.trim(); }");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_tab_key_leads_from_the_list_into_a_story_and_to_its_forms(bool script)
    {
        await using var watched = await browser.OpenAsync(script);
        var page = watched.Page;
        await watched.GoAsync("/");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the content", await page.Locator(":focus").InnerTextAsync());
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        var title = await page.Locator(".stories h2 a").First.InnerTextAsync();
        Assert.Equal(title, await page.Locator(":focus").InnerTextAsync());
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(title);
        await page.Locator(".contents a").Last.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Another story is about the same happening", await page.Locator(":focus").InnerTextAsync());
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("together-other", await page.Locator(":focus").GetAttributeAsync("id"));
        watched.AssertQuiet();
    }

    [Fact]
    public async Task J_and_k_walk_the_statements_and_o_opens_the_text()
    {
        await using var watched = await browser.OpenAsync();
        var page = watched.Page;
        await watched.GoAsync(Report);
        await page.Keyboard.PressAsync("j");
        var first = await FocusedAsync(page);
        Assert.StartsWith("s-t", first, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("j");
        Assert.NotEqual(first, await FocusedAsync(page));
        await page.Keyboard.PressAsync("k");
        Assert.Equal(first, await FocusedAsync(page));
        await page.Keyboard.PressAsync("o");
        await watched.IsAtAsync("#m");
        watched.AssertQuiet();
    }

    [Fact]
    public async Task C_copies_the_citation_of_the_chosen_statement_as_text_and_as_markup()
    {
        await using var watched = await browser.OpenAsync();
        var page = watched.Page;
        await watched.GoAsync(Report);
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("c");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("The citation is copied");
        var text = await page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.Contains($"{browser.Samples.Address}", text, StringComparison.Ordinal);
        Assert.Contains("#s-t", text, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy Markdown" }).ClickAsync();
        await Assertions.Expect(page.Locator(".toast")).ToHaveTextAsync("Markdown copied.");
        Assert.Contains("[evidence](", await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"), StringComparison.Ordinal);
        watched.AssertQuiet();
    }

    [Fact]
    public async Task The_list_of_keys_search_and_the_way_home_are_a_key_away()
    {
        await using var watched = await browser.OpenAsync();
        var page = watched.Page;
        await watched.GoAsync(Report);
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" })).ToContainTextAsync("next statement");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("/");
        Assert.Equal("q", await page.Locator(":focus").GetAttributeAsync("id"));
        await page.Keyboard.TypeAsync("gsjk?");
        Assert.Equal("gsjk?", await page.Locator("#q").InputValueAsync());
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("s");
        await watched.IsAtAsync("^http://[^/]+/$");
        watched.AssertQuiet();
    }

    [Fact]
    public async Task Without_script_a_citation_is_a_page_with_text_to_select()
    {
        await using var watched = await browser.OpenAsync(script: false);
        var page = watched.Page;
        await watched.GoAsync(Report);
        await page.Locator("a.cite").First.ClickAsync();
        foreach (var name in (string[])["Text", "Markdown", "HTML"])
            Assert.Contains("#s-t", await page.GetByLabel(name, new() { Exact = true }).InputValueAsync(), StringComparison.Ordinal);
        watched.AssertQuiet();
    }
}
