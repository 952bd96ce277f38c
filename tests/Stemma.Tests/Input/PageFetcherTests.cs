using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Stemma.App.Input;
using Stemma.Pages;
using Xunit;
using static Stemma.Tests.Pages.InventedPage;

namespace Stemma.Tests.Input;

/// <summary>Fetching from a server of our own on this machine, which is just what must not be fetched unless it is allowed.</summary>
public sealed class PageFetcherTests : IAsyncLifetime
{
    static readonly string Html = Page($"<article><h1>Ferry held over missing oars</h1>{Paragraphs()}</article>");

    WebApplication? site;
    string address = "";

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        site = builder.Build();
        site.MapGet("/robots.txt", () => "User-agent: *\nDisallow: /closed\nAllow: /closed/but-this\n");
        foreach (var path in (string[])["/page", "/closed/page", "/closed/but-this"])
            site.MapGet(path, () => Results.Content(Html, "text/html; charset=utf-8"));
        site.MapGet("/gone", () => Results.Content(Html, "text/html", statusCode: 410));
        site.MapGet("/picture", () => Results.Bytes([1, 2, 3], "image/png"));
        site.MapGet("/round", () => Results.Redirect("/round"));
        site.MapGet("/there", () => Results.Redirect("/page"));
        site.MapGet("/inside", () => Results.Redirect("http://169.254.169.254/latest"));
        site.MapGet("/file", () => Results.Redirect("file:///etc/hostname"));
        site.MapGet("/big", () => Results.Content(new string('x', 100_000), "text/html"));
        await site.StartAsync(TestContext.Current.CancellationToken);
        address = site.Urls.Single();
    }

    public async ValueTask DisposeAsync()
    {
        if (site is not null)
            await site.DisposeAsync();
    }

    PageRead Read(string path, params string[] allowed) => Assert.Single(PageReading.Read([address + path], InputOptions.Default with { MaxPageBytes = 50_000, Fetch = new FetchOptions { AllowedHosts = allowed } }, static () => Stream.Null));

    [Fact]
    public void A_private_address_is_refused_unless_the_operator_allows_it()
    {
        var refused = Read("/page");
        Assert.True(refused.Failed);
        Assert.Equal("127.0.0.1 is at an address of a private network: --allow-host 127.0.0.1 would allow it", refused.Article.Reason);
        var read = Read("/page", "127.0.0.1");
        Assert.Equal(string.Join("\n\n", Body), read.Article.Text);
        Assert.Equal(address + "/page", read.Address);
    }

    [Theory]
    [InlineData("/inside", "169.254.169.254 is at an address of a private network")]
    [InlineData("/file", "leads to something that is no plain web address")]
    [InlineData("/round", "redirected more than 5 times")]
    [InlineData("/picture", "no page: the server says image/png")]
    [InlineData("/big", "larger than the limit of 50000 bytes")]
    [InlineData("/closed/page", "its site's robots.txt asks programs to keep away from it")]
    public void What_is_not_fetched_has_a_reason(string path, string reason) => Assert.StartsWith(reason, Read(path, "127.0.0.1").Article.Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData(503, "left alone, because its site's robots.txt could not be had: the server answered 503")]
    [InlineData(0, "left alone, because its site's robots.txt took longer than the limit of 1 seconds")]
    public async Task Rules_that_cannot_be_had_have_a_deadline_of_their_own(int status, string reason)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var other = builder.Build();
        other.Urls.Add("http://127.0.0.1:0");
        var asked = 0;
        other.MapGet("/robots.txt", async (HttpContext http) =>
        {
            Interlocked.Increment(ref asked);
            if (status == 0)
                await Task.Delay(Timeout.Infinite, http.RequestAborted);
            return Results.StatusCode(status);
        });
        other.MapGet("/page", () => Results.Content(Html, "text/html"));
        await other.StartAsync(TestContext.Current.CancellationToken);
        var options = InputOptions.Default with { Fetch = new FetchOptions { AllowedHosts = ["127.0.0.1"], Seconds = 1 } };
        var pages = PageReading.Read([other.Urls.Single() + "/page", other.Urls.Single() + "/page?2"], options, static () => Stream.Null).ToList();
        Assert.All(pages, page => Assert.Equal(reason, page.Article.Reason));
        Assert.Equal(1, asked);
    }

    [Fact]
    public void Redirections_are_followed_and_answers_are_heeded()
    {
        Assert.Equal(address + "/page", Read("/there", "127.0.0.1").Address);
        Assert.Equal(PageKind.Article, Read("/closed/but-this", "127.0.0.1").Article.Kind);
        Assert.Equal("an error page: the server answered 410", Read("/gone", "127.0.0.1").Article.Reason);
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("93.184.216.34", true)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::127.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("64:ff9b::5db8:d822", true)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2606:2800:220:1::1", true)]
    public void Private_loopback_and_link_local_addresses_are_told_from_public_ones(string written, bool isPublic) => Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(written)));

    [Fact]
    public void Rules_of_robots_are_matched_by_the_longest()
    {
        var robots = Robots.Parse("User-agent: other\nDisallow: /\n\nUser-agent: stemma\nUser-agent: third # both\nDisallow: /a\nAllow: /a/b\nDisallow: /*.pdf$\nDisallow: /q?*x=\nDisallow:\n\nUser-agent: *\nDisallow: /", "stemma");
        Assert.Equal([true, false, true, false, true, false, true], ((string[])["/", "/a", "/a/b/c", "/x/y.pdf", "/y.pdf?z", "/q?y=1&x=2", "/q"]).Select(robots.Allows));
        Assert.False(Robots.Parse("User-agent: *\nDisallow: /", "stemma").Allows("/a"));
        Assert.True(Robots.Parse("<html>", "stemma").Allows("/a"));
    }
}
