using Stemma.Language.Syntax;

namespace Stemma.Language.Cues;

/// <summary>What a token is in an attribution, as the network labels it.</summary>
static class Part
{
    public const int Outside = 0;
    public const int Source = 1;
    public const int Content = 2;
    public const int Cue = 3;
    public const int Count = 4;
}

/// <summary>Sizes of the layers of the attribution network. A model file with other sizes is refused.</summary>
static class AttributionShape
{
    /// <summary>What the syntax network knows of the token, its word vector, the sum of the feature rows, and zeros up to a multiple of eight.</summary>
    public const int Input = 296;

    public const int VectorAt = NetworkShape.Width;
    public const int FeatureAt = NetworkShape.Width + NetworkShape.Vector;

    /// <summary>Numbers of a feature row.</summary>
    public const int Feature = 64;

    /// <summary>Width of the layer that reads the text through.</summary>
    public const int Width = 96;

    /// <summary>Width of the layers that read the words around one cue.</summary>
    public const int Pair = 64;

    /// <summary>What a token, a cue and how they lie to each other bring to the first of these layers: its input and its three gates.</summary>
    public const int PairInput = 4 * Pair;

    /// <summary>Labels of the look for cues: outside, begins a cue, goes on with it.</summary>
    public const int CueLabels = 3;
}
