using Stemma.Claims;
using Stemma.Evidence;

namespace Stemma.Findings;

/// <summary>
/// Finds two readings of one quotation: the same speaker quoted in two reports with words that overlap too much for two
/// utterances and differ too much for one. Judged by stems shared between the quoted words, and for short quotations word by word. Both readings are shown; which
/// one was spoken is not decided. Cost: quadratic in one speaker's quotations.
/// Gets wrong: a speaker who says nearly the same twice.
/// </summary>
static class VariantFinder
{
    const int SharedMin = 5;
    const double ShareMin = 0.4;
    const double SameMin = 0.95;

    public static IEnumerable<PackFinding> Find(IReadOnlyList<PackStatement> statements, IReadOnlyList<PackClaim> claims, IReadOnlyDictionary<string, PackSource> sources)
    {
        var claimOf = claims.SelectMany(static claim => claim.Statements.Select(statement => (statement, claim.Id))).GroupBy(static pair => pair.statement, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.First().Id, StringComparer.Ordinal);
        var quoted = statements.Where(statement => statement.Quoted != "indirect" && sources[statement.Chain[0].Source].Kind == "person")
            .GroupBy(static statement => statement.Chain[0].Source, StringComparer.Ordinal).OrderBy(static group => group.Key, StringComparer.Ordinal);
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var speaker in quoted)
        {
            var readings = speaker.Select(statement => (Statement: statement, Words: new ContentWords(Marked(statement), ids))).ToList();
            var told = new HashSet<(string, string)>();
            for (var i = 0; i < readings.Count; i++)
                for (var j = i + 1; j < readings.Count; j++)
                    if (IsVariant(readings[i], readings[j]) && told.Add(Pair(Place(readings[i].Statement, claimOf), Place(readings[j].Statement, claimOf))))
                        yield return Describe(readings[i].Statement, readings[j].Statement, sources[speaker.Key].Name, claimOf);
        }
    }

    /// <summary>What stands in quotation marks: of content that is only partly quoted, the quoted parts.</summary>
    static List<PackRange> Marked(PackStatement statement)
    {
        var marked = new List<PackRange>();
        foreach (var range in statement.Content)
        {
            if (statement.Quoted is "direct")
            {
                marked.Add(range);
                continue;
            }
            for (var open = range.Text.IndexOfAny(Opening); open >= 0 && open + 1 < range.Text.Length;)
            {
                var close = range.Text.IndexOfAny(Closing, open + 1);
                if (close < 0)
                    break;
                marked.Add(new PackRange(range.Start + open, range.Start + close + 1, range.Text[open..(close + 1)]));
                open = range.Text.IndexOfAny(Opening, close + 1);
            }
        }
        return marked;
    }

    static readonly char[] Opening = ['“', '"', '‘'];

    static readonly char[] Closing = ['”', '"', '’'];

    static (string, string) Pair(string a, string b) => string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);

    /// <summary>A reading that several reports share is told once, under its claim or its words.</summary>
    static string Place(PackStatement statement, Dictionary<string, string> claimOf) =>
        claimOf.GetValueOrDefault(statement.Id) ?? string.Concat(statement.Content.SelectMany(static range => range.Text).Where(char.IsLetterOrDigit)).ToLowerInvariant();

    static bool IsVariant((PackStatement Statement, ContentWords Words) a, (PackStatement Statement, ContentWords Words) b)
    {
        if (a.Statement.Report == b.Statement.Report)
            return false;
        if (Marked(a.Statement).Any(one => Marked(b.Statement).Any(other => Readings.Differ(one.Text, other.Text))))
            return true;
        var shared = a.Words.SharedWith(b.Words);
        var share = (double)shared / Math.Max(1, Math.Min(a.Words.Stems.Length, b.Words.Stems.Length));
        var same = share >= SameMin && a.Words.NegationCount == b.Words.NegationCount && a.Words.Numbers.SetEquals(b.Words.Numbers);
        return shared >= SharedMin && share >= ShareMin && !same;
    }

    static PackFinding Describe(PackStatement a, PackStatement b, string name, Dictionary<string, string> claimOf)
    {
        var claims = new[] { a.Id, b.Id }.Where(claimOf.ContainsKey).Select(id => claimOf[id]).Distinct(StringComparer.Ordinal).ToList();
        return new PackFinding("variant", [a.Id, b.Id], claims, null, $"{name} is quoted in two ways: {Words(a)} and {Words(b)}", 0.7,
            "The two share many words and differ in others: two readings of one utterance, or two utterances much alike.");
    }

    static string Words(PackStatement statement) => "“" + string.Join(" … ", statement.Content.Select(static range => range.Text.Trim('“', '”', '"', '‘', '’', '\'', ' '))) + "”";
}
