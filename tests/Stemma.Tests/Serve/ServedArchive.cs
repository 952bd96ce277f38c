using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Stemma.App.Serve;
using Stemma.Evidence;
using Stemma.Reports;
using Xunit;

namespace Stemma.Tests.Serve;

/// <summary>A real server on a free port over an archive in a folder of its own, and somebody who asks it.</summary>
sealed class ServedArchive : IAsyncDisposable
{
    readonly DirectoryInfo folder;
    readonly ServeHost host;

    ServedArchive(DirectoryInfo folder, ServeHost host)
    {
        (this.folder, this.host) = (folder, host);
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host.Address };
    }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public HttpClient Client { get; }

    public ServeHost Host => host;

    public string Folder => folder.FullName;

    public static async Task<ServedArchive> StartAsync(Func<ServeOptions, ServeOptions>? with = null)
    {
        var data = Directory.CreateTempSubdirectory("stemma-serve-");
        var options = new ServeOptions { DataDirectory = data.FullName, Port = 0 };
        var server = await ServeHost.BuildAsync(with?.Invoke(options) ?? options);
        try
        {
            await server.StartAsync(Cancel);
        }
        catch
        {
            await server.DisposeAsync();
            data.Delete(recursive: true);
            throw;
        }
        return new ServedArchive(data, server);
    }

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        return await Client.SendAsync(request, Cancel);
    }

    public Task<HttpResponseMessage> PostAsync(string path, object body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, JsonContent.Create(body), headers);

    public async Task<JsonNode> JsonAsync(string path)
    {
        using var answer = await GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>Sends lines and gives the answer's, once the stories show them.</summary>
    public async Task<IReadOnlyList<JsonNode>> ImportAsync(string lines)
    {
        using var content = Lines(lines);
        using var answer = await SendAsync(HttpMethod.Post, "/api/reports", content);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.IsSuccessStatusCode, text);
        await SettledAsync();
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonNode.Parse(line)!)];
    }

    public Task<IReadOnlyList<JsonNode>> ImportAsync(IEnumerable<Report> reports) => ImportAsync(string.Join('\n', reports.Select(Line)));

    public Task SettledAsync() => host.SettledAsync(Cancel);

    public static StringContent Lines(string lines) => new(lines, Encoding.UTF8, new MediaTypeHeaderValue("application/x-ndjson"));

    public static string Line(Report report) => JsonSerializer.Serialize(new { id = report.InputId, title = report.Title, text = report.Text, outlet = report.Outlet, byline = report.Byline, url = report.Url, published = report.Published.ToIso() });

    /// <summary>What a program is told when it is refused.</summary>
    public static async Task<string> ProblemAsync(HttpResponseMessage answer, int status)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True((int)answer.StatusCode == status, $"{(int)answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(text)!;
        Assert.Equal(status, problem["status"]!.GetValue<int>());
        Assert.False(string.IsNullOrEmpty(problem["title"]!.GetValue<string>()));
        return problem["detail"]!.GetValue<string>();
    }

    public static PackVerdict Verified(byte[] pack) => PackVerifier.Verify(pack);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await host.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
