using System.Buffers;

namespace Stemma.Language.Tokens;

/// <summary>Paragraphs are lines: wire copy has one paragraph a line, with or without a blank line between. A paragraph reaches from its first to its last token.</summary>
static class ParagraphFinder
{
    /// <summary>Characters that end a line.</summary>
    public static readonly SearchValues<char> LineBreaks = SearchValues.Create("\n\r\u2028\u2029\u000b\u000c\u0085");

    public static TextRange[] Find(string text, TextRange[] tokens)
    {
        var found = new List<TextRange>();
        for (var i = 0; i < tokens.Length; i++)
        {
            if (found.Count > 0 && text.AsSpan(found[^1].End, tokens[i].Start - found[^1].End).IndexOfAny(LineBreaks) < 0)
                found[^1] = new TextRange(found[^1].Start, tokens[i].End);
            else
                found.Add(tokens[i]);
        }
        return [.. found];
    }
}
