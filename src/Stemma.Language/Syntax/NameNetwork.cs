namespace Stemma.Language.Syntax;

/// <summary>The dense numbers of the network of names. The order of <see cref="All"/> is that of the model file.</summary>
sealed class NameWeights
{
    /// <summary>A label for each word comes out.</summary>
    public static TrunkShape Shape { get; } = new(WordFeatures.OfNames, Width: 64, NameLabels.Count);

    public TrunkWeights Trunk { get; } = new(Shape);

    /// <summary>From one name label (row) to the next.</summary>
    public float[] Transition { get; } = new float[NameLabels.Count * NameLabels.Count];

    public IReadOnlyList<float[]> All => [.. Trunk.All, Transition];
}

/// <summary>
/// Words to name labels (Lample et al. 2016, without the characters; the labels are chosen by <see cref="NameDecoder"/>). A network of its
/// own: one that learned trees as well found names worse, by five in a hundred, however long or short it learned them.
/// Cost: about 50,000 multiplications per word. Gets wrong: bodies that go by common words, places that bodies are named after.
/// </summary>
sealed class NameNetwork(NameWeights weights, RowTable features)
{
    readonly Trunk trunk = new(weights.Trunk, features);

    public NameWeights Weights => weights;

    public RowTable Features => trunk.Features;

    public ReadOnlySpan<float> Transition => weights.Transition;

    /// <summary>Runs over some sentences.</summary>
    /// <param name="starts">First word of each sentence, and the number of words, which <see cref="Lexicon.Look"/> has looked up.</param>
    public void Run(ReadOnlySpan<int> starts, Workspace work) => trunk.Run(starts, work);

    /// <summary>Scores of one word's labels after <see cref="Run"/>.</summary>
    public static ReadOnlySpan<float> Scores(Workspace work, int word) => work.Output.Slice(word * NameLabels.Count, NameLabels.Count);
}
