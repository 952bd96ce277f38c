using Microsoft.Playwright;
using Stemma.Browser.Tests;
using Stemma.Tests.Pages;
using Xunit;

[assembly: AssemblyFixture(typeof(Browser))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Stemma.Browser.Tests;

/// <summary>One browser and one archive of both sample stories for all tests. Where no chromium is or starts, tests that ask for it are skipped; one named by STEMMA_CHROMIUM has to start.</summary>
public sealed class Browser : IAsyncLifetime
{
    static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    const float PatienceMs = 180_000;

    IPlaywright? driver;
    IBrowser? browser;
    PageServer? samples;
    string missing = "chromium is not installed: scripts/install-chromium installs it, or set STEMMA_CHROMIUM to its path";

    /// <summary>The pages of both sample stories. Tests that change the archive start one of their own.</summary>
    internal PageServer Samples => samples ?? throw new InvalidOperationException("The fixture has not started.");

    public async ValueTask InitializeAsync()
    {
        var named = Environment.GetEnvironmentVariable("STEMMA_CHROMIUM") is { Length: > 0 } set ? set : null;
        Places[0] = named ?? Places[0];
        if (Places.FirstOrDefault(File.Exists) is not { } path)
            return;
        driver = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(PatienceMs);
        try
        {
            browser = await driver.Chromium.LaunchAsync(Launch(path));
        }
        catch (PlaywrightException failure) when (named is null)
        {
            // Some systems keep a stand-in at this path that only says where to get the real one.
            missing = $"{path} does not start as a browser: {failure.Message.Split('\n')[0]}";
            return;
        }
        samples = await PageServer.StartAsync(Stemma.Tests.Support.Samples.Reports);
    }

    static BrowserTypeLaunchOptions Launch(string path) => new()
    {
        ExecutablePath = path, Headless = true, Timeout = PatienceMs / 2,
        Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    };

    /// <summary>A page of its own session, at 1280 by 900 unless asked otherwise.</summary>
    internal async Task<WatchedPage> OpenAsync(bool script = true, ColorScheme scheme = ColorScheme.Light, int width = 1280, Uri? address = null)
    {
        Assert.SkipWhen(browser is null, missing);
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = (address ?? Samples.Address).ToString(), JavaScriptEnabled = script, ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 }, ReducedMotion = ReducedMotion.Reduce,
            Permissions = script ? ["clipboard-read", "clipboard-write"] : [],
        });
        // A guard against hanging, not a measure: a busy machine may take its time.
        context.SetDefaultTimeout(PatienceMs);
        context.SetDefaultNavigationTimeout(PatienceMs);
        return await WatchedPage.OfAsync(context);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        driver?.Dispose();
        if (samples is not null)
            await samples.DisposeAsync();
    }
}
