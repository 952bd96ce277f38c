namespace Stemma.Language.Syntax;

/// <summary>The numbers between the layers, kept from one stretch of text to the next so that reading allocates nothing. Used by one thread at a time.</summary>
sealed class Workspace
{
    float[] vectors = [], known = [], input = [], x = [], y = [], windows = [], gates = [], states = [], output = [];
    float[] heads = [], turned = [], headBias = [], scores = [], pairs = [], relationScores = [];

    ulong[] features = [];
    byte[] origins = [];

    /// <summary>The heads of a sentence, turned.</summary>
    public Panels HeadPanels { get; } = Panels.Empty();

    /// <summary>The vector of each word.</summary>
    public Span<float> Vectors => vectors;

    /// <summary>What is known of each token of a section, while it is read.</summary>
    public Span<float> Known => known;

    /// <summary>The keys of each word's features.</summary>
    public Span<ulong> Features => features;

    public Span<float> Input => input;
    public Span<float> X => x;
    public Span<float> Y => y;
    public Span<float> Windows => windows;
    public Span<float> Gates => gates;
    public Span<float> States => states;
    public Span<float> Output => output;
    public Span<float> Heads => heads;
    public Span<float> Turned => turned;
    public Span<float> HeadBias => headBias;
    public Span<float> Scores => scores;
    public Span<float> Pairs => pairs;
    public Span<float> RelationScores => relationScores;

    public void SizeWords(int words)
    {
        Grow(ref vectors, words * VectorTable.Width);
        Grow(ref features, words * WordFeatures.Count);
    }

    public void SizeKnown(int words) => Grow(ref known, words * SyntaxReader.Known);

    public void Size(int words, TrunkShape shape)
    {
        Grow(ref input, words * shape.Input);
        Grow(ref x, words * shape.Width);
        Grow(ref y, words * shape.Width);
        Grow(ref windows, words * 3 * shape.Width);
        Grow(ref gates, words * 3 * shape.Width);
        Grow(ref states, words * shape.Width);
        Grow(ref output, words * shape.Outputs);
    }

    public void SizeArcs(int words)
    {
        Grow(ref heads, (words + 1) * NetworkShape.Arc);
        Grow(ref turned, words * NetworkShape.Arc);
        Grow(ref headBias, words + 1);
        Grow(ref scores, words * (words + 1));
    }

    public void SizeRelations(int words, int relations)
    {
        Grow(ref pairs, words * NetworkShape.Relation);
        Grow(ref relationScores, words * relations);
    }

    public Span<byte> Origins(int count)
    {
        Grow(ref origins, count);
        return origins;
    }

    /// <summary>Room for so many numbers; what was there may be lost.</summary>
    public static void Grow<T>(ref T[] numbers, int count)
    {
        if (numbers.Length < count)
            numbers = new T[Math.Max(count, numbers.Length + (numbers.Length / 4))];
    }
}
