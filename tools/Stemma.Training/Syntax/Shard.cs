using System.Runtime.Intrinsics;
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
        maskInput = Drop(input, DropInput);
        x0 = Layer(model.Packed.Input, model.InputBias, input, NetworkShape.Input);
        Activation.Relu(x0);
        mask0 = Drop(x0, DropLayer);
        windows = new float[n * 3 * Width];
        Network.Neighbours(x0, windows, starts);
        local = Layer(model.Packed.Window, model.WindowBias, windows, 3 * Width);
        Activation.Relu(local);
        x1 = [.. local];
        Activation.Add(x0, x1);
        mask1 = Drop(x1, DropLayer);
        gates1 = Layer(model.Packed.Scan1, model.Scan1Bias, x1, Width);
        (states1, x2) = (new float[n * Width], new float[n * Width]);
        GatedScan.Run(gates1, x1, states1, x2, starts, Width);
        mask2 = Drop(x2, DropLayer);
        gates2 = Layer(model.Packed.Scan2, model.Scan2Bias, x2, Width);
        (states2, x3) = (new float[n * Width], new float[n * Width]);
        GatedScan.Run(gates2, x2, states2, x3, starts, Width);
        mask3 = Drop(x3, DropLayer);
        z = Layer(model.Packed.Output, model.OutputBias, x3, Width);
    }

    void Backward()
    {
        var dx3 = BackLayer(model.Output, model.OutputBias, model.Packed.OutputTurned, x3, Width, dz);
        Multiply(dx3, mask3);
        var dx2 = new float[n * Width];
        var dgates2 = ScanBackward.Run(gates2, x2, states2, dx3, dx2, starts, Width);
        Activation.Add(BackLayer(model.Scan2, model.Scan2Bias, model.Packed.Scan2Turned, x2, Width, dgates2), dx2);
        Multiply(dx2, mask2);
        var dx1 = new float[n * Width];
        var dgates1 = ScanBackward.Run(gates1, x1, states1, dx2, dx1, starts, Width);
        Activation.Add(BackLayer(model.Scan1, model.Scan1Bias, model.Packed.Scan1Turned, x1, Width, dgates1), dx1);
        Multiply(dx1, mask1);
        float[] dlocal = [.. dx1];
        Where(dlocal, local);
        var dwindows = BackLayer(model.Window, model.WindowBias, model.Packed.WindowTurned, windows, 3 * Width, dlocal);
        var dx0 = dx1;
        for (var s = 0; s + 1 < starts.Length; s++)
            for (var word = starts[s]; word < starts[s + 1]; word++)
                for (var offset = -1; offset <= 1; offset++)
                    if (word + offset >= starts[s] && word + offset < starts[s + 1])
                        Activation.Add(dwindows.AsSpan(((word * 3) + offset + 1) * Width, Width), dx0.AsSpan((word + offset) * Width, Width));
        Multiply(dx0, mask0);
        Where(dx0, x0);
        var dinput = BackLayer(model.Input, model.InputBias, model.Packed.InputTurned, input, NetworkShape.Input, dx0);
        Multiply(dinput, maskInput);
        var gradient = model.Features.Gradients[index];
        for (var i = 0; i < n; i++)
            foreach (var feature in featureRows.AsSpan(i * WordFeatures.Count, WordFeatures.Count))
                if (feature >= 0)
                {
                    model.Features.Touch(index, feature);
                    Activation.Add(dinput.AsSpan((i * NetworkShape.Input) + Vector, Feature), gradient.AsSpan(feature * Feature, Feature));
                }
    }

    float[] Layer(Panels panels, Parameter bias, float[] from, int stride)
    {
        var to = new float[n * bias.Value.Length];
        Activation.Fill(to, bias.Value);
        panels.MultiplyAdd(from, stride, to, bias.Value.Length, n);
        return to;
    }

    /// <summary>Adds the gradients of weights and bias; returns that of the layer's input.</summary>
    float[] BackLayer(Parameter weights, Parameter bias, Panels turned, float[] from, int stride, float[] dto)
    {
        var columns = weights.Columns;
        AddOuter(from, stride, dto, columns, weights.Gradients[index], n);
        for (var i = 0; i < n; i++)
            Activation.Add(dto.AsSpan(i * columns, columns), bias.Gradients[index]);
        var dfrom = new float[n * stride];
        turned.MultiplyAdd(dto, columns, dfrom, stride, n);
        return dfrom;
    }

    /// <summary>Adds fromᵀ × dto.</summary>
    internal static void AddOuter(ReadOnlySpan<float> from, int stride, ReadOnlySpan<float> dto, int columns, float[] gradient, int rows)
    {
        Panels.Of(dto[..(rows * columns)], rows, columns).MultiplyAdd(Turned(from, rows, stride), rows, gradient, columns, stride);
    }

    /// <summary>The transposed matrix, block by block, so that neither side is read or written across the whole memory.</summary>
    static float[] Turned(ReadOnlySpan<float> from, int rows, int columns)
    {
        const int Block = 16;
        var turned = new float[rows * columns];
        for (var i0 = 0; i0 < rows; i0 += Block)
            for (var k0 = 0; k0 < columns; k0 += Block)
                for (var k = k0; k < Math.Min(columns, k0 + Block); k++)
                    for (var i = i0; i < Math.Min(rows, i0 + Block); i++)
                        turned[(k * rows) + i] = from[(i * columns) + k];
        return turned;
    }

    /// <summary>Sets some numbers to zero and makes the rest greater, so that their sum stays; returns by what each was multiplied.</summary>
    float[] Drop(Span<float> values, float share)
    {
        var mask = GC.AllocateUninitializedArray<float>(values.Length);
        var dropped = learning ? (byte)(share * 256) : (byte)0;
        var kept = 256f / (256 - dropped);
        Span<byte> chances = stackalloc byte[256];
        for (var at = 0; at < mask.Length; at += chances.Length)
        {
            random.NextBytes(chances);
            for (var i = at; i < Math.Min(mask.Length, at + chances.Length); i++)
                mask[i] = chances[i - at] < dropped ? 0 : kept;
        }
        Multiply(values, mask);
        return mask;
    }

    static void Multiply(Span<float> values, ReadOnlySpan<float> by)
    {
        var i = 0;
        for (; i + 8 <= values.Length; i += 8)
            (Vector256.Create<float>(values[i..]) * Vector256.Create(by[i..])).CopyTo(values[i..]);
        for (; i < values.Length; i++)
            values[i] *= by[i];
    }

    /// <summary>Keeps the gradient where the layer let its value pass.</summary>
    static void Where(Span<float> gradient, ReadOnlySpan<float> passed)
    {
        var i = 0;
        for (; i + 8 <= gradient.Length; i += 8)
            (Vector256.Create<float>(gradient[i..]) & Vector256.GreaterThan(Vector256.Create(passed[i..]), Vector256<float>.Zero)).CopyTo(gradient[i..]);
        for (; i < gradient.Length; i++)
            gradient[i] = passed[i] > 0 ? gradient[i] : 0;
    }
}
