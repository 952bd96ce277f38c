namespace Stemma.Language;

/// <summary>
/// One attribution: a source, a cue and a content, the triple of the attribution literature (Pareti 2015; PolNeAR).
/// Each part is a list of ranges because a quotation may be interrupted by its own cue; a missing source is an empty list.
/// </summary>
public sealed record Attribution
{
    public required TextRange[] Source { get; init; }

    public required TextRange[] Cue { get; init; }

    public required TextRange[] Content { get; init; }

    public required Quoted Quoted { get; init; }

    public required Stance Stance { get; init; }

    public required Polarity Polarity { get; init; }

    /// <summary>False where the cue tells that it was not said, or would, could or will be: the content is nobody's statement then.</summary>
    public required bool Committed { get; init; }

    /// <summary>Words inside the content that weaken it ("likely", "reportedly", "could").</summary>
    public required TextRange[] Hedges { get; init; }

    /// <summary>On what terms the source spoke and where that is said; null where it is not.</summary>
    public (Terms Kind, TextRange Range)? Terms { get; init; }

    /// <summary>Index of the attribution whose content holds this one, or -1.</summary>
    public int Parent { get; init; } = -1;

    /// <summary>Who the source is, as fully named as this document names them; several for joint sources, none where the source is missing or cannot be told.</summary>
    public required Speaker[] Speakers { get; init; }

    /// <summary>Estimated chance that source, cue and content are right, from how sure the network is, measured on text it did not learn from.</summary>
    public required double Confidence { get; init; }
}

public enum Quoted { Indirect, Direct, Mixed }

public enum Polarity { Positive, Negative }

/// <summary>How a source stands to what it is said to have said. <see cref="Asserts"/> is the report's own plain assertion.</summary>
public enum Stance { Says, Confirms, Denies, Accuses, Warns, Predicts, Believes, Asks, Promises, Orders, Asserts }

public enum SpeakerKind { Person, Organisation, Agency, Government, Media, Unnamed }

/// <summary>Somebody cited. Where <paramref name="Kind"/> is <see cref="SpeakerKind.Unnamed"/>, <paramref name="Name"/> is the words used ("some analysts").</summary>
/// <param name="Role">What the document says they are ("a senior fellow at …"), or null.</param>
public sealed record Speaker(string Name, SpeakerKind Kind, string? Role);
