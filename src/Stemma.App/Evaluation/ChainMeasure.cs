namespace Stemma.App.Evaluation;

/// <summary>
/// How alike two partings of mentions into chains are, by the three measures of the CoNLL 2012 task: MUC by links (Vilain et al. 1995),
/// B³ by mentions (Bagga and Baldwin 1998), CEAF by the best pairing of chains (Luo 2005, φ4). A mention is a number; what only one
/// side has counts against the other. Cost: cubic in the chains of one document, for the pairing.
/// </summary>
sealed class ChainMeasure
{
    readonly double[] found = new double[3], foundAll = new double[3], gold = new double[3], goldAll = new double[3];

    public void Add(IReadOnlyList<HashSet<int>> foundChains, IReadOnlyList<HashSet<int>> goldChains)
    {
        Muc(goldChains, foundChains, ref gold[0], ref goldAll[0]);
        Muc(foundChains, goldChains, ref found[0], ref foundAll[0]);
        BCubed(goldChains, foundChains, ref gold[1], ref goldAll[1]);
        BCubed(foundChains, goldChains, ref found[1], ref foundAll[1]);
        var paired = Paired(goldChains, foundChains);
        (gold[2], found[2]) = (gold[2] + paired, found[2] + paired);
        (goldAll[2], foundAll[2]) = (goldAll[2] + goldChains.Count, foundAll[2] + foundChains.Count);
    }

    /// <summary>Precision, recall and F1 of MUC, B³ and CEAF.</summary>
    public IEnumerable<(string Name, double Precision, double Recall, double F1)> Figures()
    {
        string[] names = ["MUC", "B3", "CEAFe"];
        for (var i = 0; i < 3; i++)
        {
            var (p, r) = (foundAll[i] == 0 ? 0 : found[i] / foundAll[i], goldAll[i] == 0 ? 0 : gold[i] / goldAll[i]);
            yield return (names[i], p, r, p + r == 0 ? 0 : 2 * p * r / (p + r));
        }
    }

    /// <summary>The mean of the three.</summary>
    public double Conll => Figures().Average(static figure => figure.F1);

    /// <summary>Of the links that hold each chain together, how many the other side has.</summary>
    static void Muc(IReadOnlyList<HashSet<int>> chains, IReadOnlyList<HashSet<int>> others, ref double right, ref double all)
    {
        foreach (var chain in chains)
        {
            var parts = others.Count(other => other.Overlaps(chain)) + chain.Count(mention => !others.Any(other => other.Contains(mention)));
            right += chain.Count - parts;
            all += chain.Count - 1;
        }
    }

    static void BCubed(IReadOnlyList<HashSet<int>> chains, IReadOnlyList<HashSet<int>> others, ref double right, ref double all)
    {
        foreach (var chain in chains)
        {
            foreach (var other in others)
                right += Math.Pow(chain.Count(other.Contains), 2) / chain.Count;
            all += chain.Count;
        }
    }

    /// <summary>The greatest sum of likeness over pairings of chains (Kuhn 1955, with potentials).</summary>
    static double Paired(IReadOnlyList<HashSet<int>> a, IReadOnlyList<HashSet<int>> b)
    {
        if (a.Count == 0 || b.Count == 0)
            return 0;
        if (a.Count > b.Count)
            (a, b) = (b, a);
        var (n, m) = (a.Count, b.Count);
        var (u, v, match, way) = (new double[n + 1], new double[m + 1], new int[m + 1], new int[m + 1]);
        for (var i = 1; i <= n; i++)
        {
            var (least, used) = (new double[m + 1], new bool[m + 1]);
            Array.Fill(least, double.PositiveInfinity);
            match[0] = i;
            var j0 = 0;
            do
            {
                used[j0] = true;
                var (row, delta, next) = (match[j0], double.PositiveInfinity, 0);
                for (var j = 1; j <= m; j++)
                {
                    if (used[j])
                        continue;
                    var cost = -Likeness(a[row - 1], b[j - 1]) - u[row] - v[j];
                    if (cost < least[j])
                        (least[j], way[j]) = (cost, j0);
                    if (least[j] < delta)
                        (delta, next) = (least[j], j);
                }
                for (var j = 0; j <= m; j++)
                    if (used[j])
                        (u[match[j]], v[j]) = (u[match[j]] + delta, v[j] - delta);
                    else
                        least[j] -= delta;
                j0 = next;
            }
            while (match[j0] != 0);
            for (; j0 != 0; j0 = way[j0])
                match[j0] = match[way[j0]];
        }
        return Enumerable.Range(1, m).Where(j => match[j] != 0).Sum(j => Likeness(a[match[j] - 1], b[j - 1]));
    }

    static double Likeness(HashSet<int> a, HashSet<int> b) => 2.0 * a.Count(b.Contains) / (a.Count + b.Count);
}
