using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Stemma.Language.Syntax;

/// <summary>The functions between two layers and on their rows, always in the same order, where it pays eight numbers at a time.</summary>
static class Activation
{
    /// <summary>1 / (1 + e^-x), in place.</summary>
    public static void Sigmoid(Span<float> values)
    {
        ref var first = ref MemoryMarshal.GetReference(values);
        var i = 0;
        for (; i + Vector256<float>.Count <= values.Length; i += Vector256<float>.Count)
        {
            var x = Vector256.LoadUnsafe(ref first, (nuint)i);
            (Vector256<float>.One / (Vector256<float>.One + Vector256.Exp(-x))).StoreUnsafe(ref first, (nuint)i);
        }
        for (; i < values.Length; i++)
            values[i] = 1 / (1 + MathF.Exp(-values[i]));
    }

    /// <summary>Nothing below zero, in place.</summary>
    public static void Relu(Span<float> values)
    {
        ref var first = ref MemoryMarshal.GetReference(values);
        var i = 0;
        for (; i + Vector256<float>.Count <= values.Length; i += Vector256<float>.Count)
            Vector256.Max(Vector256.LoadUnsafe(ref first, (nuint)i), Vector256<float>.Zero).StoreUnsafe(ref first, (nuint)i);
        for (; i < values.Length; i++)
            values[i] = Math.Max(values[i], 0);
    }

    /// <summary>Writes one row of bias under each row of a product to come.</summary>
    public static void Fill(Span<float> rows, ReadOnlySpan<float> bias)
    {
        for (var at = 0; at < rows.Length; at += bias.Length)
            bias.CopyTo(rows[at..]);
    }

    /// <summary>Adds one row of numbers to another.</summary>
    public static void Add(ReadOnlySpan<float> from, Span<float> to)
    {
        ref var source = ref MemoryMarshal.GetReference(from);
        ref var target = ref MemoryMarshal.GetReference(to[..from.Length]);
        var i = 0;
        for (; i + Vector256<float>.Count <= from.Length; i += Vector256<float>.Count)
            (Vector256.LoadUnsafe(ref target, (nuint)i) + Vector256.LoadUnsafe(ref source, (nuint)i)).StoreUnsafe(ref target, (nuint)i);
        for (; i < from.Length; i++)
            to[i] += from[i];
    }

    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = 0f;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    /// <summary>Place of the greatest number, the first of equals.</summary>
    public static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
            best = scores[i] > scores[best] ? i : best;
        return best;
    }
}
