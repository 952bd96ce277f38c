namespace Stemma.Lineage;

/// <summary>A pair of kindred reports with a verdict on which is the later one.</summary>
/// <param name="Later">Index of the descendant.</param>
/// <param name="Evidence">A is the later report.</param>
/// <param name="Overruled">The pair's own signals said otherwise, or nothing; other pairs or the fixed order decided.</param>
sealed record Kin(int Later, int Earlier, PairEvidence Evidence, Direction.Verdict Verdict, bool Overruled);

/// <summary>
/// Makes one consistent order out of verdicts on single pairs, so that no report descends from itself: the verdicts are
/// accepted strongest first, and one that would close a circle is turned round ("ranked pairs", Tideman 1987). Pairs
/// without any signal follow the order the reports are given in. Cost: pairs times reports/64 words of reachability.
/// </summary>
static class KinOrder
{
    public static List<Kin> Of(IReadOnlyList<(int A, int B, PairEvidence Evidence, Direction.Verdict Verdict)> pairs, int reports)
    {
        // above[x]: reports known to be earlier than x; below[x]: reports known to be later. Bits.
        var above = NewBits(reports);
        var below = NewBits(reports);
        var kin = new List<Kin>();
        foreach (var (a, b, evidence, verdict) in pairs.OrderByDescending(pair => Math.Abs(pair.Verdict.Score)).ThenBy(pair => (pair.A, pair.B)))
        {
            var aIsLater = verdict.Score != 0 ? verdict.Score > 0 : a > b;
            var (later, earlier) = aIsLater ? (a, b) : (b, a);
            var turned = Has(above[earlier], later);
            if (turned)
                (later, earlier) = (earlier, later);
            Accept(later, earlier, above, below);
            var laterIsA = later == a;
            kin.Add(new Kin(later, earlier, laterIsA ? evidence : evidence.Turned(), laterIsA ? verdict : verdict.Turned(), turned || verdict.Score == 0));
        }
        return kin;
    }

    static void Accept(int later, int earlier, ulong[][] above, ulong[][] below)
    {
        if (Has(above[later], earlier))
            return;
        var laterOnes = (ulong[])below[later].Clone();
        Set(laterOnes, later);
        var earlierOnes = (ulong[])above[earlier].Clone();
        Set(earlierOnes, earlier);
        for (var x = 0; x < above.Length; x++)
        {
            if (Has(laterOnes, x))
                Unite(above[x], earlierOnes);
            if (Has(earlierOnes, x))
                Unite(below[x], laterOnes);
        }
    }

    static ulong[][] NewBits(int count) => [.. Enumerable.Range(0, count).Select(_ => new ulong[(count + 63) / 64])];

    static bool Has(ulong[] bits, int index) => (bits[index >> 6] >> (index & 63) & 1) != 0;

    static void Set(ulong[] bits, int index) => bits[index >> 6] |= 1UL << (index & 63);

    static void Unite(ulong[] into, ulong[] from)
    {
        for (var i = 0; i < into.Length; i++)
            into[i] |= from[i];
    }
}
