using Stemma.Language.Cues;
using Stemma.Language.Syntax;
using static Stemma.Language.Cues.AttributionShape;

namespace Stemma.Training.Attributions;

/// <summary>The attribution network while it is learned: the same weights as <see cref="AttributionWeights"/>, with gradients, and its tables as full numbers.</summary>
sealed class AttributionTrainable
{
    /// <summary>How much of the running mean each step replaces.</summary>
    const float MeanShare = 0.003f;

    readonly List<Parameter> all;

    public AttributionTrainable(VectorTable words, int shards, int seed)
    {
        Words = words;
        var random = new Random(seed);
        Parameter Of(float[] value, int columns, bool bias = false)
        {
            if (!bias)
                Parameter.Spread(value, MathF.Sqrt(6f / ((value.Length / columns) + columns)), random);
            return new Parameter(value, columns, shards);
        }
        Parameter Table(int rows, int width, float limit)
        {
            var values = new float[rows * width];
            Parameter.Spread(values, limit, random);
            return new Parameter(values, width, shards, table: true);
        }
        Input = Of(Weights.Input, Width);
        InputBias = Of(Weights.InputBias, Width, bias: true);
        Scan = Of(Weights.Scan, 3 * Width);
        ScanBias = Of(Weights.ScanBias, 3 * Width, bias: true);
        Cue = Of(Weights.Cue, CueLabels);
        CueBias = Of(Weights.CueBias, CueLabels, bias: true);
        CueTransition = Of(Weights.CueTransition, CueLabels, bias: true);
        Token = Of(Weights.Token, PairInput);
        TokenBias = Of(Weights.TokenBias, PairInput, bias: true);
        FromCue = Of(Weights.FromCue, PairInput);
        PairScan = Of(Weights.PairScan, 3 * Pair);
        PairScanBias = Of(Weights.PairScanBias, 3 * Pair, bias: true);
        Parts = Of(Weights.Parts, Part.Count);
        PartsBias = Of(Weights.PartsBias, Part.Count, bias: true);
        Transition = Of(Weights.Transition, Part.Count, bias: true);
        Features = Table(AttributionInput.TotalRows, Width, 0.1f);
        Pairs = Table(CueWindow.TotalRows, PairInput, 0.05f);
        all = [Input, InputBias, Scan, ScanBias, Cue, CueBias, CueTransition, Token, TokenBias, FromCue, PairScan, PairScanBias, Parts, PartsBias, Transition, Features, Pairs];
        Repack();
    }

    public AttributionWeights Weights { get; } = new();
    public VectorTable Words { get; }
    public Parameter Input { get; }
    public Parameter InputBias { get; }
    public Parameter Scan { get; }
    public Parameter ScanBias { get; }
    public Parameter Cue { get; }
    public Parameter CueBias { get; }
    public Parameter CueTransition { get; }
    public Parameter Token { get; }
    public Parameter TokenBias { get; }
    public Parameter FromCue { get; }
    public Parameter PairScan { get; }
    public Parameter PairScanBias { get; }
    public Parameter Parts { get; }
    public Parameter PartsBias { get; }
    public Parameter Transition { get; }
    public Parameter Features { get; }
    public Parameter Pairs { get; }

    /// <summary>Each matrix laid out for multiplication, and the same transposed.</summary>
    public Dictionary<Parameter, (Panels Forward, Panels Back)> Packed { get; } = [];

    /// <summary>Every matrix, the two tables last.</summary>
    public IReadOnlyList<Parameter> All => all;

    /// <param name="scale">By what the gradients are multiplied.</param>
    public void Step(float rate, int step, float scale)
    {
        Parameter.StepAll(all, rate, step, scale, MeanShare);
        Repack();
    }

    /// <summary>The network of the running means, its tables as they will be shipped.</summary>
    public AttributionNetwork Averaged(int step)
    {
        var weights = new AttributionWeights();
        foreach (var (to, from) in weights.All.Zip(all))
            from.MeanAt(step, MeanShare).CopyTo(to, 0);
        return new AttributionNetwork(weights, RowTable.Of(Features.MeanAt(step, MeanShare), Width), RowTable.Of(Pairs.MeanAt(step, MeanShare), PairInput), Words);
    }

    /// <summary>Lays the matrices out anew after their numbers were changed.</summary>
    public void Repack()
    {
        foreach (var matrix in new[] { Input, Scan, Cue, Token, FromCue, PairScan, Parts })
        {
            var rows = matrix.Value.Length / matrix.Columns;
            Packed[matrix] = (Panels.Of(matrix.Value, rows, matrix.Columns), Panels.OfTransposed(matrix.Value, matrix.Columns, rows));
        }
    }
}
