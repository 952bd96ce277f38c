using Stemma.Language.Syntax;
using Stemma.Language.Tokens;
using Stemma.Training;
using Stemma.Training.Syntax;
using Xunit;

namespace Stemma.Tests.Training;

/// <summary>The backward pass, written by hand, against what the loss really does when a number is moved a little.</summary>
public sealed class GradientTests
{
    static readonly Example[] Trees =
    [
        new(["The", "Ferry", "sank", "at", "Quell"], [0, 1, 2, 0, 1], [2, 3, 0, 5, 3], [1, 2, 0, 3, 1], null),
        new(["Holt", "wept"], [1, 2], [2, 0], [2, 0], null),
    ];

    static readonly Example[] Names =
    [
        new(["The", "Ferry", "sank", "at", "Quell"], null, null, null, [0, 0, 0, 0, NameLabels.Of(2, NameLabels.Part.Single)]),
        new(["Holt", "wept"], null, null, null, [NameTags.OutsideOrOther, 0]),
        new(["Maria", "Holt", "left"], null, null, null, [NameLabels.Of(0, NameLabels.Part.Begin), NameLabels.Of(0, NameLabels.Part.End), NameTags.Unknown]),
    ];

    static Lexicon Words()
    {
        var random = new Random(3);
        return new Lexicon(
            VectorTable.Of([KeyIndex.KeyOf(WordKey.Of("ferry"))], [.. Enumerable.Range(0, VectorTable.Width).Select(_ => random.NextSingle() - 0.5f)]),
            new NameLists(new KeyIndex([]), []));
    }

    [Fact]
    public void Every_gradient_of_trees_says_how_the_loss_changes()
    {
        var model = new TreeTrainable(3, 4, shards: 1, seed: 5);
        Holds(model.All, model.Repack, new Shard(model.Trunk, Words(), 0, TreeLoss.Of(model, learning: false), learning: false), Trees);
    }

    [Fact]
    public void Every_gradient_of_names_says_how_the_loss_changes()
    {
        var model = new NameTrainable(shards: 1, seed: 8);
        Holds(model.All, model.Trunk.Repack, new Shard(model.Trunk, Words(), 0, NameLoss.Of(model), learning: false), Names);
    }

    static void Holds(IReadOnlyList<Parameter> all, Action repack, Shard shard, Example[] examples)
    {
        GradientCheck.MoveBiases(all, new Random(3));
        GradientCheck.Holds(all, () =>
        {
            repack();
            foreach (var parameter in all)
                Array.Clear(parameter.Gradients[0]);
            shard.Run(examples, seed: 1);
            return shard.Sum;
        }, tolerance: 0.01);
    }
}
