using System.Buffers;
using System.Text.RegularExpressions;
using Stemma.Language;

namespace Stemma.Reports;

/// <summary>A news agency with the names it goes by: the one to show first, then the others it is credited under.</summary>
public sealed record Agency(string Name, params string[] Aliases);

/// <summary>
/// Well-known agencies by their short and long names. Only a help: credits are recognised by where they stand, and an agency
/// that is not here is credited under the name the report gives.
/// </summary>
public static partial class Agencies
{
    public static readonly IReadOnlyList<Agency> All =
    [
        new("Reuters", "Thomson Reuters", "REUTERS"),
        new("Associated Press", "AP", "A.P.", "ASSOCIATED PRESS"),
        new("Agence France-Presse", "AFP", "Agence France Presse"),
        new("Bloomberg", "Bloomberg News", "BLOOMBERG"),
        new("dpa", "DPA", "Deutsche Presse-Agentur"),
        new("TASS", "Tass", "ITAR-TASS", "Itar-Tass"),
        new("RIA Novosti", "RIA", "Ria Novosti"),
        new("Interfax", "INTERFAX", "Interfax-Ukraine"),
        new("Ukrinform"),
        new("Xinhua", "XINHUA", "Xinhua News Agency"),
        new("China News Service", "CNS"),
        new("KCNA", "Korean Central News Agency"),
        new("Yonhap", "Yonhap News Agency", "YONHAP"),
        new("Kyodo", "Kyodo News", "KYODO"),
        new("Jiji Press", "Jiji"),
        new("ANSA", "Ansa"),
        new("EFE", "Agencia EFE"),
        new("Europa Press"),
        new("Lusa", "LUSA"),
        new("APA", "Austria Presse Agentur"),
        new("ANP"),
        new("Belga", "BELGA"),
        new("PA Media", "Press Association", "PA"),
        new("UPI", "United Press International"),
        new("Canadian Press", "CP"),
        new("Australian Associated Press", "AAP"),
        new("New Zealand Press Association", "NZPA"),
        new("Anadolu", "Anadolu Agency", "AA"),
        new("IRNA", "Islamic Republic News Agency"),
        new("SANA", "Syrian Arab News Agency"),
        new("SPA", "Saudi Press Agency"),
        new("WAM", "Emirates News Agency"),
        new("MENA", "Middle East News Agency"),
        new("PTI", "Press Trust of India"),
        new("ANI", "Asian News International"),
        new("IANS", "Indo-Asian News Service"),
        new("UNI", "United News of India"),
        new("APP", "Associated Press of Pakistan"),
        new("BSS", "Bangladesh Sangbad Sangstha"),
        new("Bernama", "BERNAMA"),
        new("Antara", "ANTARA"),
        new("VNA", "Vietnam News Agency"),
        new("PAP", "Polish Press Agency", "Polska Agencja Prasowa"),
        new("CTK", "Czech News Agency"),
        new("MTI", "Hungarian News Agency"),
        new("Tanjug", "TANJUG"),
        new("BelTA", "BELTA"),
        new("NAN", "News Agency of Nigeria"),
        new("SAPA", "South African Press Association"),
        new("Inter Press Service", "IPS"),
        new("McClatchy", "McClatchy Newspapers", "McClatchy-Tribune"),
        new("Tribune News Service", "TNS"),
        new("Dow Jones", "Dow Jones Newswires"),
        new("New York Times News Service", "NYT News Service"),
        new("Washington Post News Service"),
        new("Religion News Service", "RNS"),
        new("Thomson Reuters Foundation"),
    ];

    static readonly Dictionary<string, Agency> ByName = All
        .SelectMany(agency => agency.Aliases.Prepend(agency.Name), (agency, name) => (agency, name))
        .DistinctBy(pair => pair.name, StringComparer.Ordinal)
        .ToDictionary(pair => pair.name, pair => pair.agency, StringComparer.Ordinal);

    static readonly SearchValues<string> Names = SearchValues.Create([.. ByName.Keys], StringComparison.Ordinal);

    static readonly string[] KindWords = ["News Service", "News Agency", "Press Agency", "Wire Service", "News Wire", "Newswire", "Wire Services"];

