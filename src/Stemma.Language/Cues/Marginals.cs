using static Stemma.Language.Cues.AttributionShape;

namespace Stemma.Language.Cues;

/// <summary>
/// How likely each token is outside, the beginning or the going on of a cue, over all sequences of these three labels (forward and
/// backward sums, Rabiner 1989; scaled at each token so that they neither vanish nor overflow). Written out for three labels, since it
/// runs over every token of every text. Cost: three exponentials and twice nine products a token.
/// </summary>
static class Marginals
{
    /// <param name="scores"><see cref="CueLabels"/> per token; in their place the probabilities.</param>
    /// <param name="transition">From one label (row) to the next.</param>
    public static void Of(Span<float> scores, ReadOnlySpan<float> transition)
    {
        Span<float> step = stackalloc float[CueLabels * CueLabels];
        for (var i = 0; i < step.Length; i++)
            step[i] = MathF.Exp(transition[i]);
        var (s00, s01, s02, s10, s11, s12, s20, s21, s22) = (step[0], step[1], step[2], step[3], step[4], step[5], step[6], step[7], step[8]);
        var forward = new float[scores.Length];
        var (a, b, c) = (1f, 1f, 1f);
        for (var i = 0; i + CueLabels <= scores.Length; i += CueLabels)
        {
            var local = scores.Slice(i, CueLabels);
            var greatest = Math.Max(local[0], Math.Max(local[1], local[2]));
            var (x, y, z) = (MathF.Exp(local[0] - greatest), MathF.Exp(local[1] - greatest), MathF.Exp(local[2] - greatest));
            (local[0], local[1], local[2]) = (x, y, z);
            if (i > 0)
                (x, y, z) = (x * ((a * s00) + (b * s10) + (c * s20)), y * ((a * s01) + (b * s11) + (c * s21)), z * ((a * s02) + (b * s12) + (c * s22)));
            (a, b, c) = ToOne(x, y, z);
            var to = forward.AsSpan(i, CueLabels);
            (to[0], to[1], to[2]) = (a, b, c);
        }
        (a, b, c) = (1, 1, 1);
        for (var i = scores.Length - CueLabels; i >= 0; i -= CueLabels)
        {
            var local = scores.Slice(i, CueLabels);
            var from = forward.AsSpan(i, CueLabels);
            var (x, y, z) = (local[0] * a, local[1] * b, local[2] * c);
            (local[0], local[1], local[2]) = ToOne(from[0] * a, from[1] * b, from[2] * c);
            (a, b, c) = ToOne((s00 * x) + (s01 * y) + (s02 * z), (s10 * x) + (s11 * y) + (s12 * z), (s20 * x) + (s21 * y) + (s22 * z));
        }
    }

    static (float, float, float) ToOne(float x, float y, float z)
    {
        const float Least = 1e-30f;
        var by = 1 / Math.Max(x + y + z, Least);
        return (x * by, y * by, z * by);
    }
}
