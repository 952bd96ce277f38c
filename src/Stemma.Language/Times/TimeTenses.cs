using Stemma.Language.Tokens;

namespace Stemma.Language.Times;

/// <summary>
/// Whether a sentence speaks of a time as past or as still to come. With trees: the verb that the time words hang on decides by
/// its form and its auxiliaries, else the verb above it. Without: the nearest sign to the left (a modal, "to" with a verb, a
/// past form), else the first to the right, as in Mani and Wilson (2000). Cost: the depth of the tree, or 25 words.
/// Gets wrong: the arranged future told in the past ("the vote was set for Friday" is read, "he awaited Friday" is not).
/// </summary>
static class TimeTenses
{
    const int WordsLeft = 25, WordsRight = 10;

    public static TimeTense Of(Document document, int token)
    {
        var before = token > document.SentenceStarts[document.SentenceOfToken(token)] ? document.TokenAt(token - 1).Text : default;
        if (before is "since" or "Since" or "after" or "After")
            return TimeTense.Past;
        var told = document.Syntax.IsEmpty ? FromWords(document, token) : FromTree(document, token);
        // "Until Monday", "booked for Friday", "by Thursday": still to come, unless what is said of it is over.
        if (before is "until" or "till" or "for" or "by" or "Until" or "By" && (told != TimeTense.Past || document.Syntax.IsEmpty))
            return TimeTense.Future;
        return told;
    }

    static TimeTense FromTree(Document document, int token)
    {
        var syntax = document.Syntax;
        var present = -1;
        for (var (at, steps) = (token, 0); at >= 0 && steps < 12; at = syntax.Heads[at], steps++)
        {
            if (syntax.Upos(at) is not ("VERB" or "AUX") && !IsPredicate(document, at))
                continue;
            if (OfVerb(document, at) is var told and not TimeTense.Unknown)
                return present >= 0 && told == TimeTense.Past ? TimeTense.Unknown : told;
            if (present < 0 && syntax.Xpos(at) is "VBP" or "VBZ" && syntax.Upos(at) == "VERB" && syntax.Lemmas[at] is not ("say" or "have"))
                present = at;
        }
        // "They meet on Monday": the present speaks of what is arranged.
        return present >= 0 ? TimeTense.Future : TimeTense.Unknown;
    }

    /// <summary>"The vote will be short": what is said by a noun or an adjective.</summary>
    static bool IsPredicate(Document document, int token)
    {
        var first = Math.Max(document.SentenceStarts[document.SentenceOfToken(token)], token - 8);
        for (var i = first; i < token; i++)
            if (document.Syntax.Heads[i] == token && document.Syntax.Relation(i) is "cop" or "aux" or "aux:pass")
                return true;
        return false;
    }

    static TimeTense OfVerb(Document document, int verb)
    {
        var syntax = document.Syntax;
        var bounds = document.SentenceAt(document.SentenceOfToken(verb));
        var (toVerb, past) = (false, false);
        for (var i = Math.Max(bounds.FirstToken, verb - 8); i < verb; i++)
        {
            if (syntax.Heads[i] != verb)
                continue;
            var word = document.TokenAt(i).Text;
            if (syntax.Xpos(i) == "MD")
                return TimeTense.Future;
            toVerb |= syntax.Xpos(i) == "TO" || word is "to";
            past |= word is "was" or "were" or "had" or "did" or "has" or "have";
        }
        if (!HasHad(document, verb, bounds.FirstToken) && IsArranged(syntax.Lemmas[verb]) && syntax.Xpos(verb) is "VBN" or "VBD" or "VBZ" or "VBP" or "VBG")
            return TimeTense.Future;
        if (toVerb)
            return syntax.Heads[verb] is >= 0 and var above && syntax.Upos(above) == "VERB" && !IsArranged(syntax.Lemmas[above]) && OfVerb(document, above) == TimeTense.Past && syntax.Lemmas[above] is not ("want" or "hope" or "agree" or "decide" or "plan")
                ? TimeTense.Unknown : TimeTense.Future;
        // "Would stay closed until Sunday": a participle that only completes a verb has the time of that verb.
        return past || (syntax.Xpos(verb) is "VBD" or "VBN" && syntax.Relation(verb) != "xcomp") ? TimeTense.Past : TimeTense.Unknown;
    }

    /// <summary>"Had been due": what was arranged is over.</summary>
    static bool HasHad(Document document, int verb, int first)
    {
        for (var i = Math.Max(first, verb - 4); i < verb; i++)
            if (document.TokenAt(i).Text is "had")
                return true;
        return false;
    }

    static bool IsArranged(string lemma) => lemma is "schedule" or "expect" or "plan" or "slate" or "due" or "suppose" or "set" or "intend" or "aim" or "await";

    static TimeTense FromWords(Document document, int token)
    {
        var sentence = document.SentenceOfToken(token);
        var (first, end) = (document.SentenceStarts[sentence], document.SentenceStarts[sentence + 1]);
        for (var i = token - 1; i >= first && token - i <= WordsLeft; i--)
        {
            var word = document.TokenAt(i).Text;
            if (i > first && document.TokenAt(i - 1).Text is "be")
                continue; // "will be held": a participle, not a past
            if (word.Equals("tomorrow", StringComparison.OrdinalIgnoreCase) || PointsAhead(document, i, token))
                return TimeTense.Future;
            if (word is "have" && i > first && ModalWords.Contains(document.TokenAt(i - 1).Text))
                continue;
            if (IsPast(word))
                return word is "expected" or "scheduled" or "planned" or "slated" or "supposed" or "due" ? TimeTense.Future : TimeTense.Past;
        }
        // Nothing before it ("Friday's vote will …"): the first sign after it decides.
        for (var i = token + 1; i < end && i - token <= WordsRight; i++)
        {
            if (PointsAhead(document, i, end))
                return TimeTense.Future;
            if (IsPast(document.TokenAt(i).Text))
                return TimeTense.Past;
        }
        // Present tense throughout ("Funerals begin on Monday") speaks of what is arranged.
        return document.TokenKinds[token] == TokenKind.Word && token > first + 1 && end - first > 3 ? TimeTense.Future : TimeTense.Unknown;
    }

    /// <summary>A modal, or "to" with a verb after it.</summary>
    static bool PointsAhead(Document document, int i, int end)
    {
        var word = document.TokenAt(i).Text;
        if (ModalWords.Contains(word))
            return true;
        return word is "to" && i + 1 < end && char.IsLower(document.TokenAt(i + 1).Text[0]) && !DeterminerWords.Contains(document.TokenAt(i + 1).Text);
    }

    static readonly System.Collections.Frozen.FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ModalWords = WordLists.Modals.GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly System.Collections.Frozen.FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> DeterminerWords = WordLists.Determiners.GetAlternateLookup<ReadOnlySpan<char>>();

    static bool IsPast(ReadOnlySpan<char> word) =>
        (word.Length > 3 && word.EndsWith("ed", StringComparison.Ordinal))
        || word is "said" or "was" or "were" or "had" or "told" or "met" or "held" or "left" or "came" or "went" or "has" or "have" or "began" or "made" or "took" or "gave" or "saw" or "due";
}