    /// <summary>The agency of exactly this name, a leading "The" aside.</summary>
    public static Agency? Find(ReadOnlySpan<char> name) =>
        ByName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(WithoutThe(name), out var agency) ? agency : null;

    /// <summary>True for a name that says itself that it is an agency's: "Harbour News Service".</summary>
    internal static bool SaysAgency(ReadOnlySpan<char> name)
    {
        foreach (var word in KindWords)
        {
            if (name.EndsWith(word, StringComparison.OrdinalIgnoreCase) && name.Length > word.Length)
                return true;
        }
        return false;
    }

    /// <summary>Where known agencies are named in a short range, each agency once. Longest name wins. Cost: linear in the range.</summary>
    internal static List<Credit> CreditsIn(string text, TextRange range)
    {
        var credits = new List<Credit>();
        var seen = new HashSet<Agency>();
        for (var at = range.Start; at < range.End;)
        {
            var found = text.AsSpan(at, range.End - at).IndexOfAny(Names);
            if (found < 0)
                break;
            at += found;
            var length = LongestAt(text, at, range.End);
            if (length > 0 && seen.Add(ByName[text.Substring(at, length)]))
                credits.Add(new Credit(text.Substring(at, length), new TextRange(at, at + length)));
            at += Math.Max(1, length);
        }
        return credits;
    }

    /// <summary>True for two names of one agency.</summary>
    internal static bool Same(string a, string b) => string.Equals(Find(a)?.Name ?? a, Find(b)?.Name ?? b, StringComparison.OrdinalIgnoreCase) || IsAcronym(a, b) || IsAcronym(b, a);

    /// <summary>"NPA" for "Northern Press Agency": all capitals, one for each word.</summary>
    internal static bool IsAcronym(string letters, string name)
    {
        var words = name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("The" or "of" or "and" or "the")).ToList();
        return words.Count >= 3 && letters.Length == words.Count && letters.All(char.IsUpper) && words.Zip(letters).All(pair => pair.First[0] == pair.Second);
    }

    /// <summary>
    /// Agencies in a byline, each a piece of its own: "Jane Doe, AP", "AP/Jane Doe", "Jane Doe of The Associated Press", "Reuters Staff". A name that holds
    /// an agency's letters ("Ana Paula Reuters") is none.
    /// </summary>
    public static IReadOnlyList<Credit> InByline(string byline)
    {
        var credits = new List<Credit>();
        foreach (var piece in BylineJoints().EnumerateSplits(byline))
        {
            var words = byline.AsSpan(piece);
            var first = words.Length - words.TrimStart(" .–—-").Length;
            var name = words[first..].TrimEnd(" .–—-");
            name = name.StartsWith("By ", StringComparison.OrdinalIgnoreCase) ? name[3..].TrimStart() : name;
            foreach (var post in (ReadOnlySpan<string>)[" Staff", " staff", " Staff Writer", " Staff Writers", " Writer", " Correspondent", " Reporter", " Bureau"])
                name = name.EndsWith(post, StringComparison.OrdinalIgnoreCase) ? name[..^post.Length] : name;
            if (name.IsEmpty || (Find(name) is null && !(SaysAgency(name) && char.IsUpper(name[0]))))
                continue;
            var start = piece.Start.GetOffset(byline.Length) + words.IndexOf(name);
            credits.Add(new Credit(name.ToString(), new TextRange(start, start + name.Length)));
        }
        return credits;
    }

    [GeneratedRegex(@"[,;/|()\[\]]| and | & | for | of | from | with | via | at | [-–—] ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex BylineJoints();

    static int LongestAt(string text, int at, int end)
    {
        if (at > 0 && char.IsLetterOrDigit(text[at - 1]))
            return 0;
        var longest = 0;
        foreach (var name in ByName.Keys)
        {
            var stop = at + name.Length;
            if (name.Length > longest && stop <= end && text.AsSpan(at, name.Length).SequenceEqual(name)
                && (stop == text.Length || !char.IsLetterOrDigit(text[stop])))
                longest = name.Length;
        }
        return longest;
    }

    static ReadOnlySpan<char> WithoutThe(ReadOnlySpan<char> name) =>
        name.StartsWith("The ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
}
