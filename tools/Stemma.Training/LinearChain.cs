namespace Stemma.Training;

/// <summary>
/// Forward and backward sums over sequences of labels (Lafferty et al. 2001), scaled at each word so that they neither
/// vanish nor overflow.
/// Only sequences that may be count.
/// </summary>
/// <param name="mayFollow">Whether the second label may come after the first.</param>
sealed class LinearChain(int labels, Func<int, int, bool> mayFollow)
{
    readonly bool[] follows = [.. Enumerable.Range(0, labels * labels).Select(pair => mayFollow(pair / labels, pair % labels))];

    /// <param name="scores">Row per word, column per label.</param>
    /// <param name="fits">Whether a word may have a label.</param>
    /// <param name="weight">How much of each expectation is added to the gradients.</param>
    /// <returns>Logarithm of the sum over the sequences.</returns>
    public double Sum(float[] scores, float[] transition, Func<int, int, bool> fits, float weight, float[] gradient, float[] transitionGradient)
    {
        var count = scores.Length / labels;
        var step = new float[labels * labels];
        for (var i = 0; i < step.Length; i++)
            step[i] = follows[i] ? MathF.Exp(transition[i]) : 0;
        float[] local = new float[scores.Length], forward = new float[scores.Length], backward = new float[scores.Length], scale = new float[count];
        var all = 0.0;
        for (var i = 0; i < count; i++)
        {
            all += Local(scores, fits, i, local);
            var sum = 0f;
            for (var label = 0; label < labels; label++)
            {
                var before = i == 0 ? 1f : 0;
                for (var k = 0; k < labels && i > 0; k++)
                    before += forward[((i - 1) * labels) + k] * step[(k * labels) + label];
                sum += forward[(i * labels) + label] = before * local[(i * labels) + label];
            }
            scale[i] = Math.Max(sum, 1e-30f);
            for (var label = 0; label < labels; label++)
                forward[(i * labels) + label] /= scale[i];
            all += Math.Log(scale[i]);
        }
        backward.AsSpan((count - 1) * labels).Fill(1);
        for (var i = count - 2; i >= 0; i--)
            for (var label = 0; label < labels; label++)
            {
                var sum = 0f;
                for (var next = 0; next < labels; next++)
                    sum += step[(label * labels) + next] * local[((i + 1) * labels) + next] * backward[((i + 1) * labels) + next];
                backward[(i * labels) + label] = sum / scale[i + 1];
            }
        for (var i = 0; i < count; i++)
            for (var label = 0; label < labels; label++)
            {
                gradient[(i * labels) + label] += weight * forward[(i * labels) + label] * backward[(i * labels) + label];
                for (var before = 0; before < labels && i > 0; before++)
                    transitionGradient[(before * labels) + label] += weight * forward[((i - 1) * labels) + before] * step[(before * labels) + label] * local[(i * labels) + label] * backward[(i * labels) + label] / scale[i];
            }
        return all;
    }

    /// <summary>Exponentials of one word's scores, nothing for labels that may not be here; returns what was taken out of them.</summary>
    float Local(float[] scores, Func<int, int, bool> fits, int word, float[] local)
    {
        var row = scores.AsSpan(word * labels, labels);
        var greatest = float.NegativeInfinity;
        for (var label = 0; label < row.Length; label++)
            greatest = fits(word, label) ? Math.Max(greatest, row[label]) : greatest;
        for (var label = 0; label < row.Length; label++)
            local[(word * row.Length) + label] = fits(word, label) ? MathF.Exp(row[label] - greatest) : 0;
        return greatest;
    }
}
