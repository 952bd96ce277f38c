using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Stemma.Tests.Serve;

/// <summary>An import sent a line at a time over a connection of its own: HttpClient reads no answer before it has sent everything.</summary>
sealed class SlowImport : IAsyncDisposable
{
    readonly TcpClient connection = new();
    NetworkStream stream = null!;
    StreamReader reader = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<SlowImport> BeginAsync(ServedArchive archive)
    {
        var import = new SlowImport();
        await import.connection.ConnectAsync("127.0.0.1", archive.Client.BaseAddress!.Port, Cancel);
        import.stream = import.connection.GetStream();
        import.reader = new StreamReader(import.stream);
        await import.stream.WriteAsync("POST /api/reports HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray(), Cancel);
        return import;
    }

    /// <summary>Sends one line and waits for its answer.</summary>
    public async Task<string> SendAsync(string line)
    {
        var bytes = Encoding.UTF8.GetBytes(line + "\n");
        await stream.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes($"{bytes.Length:x}\r\n"), .. bytes, .. "\r\n"u8], Cancel);
        while (await reader.ReadLineAsync(Cancel) is { } answer)
        {
            if (answer.StartsWith('{'))
                return answer;
        }
        throw new InvalidOperationException("The server ended the connection.");
    }

    public async Task EndAsync()
    {
        await stream.WriteAsync("0\r\n\r\n"u8.ToArray(), Cancel);
        // The empty last chunk of the answer: the import is over, and its place is free.
        while (await reader.ReadLineAsync(Cancel) is { } line && line != "0")
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        reader.Dispose();
        await stream.DisposeAsync();
        connection.Dispose();
    }
}
