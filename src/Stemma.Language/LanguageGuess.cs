using Stemma.Language.Tokens;

namespace Stemma.Language;

/// <summary>
/// Tells English from everything else by the share of its most frequent function words (after Ingle 1976): running English
/// has about one in three, headlines about one in eight, other languages in Latin script under one in twenty. Of a short text, and of one between, the trigrams
/// are asked as well (<see cref="TextLanguage"/>), and what is not English is named by them; where they do not tell either, a short text in plain Latin letters counts as English.
/// Cost: linear. Gets wrong: headlines of other languages under five words, headlines made of foreign names.
/// </summary>
static class LanguageGuess
{
    const double EnglishShareMin = 0.12;
    const int ShortMax = 25;
    const int WordsMin = 5;

    /// <summary>How far ahead another language must be to overrule English function words, or plain letters.</summary>
    const double SureLead = 15;

    public static string Of(string text, TextRange[] tokens, TokenKind[] kinds)
    {
        int words = 0, function = 0, foreign = 0;
        var plain = true;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (kinds[i] != TokenKind.Word)
                continue;
            words++;
            var word = tokens[i].In(text);
            plain &= word.IndexOfAnyExceptInRange('\0', '\u007f') is var at && (at < 0 || word[at] == '’' && System.Text.Ascii.IsValid(word[(at + 1)..]));
            if (word.Length <= 5 && WordLists.Function.Contains(word.ToString()))
                function++;
            else if (word.Length <= 5 && WordLists.ForeignFunction.Contains(word.ToString()))
                foreign++;
        }
        if (words < WordsMin)
            return words > 0 && plain ? "en" : Other(text, mayBeEnglish: false);
        var isLikely = function >= words * EnglishShareMin;
        if (words >= ShortMax)
            return isLikely ? "en" : Other(text, mayBeEnglish: function >= words * EnglishShareMin / 2);
        var told = TextLanguage.Of(text, isLikely || plain ? SureLead : LanguageTrigrams.LeadMin);
        // A headline or a list of names may have no function word at all; one of another language has its own.
        return told != TextLanguage.Undetermined ? told : isLikely || (plain && (function > 0 || foreign * 6 <= words)) ? "en" : told;
    }

    /// <summary>What the other test tells; English only where the small words leave that open, else a text that looks so is told to be nothing.</summary>
    static string Other(string text, bool mayBeEnglish) => TextLanguage.Of(text) is var language && (language != "en" || mayBeEnglish) ? language : TextLanguage.Undetermined;
}
