namespace Stemma.Language.Syntax;

/// <summary>
/// What both networks have in common: words to some numbers each, seen in their sentence. Word vectors (GloVe, Pennington et al. 2014) and
/// hashed letter features, a window of three words (Collobert et al. 2011), two gated scans both ways (Lei et al. 2018), and a last
/// product. Immutable and shared by all threads; each that reads at the moment has its own <see cref="Workspace"/>.
/// Cost: (input + 9 × width + outputs) × width multiplications per word.
/// </summary>
sealed class Trunk
{
    readonly TrunkWeights weights;
    readonly Panels input, window, scan1, scan2, output;

    public Trunk(TrunkWeights weights, RowTable features)
    {
        (this.weights, Features) = (weights, features);
        var (width, outputs) = (weights.Shape.Width, weights.Shape.Outputs);
        input = Panels.Of(weights.Input, weights.Shape.Input, width);
        window = Panels.Of(weights.Window, 3 * width, width);
        scan1 = Panels.Of(weights.Scan1, width, 3 * width);
        scan2 = Panels.Of(weights.Scan2, width, 3 * width);
        output = Panels.Of(weights.Output, width, outputs);
    }

    public TrunkShape Shape => weights.Shape;

    public RowTable Features { get; }

    /// <summary>Runs the layers over some sentences. What is known of each word is then in <see cref="Workspace.Y"/>, what comes out in <see cref="Workspace.Output"/>.</summary>
    /// <param name="starts">First word of each sentence, and the number of words, which <see cref="Lexicon.Look"/> has looked up.</param>
    public void Run(ReadOnlySpan<int> starts, Workspace work)
    {
        var (width, n) = (Shape.Width, starts[^1]);
        work.Size(n, Shape);
        Enter(work, n);
        input.Layer(weights.InputBias, work.Input, Shape.Input, work.X, n);
        Activation.Relu(work.X[..(n * width)]);
        Neighbours(work.X, work.Windows, starts, width);
        window.Layer(weights.WindowBias, work.Windows, 3 * width, work.Y, n);
        Activation.Relu(work.Y[..(n * width)]);
        Activation.Add(work.X[..(n * width)], work.Y);
        scan1.Layer(weights.Scan1Bias, work.Y, width, work.Gates, n);
        GatedScan.Run(work.Gates, work.Y, work.States, work.X, starts, width);
        scan2.Layer(weights.Scan2Bias, work.X, width, work.Gates, n);
        GatedScan.Run(work.Gates, work.X, work.States, work.Y, starts, width);
        output.Layer(weights.OutputBias, work.Y, width, work.Output, n);
    }

    void Enter(Workspace work, int n)
    {
        var size = Shape.Input;
        for (var i = 0; i < n; i++)
        {
            var row = work.Input.Slice(i * size, size);
            work.Vectors.Slice(i * VectorTable.Width, VectorTable.Width).CopyTo(row);
            var own = row[VectorTable.Width..];
            own.Clear();
            var keys = work.Features.Slice(i * WordFeatures.Count, WordFeatures.Count);
            for (var feature = 0; feature < keys.Length; feature++)
                if (Shape.Features.Row(feature, keys[feature]) is >= 0 and var found)
                    Features.AddTo(found, own);
        }
    }

    /// <summary>Beside each word the one before and the one after, zeros at the ends of a sentence.</summary>
    public static void Neighbours(ReadOnlySpan<float> x, Span<float> windows, ReadOnlySpan<int> starts, int width)
    {
        for (var s = 0; s + 1 < starts.Length; s++)
            for (var word = starts[s]; word < starts[s + 1]; word++)
                for (var offset = -1; offset <= 1; offset++)
                {
                    var to = windows.Slice(((word * 3) + offset + 1) * width, width);
                    if (word + offset < starts[s] || word + offset >= starts[s + 1])
                        to.Clear();
                    else
                        x.Slice((word + offset) * width, width).CopyTo(to);
                }
    }
}
