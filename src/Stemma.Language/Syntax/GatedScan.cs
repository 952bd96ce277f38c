using System.Runtime.Intrinsics;

namespace Stemma.Language.Syntax;

/// <summary>
/// One simple recurrent layer, both ways (SRU without the peephole, Lei et al. 2018): a running mean of what the words bring,
/// whose pace the gates set, mixed with the layer's own input. All products are done before; what is left here runs once over
/// the words. The first half of each row runs forward, the second backward.
/// c = f·c' + (1-f)·u; h = r·c + (1-r)·x.
/// </summary>
static class GatedScan
{
    /// <param name="gates">Per word u, f and r after the other, each <paramref name="width"/> wide; f and r before the sigmoid, after it on return.</param>
    /// <param name="x">The layer's input, <paramref name="width"/> per word.</param>
    /// <param name="states">c of each word, kept for training.</param>
    /// <param name="h">The layer's output.</param>
    /// <param name="starts">First word of each sentence and the number of words: nothing runs from one into another.</param>
    public static void Run(Span<float> gates, ReadOnlySpan<float> x, Span<float> states, Span<float> h, ReadOnlySpan<int> starts, int width)
    {
        for (var word = starts[0]; word < starts[^1]; word++)
            Activation.Sigmoid(gates.Slice((word * 3 * width) + width, 2 * width));
        for (var s = 0; s + 1 < starts.Length; s++)
        {
            for (var word = starts[s]; word < starts[s + 1]; word++)
                Step(gates, x, states, h, word, word - 1, word == starts[s], width, 0);
            for (var word = starts[s + 1] - 1; word >= starts[s]; word--)
                Step(gates, x, states, h, word, word + 1, word == starts[s + 1] - 1, width, width / 2);
        }
    }

    static void Step(ReadOnlySpan<float> gates, ReadOnlySpan<float> x, Span<float> states, Span<float> h, int word, int before, bool first, int width, int from)
    {
        var half = width / 2;
        var u = gates.Slice((word * 3 * width) + from, half);
        var f = gates.Slice((word * 3 * width) + width + from, half);
        var r = gates.Slice((word * 3 * width) + (2 * width) + from, half);
        var state = states.Slice((word * width) + from, half);
        var input = x.Slice((word * width) + from, half);
        var output = h.Slice((word * width) + from, half);
        var previous = first ? output : states.Slice((before * width) + from, half);
        for (var i = 0; i + Vector256<float>.Count <= half; i += Vector256<float>.Count)
        {
            var gate = Vector256.Create(f[i..]);
            var carried = first ? Vector256<float>.Zero : gate * Vector256.Create<float>(previous[i..]);
            var c = carried + ((Vector256<float>.One - gate) * Vector256.Create(u[i..]));
            c.CopyTo(state[i..]);
            var reset = Vector256.Create(r[i..]);
            ((reset * c) + ((Vector256<float>.One - reset) * Vector256.Create(input[i..]))).CopyTo(output[i..]);
        }
    }
}
