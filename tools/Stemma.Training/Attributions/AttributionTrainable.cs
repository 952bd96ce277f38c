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

    public AttributionTrainable(int shards, int seed)
    {
        var random = new Random(seed);
        Parameter Table(int rows, int width, float limit)
        {
            var values = new float[rows * width];
            Parameter.Spread(values, limit, random);
            return new Parameter(values, width, shards, table: true);
        }
        Input = Parameter.Matrix(Weights.Input, Width, shards, random);
        InputBias = new Parameter(Weights.InputBias, Width, shards);
        Scan = Parameter.Matrix(Weights.Scan, 3 * Width, shards, random);
        ScanBias = new Parameter(Weights.ScanBias, 3 * Width, shards);
        Cue = Parameter.Matrix(Weights.Cue, CueLabels, shards, random);
        CueBias = new Parameter(Weights.CueBias, CueLabels, shards);
        CueTransition = new Parameter(Weights.CueTransition, CueLabels, shards);
        Token = Parameter.Matrix(Weights.Token, PairInput, shards, random);
        TokenBias = new Parameter(Weights.TokenBias, PairInput, shards);
        FromCue = Parameter.Matrix(Weights.FromCue, PairInput, shards, random);
        PairScan = Parameter.Matrix(Weights.PairScan, 3 * Pair, shards, random);
        PairScanBias = new Parameter(Weights.PairScanBias, 3 * Pair, shards);
        Parts = Parameter.Matrix(Weights.Parts, Part.Count, shards, random);
        PartsBias = new Parameter(Weights.PartsBias, Part.Count, shards);
        Transition = new Parameter(Weights.Transition, Part.Count, shards);
        Features = Table(AttributionInput.TotalRows, Width, 0.1f);
        Pairs = Table(CueWindow.TotalRows, PairInput, 0.05f);
        all = [Input, InputBias, Scan, ScanBias, Cue, CueBias, CueTransition, Token, TokenBias, FromCue, PairScan, PairScanBias, Parts, PartsBias, Transition, Features, Pairs];
        Repack();
    }

    public AttributionWeights Weights { get; } = new();
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
        return new AttributionNetwork(weights, RowTable.Of(Features.MeanAt(step, MeanShare), Width), RowTable.Of(Pairs.MeanAt(step, MeanShare), PairInput));
    }

    /// <summary>Lays the matrices out anew after their numbers were changed.</summary>
    public void Repack()
    {
        foreach (var matrix in new[] { Input, Scan, Cue, Token, FromCue, PairScan, Parts })
            Packed[matrix] = Layers.Pack(matrix);
    }
}
