using System.Net;
using Stemma.App.Pages.Served;
using Stemma.Tests.Support;
using Xunit;

namespace Stemma.Tests.Pages;

public sealed class PageCacheTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void The_page_asked_for_longest_ago_makes_room()
    {
        var cache = new PageCache(800);
        for (var i = 0; i < 8; i++)
            cache.Keep($"k{i}", new byte[100]);
        Assert.NotNull(cache.Find("k0"));
        cache.Keep("k8", new byte[100]);
        Assert.NotNull(cache.Find("k0"));
        Assert.Null(cache.Find("k1"));
        cache.Keep("large", new byte[101]);
        Assert.Null(cache.Find("large"));
        cache.Keep("k0", new byte[100]);
        cache.Clear();
        Assert.Null(cache.Find("k0"));
    }

    [Fact]
    public async Task Whoever_has_the_page_is_told_so_until_something_on_it_changes()
    {
        await using var server = await PageServer.StartAsync(Samples.ReportsOf(Samples.FilesOf(Samples.Stories[0])));
        using var client = server.Client();
        var path = "/stories/" + server.Store.Stories(1, 1).Items[0].Id;
        async Task<HttpResponseMessage> Again(string? tag, string? cookie = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (tag is not null)
                request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            if (cookie is not null)
                request.Headers.TryAddWithoutValidation("Cookie", cookie);
            return await client.SendAsync(request, Cancel);
        }
        var first = await Again(null);
        var tag = first.Headers.ETag!.ToString();
        var html = await first.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(html, await (await Again(null)).Content.ReadAsStringAsync(Cancel));
        Assert.Equal(HttpStatusCode.NotModified, (await Again(tag)).StatusCode);
        Assert.Contains("value=\"Ada\"", await (await Again(tag, "stemma-name=Ada")).Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

        var story = server.Store.FindStory(path["/stories/".Length..])!.Stories[0];
        server.Store.AddNote("Ada", story.Id, story.Claims[0].Id, "asked them", signedOff: false, DateTimeOffset.UnixEpoch);
        var noted = await Again(tag);
        Assert.Equal(HttpStatusCode.OK, noted.StatusCode);
        Assert.Contains("asked them", await noted.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

        server.Store.Remove(story.Reports[0], "Ada", "court order", DateTimeOffset.UnixEpoch);
        Assert.NotEqual(HttpStatusCode.NotModified, (await Again(tag)).StatusCode);
    }
}
