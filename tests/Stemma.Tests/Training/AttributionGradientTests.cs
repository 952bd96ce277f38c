using Stemma.Language;
using Stemma.Language.Cues;
using Stemma.Training.Attributions;
using Xunit;

namespace Stemma.Tests.Training;

/// <summary>The backward pass of the attribution network, written by hand, against what the loss really does when a number is moved a little.</summary>
public sealed class AttributionGradientTests
{
    static readonly AttributionExample[] Examples =
    [
        Of("“The ferry sank,” Maria Holt said. The port said that it was old, according to Quell.", new GoldCue(8, 9, [6, 7], [0, 1, 2, 3, 4, 5]), new GoldCue(12, 13, [10, 11], [13, 14, 15, 16])),
        Of("Nobody spoke. Holt wept.", new GoldCue(4, 5, [3], [0, 1])),
    ];

    static AttributionExample Of(string text, params GoldCue[] cues)
    {
        var (document, states) = Analyzer.ReadStates(text);
        return new AttributionExample("invented", new AttributionInput(document, 0, document.TokenCount), states, [.. cues], []);
    }

    static AttributionTrainable Model()
    {
        var model = new AttributionTrainable(shards: 1, seed: 5);
        var random = new Random(3);
        GradientCheck.MoveBiases(model.All, random);
        return model;
    }

    [Fact]
    public void Every_gradient_says_how_the_loss_changes()
    {
        var model = Model();
        GradientCheck.Holds(model.All, () =>
        {
            model.Repack();
            foreach (var parameter in model.All)
                Array.Clear(parameter.Gradients[0]);
            var shard = new AttributionShard(model, 0, learning: false);
            shard.Run(Examples, seed: 1);
            return shard.CueLoss + shard.PartLoss;
        }, tolerance: 0.02);
    }
}
