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
    /// <summary>What is known of the token.</summary>
    public const int Input = SyntaxReader.Known;

    /// <summary>Width of the layer that reads the text through, and of a feature row, which is added to what the first matrix makes of its input.</summary>
    public const int Width = 80;

    /// <summary>Width of the layers that read the words around one cue.</summary>
    public const int Pair = 48;

    /// <summary>What a token, a cue and how they lie to each other bring to the first of these layers: its input and its three gates.</summary>
    public const int PairInput = 4 * Pair;

    /// <summary>Labels of the look for cues: outside, begins a cue, goes on with it.</summary>
    public const int CueLabels = 3;
}
