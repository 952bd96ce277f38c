namespace Stemma.Lineage;

/// <summary>
/// What two reports have in common by text, measured in both directions. Words in quotation marks are counted apart:
/// two reporters who heard one speech share its words and neither has copied the other (the "shared quotations" trap).
/// </summary>
sealed class PairEvidence
{
    readonly List<WordRun> runs;

    PairEvidence(Witness a, Witness b, List<WordRun> runs, List<AlignedSentence> sentences)
    {
        (A, B, this.runs, Sentences) = (a, b, runs, sentences);
        (ContainmentA, NarrativeA) = Shares(a, runs.Select(run => (run.A, run.Length)), sentences.Select(pair => (pair.SentenceA, pair)));
        (ContainmentB, NarrativeB) = Shares(b, runs.Select(run => (run.B, run.Length)), sentences.Select(pair => (pair.SentenceB, pair)));
        AlignedNarrative = sentences.Count(pair => pair.Narrative);
        Edited = sentences.Count(pair => pair.Narrative && !pair.Identical);
        SharedNarrativeWords = runs.Sum(run => run.Length - a.Quoted.AsSpan(run.A, run.Length).Count(true));
    }

    public Witness A { get; }

    public Witness B { get; }

    public IReadOnlyList<AlignedSentence> Sentences { get; }

    /// <summary>Share of A's words that lie in passages.</summary>
    public double ContainmentA { get; }

    public double ContainmentB { get; }

    /// <summary>Share of A's words outside quotation marks that lie in passages or in lightly edited sentences.</summary>
    public double NarrativeA { get; }

    public double NarrativeB { get; }

    public int AlignedNarrative { get; }

    /// <summary>Narrative sentences that were aligned but are not word for word the same.</summary>
    public int Edited { get; }

    public int SharedNarrativeWords { get; }

    public IReadOnlyList<Passage> Passages =>
        [.. runs.Select(run => new Passage(A.Words.RangeOf(run.A, run.Length), B.Words.RangeOf(run.B, run.Length)))];

    public static PairEvidence Of(Witness a, Witness b) =>
        new(a, b, PassageMatcher.Match(a.Words, a.Shingles, b.Words, b.Shingles), SentenceAlignment.Align(a, b));

    /// <summary>The same evidence seen from the other side.</summary>
    public PairEvidence Turned() => new(B, A,
        [.. runs.Select(run => new WordRun(run.B, run.A, run.Length)).OrderBy(run => run.A)],
        [.. Sentences.Select(pair => pair with { SentenceA = pair.SentenceB, SentenceB = pair.SentenceA, A = pair.B, B = pair.A }).OrderBy(pair => pair.SentenceA)]);

    /// <summary>Marks the words of A that this evidence explains.</summary>
    public void MarkA(bool[] explained)
    {
        foreach (var run in runs)
            explained.AsSpan(run.A, run.Length).Fill(true);
        foreach (var pair in Sentences)
            explained.AsSpan(A.Sentences[pair.SentenceA].First, A.Sentences[pair.SentenceA].Count).Fill(true);
    }

    static (double Words, double Narrative) Shares(
        Witness witness, IEnumerable<(int First, int Length)> runs, IEnumerable<(int Sentence, AlignedSentence Pair)> pairs)
    {
        var inPassage = new bool[witness.Words.Count];
        foreach (var (first, length) in runs)
            inPassage.AsSpan(first, length).Fill(true);
        var passageWords = inPassage.AsSpan().Count(true);
        var narrative = 0.0;
        for (var i = 0; i < inPassage.Length; i++)
            narrative += inPassage[i] && !witness.Quoted[i] ? 1 : 0;
        foreach (var (sentence, pair) in pairs)
        {
            // An edited sentence counts by its similarity where its passages count for less.
            var words = witness.Sentences[sentence];
            var covered = 0;
            for (var i = words.First; i < words.First + words.Count; i++)
                covered += inPassage[i] && !witness.Quoted[i] ? 1 : 0;
            narrative += Math.Max(0, (pair.Similarity * (words.Count - words.Quoted)) - covered);
        }
        return (Share(passageWords, witness.Words.Count), Share(narrative, witness.NarrativeWords));
    }

    static double Share(double part, int whole) => whole == 0 ? 0 : Math.Min(1, part / whole);
}
