using Stemma.Language.Syntax;
using Stemma.Language.Tokens;

namespace Stemma.Training.Syntax;

/// <summary>
/// Forward and backward over some sentences, with its own gradients, so that two threads can work at one step. The forward pass is
/// that of <see cref="Trunk"/> with dropout between the layers (Srivastava et al. 2014); the backward pass is written out by hand.
/// </summary>
/// <param name="lossOf">Adds one sentence's gradients to those of what comes out, and to its own.</param>
/// <param name="learning">False: nothing is left out and every word stands as it is, so that the gradients can be checked.</param>
/// <param name="pool">Names to put in the place of others, if any.</param>
sealed class Shard(TrunkTrainable model, Lexicon lexicon, int index, Shard.Loss lossOf, bool learning = true, NamePool? pool = null)
{
    /// <param name="z">What comes out, for all words.</param>
    /// <param name="first">The sentence's first word among them.</param>
    public delegate double Loss(Example example, float[] z, float[] dz, int first, Random random, int shard);

    const float DropInput = 0.2f, DropLayer = 0.2f, DropWord = 0.15f, AllSmall = 0.06f, AllCapitals = 0.03f;

    readonly Layers layers = new(index, learning);
    readonly int width = model.Shape.Width, inputs = model.Shape.Input, featureWidth = model.Shape.Features.Width;
    Random random = new(0);
    int n;
    int[] starts = [];
    ulong[] vectorKeys = [];
    int[] featureRows = [];
    float[] input = [], x0 = [], windows = [], local = [], x1 = [], gates1 = [], states1 = [], x2 = [], gates2 = [], states2 = [], x3 = [], z = [], dz = [];
    float[] maskInput = [], mask0 = [], mask1 = [], mask2 = [], mask3 = [];

    /// <summary>Of the sentences of the last run.</summary>
    public double Sum { get; private set; }

    public void Run(IReadOnlyList<Example> examples, int seed)
    {
        random = new Random(seed);
        layers.Draw(random);
        Gather(examples);
        Forward();
        (dz, Sum) = (new float[z.Length], 0);
        for (var s = 0; s < examples.Count; s++)
            Sum += lossOf(examples[s], z, dz, starts[s], random, index);
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
        Span<ulong> keys = stackalloc ulong[WordFeatures.Count];
        var at = 0;
        foreach (var word in examples.SelectMany(Written))
        {
            var rows = featureRows.AsSpan(at * WordFeatures.Count, WordFeatures.Count);
            var key = WordKey.Of(word);
            WordFeatures.Write(word, key, lexicon.Lists.Of(key), keys);
            for (var feature = 0; feature < keys.Length; feature++)
                rows[feature] = model.Shape.Features.Row(feature, keys[feature]);
            // A word is sometimes hidden, so that the letters learn to stand for it.
            vectorKeys[at] = learning && random.NextSingle() < DropWord ? 0 : key;
            if (learning && random.NextSingle() < DropWord)
                rows[0] = -1;
            at++;
        }
    }

    /// <summary>The words as they stand, or now and then all in small letters or capitals: people write so, and headlines are set so.</summary>
    string[] Written(Example example)
    {
        if (!learning)
            return example.Words;
        var words = pool?.Renamed(example, random) ?? example.Words;
        return random.NextSingle() switch
        {
            < AllSmall => [.. words.Select(static word => word.ToLowerInvariant())],
            < AllSmall + AllCapitals => [.. words.Select(static word => word.ToUpperInvariant())],
            _ => words,
        };
    }

    void Forward()
    {
        input = new float[n * inputs];
        for (var i = 0; i < n; i++)
        {
            var row = input.AsSpan(i * inputs, inputs);
            lexicon.Vectors.AddTo(vectorKeys[i], row);
            foreach (var feature in featureRows.AsSpan(i * WordFeatures.Count, WordFeatures.Count))
                if (feature >= 0)
                    Activation.Add(model.Features.Value.AsSpan(feature * featureWidth, featureWidth), row.Slice(VectorTable.Width, featureWidth));
        }
        maskInput = layers.Drop(input, DropInput);
        x0 = Layers.Forward(model.Packed[model.Input].Forward, model.InputBias, input, inputs);
        Activation.Relu(x0);
        mask0 = layers.Drop(x0, DropLayer);
        windows = new float[n * 3 * width];
        Trunk.Neighbours(x0, windows, starts, width);
        local = Layers.Forward(model.Packed[model.Window].Forward, model.WindowBias, windows, 3 * width);
        Activation.Relu(local);
        x1 = [.. local];
        Activation.Add(x0, x1);
        mask1 = layers.Drop(x1, DropLayer);
        gates1 = Layers.Forward(model.Packed[model.Scan1].Forward, model.Scan1Bias, x1, width);
        (states1, x2) = (new float[n * width], new float[n * width]);
        GatedScan.Run(gates1, x1, states1, x2, starts, width);
        mask2 = layers.Drop(x2, DropLayer);
        gates2 = Layers.Forward(model.Packed[model.Scan2].Forward, model.Scan2Bias, x2, width);
        (states2, x3) = (new float[n * width], new float[n * width]);
        GatedScan.Run(gates2, x2, states2, x3, starts, width);
        mask3 = layers.Drop(x3, DropLayer);
        z = Layers.Forward(model.Packed[model.Output].Forward, model.OutputBias, x3, width);
    }

    void Backward()
    {
        var dx3 = layers.Backward(model.Output, model.OutputBias, model.Packed[model.Output].Back, x3, width, dz);
        Layers.Multiply(dx3, mask3);
        var dx2 = new float[n * width];
        var dgates2 = ScanBackward.Run(gates2, x2, states2, dx3, dx2, starts, width);
        Activation.Add(layers.Backward(model.Scan2, model.Scan2Bias, model.Packed[model.Scan2].Back, x2, width, dgates2), dx2);
        Layers.Multiply(dx2, mask2);
        var dx1 = new float[n * width];
        var dgates1 = ScanBackward.Run(gates1, x1, states1, dx2, dx1, starts, width);
        Activation.Add(layers.Backward(model.Scan1, model.Scan1Bias, model.Packed[model.Scan1].Back, x1, width, dgates1), dx1);
        Layers.Multiply(dx1, mask1);
        float[] dlocal = [.. dx1];
        Layers.Where(dlocal, local);
        var dwindows = layers.Backward(model.Window, model.WindowBias, model.Packed[model.Window].Back, windows, 3 * width, dlocal);
        var dx0 = dx1;
        for (var s = 0; s + 1 < starts.Length; s++)
            for (var word = starts[s]; word < starts[s + 1]; word++)
                for (var offset = -1; offset <= 1; offset++)
                    if (word + offset >= starts[s] && word + offset < starts[s + 1])
                        Activation.Add(dwindows.AsSpan(((word * 3) + offset + 1) * width, width), dx0.AsSpan((word + offset) * width, width));
        Layers.Multiply(dx0, mask0);
        Layers.Where(dx0, x0);
        var dinput = layers.Backward(model.Input, model.InputBias, model.Packed[model.Input].Back, input, inputs, dx0);
        Layers.Multiply(dinput, maskInput);
        var gradient = model.Features.Gradients[index];
        for (var i = 0; i < n; i++)
            foreach (var feature in featureRows.AsSpan(i * WordFeatures.Count, WordFeatures.Count))
                if (feature >= 0)
                {
                    model.Features.Touch(index, feature);
                    Activation.Add(dinput.AsSpan((i * inputs) + VectorTable.Width, featureWidth), gradient.AsSpan(feature * featureWidth, featureWidth));
                }
    }
}
