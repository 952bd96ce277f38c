using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Stemma.Browser.Tests;

/// <summary>A page whose complaints are kept: errors of scripts, refusals of the content security policy, answers that failed.</summary>
sealed class WatchedPage : IAsyncDisposable
{
    readonly IBrowserContext context;
    readonly List<string> complaints = [];

    WatchedPage(IBrowserContext context, IPage page) => (this.context, Page) = (context, page);

    public IPage Page { get; }

    public static async Task<WatchedPage> OfAsync(IBrowserContext context)
    {
        var watched = new WatchedPage(context, await context.NewPageAsync());
        watched.Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                watched.complaints.Add($"{watched.Page.Url}: {message.Text}");
        };
        watched.Page.PageError += (_, error) => watched.complaints.Add($"{watched.Page.Url}: {error}");
        return watched;
    }

    /// <summary>Fails where the answer is not the expected one.</summary>
    public async Task GoAsync(string path, int status = 200)
    {
        var answer = await Page.GotoAsync(path);
        Assert.Equal(status, answer!.Status);
    }

    /// <summary>Waits until the address is like this. What a key or a click set off need not have happened when the call that sent it returns.</summary>
    public Task IsAtAsync(string pattern) => Assertions.Expect(Page).ToHaveURLAsync(new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1)));

    /// <summary>Nothing may have been complained of, but for what is expected of an answer that says so itself (404).</summary>
    public void AssertQuiet(string? allowed = null) => Assert.DoesNotContain(complaints, complaint => allowed is null || !complaint.Contains(allowed, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
    }
}
