namespace Stemma.Language;

/// <summary>How the time of what is stated is known.</summary>
public enum TimeBasis : byte
{
    /// <summary>Its own words name it.</summary>
    Stated,
    /// <summary>Words elsewhere in the report date the same happening.</summary>
    Context,
}

/// <summary>When what is stated happened or is to happen, and whether it was still to come when it was reported.</summary>
/// <param name="Begin">First moment; null where nothing tells.</param>
/// <param name="End">The moment after the last.</param>
/// <param name="Precision">How exact it is.</param>
/// <param name="Words">The words it rests on.</param>
/// <param name="Future">Still to come at the time of the report.</param>
public readonly record struct EventTime(DateTime? Begin, DateTime? End, TimeUnit Precision, int? Offset, TextRange Words, TimeBasis Basis, bool Future);
