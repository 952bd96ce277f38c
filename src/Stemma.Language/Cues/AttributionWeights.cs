using static Stemma.Language.Cues.AttributionShape;

namespace Stemma.Language.Cues;

/// <summary>The dense numbers of the attribution network, each matrix row by row. The order of <see cref="All"/> is that of the model file.</summary>
sealed class AttributionWeights
{
    public float[] Input { get; } = new float[AttributionShape.Input * Width];
    public float[] InputBias { get; } = new float[Width];
    public float[] Scan { get; } = new float[Width * 3 * Width];
    public float[] ScanBias { get; } = new float[3 * Width];
    public float[] Cue { get; } = new float[Width * CueLabels];
    public float[] CueBias { get; } = new float[CueLabels];

    /// <summary>From one label of the look for cues (row) to the next.</summary>
    public float[] CueTransition { get; } = new float[CueLabels * CueLabels];

    /// <summary>What a token brings to the words around any cue, and what a cue brings to all of them.</summary>
    public float[] Token { get; } = new float[Width * PairInput];
    public float[] TokenBias { get; } = new float[PairInput];
    public float[] FromCue { get; } = new float[Width * PairInput];
    public float[] PairScan { get; } = new float[Pair * 3 * Pair];
    public float[] PairScanBias { get; } = new float[3 * Pair];
    public float[] Parts { get; } = new float[Pair * Part.Count];
    public float[] PartsBias { get; } = new float[Part.Count];

    /// <summary>From one part (row) to the next.</summary>
    public float[] Transition { get; } = new float[Part.Count * Part.Count];

    public IReadOnlyList<float[]> All =>
        [Input, InputBias, Scan, ScanBias, Cue, CueBias, CueTransition, Token, TokenBias, FromCue, PairScan, PairScanBias, Parts, PartsBias, Transition];
}
