using Stemma.Language.Cues;
using Stemma.Language.Syntax;
using static Stemma.Language.Cues.AttributionShape;

namespace Stemma.Training.Attributions;

/// <summary>
/// Forward and backward over some texts, with its own gradients, so that two threads can work at one step. The forward pass is that
/// of <see cref="AttributionNetwork"/> with dropout between the layers; the backward pass is written out by hand. Beside the cues of the
/// gold it looks at what it takes for cues itself, and learns that nothing there is source or content.
/// </summary>
/// <param name="learning">False: nothing is left out and no wrong cue is looked at, so that the gradients can be checked.</param>
sealed class AttributionShard(AttributionTrainable model, int index, bool learning = true)
{
    const float DropInput = 0.2f, DropLayer = 0.2f, DropPair = 0.15f, DropFeature = 0.2f, DropCue = 0.1f, WrongCueFrom = 0.3f;

    static readonly LinearChain Chain = new(Part.Count, static (_, _) => true);
    static readonly LinearChain CueChain = new(CueLabels, static (_, _) => true);

    readonly Layers layers = new(index, learning);
    Random random = new(0);

    public double CueLoss { get; private set; }

    public double PartLoss { get; private set; }

    public void Run(IReadOnlyList<AttributionExample> examples, int seed)
    {
        random = new Random(seed);
        layers.Draw(random);
        (CueLoss, PartLoss) = (0, 0);
        foreach (var example in examples)
        {
            Run(example);
            foreach (var told in example.Told)
                Run(told);
        }
    }

    void Run(AttributionExample example)
    {
        var n = example.Input.Count;
        var rows = example.Input.FeatureRows.ToArray();
        float[] input = [.. example.States];
        var maskInput = layers.Drop(input, DropInput);
        var x = Layers.Forward(model.Packed[model.Input].Forward, model.InputBias, input, AttributionShape.Input);
        AddFeatures(rows, x);
        Activation.Relu(x);
        var maskX = layers.Drop(x, DropLayer);
        var gates = Layers.Forward(model.Packed[model.Scan].Forward, model.ScanBias, x, Width);
        var (states, y) = (new float[n * Width], new float[n * Width]);
        GatedScan.Run(gates, x, states, y, [0, n], Width);
        var maskY = layers.Drop(y, DropLayer);
        var cues = Layers.Forward(model.Packed[model.Cue].Forward, model.CueBias, y, Width);
        var dcues = new float[cues.Length];
        LearnCues(example, cues, dcues);
        var dy = layers.Backward(model.Cue, model.CueBias, model.Packed[model.Cue].Back, y, Width, dcues);
        Activation.Add(Windows(example, cues, y), dy);
        Layers.Multiply(dy, maskY);
        var dx = new float[n * Width];
        var dgates = ScanBackward.Run(gates, x, states, dy, dx, [0, n], Width);
        Activation.Add(layers.Backward(model.Scan, model.ScanBias, model.Packed[model.Scan].Back, x, Width, dgates), dx);
        Layers.Multiply(dx, maskX);
        Layers.Where(dx, x);
        layers.Backward(model.Input, model.InputBias, model.Packed[model.Input].Back, input, AttributionShape.Input, dx);
        for (var i = 0; i < n; i++)
            foreach (var row in rows.AsSpan(i * AttributionInput.Features, AttributionInput.Features))
                AddRow(model.Features, row, dx.AsSpan(i * Width, Width));
    }

    /// <summary>Adds the feature rows to what the first matrix made; a row of -1 is hidden.</summary>
    void AddFeatures(int[] rows, float[] x)
    {
        for (var at = 0; at < rows.Length; at++)
            if (learning && random.NextSingle() < DropFeature)
                rows[at] = -1;
            else
                Activation.Add(model.Features.Value.AsSpan(rows[at] * Width, Width), x.AsSpan(at / AttributionInput.Features * Width, Width));
    }

