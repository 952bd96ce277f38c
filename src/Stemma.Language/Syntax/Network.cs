using Stemma.Language.Tokens;

namespace Stemma.Language.Syntax;

/// <summary>
/// Words to tags, arcs, relations and name labels, all in one network: word vectors (GloVe, Pennington et al. 2014) and hashed
/// letter features, a window of three words (Collobert et al. 2011), two gated scans both ways (Lei et al. 2018), then per word a
/// tag, a biaffine score for every head (Dozat and Manning 2017) and a label of names (Lample et al. 2016, without the characters).
/// Immutable and shared by all threads; each that reads at the moment has its own <see cref="Workspace"/>.
/// Cost: about a quarter of a million multiplications per word, and 64 per pair of words in a sentence.
/// Gets wrong: attachment over long distances, names unlike any seen, text in capitals.
/// </summary>
sealed class Network
{
    readonly NetworkWeights weights;
    readonly Panels input, window, scan1, scan2, output, arc, relation;
    readonly VectorTable words;
    readonly RowTable features;
    readonly NameLists lists;

    public Network(NetworkWeights weights, VectorTable words, RowTable features, NameLists lists)
    {
        (this.weights, this.words, this.features, this.lists) = (weights, words, features, lists);
        const int Width = NetworkShape.Width;
        input = Panels.Of(weights.Input, NetworkShape.Input, Width);
        window = Panels.Of(weights.Window, 3 * Width, Width);
        scan1 = Panels.Of(weights.Scan1, Width, 3 * Width);
        scan2 = Panels.Of(weights.Scan2, Width, 3 * Width);
        output = Panels.Of(weights.Output, Width, weights.Outputs);
        arc = Panels.Of(weights.Arc, NetworkShape.Arc, NetworkShape.Arc);
        relation = Panels.Of(weights.Relation, NetworkShape.Relation, weights.Relations);
    }

    public NetworkWeights Weights => weights;

    public VectorTable Words => words;

    public RowTable Features => features;

    public NameLists Lists => lists;

    /// <summary>Runs the layers over some sentences. What each word comes to is then in the workspace.</summary>
    /// <param name="starts">Index into <paramref name="tokens"/> of each sentence's first word, and the end.</param>
    public void Run(string text, ReadOnlySpan<TextRange> tokens, ReadOnlySpan<int> starts, Workspace work)
    {
        const int Width = NetworkShape.Width;
        var n = tokens.Length;
        work.Size(n, weights.Outputs);
        Look(text, tokens, work.Input);
        input.Layer(weights.InputBias, work.Input, NetworkShape.Input, work.X, n);
        Activation.Relu(work.X[..(n * Width)]);
        Neighbours(work.X, work.Windows, starts);
        window.Layer(weights.WindowBias, work.Windows, 3 * Width, work.Y, n);
        Activation.Relu(work.Y[..(n * Width)]);
        Activation.Add(work.X[..(n * Width)], work.Y);
        scan1.Layer(weights.Scan1Bias, work.Y, Width, work.Gates, n);
        GatedScan.Run(work.Gates, work.Y, work.States, work.X, starts, Width);
        scan2.Layer(weights.Scan2Bias, work.X, Width, work.Gates, n);
        GatedScan.Run(work.Gates, work.X, work.States, work.Y, starts, Width);
        output.Layer(weights.OutputBias, work.Y, Width, work.Output, n);
        for (var word = 0; word < n; word++)
            Activation.Relu(work.Output.Slice(word * weights.Outputs, 2 * NetworkShape.Arc));
    }

    void Look(string text, ReadOnlySpan<TextRange> tokens, Span<float> rows)
    {
        Span<int> found = stackalloc int[WordFeatures.Count];
        rows[..(tokens.Length * NetworkShape.Input)].Clear();
        for (var i = 0; i < tokens.Length; i++)
        {
            var word = tokens[i].In(text);
            var row = rows.Slice(i * NetworkShape.Input, NetworkShape.Input);
            var key = WordKey.Of(word);
            words.AddTo(key, row);
            WordFeatures.Write(word, key, lists, found);
            foreach (var feature in found)
                features.AddTo(feature, row[NetworkShape.Vector..]);
        }
    }

    /// <summary>Beside each word the one before and the one after, zeros at the ends of a sentence.</summary>
    public static void Neighbours(ReadOnlySpan<float> x, Span<float> windows, ReadOnlySpan<int> starts)
    {
        const int Width = NetworkShape.Width;
        for (var s = 0; s + 1 < starts.Length; s++)
            for (var word = starts[s]; word < starts[s + 1]; word++)
                for (var offset = -1; offset <= 1; offset++)
                {
                    var to = windows.Slice(((word * 3) + offset + 1) * Width, Width);
                    if (word + offset < starts[s] || word + offset >= starts[s + 1])
                        to.Clear();
                    else
                        x.Slice((word + offset) * Width, Width).CopyTo(to);
                }
    }

    /// <summary>Scores of every head for every word of one sentence, as <see cref="TreeDecoder"/> wants them.</summary>
    /// <returns>Numbers from one row to the next.</returns>
    public int Arcs(Workspace work, int first, int count)
    {
        const int Arc = NetworkShape.Arc;
        var stride = weights.Outputs;
        work.SizeArcs(count);
        // The row of the root, then one per word.
        weights.Root.AsSpan(0, Arc).CopyTo(work.Heads);
        for (var i = 0; i < count; i++)
            work.Output.Slice(((first + i) * stride) + NetworkShape.HeadAt, Arc).CopyTo(work.Heads[((i + 1) * Arc)..]);
        work.Turned[..(count * Arc)].Clear();
        arc.MultiplyAdd(work.Output[(first * stride)..], stride, work.Turned, Arc, count);
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
        var stride = weights.Outputs;
        work.SizeRelations(heads.Length, weights.Relations);
        for (var i = 0; i < heads.Length; i++)
        {
            var to = work.Pairs.Slice(i * Size, Size);
            var dependent = work.Output.Slice(((first + i) * stride) + NetworkShape.RelationDependentAt, Size);
            var head = heads[i] == 0 ? weights.Root.AsSpan(NetworkShape.Arc, Size) : work.Output.Slice(((first + heads[i] - 1) * stride) + NetworkShape.RelationHeadAt, Size);
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

    public int Tag(Workspace work, int word) => Activation.Best(work.Output.Slice((word * weights.Outputs) + NetworkShape.TagAt, weights.Tags));

    public ReadOnlySpan<float> NameScores(Workspace work, int word) => work.Output.Slice((word * weights.Outputs) + NetworkShape.TagAt + weights.Tags, NameLabels.Count);
}
