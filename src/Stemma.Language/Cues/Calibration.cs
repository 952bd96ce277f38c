namespace Stemma.Language.Cues;

/// <summary>How likely an answer is right, from how sure the network was: a logistic regression fitted on text it did not learn from (Platt 1999).</summary>
/// <param name="weights">Of <see cref="Signs"/>, in order.</param>
sealed class Calibration(double[] weights)
{
    public const int Count = 4;

    public ReadOnlySpan<double> Weights => weights;

    public double Of(CueFound found) => Of(Signs(found));

    public double Of(ReadOnlySpan<double> signs)
    {
        var sum = 0.0;
        for (var i = 0; i < Count; i++)
            sum += weights[i] * signs[i];
        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>One, how sure the cue is, how sure its source and content are, whether there is a source.</summary>
    public static double[] Signs(CueFound found) =>
        [1, Math.Log(found.Sure / (1.0001 - found.Sure)), Math.Max(-6, found.LogParts), found.Parts.AsSpan().Contains((byte)Part.Source) ? 1 : 0];
}