    void AddRow(Parameter table, int row, ReadOnlySpan<float> gradient)
    {
        if (row < 0)
            return;
        table.Touch(index, row);
        Activation.Add(gradient, table.Gradients[index].AsSpan(row * table.Columns, table.Columns));
    }

    void LearnCues(AttributionExample example, float[] cues, float[] dcues)
    {
        var gold = new int[example.Input.Count];
        foreach (var cue in example.Cues)
            for (var i = cue.First; i < cue.End; i++)
                gold[i] = i == cue.First ? 1 : 2;
        CueLoss += Loss(CueChain, model.CueTransition, cues, dcues, gold);
    }

    /// <summary>How unlikely the gold is among all sequences; adds to the gradients of scores and transitions.</summary>
    double Loss(LinearChain chain, Parameter transition, float[] scores, float[] gradient, int[] gold) =>
        chain.Sum(scores, transition.Value, static (_, _) => true, 1, gradient, transition.Gradients[index])
        - chain.Sum(scores, transition.Value, (word, label) => gold[word] == label, -1, gradient, transition.Gradients[index]);

    /// <summary>The cues of the gold and what is wrongly taken for one now, with the words around them; a row of -1 is hidden.</summary>
    (List<(GoldCue Cue, bool Learn)> Gold, List<CueWindow> Windows, int[] Starts, int[] Features) Around(AttributionExample example, float[] cues)
    {
        var gold = example.Cues.Select(static cue => (Cue: cue, Learn: true)).ToList();
        float[] chances = [.. cues];
        Marginals.Of(chances, model.CueTransition.Value);
        var wrong = learning ? CueReader.Cues(chances, WrongCueFrom).FindAll(found => !example.Cues.Exists(cue => cue.First < found.End && found.First < cue.End)) : [];
        gold.AddRange(wrong.Select(static found => (new GoldCue(found.First, found.End, [], []), false)));
        var windows = gold.ConvertAll(item => CueWindow.Around(example.Input, item.Cue.First, item.Cue.End, wide: true));
        int[] starts = [0, .. windows.Select(static window => window.Length)];
        for (var i = 1; i < starts.Length; i++)
            starts[i] += starts[i - 1];
        var features = new int[starts[^1] * CueWindow.Features];
        for (var w = 0; w < windows.Count; w++)
        {
            // As it will be when a text is read: not all cues are found, and some are in contents of others, where the gold has none.
            var (before, inside) = CueReader.Counted(example.Input.Count, [
                .. example.Cues.Where(_ => !learning || random.NextSingle() >= DropCue).Select(static cue => (cue.First, cue.End)),
                .. wrong.Where(static found => found.Sure >= CueReader.CueFrom).Select(static found => (found.First, found.End))]);
            windows[w].Write(example.Input, before, inside, features.AsSpan(starts[w] * CueWindow.Features));
        }
        if (learning)
            foreach (ref var row in features.AsSpan())
                row = random.NextSingle() < DropFeature ? -1 : row;
        return (gold, windows, starts, features);
    }

