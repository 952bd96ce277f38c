namespace Stemma.Language.Tokens;

/// <summary>What kind of thing each token is, by its characters and, for quotation marks, by what stands around it. Cost: linear in the tokens.</summary>
static class TokenKinds
{
    public static TokenKind[] Of(string text, TextRange[] tokens)
    {
        var kinds = new TokenKind[tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
            kinds[i] = Of(text, tokens[i]);
        return kinds;
    }

    static TokenKind Of(string text, TextRange token)
    {
        var word = token.In(text);
        if (Marks.QuoteAt(text, token.Start, text.Length) is { } quote && quote.End == token.End)
            return quote.Kind;
        if (word.Length > 3 && (word.Contains("://", StringComparison.Ordinal) || word.Contains('@') || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase)))
            return TokenKind.Address;
        if (word.Length > 1 && word[0] is '@' or '#' && char.IsLetter(word[1]))
            return TokenKind.Address;
        if (char.IsDigit(word[0]))
            return TokenKind.Number;
        foreach (var c in word)
            if (char.IsLetter(c) || (char.IsSurrogate(c) && char.IsLetter(text, token.Start)))
                return TokenKind.Word;
            else if (char.IsDigit(c))
                return TokenKind.Number;
        return char.IsPunctuation(word[0]) ? TokenKind.Punctuation : TokenKind.Symbol;
    }
}
