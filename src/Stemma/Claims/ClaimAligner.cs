using Stemma.Evidence;
using Stemma.Reports;

namespace Stemma.Claims;

/// <summary>
/// Finds statements of several reports that say the same. First version, by wording: nearly the same content words, the
/// same numbers, the same negation, and no denial set beside what it denies; for quotations of one speaker the shorter one
/// may be part of the longer. Every pair in a claim must agree (complete linkage), so that likeness cannot creep from one
/// statement to a different one. Cost: candidates share a rare word; near linear in the statements of a story.
/// A false merge invents corroboration, so it misses whatever was reworded.
/// </summary>
static class ClaimAligner
{
    const double LikenessMin = 0.8;
    const double QuotationLikenessMin = 0.85;
    const int StemsMin = 4;
    const int QuotationStemsMin = 5;
    const int PostingsMax = 64;

    public static List<PackClaim> Align(IReadOnlyList<PackStatement> statements, Origins origins, CopyOrder order, IReadOnlyDictionary<string, Report> reports)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var words = statements.Select(statement => new ContentWords(statement.Content, ids)).ToArray();
        var members = new List<int>?[statements.Count];
        foreach (var (a, b) in Candidates(statements, words, ids.Count))
        {
            var (left, right) = (members[a] ?? [a], members[b] ?? [b]);
            if (ReferenceEquals(left, right) || !left.TrueForAll(x => right.TrueForAll(y => Compatible(statements, words, x, y))))
                continue;
            var joined = left.Concat(right).Order().ToList();
            joined.ForEach(member => members[member] = joined);
        }
        var groups = members.Where(static group => group is not null).Select(static group => group!).Distinct();
        return [.. groups.Where(group => group.Select(member => statements[member].Report).Distinct(StringComparer.Ordinal).Count() > 1)
            .OrderBy(static group => group[0])
            .Select(group => Claim([.. group.Select(member => statements[member])], statements, origins, order, reports))];
    }

    /// <summary>Pairs that agree, found by one of their rarer stems, nearest in likeness first.</summary>
    static List<(int A, int B)> Candidates(IReadOnlyList<PackStatement> statements, ContentWords[] words, int stems)
    {
        var postings = new List<int>?[stems];
        for (var i = 0; i < words.Length; i++)
            foreach (var stem in words[i].Stems)
                (postings[stem] ??= []).Add(i);
        var pairs = new HashSet<(int A, int B)>();
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Stems.Length < StemsMin)
                continue;
            // Statements that share eight words in ten share one of the rarest three in ten of each.
            foreach (var stem in words[i].Stems.OrderBy(stem => postings[stem]!.Count).ThenBy(static stem => stem).Take(1 + (words[i].Stems.Length * 3 / 10)))
                if (postings[stem]!.Count <= PostingsMax)
                    foreach (var j in postings[stem]!)
                        if (words[j].Stems.Length >= StemsMin && !string.Equals(statements[i].Report, statements[j].Report, StringComparison.Ordinal))
                            pairs.Add((Math.Min(i, j), Math.Max(i, j)));
        }
        return [.. pairs.Where(pair => Agree(statements, words, pair.A, pair.B)).OrderByDescending(pair => Likeness(words[pair.A], words[pair.B])).ThenBy(static pair => pair.A).ThenBy(static pair => pair.B)];
    }

    static double Likeness(ContentWords a, ContentWords b)
    {
        var shared = a.SharedWith(b);
        return (double)shared / (a.Stems.Length + b.Stems.Length - shared);
    }

    static bool Agree(IReadOnlyList<PackStatement> statements, ContentWords[] words, int a, int b) =>
        Compatible(statements, words, a, b) && (Likeness(words[a], words[b]) >= LikenessMin || SameQuotation(statements[a], words[a], statements[b], words[b]));

    /// <summary>Same numbers, same negation, same side: what members of one claim must have in common, and at least half their words.</summary>
    static bool Compatible(IReadOnlyList<PackStatement> statements, ContentWords[] words, int a, int b)
    {
        var (x, y) = (statements[a], statements[b]);
        if (x.Polarity != y.Polarity || (x.Stance is "denies") != (y.Stance is "denies") || x.Denies == y.Id || y.Denies == x.Id)
            return false;
        if (!SameDeed(x, y))
            return false;
        if (words[a].Stems.Length < StemsMin || words[b].Stems.Length < StemsMin || words[a].NegationCount != words[b].NegationCount)
            return false;
        var quotation = SameQuotation(x, words[a], y, words[b]);
        return quotation || (words[a].Numbers.SetEquals(words[b].Numbers) && Likeness(words[a], words[b]) >= 0.6);
    }

    /// <summary>
    /// What is asserted may be said, warned of or predicted in many words. What is wished, asked, ordered, promised or charged is the
    /// same only in the same words: "backed the dam" and "opposed the dam" have one content and are two statements.
    /// </summary>
    static bool SameDeed(PackStatement x, PackStatement y)
    {
        if (IsAsserted(x) && IsAsserted(y))
            return true;
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        return x.Stance == y.Stance && new ContentWords(x.Cue, ids) is var cue && new ContentWords(y.Cue, ids).SharedWith(cue) > 0;
    }

    static bool IsAsserted(PackStatement statement) => statement.Stance is "says" or "confirms" or "denies" or "warns" or "predicts" or "asserts";

    /// <summary>The same speaker's words, one of them quoted at less length.</summary>
    static bool SameQuotation(PackStatement x, ContentWords a, PackStatement y, ContentWords b)
    {
        if (x.Quoted == "indirect" || y.Quoted == "indirect" || x.Chain[0].Source != y.Chain[0].Source)
            return false;
        var shorter = Math.Min(a.Stems.Length, b.Stems.Length);
        return shorter >= QuotationStemsMin && a.SharedWith(b) >= shorter * QuotationLikenessMin;
    }

    static PackClaim Claim(List<PackStatement> statements, IReadOnlyList<PackStatement> all, Origins origins, CopyOrder order, IReadOnlyDictionary<string, Report> reports)
    {
        var counts = origins.Count(statements);
        var first = order.Originals([.. statements.Select(static statement => statement.Report).Distinct(StringComparer.Ordinal)]).Select(report => reports[report]).OrderBy(static report => report.Published.SortKey).ThenBy(static report => report.Id, StringComparer.Ordinal).First();
        var text = statements.First(statement => statement.Report == first.Id);
        var ids = statements.ConvertAll(static statement => statement.Id);
        var disputed = all.Any(other => other.Denies is { } denied && ids.Contains(denied, StringComparer.Ordinal));
        return new PackClaim(
            ContentId.Of('c', [.. ids.Order(StringComparer.Ordinal)]), text.Words(), ids,
            counts.Reports, counts.Outlets, counts.Families, counts.Channels, counts.OriginCount, counts.NotStated, counts.OriginSources, counts.Standing,
            disputed, Superseded: false, Open: false, new PackFirstReported(first.Id, first.Published.ToIso()), Confidence: 0.9, counts.Why);
    }
}
