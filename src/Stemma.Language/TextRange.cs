namespace Stemma.Language;

/// <summary>
/// A half-open range of a text, <c>[Start, End)</c>, counted in UTF-16 code units of the text exactly as it was read.
/// The default value is the empty range at the beginning. Ordered by start, then by end.
/// </summary>
public readonly record struct TextRange : IComparable<TextRange>
{
    public TextRange(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        Start = start;
        End = end;
    }

    public int Start { get; }

    public int End { get; }

    public int Length => End - Start;

    public bool IsEmpty => End == Start;

    public bool Contains(int position) => position >= Start && position < End;

    public bool Contains(TextRange other) => other.Start >= Start && other.End <= End;

    public bool Overlaps(TextRange other) => other.Start < End && Start < other.End;

    /// <summary>The words themselves. A range never travels far without them.</summary>
    public string Of(string text) => text.Substring(Start, Length);

    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

    public int CompareTo(TextRange other) =>
        Start != other.Start ? Start.CompareTo(other.Start) : End.CompareTo(other.End);

    public static bool operator <(TextRange left, TextRange right) => left.CompareTo(right) < 0;

    public static bool operator <=(TextRange left, TextRange right) => left.CompareTo(right) <= 0;

    public static bool operator >(TextRange left, TextRange right) => left.CompareTo(right) > 0;

    public static bool operator >=(TextRange left, TextRange right) => left.CompareTo(right) >= 0;

    public override string ToString() => $"[{Start},{End})";
}