    /// <summary>All windows of a text one after the other; returns the gradient of y.</summary>
    float[] Windows(AttributionExample example, float[] cues, float[] y)
    {
        var (gold, windows, starts, features) = Around(example, cues);
        var m = starts[^1];
        var tokens = Layers.Forward(model.Packed[model.Token].Forward, model.TokenBias, y, Width);
        var heads = windows.ConvertAll(window => window.HeadIn(example.Input));
        float[] headRows = [.. heads.SelectMany(head => y.AsSpan(head * Width, Width).ToArray())];
        var said = new float[windows.Count * PairInput];
        model.Packed[model.FromCue].Forward.MultiplyAdd(headRows, Width, said, PairInput, windows.Count);

        var (pairX, gates1) = (new float[m * Pair], new float[m * 3 * Pair]);
        var brought = new float[PairInput];
        for (var w = 0; w < windows.Count; w++)
            for (var i = 0; i < windows[w].Length; i++)
            {
                var at = starts[w] + i;
                tokens.AsSpan((windows[w].From + i) * PairInput, PairInput).CopyTo(brought);
                Activation.Add(said.AsSpan(w * PairInput, PairInput), brought);
                foreach (var row in features.AsSpan(at * CueWindow.Features, CueWindow.Features))
                    if (row >= 0)
                        Activation.Add(model.Pairs.Value.AsSpan(row * PairInput, PairInput), brought);
                brought.AsSpan(0, Pair).CopyTo(pairX.AsSpan(at * Pair));
                brought.AsSpan(Pair).CopyTo(gates1.AsSpan(at * 3 * Pair));
            }
        var (states1, pairY) = (new float[m * Pair], new float[m * Pair]);
        GatedScan.Run(gates1, pairX, states1, pairY, starts, Pair);
        var maskY = layers.Drop(pairY, DropPair);
        var gates2 = Layers.Forward(model.Packed[model.PairScan].Forward, model.PairScanBias, pairY, Pair);
        var (states2, pairZ) = (new float[m * Pair], new float[m * Pair]);
        GatedScan.Run(gates2, pairY, states2, pairZ, starts, Pair);
        var maskZ = layers.Drop(pairZ, DropPair);
        var scores = Layers.Forward(model.Packed[model.Parts].Forward, model.PartsBias, pairZ, Pair);
        var dscores = new float[scores.Length];
        for (var w = 0; w < windows.Count; w++)
            LearnParts(gold[w].Learn ? gold[w].Cue.Parts(windows[w]) : new int[windows[w].Length], scores, dscores, starts[w]);

        var dz = layers.Backward(model.Parts, model.PartsBias, model.Packed[model.Parts].Back, pairZ, Pair, dscores);
        Layers.Multiply(dz, maskZ);
        var dpairY = new float[m * Pair];
        var dgates2 = ScanBackward.Run(gates2, pairY, states2, dz, dpairY, starts, Pair);
        Activation.Add(layers.Backward(model.PairScan, model.PairScanBias, model.Packed[model.PairScan].Back, pairY, Pair, dgates2), dpairY);
        Layers.Multiply(dpairY, maskY);
        var dpairX = new float[m * Pair];
        var dgates1 = ScanBackward.Run(gates1, pairX, states1, dpairY, dpairX, starts, Pair);
        var (dtokens, dsaid) = (new float[tokens.Length], new float[said.Length]);
        for (var w = 0; w < windows.Count; w++)
            for (var i = 0; i < windows[w].Length; i++)
            {
                var at = starts[w] + i;
                dpairX.AsSpan(at * Pair, Pair).CopyTo(brought);
                dgates1.AsSpan(at * 3 * Pair, 3 * Pair).CopyTo(brought.AsSpan(Pair));
                Activation.Add(brought, dtokens.AsSpan((windows[w].From + i) * PairInput, PairInput));
                Activation.Add(brought, dsaid.AsSpan(w * PairInput, PairInput));
                foreach (var row in features.AsSpan(at * CueWindow.Features, CueWindow.Features))
                    AddRow(model.Pairs, row, brought);
            }
        var dy = layers.Backward(model.Token, model.TokenBias, model.Packed[model.Token].Back, y, Width, dtokens);
        var dheads = layers.Backward(model.FromCue, null, model.Packed[model.FromCue].Back, headRows, Width, dsaid);
        for (var w = 0; w < windows.Count; w++)
            Activation.Add(dheads.AsSpan(w * Width, Width), dy.AsSpan(heads[w] * Width, Width));
        return dy;
    }

    void LearnParts(int[] gold, float[] all, float[] dall, int start)
    {
        var scores = all.AsSpan(start * Part.Count, gold.Length * Part.Count).ToArray();
        var gradient = new float[scores.Length];
        PartLoss += Loss(Chain, model.Transition, scores, gradient, gold);
        gradient.CopyTo(dall, start * Part.Count);
    }
}
