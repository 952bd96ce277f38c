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
            var (first, end) = document.TokensIn(range);
            for (var i = first; i < end; i++)
                if (document.TokenRanges[i].Length <= 12 && WordLists.Hedges.Contains(document.TokenAt(i).Text.ToString()) && document.TokenAt(i).Text is not "May")
                    found.Add(document.TokenRanges[i]);
        }
        return [.. found];
    }
}
