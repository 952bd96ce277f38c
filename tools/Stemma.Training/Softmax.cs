namespace Stemma.Training;

static class Softmax
{
    /// <summary>Cross entropy against one answer; writes its gradient.</summary>
    public static double Loss(ReadOnlySpan<float> scores, Span<float> gradient, int gold, float weight)
    {
        var greatest = float.NegativeInfinity;
        foreach (var score in scores)
            greatest = Math.Max(greatest, score);
        var sum = 0f;
        for (var i = 0; i < scores.Length; i++)
            sum += gradient[i] = MathF.Exp(scores[i] - greatest);
        var loss = Math.Log(sum) - (scores[gold] - greatest);
        for (var i = 0; i < scores.Length; i++)
            gradient[i] *= weight / sum;
        gradient[gold] -= weight;
        return loss * weight;
    }
}
