using Stemma.Reports;

namespace Stemma.Lineage;

/// <summary>Compares outlets and agencies by name: "The Daily Post", "daily post" and "www.dailypost.com" are one; so are "NPA" and "Northern Press Agency".</summary>
static class Outlets
{
    // A house and its news service are one for the purpose of copying.
    static readonly string[] Suffixes = [" news service", " news agency", " wire service", " news"];

    public static bool Same(Report a, Report b) => a.Outlet is { } x && b.Outlet is { } y && SameName(x, y);

    public static bool Differ(Report a, Report b) => a.Outlet is { } x && b.Outlet is { } y && !SameName(x, y);

    public static bool SameCredit(Report a, Report b) => a.CreditedAgencies.Any(x => b.CreditedAgencies.Any(y => SameName(x, y)));

    public static bool SameName(string a, string b) => string.Equals(Key(a), Key(b), StringComparison.Ordinal) || Agencies.IsAcronym(a, b) || Agencies.IsAcronym(b, a);

    static string Key(string name)
    {
        var folded = (Agencies.Find(name.Trim())?.Name ?? name.Trim()).ToLowerInvariant();
        if (folded.StartsWith("www.", StringComparison.Ordinal))
            folded = folded[4..];
        var dot = folded.IndexOf('.', StringComparison.Ordinal);
        if (dot > 1 && !folded.Contains(' ', StringComparison.Ordinal))
            folded = folded[..dot];
        if (folded.StartsWith("the ", StringComparison.Ordinal))
            folded = folded[4..];
        foreach (var suffix in Suffixes)
        {
            if (folded.Length > suffix.Length + 2 && folded.EndsWith(suffix, StringComparison.Ordinal))
                return LettersOf(folded[..^suffix.Length]);
        }
        return LettersOf(folded);
    }

    static string LettersOf(string name) => string.Concat(name.Where(char.IsLetterOrDigit));
}
