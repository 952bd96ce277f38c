using Stemma.Language.Syntax;
using Stemma.Language.Tokens;

namespace Stemma.Language.Attributions;

/// <summary>
/// Words as people count them: what Universal Dependencies cuts at a hyphen ("vice - president", "Al - Zaman") taken as one. Source
/// phrases are read by these.
/// </summary>
static class HyphenWords
{
    /// <summary>One past the last token of the word that begins here: it goes on over a hyphen that touches letters on both sides.</summary>
    public static int EndOf(string text, ReadOnlySpan<TextRange> tokens, ReadOnlySpan<TokenKind> kinds, int token, int limit)
    {
        var end = token + 1;
        while (kinds[token] is TokenKind.Word or TokenKind.Number && end + 1 < limit && IsHyphen(tokens[end].In(text)) && kinds[end + 1] is TokenKind.Word or TokenKind.Number
            && tokens[end].Start == tokens[end - 1].End && tokens[end + 1].Start == tokens[end].End)
            end += 2;
        return end;
    }

    static bool IsHyphen(ReadOnlySpan<char> token) => token is "-" or "\u2010" or "\u2011";

    /// <summary>The words and marks of a short phrase.</summary>
    public static (TextRange[] Ranges, TokenKind[] Kinds) Of(string phrase)
    {
        var (tokens, _) = SyntaxModel.English.Segmenter.Cut(phrase, []);
        return Of(phrase, tokens, TokenKinds.Of(phrase, tokens));
    }

    /// <summary>The words and marks of some tokens of a text.</summary>
    public static (TextRange[] Ranges, TokenKind[] Kinds) Of(string text, ReadOnlySpan<TextRange> tokens, ReadOnlySpan<TokenKind> tokenKinds)
    {
        var (ranges, kinds) = (new TextRange[tokens.Length], new TokenKind[tokens.Length]);
        var count = 0;
        for (var i = 0; i < tokens.Length;)
        {
            var end = EndOf(text, tokens, tokenKinds, i, tokens.Length);
            (ranges[count], kinds[count++]) = (new TextRange(tokens[i].Start, tokens[end - 1].End), tokenKinds[i]);
            i = end;
        }
        return (ranges[..count], kinds[..count]);
    }
}
