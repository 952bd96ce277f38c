using Stemma.Language.Tokens;

namespace Stemma.Language;

/// <summary>
/// Tells English from everything else by the share of its most frequent function words (after Ingle 1976): running English
/// has about one in three, headlines about one in eight, other languages in Latin script under one in twenty. What is not English is
/// named by <see cref="TextLanguage"/>. Cost: linear. Gets wrong: very short texts (under five words, ASCII counts as English).
/// </summary>
static class LanguageGuess
{
    const double EnglishShareMin = 0.12;
    const int ShortMax = 25;

    public static string Of(string text, TextRange[] tokens, TokenKind[] kinds)
    {
        int words = 0, function = 0, foreign = 0;
        var ascii = true;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (kinds[i] != TokenKind.Word)
                continue;
            words++;
            var word = tokens[i].In(text);
            ascii &= System.Text.Ascii.IsValid(word);
            if (word.Length <= 5 && WordLists.Function.Contains(word.ToString()))
                function++;
            else if (word.Length <= 5 && WordLists.ForeignFunction.Contains(word.ToString()))
                foreign++;
        }
        if (words < 5)
            return words > 0 && ascii ? "en" : Other(text);
        // A headline or a list of names may have no function word at all; one of another language has its own.
        return function >= words * EnglishShareMin || (words < ShortMax && ascii && (function > 0 || foreign == 0)) ? "en" : Other(text);
    }

    /// <summary>Not English: a text that only looks so to the other test is told to be nothing.</summary>
    static string Other(string text) => TextLanguage.Of(text) is var language && language != "en" ? language : TextLanguage.Undetermined;
}
