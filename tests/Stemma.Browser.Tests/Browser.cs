using Microsoft.Playwright;
using Stemma.Browser.Tests;
using Stemma.Tests.Pages;
using Xunit;

[assembly: AssemblyFixture(typeof(Browser))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Stemma.Browser.Tests;

/// <summary>One browser and one archive of both sample stories for all tests. Where there is no chromium, tests that ask for it are skipped.</summary>
public sealed class Browser : IAsyncLifetime
{
    static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    const float PatienceMs = 180_000;

    IPlaywright? driver;
    IBrowser? browser;
    PageServer? samples;

    /// <summary>The pages of both sample stories. Tests that change the archive start one of their own.</summary>
    internal PageServer Samples => samples ?? throw new InvalidOperationException("The fixture has not started.");

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("STEMMA_CHROMIUM") is { Length: > 0 } named)
            Places[0] = named;
        if (Places.FirstOrDefault(File.Exists) is not { } path)
            return;
        samples = await PageServer.StartAsync(Stemma.Tests.Support.Samples.Reports);
        driver = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(PatienceMs);
        browser = await driver.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path, Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A page of its own session, at 1280 by 900 unless asked otherwise.</summary>
    internal async Task<WatchedPage> OpenAsync(bool script = true, ColorScheme scheme = ColorScheme.Light, int width = 1280, Uri? address = null)
    {
        Assert.SkipWhen(browser is null, "chromium is not installed: scripts/install-chromium installs it, or set STEMMA_CHROMIUM to its path");
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
