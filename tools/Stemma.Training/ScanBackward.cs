using System.Runtime.Intrinsics;

namespace Stemma.Training;

/// <summary>The gradients of <see cref="Stemma.Language.Syntax.GatedScan"/>, against the direction of the scan.</summary>
static class ScanBackward
{
    /// <param name="gates">As the scan left them: u, and f and r after the sigmoid.</param>
    /// <param name="dx">Gets the part of the input's gradient that does not run through the gates.</param>
    /// <returns>Gradients of u and of f and r before the sigmoid.</returns>
    public static float[] Run(float[] gates, float[] x, float[] states, float[] dh, float[] dx, int[] starts, int width)
    {
        var dgates = new float[gates.Length];
        var half = width / 2;
        var carried = new float[half];
        for (var s = 0; s + 1 < starts.Length; s++)
        {
            Array.Clear(carried);
            for (var word = starts[s + 1] - 1; word >= starts[s]; word--)
                Step(word, word == starts[s] ? -1 : word - 1, 0);
            Array.Clear(carried);
            for (var word = starts[s]; word < starts[s + 1]; word++)
                Step(word, word == starts[s + 1] - 1 ? -1 : word + 1, half);
        }
        return dgates;

        void Step(int word, int before, int from)
        {
            var one = Vector256<float>.One;
            for (var i = 0; i + Vector256<float>.Count <= half; i += Vector256<float>.Count)
            {
                var (at, place) = ((word * 3 * width) + from + i, (word * width) + from + i);
                var (u, f, r) = (At(gates, at), At(gates, at + width), At(gates, at + (2 * width)));
                var previous = before < 0 ? Vector256<float>.Zero : At(states, (before * width) + from + i);
                var back = At(dh, place);
                var dc = At(carried, i) + (back * r);
                (dc * (one - f)).CopyTo(dgates, at);
                (dc * (previous - u) * f * (one - f)).CopyTo(dgates, at + width);
                (back * (At(states, place) - At(x, place)) * r * (one - r)).CopyTo(dgates, at + (2 * width));
                (At(dx, place) + (back * (one - r))).CopyTo(dx, place);
                (dc * f).CopyTo(carried, i);
            }
        }
    }

    static Vector256<float> At(float[] numbers, int place) => Vector256.Create(numbers, place);
}
