using System.Runtime.Intrinsics;
using Stemma.Language.Syntax;

namespace Stemma.Language.Cues;

/// <summary>
/// The best sequence of parts around a cue (Viterbi 1967), and the logarithm of its probability among all sequences (Lafferty et al.
/// 2001). The four parts lie side by side in one vector. Cost: a dozen vector operations a token.
/// </summary>
static class PartDecoder
{
    /// <summary>Against division by nothing.</summary>
    const float Least = 1e-30f;

    /// <param name="scores"><see cref="Part.Count"/> per token.</param>
    /// <param name="transition">From one part (row) to the next.</param>
    /// <returns>Log probability of the parts written.</returns>
    public static double Decode(ReadOnlySpan<float> scores, ReadOnlySpan<float> transition, Span<byte> parts)
    {
        var (t0, t1, t2, t3) = (Vector128.Create(transition), Vector128.Create(transition[4..]), Vector128.Create(transition[8..]), Vector128.Create(transition[12..]));
        var (e0, e1, e2, e3) = (Vector128.Exp(t0), Vector128.Exp(t1), Vector128.Exp(t2), Vector128.Exp(t3));
        var origins = new byte[parts.Length * Part.Count];
        var own = Vector128.Create(scores);
        var best = own;
        var (sums, greatest) = Exponentials(own);
        double all = greatest;
        for (var i = 1; i < parts.Length; i++)
        {
            own = Vector128.Create(scores[(i * Part.Count)..]);
            var (top, origin) = (Vector128.Create(best[0]) + t0, Vector128<int>.Zero);
            (top, origin) = Better(top, origin, Vector128.Create(best[1]) + t1, 1);
            (top, origin) = Better(top, origin, Vector128.Create(best[2]) + t2, 2);
            (top, origin) = Better(top, origin, Vector128.Create(best[3]) + t3, 3);
            best = top + own;
            for (var part = 0; part < Part.Count; part++)
                origins[(i * Part.Count) + part] = (byte)origin[part];
            (var local, greatest) = Exponentials(own);
            sums = ((Vector128.Create(sums[0]) * e0) + (Vector128.Create(sums[1]) * e1) + (Vector128.Create(sums[2]) * e2) + (Vector128.Create(sums[3]) * e3)) * local;
            var total = Math.Max(Vector128.Sum(sums), Least);
            sums /= total;
            all += greatest + MathF.Log(total);
        }
        Span<float> last = stackalloc float[Part.Count];
        best.CopyTo(last);
        var at = Activation.Best(last);
        var found = last[at];
        for (var i = parts.Length - 1; i >= 0; i--)
        {
            parts[i] = (byte)at;
            at = origins[(i * Part.Count) + at];
        }
        return Math.Min(0, found - (all + Math.Log(Vector128.Sum(sums))));
    }

    static (Vector128<float>, Vector128<int>) Better(Vector128<float> top, Vector128<int> origin, Vector128<float> way, int before)
    {
        var better = Vector128.GreaterThan(way, top);
        return (Vector128.ConditionalSelect(better, way, top), Vector128.ConditionalSelect(better.AsInt32(), Vector128.Create(before), origin));
    }

    /// <summary>Exponentials of one token's scores, the greatest taken out, which comes beside them.</summary>
    static (Vector128<float>, float) Exponentials(Vector128<float> scores)
    {
        var greatest = Math.Max(Math.Max(scores[0], scores[1]), Math.Max(scores[2], scores[3]));
        return (Vector128.Exp(scores - Vector128.Create(greatest)), greatest);
    }
}
