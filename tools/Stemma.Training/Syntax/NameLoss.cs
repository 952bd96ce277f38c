using Stemma.Language.Syntax;

namespace Stemma.Training.Syntax;

/// <summary>
/// What one sentence's names cost against their annotation, and the gradients: the negative log likelihood of the labels as a linear chain
/// (Lafferty et al. 2001). All sequences of whole names stand against those that agree with the annotation; where it leaves a word open, several
/// do, and the word learns from their mean.
/// </summary>
static class NameLoss
{
    static readonly LinearChain Chain = new(NameLabels.Count, NameLabels.MayFollow);

    /// <summary>The loss of a sentence of a shard.</summary>
    public static Shard.Loss Of(NameTrainable model) => (example, z, dz, first, _, shard) =>
    {
        var (from, size, count) = (first * NameLabels.Count, example.Words.Length * NameLabels.Count, example.Words.Length);
        float[] scores = z[from..(from + size)], gradient = new float[size];
        var (transition, transitions) = (model.Transition.Value, model.Transition.Gradients[shard]);
        var all = Chain.Sum(scores, transition, NameTags.MayBe(null, count), 1, gradient, transitions);
        var right = Chain.Sum(scores, transition, NameTags.MayBe(example.Names, count), -1, gradient, transitions);
        Activation.Add(gradient, dz.AsSpan(from, size));
        return all - right;
    };
}
