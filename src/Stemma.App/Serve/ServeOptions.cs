using System.Net;

namespace Stemma.App.Serve;

/// <summary>Why the server cannot start, as a sentence that says what to do.</summary>
sealed class ServeException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Where the server listens, for whom, and with which archive.</summary>
sealed record ServeOptions
{
    public const int DefaultPort = 8765;
    const int TokenMin = 16;

    public required string DataDirectory { get; init; }

    /// <summary>An address of this machine. Anything but a loopback address needs a token.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>0 lets the system choose one.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>What every request must show. Null: none is asked for.</summary>
    public string? Token { get; init; }

    /// <summary>Names the server may be called by besides its addresses, such as the one a reverse proxy passes on.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    public ServeLimits Limits { get; init; } = new();

    /// <summary>The address to bind to, once all options hold together.</summary>
    public IPAddress Checked()
    {
        if (Port is < 0 or > 65535)
            throw new ServeException($"{Port} is not a port: give one from 1 to 65535, or 0 for any that is free.");
        var address = string.Equals(Host, "localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
            : IPAddress.TryParse(Host.Trim('[', ']'), out var given) ? given
            : throw new ServeException($"“{Host}” is not an address: give --host an IP address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them.");
        if (Token is { Length: < TokenMin })
            throw new ServeException($"The token is too short to keep anyone out: give one of {TokenMin} characters or more.");
        if (!IPAddress.IsLoopback(address) && Token is null)
            throw new ServeException($"At {Host} other machines can reach the archive, so a token is needed: give --token or set STEMMA_TOKEN (leave out --host to serve this machine only).");
        return address;
    }
}
