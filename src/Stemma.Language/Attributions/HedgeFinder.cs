using Stemma.Language.Tokens;

namespace Stemma.Language;

/// <summary>Words that weaken a statement ("likely", "reportedly", "could"). Cost: linear in the range.</summary>
public static class HedgeFinder
{
    public static TextRange[] In(Document document, IEnumerable<TextRange> content)
    {
        var found = new List<TextRange>();
        foreach (var range in content)
        {
            var i = Array.BinarySearch(document.TokenRanges, new TextRange(range.Start, range.Start));
            for (i = i < 0 ? ~i : i; i < document.TokenCount && document.TokenRanges[i].Start < range.End; i++)
                if (document.TokenRanges[i].Length <= 12 && WordLists.Hedges.Contains(document.TokenAt(i).Text.ToString()) && document.TokenAt(i).Text is not "May")
                    found.Add(document.TokenRanges[i]);
        }
        return [.. found];
    }
}
