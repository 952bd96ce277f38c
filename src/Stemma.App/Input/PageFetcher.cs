using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Stemma.App.Input;

/// <summary>
/// Pages by their address. A name is resolved when the connection is made, and connected to by the very address that was checked, so
/// that neither a redirection nor a name that changes its address reaches a private network; no proxy, no cookies, nothing kept. What
/// robots.txt forbids is not fetched; a site whose robots.txt cannot be had because it fails is left alone.
/// </summary>
sealed class PageFetcher : IDisposable
{
    const string Agent = "stemma";
    const int RobotsBytesMax = 512 * 1024;

    readonly FetchOptions options;
    readonly int bytesMax;
    readonly Lazy<HttpClient> client;
    readonly ConcurrentDictionary<string, Lazy<Task<Robots>>> robots = new(StringComparer.Ordinal);

    public PageFetcher(FetchOptions options, int bytesMax)
    {
        (this.options, this.bytesMax) = (options, bytesMax);
        // Most runs name no address.
        client = new Lazy<HttpClient>(MakeClient);
    }

    HttpClient MakeClient()
    {
        var made = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = ConnectAsync,
            MaxResponseHeadersLength = 64,
            MaxConnectionsPerServer = 2,
        })
        { Timeout = Timeout.InfiniteTimeSpan };
        made.DefaultRequestHeaders.UserAgent.ParseAdd($"{Agent}/{ProgramVersion.Text}");
        made.DefaultRequestHeaders.Accept.ParseAdd("text/html, application/xhtml+xml;q=0.9, text/plain;q=0.5");
        return made;
    }

    public void Dispose()
    {
        if (client.IsValueCreated)
            client.Value.Dispose();
    }

    public ArchiveEntry Fetch(string address) => Task.Run(() => FetchAsync(address)).GetAwaiter().GetResult();

    async Task<ArchiveEntry> FetchAsync(string address)
    {
        using var deadline = new CancellationTokenSource();
        try
        {
            return await FollowedAsync(address, deadline);
        }
        catch (OperationCanceledException)
        {
            return new ArchiveEntry(address, null, $"took longer than the limit of {options.Seconds} seconds");
        }
        catch (Exception error) when (error is HttpRequestException or IOException or SocketException or InvalidDataException)
        {
            for (var inner = error; inner is not null; inner = inner.InnerException)
            {
                if (inner is FetchRefusedException refused)
                    return new ArchiveEntry(address, null, refused.Message);
            }
            return new ArchiveEntry(address, null, "could not be fetched: " + error.Message);
        }
    }

    async Task<ArchiveEntry> FollowedAsync(string address, CancellationTokenSource deadline)
    {
        var cancel = deadline.Token;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var next))
            return new ArchiveEntry(address, null, "not a web address");
        for (var hop = 0; hop <= options.Redirections; hop++)
        {
            if (next.Scheme is not ("http" or "https") || next.UserInfo.Length > 0)
                return new ArchiveEntry(address, null, "leads to something that is no plain web address");
            var rules = await RobotsAsync(next).WaitAsync(cancel);
            // The rules of the first site do not eat into the time of its first page.
            if (hop == 0)
                deadline.CancelAfter(TimeSpan.FromSeconds(options.Seconds));
            if (rules.Unavailable is { } why)
                return new ArchiveEntry(address, null, "left alone, because its site's robots.txt " + why);
            if (!rules.Allows(next.PathAndQuery))
                return new ArchiveEntry(address, null, "its site's robots.txt asks programs to keep away from it");
            using var response = await client.Value.GetAsync(next, HttpCompletionOption.ResponseHeadersRead, cancel);
            if ((int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } location)
            {
                next = new Uri(next, location);
                continue;
            }
            var type = response.Content.Headers.ContentType;
            if (type?.MediaType is { } media && !media.Contains("html", StringComparison.OrdinalIgnoreCase) && !media.StartsWith("text/", StringComparison.OrdinalIgnoreCase))
                return new ArchiveEntry(address, null, $"no page: the server says {media}");
            var bytes = await BytesAsync(response.Content, bytesMax, cancel);
            return bytes is null
                ? new ArchiveEntry(address, null, $"larger than the limit of {bytesMax} bytes")
                : new ArchiveEntry(address, bytes, null, next.AbsoluteUri, type?.CharSet?.Trim('"'), (int)response.StatusCode);
        }
        return new ArchiveEntry(address, null, $"redirected more than {options.Redirections} times");
    }

    /// <summary>The rules of a site, fetched once for all its pages and with a deadline of their own: what befalls one page must not befall the others.</summary>
    Task<Robots> RobotsAsync(Uri page) =>
        robots.GetOrAdd(page.GetLeftPart(UriPartial.Authority), site => new Lazy<Task<Robots>>(() => TimedRobotsAsync(new Uri(site + "/robots.txt")))).Value;

    async Task<Robots> TimedRobotsAsync(Uri address)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(options.Seconds));
        try
        {
            return await FetchRobotsAsync(address, deadline.Token);
        }
        catch (OperationCanceledException)
        {
            return Robots.AllowNone with { Unavailable = $"took longer than the limit of {options.Seconds} seconds" };
        }
    }

    async Task<Robots> FetchRobotsAsync(Uri address, CancellationToken cancel)
    {
        for (var hop = 0; hop <= options.Redirections; hop++)
        {
            using var response = await client.Value.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancel);
            if ((int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } location && new Uri(address, location) is { Scheme: "http" or "https" } next)
            {
                address = next;
                continue;
            }
            if ((int)response.StatusCode >= 500)
                return Robots.AllowNone with { Unavailable = $"could not be had: the server answered {(int)response.StatusCode}" };
            if (!response.IsSuccessStatusCode)
                return Robots.AllowAll;
            return await BytesAsync(response.Content, RobotsBytesMax, cancel) is { } bytes ? Robots.Parse(System.Text.Encoding.UTF8.GetString(bytes), Agent) : Robots.AllowNone with { Unavailable = $"is larger than the limit of {RobotsBytesMax} bytes" };
        }
        return Robots.AllowAll;
    }

    static async Task<byte[]?> BytesAsync(HttpContent content, int max, CancellationToken cancel)
    {
        await using var stream = await content.ReadAsStreamAsync(cancel);
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, cancel)) > 0;)
        {
            if (bytes.Length + read > max)
                return null;
            bytes.Write(buffer, 0, read);
        }
        return bytes.ToArray();
    }

    async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancel);
        var open = options.AllowedHosts.Contains(host, StringComparer.OrdinalIgnoreCase) ? addresses : Array.FindAll(addresses, PublicAddress.Is);
        if (open.Length == 0)
            throw new FetchRefusedException(addresses.Length == 0 ? $"{host} has no address" : $"{host} is at an address of a private network: --allow-host {host} would allow it");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>An address that must not be connected to.</summary>
sealed class FetchRefusedException(string message) : IOException(message);
