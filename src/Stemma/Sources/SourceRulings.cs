using Stemma.Rulings;

namespace Stemma.Sources;

/// <summary>What an editor ruled of sources: which ids are one source, and which two must never be made one.</summary>
sealed class SourceRulings
{
    public static readonly SourceRulings None = new([]);

    readonly Dictionary<string, string> same = new(StringComparer.Ordinal);
    readonly HashSet<(string, string)> apart = [];

    /// <summary>Later rulings win: "not the same" after "the same" takes it back.</summary>
    public SourceRulings(IEnumerable<Ruling> rulings)
    {
        foreach (var ruling in rulings.OrderBy(static ruling => ruling.Number))
        {
            if (ruling.Kind == RulingKind.NotSameSource)
                apart.Add(Pair(ruling.A, ruling.B));
            if (ruling.Kind != RulingKind.SameSource)
                continue;
            apart.Remove(Pair(ruling.A, ruling.B));
            Join(ruling.A, ruling.B);
        }
        foreach (var id in same.Keys.Where(id => apart.Contains(Pair(id, same[id]))).ToList())
            same.Remove(id);
    }

    /// <summary>The id this source goes by.</summary>
    public string IdOf(string id)
    {
        // Chains are as long as the rulings that made them; a circle cannot arise, since the smaller id is always the root.
        while (same.TryGetValue(id, out var root))
            id = root;
        return id;
    }

    public bool Apart(string a, string b) => apart.Contains(Pair(a, b));

    void Join(string a, string b)
    {
        var (x, y) = Pair(IdOf(a), IdOf(b));
        if (x != y)
            same.TryAdd(y, x);
    }

    static (string, string) Pair(string a, string b) => string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);
}
