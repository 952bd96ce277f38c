namespace Stemma.Training.Syntax;

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
            var at = (word * 3 * width) + from;
            for (var i = 0; i < half; i++)
            {
                var place = (word * width) + from + i;
                var (u, f, r) = (gates[at + i], gates[at + width + i], gates[at + (2 * width) + i]);
                var previous = before < 0 ? 0 : states[(before * width) + from + i];
                var dc = carried[i] + (dh[place] * r);
                dgates[at + i] = dc * (1 - f);
                dgates[at + width + i] = dc * (previous - u) * f * (1 - f);
                dgates[at + (2 * width) + i] = dh[place] * (states[place] - x[place]) * r * (1 - r);
                dx[place] += dh[place] * (1 - r);
                carried[i] = dc * f;
            }
        }
    }
}
