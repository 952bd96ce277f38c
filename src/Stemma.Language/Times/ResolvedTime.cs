namespace Stemma.Language.Times;

/// <summary>
/// A time as TIMEX3 gives it, and as an interval of the calendar at the place of the happening, as exact as the words are.
/// </summary>
/// <param name="Type">DATE, TIME, DURATION or SET.</param>
/// <param name="Value">TIMEX3: "2023-09-13", "2023-W37", "P3D", "PAST_REF"; an X stands for every digit that is not known.</param>
/// <param name="Modifier">TIMEX3's mod, where there is one: START, APPROX, …</param>
/// <param name="Begin">First moment; null where the words give no place in the calendar.</param>
/// <param name="End">The moment after the last.</param>
/// <param name="Precision">How exact the words are.</param>
public readonly record struct ResolvedTime(string Type, string Value, string? Modifier, DateTime? Begin, DateTime? End, TimeUnit Precision)
{
    /// <summary>Minutes east of Greenwich, where the words name a zone. The times are of that zone.</summary>
    public int? Offset { get; init; }

    /// <summary>The one day it lies on, where it is that exact.</summary>
    public DateOnly? OnDay => Begin is { } begin && Precision is TimeUnit.Day or TimeUnit.Part or TimeUnit.Hour or TimeUnit.Minute or TimeUnit.Second ? DateOnly.FromDateTime(begin) : null;
}
