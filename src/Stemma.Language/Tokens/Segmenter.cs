namespace Stemma.Language.Tokens;

/// <summary>
/// Text to tokens and sentences in one pass: between any two atoms a linear classifier (multinomial logistic regression over
/// hashed features) says whether the token goes on, ends, or ends its sentence, as Universal Dependencies cuts English. A line is a
/// paragraph and always ends its sentence. Greedy from left to right, because what was decided before is a feature of what comes.
/// Cost: 38 table look-ups per gap that is not plain. Total: any string gives tokens that cover exactly its characters which are
/// neither white space nor set apart.
/// Gets wrong: an abbreviation that ends its sentence before a name; a sentence that ends in a decimal ("at 6.20."); sentences
/// without a mark at their end inside a line.
/// </summary>
sealed class Segmenter(sbyte[] weights, IReadOnlyDictionary<ulong, int> joined)
{
    /// <summary>Working memory for a longer text than this many atoms, far more than a report has, is not kept.</summary>
    const int AtomsKept = 50_000;

    static readonly Resting<SegmenterWorkspace> Workspaces = new();

    public enum Gap { Join, Split, Break }

    public const int Gaps = 3;

    public ReadOnlySpan<sbyte> Weights => weights;

    public IReadOnlyDictionary<ulong, int> Joined => joined;

    /// <returns>The tokens, and the index of each sentence's first token with the number of tokens at the end.</returns>
    public (TextRange[] Tokens, int[] SentenceStarts) Cut(string text, IReadOnlyList<TextRange> setApart)
    {
        var workspace = Workspaces.Take();
        var (atoms, features, tokens, starts) = (workspace.Atoms, workspace.Features, workspace.Tokens, workspace.Starts);
        tokens.Clear();
        starts.Clear();
        starts.Add(0);
        Atoms.Find(text, setApart, joined, atoms);
        features.Set(text, atoms);
        var history = new GapHistory();
        var first = 0;
        for (var i = 1; i <= atoms.Count; i++)
        {
            history.Saw(text[atoms[i - 1].Start]);
            var gap = i == atoms.Count || atoms[i].Space == 3 ? Gap.Break : Decide(features, i, atoms[i].Space > 0, history);
            history.Ended(gap);
            if (gap == Gap.Join)
                continue;
            tokens.Add(new TextRange(atoms[first].Start, atoms[i - 1].End));
            first = i;
            if (gap == Gap.Break)
                starts.Add(tokens.Count);
        }
        var cut = (tokens.ToArray(), starts.ToArray());
        if (atoms.Count <= AtomsKept)
            Workspaces.Leave(workspace);
        return cut;
    }

    Gap Decide(GapFeatures features, int i, bool space, GapHistory history)
    {
        if (features.IsPlain(i))
            return Gap.Split;
        if (features.Forced(i) is { } forced)
            return forced;
        Span<int> places = stackalloc int[GapFeatures.Count];
        features.Write(i, history, places);
        var (join, split, end) = (0, 0, 0);
        foreach (var place in places)
        {
            join += weights[place * Gaps];
            split += weights[(place * Gaps) + 1];
            end += weights[(place * Gaps) + 2];
        }
        if (!space && join > split && join > end)
            return Gap.Join;
        return end > split ? Gap.Break : Gap.Split;
    }
}

/// <summary>What cutting a text needs meanwhile.</summary>
sealed class SegmenterWorkspace
{
    public List<Atom> Atoms { get; } = [];

    public GapFeatures Features { get; } = new();

    public List<TextRange> Tokens { get; } = [];

    public List<int> Starts { get; } = [];
}

/// <summary>What was decided so far in this sentence.</summary>
sealed class GapHistory
{
    /// <summary>What was decided last.</summary>
    public Segmenter.Gap Last { get; private set; } = Segmenter.Gap.Break;

    /// <summary>Tokens.</summary>
    public int Length { get; private set; }

    /// <summary>Brackets and straight or curly double quotation marks that opened and did not close.</summary>
    public int Open { get; private set; }

    public void Saw(char c) => Open = c switch
    {
        '(' or '[' or '\u201c' => Open + 1,
        ')' or ']' or '\u201d' => Math.Max(0, Open - 1),
        '"' => Open ^ 1,
        _ => Open,
    };

    public void Ended(Segmenter.Gap gap)
    {
        Last = gap;
        Length = gap == Segmenter.Gap.Break ? 0 : gap == Segmenter.Gap.Join ? Length : Length + 1;
        Open = gap == Segmenter.Gap.Break ? 0 : Open;
    }
}
