using Stemma.Language.Syntax;
using Stemma.Language.Tokens;
using static Stemma.Language.Cues.AttributionShape;

namespace Stemma.Language.Cues;

/// <summary>
/// Who says what, read in two steps as semantic roles are (He et al. 2017): first which tokens are cues, then for each cue which of the
/// words around it are its source and its content. Below both lies one gated scan over the whole text (Lei et al. 2018), on what the
/// syntax network knows of each token; the words around a cue are scanned once more, with how they lie to it, and labelled as a
/// linear chain (Lafferty et al. 2001). Immutable and shared by all threads.
/// Cost: about 80,000 multiplications per token and 13,000 per token in the window of a cue, of which there are two per token of news.
/// Gets wrong: where contents end; cues that are no verbs; sources told sentences before.
/// </summary>
sealed class AttributionNetwork
{
    readonly AttributionWeights weights;
    readonly Panels input, scan, cue, token, fromCue, pairScan, parts;
    readonly RowTable features, pairs;
    readonly VectorTable words;

    /// <summary>The rows of <see cref="pairs"/> as full numbers: they are added a dozen times per token.</summary>
    readonly float[] pairRows;

    /// <param name="words">The word vectors of the syntax network.</param>
    public AttributionNetwork(AttributionWeights weights, RowTable features, RowTable pairs, VectorTable words)
    {
        (this.weights, this.features, this.pairs, this.words) = (weights, features, pairs, words);
        pairRows = new float[pairs.Rows * PairInput];
        for (var row = 0; row < pairs.Rows; row++)
            pairs.AddTo(row, pairRows.AsSpan(row * PairInput, PairInput));
        input = Panels.Of(weights.Input, AttributionShape.Input, Width);
        scan = Panels.Of(weights.Scan, Width, 3 * Width);
        cue = Panels.Of(weights.Cue, Width, CueLabels);
        token = Panels.Of(weights.Token, Width, PairInput);
        fromCue = Panels.Of(weights.FromCue, Width, PairInput);
        pairScan = Panels.Of(weights.PairScan, Pair, 3 * Pair);
        parts = Panels.Of(weights.Parts, Pair, Part.Count);
    }

    public AttributionWeights Weights => weights;

    public RowTable Features => features;

    public RowTable Pairs => pairs;

    /// <summary>Reads the text through; leaves the scores of cues and what the windows need in the workspace.</summary>
    /// <param name="states">What the syntax network knows of each token.</param>
    public void Read(AttributionInput from, ReadOnlySpan<float> states, AttributionWorkspace work)
    {
        var n = from.Count;
        work.Size(n);
        Look(from, states, words, features, work.Input);
        input.Layer(weights.InputBias, work.Input, AttributionShape.Input, work.X, n);
        Activation.Relu(work.X[..(n * Width)]);
        scan.Layer(weights.ScanBias, work.X, Width, work.Gates, n);
        GatedScan.Run(work.Gates, work.X, work.States, work.Y, [0, n], Width);
        cue.Layer(weights.CueBias, work.Y, Width, work.Cues, n);
        token.Layer(weights.TokenBias, work.Y, Width, work.Tokens, n);
    }

    /// <summary>Scores of the parts of the words around one cue, <see cref="Part.Count"/> each, in the workspace.</summary>
    /// <param name="rows">From <see cref="CueWindow.Write"/>.</param>
    public void Around(AttributionInput from, CueWindow window, ReadOnlySpan<int> rows, AttributionWorkspace work)
    {
        var n = window.Length;
        work.SizeWindow(n);
        Span<float> said = stackalloc float[PairInput];
        said.Clear();
        fromCue.MultiplyAdd(work.Y[(window.HeadIn(from) * Width)..], Width, said, PairInput, 1);
        Span<float> brought = stackalloc float[PairInput];
        for (var i = 0; i < n; i++)
        {
            work.Tokens.Slice((window.From + i) * PairInput, PairInput).CopyTo(brought);
            Activation.Add(said, brought);
            foreach (var row in rows.Slice(i * CueWindow.Features, CueWindow.Features))
                Activation.Add(pairRows.AsSpan(row * PairInput, PairInput), brought);
            brought[..Pair].CopyTo(work.PairX[(i * Pair)..]);
            brought[Pair..].CopyTo(work.PairGates[(i * 3 * Pair)..]);
        }
        GatedScan.Run(work.PairGates, work.PairX, work.PairStates, work.PairY, [0, n], Pair);
        pairScan.Layer(weights.PairScanBias, work.PairY, Pair, work.PairGates, n);
        GatedScan.Run(work.PairGates, work.PairY, work.PairStates, work.PairX, [0, n], Pair);
        parts.Layer(weights.PartsBias, work.PairX, Pair, work.Parts, n);
    }

    static void Look(AttributionInput from, ReadOnlySpan<float> states, VectorTable words, RowTable features, Span<float> rows)
    {
        rows[..(from.Count * AttributionShape.Input)].Clear();
        for (var i = 0; i < from.Count; i++)
        {
            var row = rows.Slice(i * AttributionShape.Input, AttributionShape.Input);
            states.Slice(i * NetworkShape.Width, NetworkShape.Width).CopyTo(row);
            words.AddTo(WordKey.Of(from.TextOf(i)), row[VectorAt..]);
            foreach (var feature in from.FeatureRows.AsSpan(i * AttributionInput.Features, AttributionInput.Features))
                features.AddTo(feature, row[FeatureAt..]);
        }
    }
}

/// <summary>The numbers between the layers, kept from one text to the next. Used by one thread at a time.</summary>
sealed class AttributionWorkspace
{
    float[] input = [], x = [], y = [], gates = [], states = [], cues = [], tokens = [];
    float[] pairX = [], pairY = [], pairGates = [], pairStates = [], parts = [];

    public Span<float> Input => input;
    public Span<float> X => x;
    public Span<float> Y => y;
    public Span<float> Gates => gates;
    public Span<float> States => states;
    public Span<float> Cues => cues;
    public Span<float> Tokens => tokens;
    public Span<float> PairX => pairX;
    public Span<float> PairY => pairY;
    public Span<float> PairGates => pairGates;
    public Span<float> PairStates => pairStates;
    public Span<float> Parts => parts;

    public void Size(int count)
    {
        Workspace.Grow(ref input, count * AttributionShape.Input);
        Workspace.Grow(ref x, count * Width);
        Workspace.Grow(ref y, count * Width);
        Workspace.Grow(ref gates, count * 3 * Width);
        Workspace.Grow(ref states, count * Width);
        Workspace.Grow(ref cues, count * CueLabels);
        Workspace.Grow(ref tokens, count * PairInput);
    }

    public void SizeWindow(int count)
    {
        Workspace.Grow(ref pairX, count * Pair);
        Workspace.Grow(ref pairY, count * Pair);
        Workspace.Grow(ref pairGates, count * 3 * Pair);
        Workspace.Grow(ref pairStates, count * Pair);
        Workspace.Grow(ref parts, count * Part.Count);
    }
}
