using System.Text;

namespace Stemma.Reports;

/// <summary>
/// The address of a report for telling whether two are the same: scheme and host in lower case, no default port, no fragment,
/// no parameter that only says where the reader came from. Everything else stays as given: sites do distinguish by path case,
/// by a final slash and by the order of parameters. What is not an http address is only trimmed.
/// </summary>
public static class ReportUrl
{
    static readonly HashSet<string> Tracking = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "dclid", "gbraid", "wbraid", "gclsrc", "msclkid", "yclid", "twclid", "ttclid", "li_fat_id",
        "igshid", "igsh", "mc_cid", "mc_eid", "_ga", "_gl", "_hsenc", "_hsmi", "mkt_tok", "ref_src", "ref_url", "vero_id", "oly_enc_id", "oly_anon_id",
    };

    public static string? Canonical(string? url)
    {
        var given = url?.Trim();
        if (string.IsNullOrEmpty(given))
            return null;
        var scheme = given.IndexOf("://", StringComparison.Ordinal);
        if (scheme <= 0 || given[..scheme].ToLowerInvariant() is not ("http" or "https"))
            return given;
        var end = given.IndexOf('#', StringComparison.Ordinal);
        var address = end < 0 ? given : given[..end];
        var hostStart = scheme + 3;
        var hostLength = address.AsSpan(hostStart).IndexOfAny('/', '?');
        var hostEnd = hostLength < 0 ? address.Length : hostStart + hostLength;
        var query = address.IndexOf('?', StringComparison.Ordinal);
        var pathEnd = query < 0 ? address.Length : query;
        return address[..scheme].ToLowerInvariant() + "://" + Host(address[hostStart..hostEnd], address[..scheme])
            + address[hostEnd..pathEnd] + (query < 0 ? "" : Query(address.AsSpan(query + 1)));
    }

    static string Host(string authority, string scheme)
    {
        var at = authority.LastIndexOf('@') + 1;
        var host = authority[at..].ToLowerInvariant();
        var port = string.Equals(scheme, "https", StringComparison.OrdinalIgnoreCase) ? ":443" : ":80";
        if (host.EndsWith(port, StringComparison.Ordinal))
            host = host[..^port.Length];
        return authority[..at] + host.TrimEnd(':');
    }

    static string Query(ReadOnlySpan<char> query)
    {
        var kept = new StringBuilder();
        foreach (var part in query.Split('&'))
        {
            var parameter = query[part];
            var equals = parameter.IndexOf('=');
            var name = equals < 0 ? parameter : parameter[..equals];
            if (parameter.IsEmpty || name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || Tracking.Contains(name.ToString()))
                continue;
            kept.Append(kept.Length == 0 ? '?' : '&').Append(parameter);
        }
        return kept.ToString();
    }
}
