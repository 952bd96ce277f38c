namespace Stemma.Language.Cues;

/// <summary>
/// The best sequence of parts around a cue (Viterbi 1967), and the logarithm of its probability among all sequences (Lafferty et al.
/// 2001). Cost: sixteen sums a token.
/// </summary>
static class PartDecoder
{
    /// <param name="scores"><see cref="Part.Count"/> per token.</param>
    /// <param name="transition">From one part (row) to the next.</param>
    /// <returns>Log probability of the parts written.</returns>
    public static double Decode(ReadOnlySpan<float> scores, ReadOnlySpan<float> transition, Span<byte> parts)
    {
        Span<float> best = stackalloc float[Part.Count];
        Span<float> next = stackalloc float[Part.Count];
        Span<double> sum = stackalloc double[Part.Count];
        Span<double> nextSum = stackalloc double[Part.Count];
        var origins = new byte[parts.Length * Part.Count];
        for (var part = 0; part < Part.Count; part++)
            (best[part], sum[part]) = (scores[part], scores[part]);
        for (var i = 1; i < parts.Length; i++)
        {
            for (var part = 0; part < Part.Count; part++)
            {
                var (top, origin, all, greatest) = (float.NegativeInfinity, 0, 0.0, double.NegativeInfinity);
                for (var before = 0; before < Part.Count; before++)
                {
                    var way = best[before] + transition[(before * Part.Count) + part];
                    if (way > top)
                        (top, origin) = (way, before);
                    greatest = Math.Max(greatest, sum[before] + transition[(before * Part.Count) + part]);
                }
                for (var before = 0; before < Part.Count; before++)
                    all += Math.Exp(sum[before] + transition[(before * Part.Count) + part] - greatest);
                var score = scores[(i * Part.Count) + part];
                (next[part], nextSum[part]) = (top + score, greatest + Math.Log(all) + score);
                origins[(i * Part.Count) + part] = (byte)origin;
            }
            next.CopyTo(best);
            nextSum.CopyTo(sum);
        }
        var last = 0;
        for (var part = 1; part < Part.Count; part++)
            last = best[part] > best[last] ? part : last;
        var (found, most) = (best[last], double.NegativeInfinity);
        foreach (var one in sum)
            most = Math.Max(most, one);
        var total = 0.0;
        foreach (var one in sum)
            total += Math.Exp(one - most);
        for (var i = parts.Length - 1; i >= 0; i--)
        {
            parts[i] = (byte)last;
            last = origins[(i * Part.Count) + last];
        }
        return Math.Min(0, found - (most + Math.Log(total)));
    }
}
