using Stemma.Language.Syntax;
using Stemma.Language.Tokens;
using Stemma.Training.Syntax;
using Xunit;

namespace Stemma.Tests.Training;

/// <summary>The backward pass, written by hand, against what the loss really does when a number is moved a little.</summary>
public sealed class GradientTests
{
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
            var shard = new Shard(model, 0, learning: false);
            shard.Run(Examples, seed: 1);
            return shard.Loss;
        }, tolerance: 0.01);
    }
}
