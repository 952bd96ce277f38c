using System.Globalization;
using System.Text.RegularExpressions;
using Stemma.Storage;

namespace Stemma.App.Pages.Served;

/// <summary>Addresses that only the server's pages need, and how they are read back.</summary>
static partial class PageRoutes
{
    public static string Name(HitKind kind) => kind.ToString().ToLowerInvariant();

    public static string Search(string query, HitKind? kind, int number = 1) => "/search" + Query(query, kind) + (number > 1 ? "&page=" + number.ToString(CultureInfo.InvariantCulture) : "");

    public static string SearchCsv(string query, HitKind? kind) => "/search.csv" + Query(query, kind);

    public static string Hit(PageLinks links, SearchHit hit) => hit.Kind switch
    {
        HitKind.Report => links.Report(hit.Id),
        HitKind.Statement => $"{links.Report(hit.ReportId ?? "")}#{PageNames.Anchor("s", hit.Id)}",
        _ => links.Source(hit.Id)!,
    };

    /// <summary>Where the audit's target is shown: a claim or finding in its story, which the detail of a note names.</summary>
    public static string? Target(PageLinks links, AuditEntry entry) => entry.Target.Length == 0 || !IsId(entry.Target) ? null : entry.Target[0] switch
    {
        'r' => links.Report(entry.Target),
        's' => links.Story(entry.Target),
        'o' => links.Source(entry.Target),
        'c' or 'f' when IsId(entry.Detail) => $"{links.Story(entry.Detail)}#{PageNames.Anchor(entry.Target[..1], entry.Target)}",
        _ => null,
    };

    public static bool IsId(string text) => Ids().IsMatch(text) && text.Length == 17;

    /// <summary>The first id of this kind in what somebody typed or pasted: an id, a path or a whole address.</summary>
    public static string? IdIn(string text, char kind)
    {
        foreach (var match in Ids().EnumerateMatches(text))
        {
            if (text[match.Index] == kind)
                return text.Substring(match.Index, match.Length);
        }
        return null;
    }

    static string Query(string query, HitKind? kind) => $"?q={Uri.EscapeDataString(query)}{(kind is { } one ? "&kind=" + Name(one) : "")}";

    [GeneratedRegex("[a-z][0-9a-f]{16}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    internal static partial Regex Ids();
}
