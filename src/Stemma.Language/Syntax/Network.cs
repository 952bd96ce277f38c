namespace Stemma.Language.Syntax;

/// <summary>
/// Words to tags, arcs and relations, in one network: a <see cref="Trunk"/>, then per word a tag and a biaffine score for every head
/// (Dozat and Manning 2017). Immutable and shared by all threads; each that reads at the moment has its own <see cref="Workspace"/>.
/// Cost: about a quarter of a million multiplications per word, and 64 per pair of words in a sentence.
/// Gets wrong: attachment over long distances, text in capitals.
/// </summary>
sealed class Network
{
    readonly NetworkWeights weights;
    readonly Trunk trunk;
    readonly Panels arc, relation;
    readonly int outputs;

    public Network(NetworkWeights weights, RowTable features)
    {
        (this.weights, trunk, outputs) = (weights, new Trunk(weights.Trunk, features), weights.Trunk.Shape.Outputs);
        arc = Panels.Of(weights.Arc, NetworkShape.Arc, NetworkShape.Arc);
        relation = Panels.Of(weights.Relation, NetworkShape.Relation, weights.Relations);
    }

    public NetworkWeights Weights => weights;

    public RowTable Features => trunk.Features;

    /// <summary>Runs the layers over some sentences. What each word comes to is then in the workspace.</summary>
    /// <param name="starts">First word of each sentence, and the number of words, which <see cref="Lexicon.Look"/> has looked up.</param>
    public void Run(ReadOnlySpan<int> starts, Workspace work)
    {
        trunk.Run(starts, work);
        for (var word = 0; word < starts[^1]; word++)
            Activation.Relu(work.Output.Slice(word * outputs, 2 * NetworkShape.Arc));
    }

    /// <summary>Scores of every head for every word of one sentence, as <see cref="TreeDecoder"/> wants them.</summary>
    /// <returns>Numbers from one row to the next.</returns>
    public int Arcs(Workspace work, int first, int count)
    {
        const int Arc = NetworkShape.Arc;
        work.SizeArcs(count);
        // The row of the root, then one per word.
        weights.Root.AsSpan(0, Arc).CopyTo(work.Heads);
        for (var i = 0; i < count; i++)
            work.Output.Slice(((first + i) * outputs) + NetworkShape.HeadAt, Arc).CopyTo(work.Heads[((i + 1) * Arc)..]);
        work.Turned[..(count * Arc)].Clear();
        arc.MultiplyAdd(work.Output[(first * outputs)..], outputs, work.Turned, Arc, count);
        var byHead = work.HeadBias[..(count + 1)];
        var scores = work.Scores;
        for (var j = 0; j <= count; j++)
            byHead[j] = Activation.Dot(weights.ArcHead, work.Heads.Slice(j * Arc, Arc));
        for (var i = 0; i < count; i++)
        {
            var row = scores.Slice(i * (count + 1), count + 1);
            for (var j = 0; j < row.Length; j++)
                row[j] = byHead[j] + weights.ArcDistance[NetworkShape.DistanceOf(i, j)];
        }
        work.HeadPanels.SetTransposed(work.Heads[..((count + 1) * Arc)], Arc, count + 1);
        work.HeadPanels.MultiplyAdd(work.Turned, Arc, scores, count + 1, count);
        return count + 1;
    }

    /// <summary>The best relation of each word of one sentence to its head.</summary>
    /// <param name="heads">0 for the root, else the head's number in the sentence, from 1.</param>
    /// <param name="root">The relation that the root and nothing else has.</param>
    public void Relations(Workspace work, int first, ReadOnlySpan<int> heads, int root, Span<byte> relations)
    {
        const int Size = NetworkShape.Relation;
        work.SizeRelations(heads.Length, weights.Relations);
        for (var i = 0; i < heads.Length; i++)
        {
            var to = work.Pairs.Slice(i * Size, Size);
            var dependent = work.Output.Slice(((first + i) * outputs) + NetworkShape.RelationDependentAt, Size);
            var head = heads[i] == 0 ? weights.Root.AsSpan(NetworkShape.Arc, Size) : work.Output.Slice(((first + heads[i] - 1) * outputs) + NetworkShape.RelationHeadAt, Size);
            dependent.CopyTo(to);
            Activation.Add(head, to);
        }
        Activation.Relu(work.Pairs[..(heads.Length * Size)]);
        relation.Layer(weights.RelationBias, work.Pairs, Size, work.RelationScores, heads.Length);
        for (var i = 0; i < heads.Length; i++)
        {
            var scores = work.RelationScores.Slice(i * weights.Relations, weights.Relations);
            scores[root] = float.NegativeInfinity;
            relations[i] = (byte)(heads[i] == 0 ? root : Activation.Best(scores));
        }
    }

    public int Tag(Workspace work, int word) => Activation.Best(work.Output.Slice((word * outputs) + NetworkShape.TagAt, weights.Tags));
}
