using Stemma.Language.Syntax;
using Stemma.Language.Tokens;
using Stemma.Training.Syntax;
using Xunit;

namespace Stemma.Tests.Training;

/// <summary>The backward pass, written by hand, against what the loss really does when a number is moved a little.</summary>
public sealed class GradientTests
{
    const float Move = 0.002f;

    static readonly Example[] Examples =
    [
        new(["The", "Ferry", "sank", "at", "Quell"], [0, 1, 2, 0, 1], [2, 3, 0, 5, 3], [1, 2, 0, 3, 1], [0, 0, 0, 0, NameLabels.Of(2, NameLabels.Part.Single)]),
        new(["Holt", "wept"], [1, 2], [2, 0], [2, 0], [NameTags.OutsideOrOther, 0]),
        new(["Maria", "Holt", "left"], null, null, null, [NameLabels.Of(0, NameLabels.Part.Begin), NameLabels.Of(0, NameLabels.Part.End), 0]),
    ];

    static Trainable Model()
    {
        var random = new Random(3);
        var words = VectorTable.Of([KeyIndex.KeyOf(WordKey.Of("ferry"))], [.. Enumerable.Range(0, NetworkShape.Vector).Select(_ => random.NextSingle() - 0.5f)]);
        var model = new Trainable(3, 4, words, new NameLists(new KeyIndex([]), []), shards: 1, seed: 5);
        // Biases begin at nought: moved away from it, so that no rectifier stands on its edge.
        foreach (var parameter in model.All.Where(parameter => parameter.Value.All(number => number == 0)))
            for (var i = 0; i < parameter.Value.Length; i++)
                parameter.Value[i] = (random.NextSingle() - 0.5f) * 0.2f;
        model.Repack();
        return model;
    }

    static double LossOf(Trainable model)
    {
        model.Repack();
        var shard = new Shard(model, 0, learning: false);
        shard.Run(Examples, seed: 1);
        foreach (var parameter in model.All)
            Array.Clear(parameter.Gradients[0]);
        return shard.Loss;
    }

    [Fact]
    public void Every_gradient_says_how_the_loss_changes()
    {
        var model = Model();
        new Shard(model, 0, learning: false).Run(Examples, seed: 1);
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
                Assert.True(Math.Abs(gradient[at] - slope) < 0.01 + (0.03 * Math.Abs(slope)), $"matrix {model.All.ToList().IndexOf(parameter)} at {at}: {gradient[at]} where the loss changes by {slope}");
            }
        }
        Assert.All(gradients, gradient => Assert.Contains(gradient, number => number != 0));
    }
}
