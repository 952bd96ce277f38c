using Stemma.Training;
using Xunit;

namespace Stemma.Tests.Training;

/// <summary>A backward pass written by hand, against what the loss really does when a number is moved a little.</summary>
static class GradientCheck
{
    const float Move = 0.002f;

    /// <summary>Biases begin at nought: moved away from it, so that no rectifier stands on its edge.</summary>
    public static void MoveBiases(IReadOnlyList<Parameter> all, Random random)
    {
        foreach (var parameter in all.Where(parameter => parameter.Value.All(number => number == 0)))
            for (var i = 0; i < parameter.Value.Length; i++)
                parameter.Value[i] = (random.NextSingle() - 0.5f) * 0.2f;
    }

    /// <param name="run">One pass forward and backward with the numbers as they stand; returns the loss and leaves the gradients.</param>
    /// <param name="tolerance">By how much gradient and slope may differ beside three in a hundred.</param>
    public static void Holds(IReadOnlyList<Parameter> all, Func<double> run, double tolerance)
    {
        run();
        var gradients = all.Select(parameter => (float[])parameter.Gradients[0].Clone()).ToList();
        foreach (var (number, parameter) in all.Index())
        {
            // The numbers that matter most, where rounding matters least.
            foreach (var at in Enumerable.Range(0, gradients[number].Length).OrderByDescending(i => Math.Abs(gradients[number][i])).Take(4))
            {
                var kept = parameter.Value[at];
                parameter.Value[at] = kept + Move;
                var more = run();
                parameter.Value[at] = kept - Move;
                var less = run();
                parameter.Value[at] = kept;
                var slope = (more - less) / (2 * Move);
                Assert.True(Math.Abs(gradients[number][at] - slope) < tolerance + (0.03 * Math.Abs(slope)), $"matrix {number} at {at}: {gradients[number][at]} where the loss changes by {slope}");
            }
        }
        Assert.All(gradients, gradient => Assert.Contains(gradient, number => number != 0));
    }
}
