using Stemma.Language.Syntax;
using Stemma.Language.Tokens;
using static Stemma.Language.Syntax.NetworkShape;

namespace Stemma.Training.Syntax;

/// <summary>
/// Forward and backward over some sentences, with its own gradients, so that two threads can work at one step. The forward pass is
/// that of <see cref="Network"/> with dropout between the layers (Srivastava et al. 2014); the backward pass is written out by hand.
/// </summary>
/// <param name="learning">False: nothing is left out and every word stands as it is, so that the gradients can be checked.</param>
sealed class Shard(Trainable model, int index, bool learning = true)
{
    const float DropInput = 0.2f, DropLayer = 0.2f, DropPair = 0.15f, DropWord = 0.15f, AllSmall = 0.06f, AllCapitals = 0.03f;

    readonly Layers layers = new(index, learning);
    Random random = new(0);
    int n;
    int[] starts = [];
    ulong[] vectorKeys = [];
    int[] featureRows = [];
    float[] input = [], x0 = [], windows = [], local = [], x1 = [], gates1 = [], states1 = [], x2 = [], gates2 = [], states2 = [], x3 = [], z = [], dz = [];
    float[] maskInput = [], mask0 = [], mask1 = [], mask2 = [], mask3 = [];

    public double Loss { get; private set; }

    public void Run(IReadOnlyList<Example> examples, int seed)
    {
        random = new Random(seed);
        layers.Draw(random);
        Loss = 0;
        Gather(examples);
        Forward();
        dz = new float[z.Length];
        for (var s = 0; s < examples.Count; s++)
            new SentenceLoss(model, index, z, dz, starts[s], examples[s], random, learning ? DropPair : 0).Run(loss => Loss += loss);
        Backward();
    }

    void Gather(IReadOnlyList<Example> examples)
    {
        starts = new int[examples.Count + 1];
        for (var s = 0; s < examples.Count; s++)
            starts[s + 1] = starts[s] + examples[s].Words.Length;
        n = starts[^1];
        vectorKeys = new ulong[n];
        featureRows = new int[n * WordFeatures.Count];
        var at = 0;
        foreach (var word in examples.SelectMany(Written))
        {
            var rows = featureRows.AsSpan(at * WordFeatures.Count, WordFeatures.Count);
            var key = WordKey.Of(word);
            WordFeatures.Write(word, key, model.Lists, rows);
            // A word is sometimes hidden, so that the letters learn to stand for it.
            vectorKeys[at] = learning && random.NextSingle() < DropWord ? 0 : key;
            if (learning && random.NextSingle() < DropWord)
                rows[0] = -1;
            at++;
        }
    }

    /// <summary>The words as they stand, or now and then all in small letters or capitals: people write so, and headlines are set so.</summary>
    IEnumerable<string> Written(Example example)
    {
        var chance = learning ? random.NextSingle() : 1;
        return chance < AllSmall ? example.Words.Select(static word => word.ToLowerInvariant())
            : chance < AllSmall + AllCapitals ? example.Words.Select(static word => word.ToUpperInvariant()) : example.Words;
    }

    void Forward()
    {
        input = new float[n * NetworkShape.Input];
        for (var i = 0; i < n; i++)
        {
            var row = input.AsSpan(i * NetworkShape.Input, NetworkShape.Input);
            model.Words.AddTo(vectorKeys[i], row);
            foreach (var feature in featureRows.AsSpan(i * WordFeatures.Count, WordFeatures.Count))
                if (feature >= 0)
                    Activation.Add(model.Features.Value.AsSpan(feature * Feature, Feature), row.Slice(Vector, Feature));
        }
        maskInput = layers.Drop(input, DropInput);
        x0 = Layers.Forward(model.Packed.Input, model.InputBias, input, NetworkShape.Input);
        Activation.Relu(x0);
        mask0 = layers.Drop(x0, DropLayer);
        windows = new float[n * 3 * Width];
        Network.Neighbours(x0, windows, starts);
        local = Layers.Forward(model.Packed.Window, model.WindowBias, windows, 3 * Width);
        Activation.Relu(local);
        x1 = [.. local];
        Activation.Add(x0, x1);
        mask1 = layers.Drop(x1, DropLayer);
        gates1 = Layers.Forward(model.Packed.Scan1, model.Scan1Bias, x1, Width);
        (states1, x2) = (new float[n * Width], new float[n * Width]);
        GatedScan.Run(gates1, x1, states1, x2, starts, Width);
        mask2 = layers.Drop(x2, DropLayer);
        gates2 = Layers.Forward(model.Packed.Scan2, model.Scan2Bias, x2, Width);
        (states2, x3) = (new float[n * Width], new float[n * Width]);
        GatedScan.Run(gates2, x2, states2, x3, starts, Width);
        mask3 = layers.Drop(x3, DropLayer);
        z = Layers.Forward(model.Packed.Output, model.OutputBias, x3, Width);
    }

    void Backward()
    {
        var dx3 = layers.Backward(model.Output, model.OutputBias, model.Packed.OutputTurned, x3, Width, dz);
        Layers.Multiply(dx3, mask3);
        var dx2 = new float[n * Width];
        var dgates2 = ScanBackward.Run(gates2, x2, states2, dx3, dx2, starts, Width);
        Activation.Add(layers.Backward(model.Scan2, model.Scan2Bias, model.Packed.Scan2Turned, x2, Width, dgates2), dx2);
        Layers.Multiply(dx2, mask2);
        var dx1 = new float[n * Width];
        var dgates1 = ScanBackward.Run(gates1, x1, states1, dx2, dx1, starts, Width);
        Activation.Add(layers.Backward(model.Scan1, model.Scan1Bias, model.Packed.Scan1Turned, x1, Width, dgates1), dx1);
        Layers.Multiply(dx1, mask1);
        float[] dlocal = [.. dx1];
        Layers.Where(dlocal, local);
        var dwindows = layers.Backward(model.Window, model.WindowBias, model.Packed.WindowTurned, windows, 3 * Width, dlocal);
        var dx0 = dx1;
        for (var s = 0; s + 1 < starts.Length; s++)
            for (var word = starts[s]; word < starts[s + 1]; word++)
                for (var offset = -1; offset <= 1; offset++)
                    if (word + offset >= starts[s] && word + offset < starts[s + 1])
                        Activation.Add(dwindows.AsSpan(((word * 3) + offset + 1) * Width, Width), dx0.AsSpan((word + offset) * Width, Width));
        Layers.Multiply(dx0, mask0);
        Layers.Where(dx0, x0);
        var dinput = layers.Backward(model.Input, model.InputBias, model.Packed.InputTurned, input, NetworkShape.Input, dx0);
        Layers.Multiply(dinput, maskInput);
        var gradient = model.Features.Gradients[index];
        for (var i = 0; i < n; i++)
            foreach (var feature in featureRows.AsSpan(i * WordFeatures.Count, WordFeatures.Count))
                if (feature >= 0)
                {
                    model.Features.Touch(index, feature);
                    Activation.Add(dinput.AsSpan((i * NetworkShape.Input) + Vector, Feature), gradient.AsSpan(feature * Feature, Feature));
                }
    }
}
