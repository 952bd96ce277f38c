using Stemma.Language.Syntax;
using static Stemma.Language.Syntax.NetworkShape;

namespace Stemma.Training.Syntax;

/// <summary>What one sentence's tags and tree cost against its annotation, and their gradients: cross entropy of tags, heads and relations.</summary>
sealed class TreeLoss(TreeTrainable model, int shard, float[] z, float[] dz, int first, Example example, Random random, float drop)
{
    readonly int count = example.Words.Length;
    readonly int stride = model.Trunk.Shape.Outputs;
    readonly int tags = model.Tags;

    /// <summary>Where a sum of two vectors is left out of, in training.</summary>
    const float DropPair = 0.15f;

    /// <summary>The loss of a sentence of a shard.</summary>
    public static Shard.Loss Of(TreeTrainable model, bool learning = true) =>
        (example, z, dz, first, random, shard) => new TreeLoss(model, shard, z, dz, first, example, random, learning ? DropPair : 0).Run();

    double Run() => TagLoss(example.Tags!) + ArcLoss(example.Heads!) + RelationLoss(example.Heads!, example.Relations!);

    int Row(int word) => (first + word) * stride;

    double TagLoss(int[] gold)
    {
        var loss = 0.0;
        for (var i = 0; i < count; i++)
            if (gold[i] >= 0)
                loss += Softmax.Loss(z.AsSpan(Row(i) + TagAt, tags), dz.AsSpan(Row(i) + TagAt, tags), gold[i], 1);
        return loss;
    }

    double ArcLoss(int[] gold)
    {
        float[] dependents = new float[count * Arc], heads = new float[(count + 1) * Arc];
        model.Root.Value.AsSpan(0, Arc).CopyTo(heads);
        var masks = (Dependents: new float[count * Arc], Heads: new float[count * Arc]);
        for (var i = 0; i < count; i++)
        {
            Passed(Row(i) + DependentAt, dependents.AsSpan(i * Arc, Arc), masks.Dependents.AsSpan(i * Arc, Arc));
            Passed(Row(i) + HeadAt, heads.AsSpan((i + 1) * Arc, Arc), masks.Heads.AsSpan(i * Arc, Arc));
        }
        var turned = new float[count * Arc];
        model.PackedArc.Forward.MultiplyAdd(dependents, Arc, turned, Arc, count);
        var scores = new float[count * (count + 1)];
        for (var i = 0; i < count; i++)
            for (var j = 0; j <= count; j++)
                scores[(i * (count + 1)) + j] = Activation.Dot(model.ArcHead.Value, heads.AsSpan(j * Arc, Arc)) + model.ArcDistance.Value[DistanceOf(i, j)] + (j == i + 1 ? -1e9f : 0);
        Panels.OfTransposed(heads, Arc, count + 1).MultiplyAdd(turned, Arc, scores, count + 1, count);
        var dscores = new float[scores.Length];
        var loss = 0.0;
        for (var i = 0; i < count; i++)
            loss += Softmax.Loss(scores.AsSpan(i * (count + 1), count + 1), dscores.AsSpan(i * (count + 1), count + 1), gold[i], 1);

        // scores = turned·headsᵀ + heads·w + distance; turned = dependents·U
        var (dturned, dheads) = (new float[count * Arc], new float[(count + 1) * Arc]);
        Panels.Of(heads, count + 1, Arc).MultiplyAdd(dscores, count + 1, dturned, Arc, count);
        Layers.AddOuter(dscores, count + 1, turned, Arc, dheads, count);
        var dbias = model.ArcHead.Gradients[shard];
        var ddistance = model.ArcDistance.Gradients[shard];
        for (var j = 0; j <= count; j++)
        {
            var sum = 0f;
            for (var i = 0; i < count; i++)
            {
                sum += dscores[(i * (count + 1)) + j];
                ddistance[DistanceOf(i, j)] += dscores[(i * (count + 1)) + j];
            }
            for (var k = 0; k < Arc; k++)
            {
                dbias[k] += sum * heads[(j * Arc) + k];
                dheads[(j * Arc) + k] += sum * model.ArcHead.Value[k];
            }
        }
        Layers.AddOuter(dependents, Arc, dturned, Arc, model.Arc.Gradients[shard], count);
        var ddependents = new float[count * Arc];
        model.PackedArc.Back.MultiplyAdd(dturned, Arc, ddependents, Arc, count);
        Activation.Add(dheads.AsSpan(0, Arc), model.Root.Gradients[shard].AsSpan(0, Arc));
        for (var i = 0; i < count; i++)
            for (var k = 0; k < Arc; k++)
            {
                dz[Row(i) + DependentAt + k] += ddependents[(i * Arc) + k] * masks.Dependents[(i * Arc) + k];
                dz[Row(i) + HeadAt + k] += dheads[((i + 1) * Arc) + k] * masks.Heads[(i * Arc) + k];
            }
        return loss;
    }

    /// <summary>The rectified output with dropout, and by what its gradient is multiplied on the way back.</summary>
    void Passed(int from, Span<float> to, Span<float> mask)
    {
        var kept = 1 / (1 - drop);
        for (var k = 0; k < to.Length; k++)
        {
            mask[k] = z[from + k] > 0 && random.NextSingle() >= drop ? kept : 0;
            to[k] = z[from + k] * mask[k];
        }
    }

    double RelationLoss(int[] heads, int[] gold)
    {
        var relations = model.RelationBias.Value.Length;
        var (pairs, mask) = (new float[count * Relation], new float[count * Relation]);
        var kept = 1 / (1 - drop);
        for (var i = 0; i < count; i++)
            for (var k = 0; k < Relation; k++)
            {
                var sum = z[Row(i) + RelationDependentAt + k] + (heads[i] == 0 ? model.Root.Value[Arc + k] : z[Row(heads[i] - 1) + RelationHeadAt + k]);
                mask[(i * Relation) + k] = sum > 0 && random.NextSingle() >= drop ? kept : 0;
                pairs[(i * Relation) + k] = sum * mask[(i * Relation) + k];
            }
        var scores = new float[count * relations];
        Activation.Fill(scores, model.RelationBias.Value);
        model.PackedRelation.Forward.MultiplyAdd(pairs, Relation, scores, relations, count);
        var (dscores, loss) = (new float[scores.Length], 0.0);
        for (var i = 0; i < count; i++)
            if (gold[i] >= 0)
                loss += Softmax.Loss(scores.AsSpan(i * relations, relations), dscores.AsSpan(i * relations, relations), gold[i], 1);
        Layers.AddOuter(pairs, Relation, dscores, relations, model.Relation.Gradients[shard], count);
        var dpairs = new float[pairs.Length];
        model.PackedRelation.Back.MultiplyAdd(dscores, relations, dpairs, Relation, count);
        for (var i = 0; i < count; i++)
        {
            Activation.Add(dscores.AsSpan(i * relations, relations), model.RelationBias.Gradients[shard]);
            for (var k = 0; k < Relation; k++)
            {
                var d = dpairs[(i * Relation) + k] * mask[(i * Relation) + k];
                dz[Row(i) + RelationDependentAt + k] += d;
                if (heads[i] == 0)
                    model.Root.Gradients[shard][Arc + k] += d;
                else
                    dz[Row(heads[i] - 1) + RelationHeadAt + k] += d;
            }
        }
        return loss;
    }
}
