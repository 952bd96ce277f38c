namespace Stemma.Language.Tokens;

/// <summary>
/// Puts tokens into sentences. Rules in the manner of Punkt's and Grefenstette's classic observations: a sentence ends at
/// final punctuation with the quotation marks and brackets that close after it, unless the full stop belongs to an
/// abbreviation or initial, or the next word goes on in lower case; and it always ends with its paragraph (a line).
/// Cost: linear in the tokens. Every token is in exactly one sentence, every sentence inside one paragraph.
/// Gets wrong: an abbreviation that ends a sentence before a name ("… in the U.S. Smith said"); a sentence that begins in
/// lower case ("iPhone sales fell").
/// </summary>
static class SentenceSplitter
{
    /// <returns>Index of each sentence's first token, and the token count at the end.</returns>
    public static int[] Split(string text, TextRange[] tokens, TokenKind[] kinds, TextRange[] paragraphs)
    {
        var starts = new List<int>(tokens.Length / 20 + 2);
        var (first, stop, paragraph) = (0, 0, 0);
        for (var i = 0; i < tokens.Length; i++)
        {
            // Closing marks belong to the sentence they close: what decides is the last token before them.
            if (i == first || !IsCloser(text, tokens, kinds, i))
                stop = i;
            var endsParagraph = tokens[i].End == paragraphs[paragraph].End;
            paragraph += endsParagraph ? 1 : 0;
            if (!endsParagraph && !EndsAfter(text, tokens, kinds, stop, i))
                continue;
            starts.Add(first);
            first = i + 1;
        }
        starts.Add(tokens.Length);
        return [.. starts];
    }

    /// <summary>Whether a sentence ends after token <paramref name="i"/> in the middle of a paragraph; <paramref name="stop"/> is its last token that is no closing mark.</summary>
    static bool EndsAfter(string text, TextRange[] tokens, TokenKind[] kinds, int stop, int i)
    {
        // Wait where a closing mark still follows.
        if (stop != i && IsOpenerNear(tokens, i) || NextIsCloser(text, tokens, kinds, i))
            return false;
        var word = tokens[stop].In(text);
        if (tokens[stop].Length == 0 || !IsFinal(word))
            return false;
        var next = Following(text, tokens, kinds, i + 1);
        if (next >= tokens.Length)
            return true;
        var nextWord = tokens[next].In(text);
        // "Really?!", "“Stop!”, he said", ". . .": these marks go on with what stands before them.
        if (nextWord[0] is ',' or ';' or ':' or '.' or '!' or '?' or ')' or ']' or '\u2026')
            return false;
        var upper = char.IsUpper(nextWord[0]) || kinds[next] is TokenKind.Number || !char.IsLetter(nextWord[0]);
        if (word is "." or "?" or "!" || word[^1] is '?' or '!')
            return upper || char.IsDigit(nextWord[0]);
        if (word[0] == '.' || word[0] == '\u2026')
            return char.IsUpper(nextWord[0]) && word.Length is 1 or >= 3;
        return AbbreviationEnds(word, nextWord);
    }

    /// <summary>An abbreviation with its full stop ends the sentence only where the next word can hardly go on.</summary>
    static bool AbbreviationEnds(ReadOnlySpan<char> word, ReadOnlySpan<char> next)
    {
        var bare = word[..^1];
        if (bare.Length == 1 || Abbreviations.IsBinding(bare.ToString()) || Abbreviations.TakesNumber(bare))
            return false;
        return char.IsUpper(next[0]) && WordLists.SentenceStarters.Contains(next.ToString());
    }

    static bool IsFinal(ReadOnlySpan<char> word) =>
        word[^1] is '.' or '!' or '?' or '\u2026' or '\u3002' or '\u203d';

    static bool IsCloser(string text, TextRange[] tokens, TokenKind[] kinds, int i) =>
        kinds[i] == TokenKind.CloseQuote || (kinds[i] == TokenKind.Punctuation && text[tokens[i].Start] is ')' or ']' or '}');

    static bool NextIsCloser(string text, TextRange[] tokens, TokenKind[] kinds, int i) =>
        i + 1 < tokens.Length && IsCloser(text, tokens, kinds, i + 1) && (tokens[i + 1].Start == tokens[i].End || text[tokens[i + 1].Start] is '\u201d' or '\u00bb');

    // A closing mark with the next word hard against it ("(sic.)Then") is no place to cut.
    static bool IsOpenerNear(TextRange[] tokens, int i) => i + 1 < tokens.Length && tokens[i + 1].Start == tokens[i].End;

    /// <summary>The first token from <paramref name="i"/> on that is no opening mark or dash.</summary>
    static int Following(string text, TextRange[] tokens, TokenKind[] kinds, int i)
    {
        while (i < tokens.Length && (kinds[i] == TokenKind.OpenQuote || text[tokens[i].Start] is '(' or '[' or '-' or '\u2014' or '\u2013'))
            i++;
        return i;
    }
}
