using System.Buffers;

namespace Stemma.Language.Tokens;

/// <summary>
/// Paragraphs are lines: wire copy has one paragraph a line, with or without a blank line between. A paragraph reaches from
/// its first to its last token, and ends where something that is not the report's own text stands between two of them.
/// Cost: linear in the tokens.
/// </summary>
static class ParagraphFinder
{
    /// <summary>Characters that end a line.</summary>
    public static readonly SearchValues<char> LineBreaks = SearchValues.Create("\n\r\u2028\u2029\u000b\u000c\u0085");

    public static TextRange[] Find(string text, TextRange[] tokens, IReadOnlyList<TextRange> setApart)
    {
        var found = new List<TextRange>();
        var nextApart = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            var interrupted = false;
            for (; nextApart < setApart.Count && setApart[nextApart].Start < tokens[i].Start; nextApart++)
                interrupted |= !setApart[nextApart].IsEmpty;
            if (found.Count > 0 && !interrupted && text.AsSpan(found[^1].End, tokens[i].Start - found[^1].End).IndexOfAny(LineBreaks) < 0)
                found[^1] = new TextRange(found[^1].Start, tokens[i].End);
            else
                found.Add(tokens[i]);
        }
        return [.. found];
    }
}
