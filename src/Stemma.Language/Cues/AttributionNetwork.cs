using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Stemma.Language.Syntax;
using static Stemma.Language.Cues.AttributionShape;

namespace Stemma.Language.Cues;

/// <summary>
/// Who says what, read in two steps as semantic roles are (He et al. 2017): first which tokens are cues, then for each cue which of the
/// words around it are its source and its content. Below both lies one gated scan over the whole text (Lei et al. 2018), on what the
/// syntax network knows of each token; the words around a cue are scanned once more, with how they lie to it, and labelled as a
/// linear chain (Lafferty et al. 2001). Immutable and shared by all threads.
/// Cost: about 38,000 multiplications per token and 22,000 per token in the window of a cue, of which there is one per token of news.
/// Gets wrong: where contents end; cues that are no verbs; sources told sentences before.
/// </summary>
sealed class AttributionNetwork
{
    readonly AttributionWeights weights;
    readonly Panels input, scan, cue, token, fromCue, pairScan, parts;
    readonly RowTable features, pairs;

    /// <summary>The rows of <see cref="pairs"/> as full numbers: they are added a dozen times per token.</summary>
    readonly float[] pairRows;

    public AttributionNetwork(AttributionWeights weights, RowTable features, RowTable pairs)
    {
        (this.weights, this.features, this.pairs) = (weights, features, pairs);
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
    /// <param name="known">What is known of each token, <see cref="AttributionShape.Input"/> numbers.</param>
    public void Read(AttributionInput from, ReadOnlySpan<float> known, AttributionWorkspace work)
    {
        var n = from.Count;
        work.Size(n);
        Look(from, work);
        input.MultiplyAdd(known, AttributionShape.Input, work.X, Width, n);
        Activation.Relu(work.X[..(n * Width)]);
        scan.Layer(weights.ScanBias, work.X, Width, work.Gates, n);
        GatedScan.Run(work.Gates, work.X, work.States, work.Y, [0, n], Width);
        cue.Layer(weights.CueBias, work.Y, Width, work.Cues, n);
    }

    /// <summary>What these tokens bring to any window they stand in. Call it once for each token of a window, after <see cref="Read"/>.</summary>
    public void Prepare(int first, int end, AttributionWorkspace work) =>
        token.Layer(weights.TokenBias, work.Y[(first * Width)..], Width, work.Tokens[(first * PairInput)..], end - first);

    /// <summary>Scores of the parts of the words around one cue, <see cref="Part.Count"/> each, in the workspace.</summary>
    /// <param name="rows">From <see cref="CueWindow.Write"/>.</param>
    public void Around(AttributionInput from, CueWindow window, ReadOnlySpan<int> rows, AttributionWorkspace work)
    {
        var n = window.Length;
        work.SizeWindow(n);
        Span<float> said = stackalloc float[PairInput];
        said.Clear();
        fromCue.MultiplyAdd(work.Y[(window.HeadIn(from) * Width)..], Width, said, PairInput, 1);
        for (var i = 0; i < n; i++)
        {
            var bringing = work.Tokens.Slice((window.From + i) * PairInput, PairInput);
            var own = rows.Slice(i * CueWindow.Features, CueWindow.Features);
            Bring(bringing, said, own, 0, work.PairX.Slice(i * Pair, Pair));
            Bring(bringing, said, own, Pair, work.PairGates.Slice(i * 3 * Pair, 3 * Pair));
        }
        GatedScan.Run(work.PairGates, work.PairX, work.PairStates, work.PairY, [0, n], Pair);
        pairScan.Layer(weights.PairScanBias, work.PairY, Pair, work.PairGates, n);
        GatedScan.Run(work.PairGates, work.PairY, work.PairStates, work.PairX, [0, n], Pair);
        parts.Layer(weights.PartsBias, work.PairX, Pair, work.Parts, n);
    }

    /// <summary>The sum of what a token, the cue and how they lie to each other bring, of the columns from one on.</summary>
    void Bring(ReadOnlySpan<float> token, ReadOnlySpan<float> said, ReadOnlySpan<int> rows, int from, Span<float> to)
    {
        // Lengths are looked at once, here, and not at each step: this runs for every word of every window.
        ref var own = ref MemoryMarshal.GetReference(token.Slice(from, to.Length));
        ref var ofCue = ref MemoryMarshal.GetReference(said.Slice(from, to.Length));
        ref var target = ref MemoryMarshal.GetReference(to);
        foreach (var row in rows)
            _ = pairRows[((row + 1) * PairInput) - 1];
        ref var pair = ref MemoryMarshal.GetReference(pairRows.AsSpan(from));
        for (nuint i = 0; i + (nuint)Vector256<float>.Count <= (nuint)to.Length; i += (nuint)Vector256<float>.Count)
        {
            var sum = Vector256.LoadUnsafe(ref own, i) + Vector256.LoadUnsafe(ref ofCue, i);
            foreach (var row in rows)
                sum += Vector256.LoadUnsafe(ref pair, ((nuint)row * PairInput) + i);
            sum.StoreUnsafe(ref target, i);
        }
    }

    /// <summary>Bias and feature rows to where the first product will be added.</summary>
    void Look(AttributionInput from, AttributionWorkspace work)
    {
        for (var i = 0; i < from.Count; i++)
        {
            var sum = work.X.Slice(i * Width, Width);
            weights.InputBias.CopyTo(sum);
            foreach (var feature in from.FeatureRows.AsSpan(i * AttributionInput.Features, AttributionInput.Features))
                features.AddTo(feature, sum);
        }
    }
}

/// <summary>The numbers between the layers, kept from one text to the next. Used by one thread at a time.</summary>
sealed class AttributionWorkspace
{
    float[] x = [], y = [], gates = [], states = [], cues = [], tokens = [];
    float[] pairX = [], pairY = [], pairGates = [], pairStates = [], parts = [];

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
