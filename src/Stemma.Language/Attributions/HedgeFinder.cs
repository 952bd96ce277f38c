using System.Collections.Frozen;
using Stemma.Language.Tokens;

namespace Stemma.Language;

/// <summary>Words that weaken a statement ("likely", "reportedly", "could"). Cost: linear in the range.</summary>
public static class HedgeFinder
{
    /// <summary>None of them is longer.</summary>
    const int LengthMax = 12;

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Hedges = WordLists.Hedges.GetAlternateLookup<ReadOnlySpan<char>>();

    public static TextRange[] In(Document document, IEnumerable<TextRange> content)
    {
        var found = new List<TextRange>();
        foreach (var range in content)
        {
            var (first, end) = document.TokensIn(range);
            for (var i = first; i < end; i++)
                if (document.TokenRanges[i].Length <= LengthMax && Hedges.Contains(document.TokenAt(i).Text) && document.TokenAt(i).Text is not "May")
                    found.Add(document.TokenRanges[i]);
        }
        return [.. found];
    }
}
