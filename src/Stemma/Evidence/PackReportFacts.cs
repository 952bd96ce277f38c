using System.Globalization;
using Stemma.Language;

namespace Stemma.Evidence;

/// <summary>What the verifier has read of one report, and how ranges are held against its text.</summary>
/// <param name="Outlet">The outlet, else the first credited agency.</param>
sealed record PackReportFacts(string Id, string Text, string? Outlet, string? Family, string? Published, DateTime Order)
{
    PackWords? _words;

    /// <summary>Its title and byline, in which evidence may stand as well.</summary>
    public string? Title { get; init; }

    public string? Byline { get; init; }

    public List<TextRange> Furniture { get; } = [];

    public PackWords Words => _words ??= new PackWords(Text);

    /// <summary>Holds <c>{start, end, text}</c> against this report.</summary>
    public TextRange CheckRange(PackNode node, PackTally tally) => CheckWords(node, node["text"].Text(), node, tally);

    /// <summary>Holds <c>{start, end}</c> with its words beside it against this report.</summary>
    public TextRange CheckWords(PackNode spot, string words, PackNode named, PackTally tally)
    {
        var range = CheckSpot(spot, tally);
        if (!range.In(Text).SequenceEqual(words))
            throw named.Off(string.Create(CultureInfo.InvariantCulture,
                $"the words at {range.Start}-{range.End} of report {Id} are ‘{Shown(range.Of(Text))}’, the pack says ‘{Shown(words)}’"));
        return range;
    }

    /// <summary>Holds a range with its words against this report's title or byline.</summary>
    public void CheckOutside(PackNode spot, string words, string part, PackNode named, PackTally tally)
    {
        tally.Ranges++;
        var whole = (part == "title" ? Title : part == "byline" ? Byline : throw named.Off($"title, byline or null was expected for “in”, found “{Shown(part)}”")) ?? "";
        var (start, end) = (spot["start"].Number(), spot["end"].Number());
        if (start < 0 || end <= start || end > whole.Length || !whole.AsSpan(start, end - start).SequenceEqual(words))
            throw named.Off(string.Create(CultureInfo.InvariantCulture, $"the words at {start}-{end} of the {part} of report {Id} are not ‘{Shown(words)}’"));
    }

    public TextRange CheckSpot(PackNode spot, PackTally tally)
    {
        tally.Ranges++;
        var (start, end) = (spot["start"].Number(), spot["end"].Number());
        if (start < 0 || end <= start || end > Text.Length)
            throw spot.Off(string.Create(CultureInfo.InvariantCulture,
                $"a range inside report {Id}, whose text has {Text.Length} characters, was expected, found {start}-{end}"));
        if (SplitsCharacter(start) || SplitsCharacter(end))
            throw spot.Off(string.Create(CultureInfo.InvariantCulture, $"the range {start}-{end} cuts through a character of report {Id}"));
        return new TextRange(start, end);
    }

    bool SplitsCharacter(int at) => at > 0 && at < Text.Length && char.IsSurrogatePair(Text[at - 1], Text[at]);

    // Long enough to show the difference: a changed letter far into a long range must still be seen to differ.
    static string Shown(string words) => VisibleText.Line(words, 300);
}
