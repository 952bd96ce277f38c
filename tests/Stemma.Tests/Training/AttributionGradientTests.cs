using Stemma.Language;
using Stemma.Language.Cues;
using Stemma.Language.Syntax;
using Stemma.Training.Attributions;
using Xunit;

namespace Stemma.Tests.Training;

/// <summary>The backward pass of the attribution network, written by hand, against what the loss really does when a number is moved a little.</summary>
public sealed class AttributionGradientTests
{
    const float Move = 0.002f;

    static readonly AttributionExample[] Examples =
    [
        Of("“The ferry sank,” Maria Holt said. The port said that it was old, according to Quell.", new GoldCue(8, 9, [6, 7], [0, 1, 2, 3, 4, 5]), new GoldCue(12, 13, [10, 11], [13, 14, 15, 16])),
        Of("Nobody spoke. Holt wept.", new GoldCue(4, 5, [3], [0, 1])),
    ];

    static AttributionExample Of(string text, params GoldCue[] cues)
    {
        var (document, states) = Analyzer.ReadStates(text);
        return new AttributionExample("invented", new AttributionInput(document, 0, document.TokenCount), states, [.. cues]);
    }

    static AttributionTrainable Model()
    {
        var model = new AttributionTrainable(SyntaxModel.English.Network.Words, shards: 1, seed: 5);
        var random = new Random(3);
        // Biases begin at nought: moved away from it, so that no rectifier stands on its edge.
        foreach (var parameter in model.All.Where(parameter => parameter.Value.All(number => number == 0)))
            for (var i = 0; i < parameter.Value.Length; i++)
                parameter.Value[i] = (random.NextSingle() - 0.5f) * 0.2f;
        model.Repack();
        return model;
    }

    static double LossOf(AttributionTrainable model)
    {
        model.Repack();
        var shard = new AttributionShard(model, 0, learning: false);
        shard.Run(Examples, seed: 1);
        foreach (var parameter in model.All)
            Array.Clear(parameter.Gradients[0]);
        return shard.CueLoss + shard.PartLoss;
    }

    [Fact]
    public void Every_gradient_says_how_the_loss_changes()
    {
        var model = Model();
        new AttributionShard(model, 0, learning: false).Run(Examples, seed: 1);
        var gradients = model.All.Select(parameter => (float[])parameter.Gradients[0].Clone()).ToList();
        foreach (var (parameter, gradient) in model.All.Zip(gradients))
        {
            // The numbers that matter most, where rounding matters least.
            foreach (var at in Enumerable.Range(0, gradient.Length).OrderByDescending(i => Math.Abs(gradient[i])).Take(4))
            {
                var kept = parameter.Value[at];
                parameter.Value[at] = kept + Move;
                var more = LossOf(model);
                parameter.Value[at] = kept - Move;
                var less = LossOf(model);
                parameter.Value[at] = kept;
                var slope = (more - less) / (2 * Move);
                Assert.True(Math.Abs(gradient[at] - slope) < 0.02 + (0.03 * Math.Abs(slope)), $"matrix {model.All.ToList().IndexOf(parameter)} at {at}: {gradient[at]} where the loss changes by {slope}");
            }
        }
        Assert.All(gradients, gradient => Assert.Contains(gradient, number => number != 0));
    }
}
