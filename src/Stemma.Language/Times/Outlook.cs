using System.Collections.Frozen;
using Stemma.Language.Syntax;

namespace Stemma.Language.Times;

/// <summary>
/// Whether what a predicate tells is over, holds, or was still to come when it was told, by its auxiliaries and the verbs around
/// it: "will meet", "is to meet", "plans to meet", "is expected to meet". In what somebody said, "would meet" and "planned to meet"
/// are the future as it was told. Cost: the words of the clause.
/// Gets wrong: "would" of habits and of what never was; "may" and "could" of what might already be so.
/// </summary>
static class Outlook
{
    static readonly FrozenSet<string> Ahead = Words("expect schedule plan intend hope aim prepare promise vow pledge threaten set due slate suppose seek propose agree bind likely unlikely ready poised certain sure about project forecast predict move go");

    static readonly FrozenSet<string> States = Words("be have know believe think like love mean contain own need want seem depend matter exist understand see hear feel explain help illustrate reflect show suggest indicate represent account involve include");

    static FrozenSet<string> Words(string words) => words.Split(' ').Distinct(StringComparer.Ordinal).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Verbs and words that tell of what is to come: "expect", "plan", "due".</summary>
    public static bool IsAhead(string lemma) => Ahead.Contains(lemma);

    /// <param name="told">It is what somebody said, so that past forms may stand for later ones.</param>
    /// <param name="wished">It was promised, predicted, asked for or ordered.</param>
    public static TimeTense Of(Document document, int predicate, bool told, bool wished)
    {
        var syntax = document.Syntax;
        var first = document.SentenceStarts[document.SentenceOfToken(predicate)];
        var (modal, to, have, past, progressive) = ("", false, false, false, false);
        for (var i = Math.Max(first, predicate - 10); i < predicate; i++)
        {
            if (syntax.Heads[i] != predicate)
                continue;
            var word = document.TokenAt(i).Text;
            if (syntax.Xpos(i) == "MD")
                modal = syntax.Lemmas[i] is "wo" or "'ll" or "\u2019ll" or "'d" or "\u2019d" ? (word[^1] == 'd' ? "would" : "will") : word.ToString().ToLowerInvariant();
            to |= syntax.Xpos(i) == "TO" || (word is "to" && syntax.Upos(i) == "PART");
            have |= word is "have" or "has" or "had" or "'ve" or "\u2019ve";
            past |= word is "was" or "were" or "had" or "did";
            progressive |= word is "is" or "are" or "am" or "'re" or "\u2019re" or "'s" or "\u2019s" or "was" or "were";
        }
        if (modal is "will" or "wo" or "shall" or "ll" or "'ll" or "\u2019ll")
            return have ? TimeTense.Unknown : TimeTense.Future;
        if (modal is "would" && !have && (told || wished) && syntax.Upos(predicate) is "VERB")
            return TimeTense.Future;
        if (modal is "may" or "might" or "could" && !have && !IsState(syntax, predicate))
            return TimeTense.Future;
        if (modal.Length > 0)
            return TimeTense.Unknown;
        if (LeadsAhead(document, predicate, told, past, progressive))
            return TimeTense.Future;
        if (to)
            return wished && !have ? TimeTense.Future : TimeTense.Unknown;
        return past || have || syntax.Xpos(predicate) is "VBD" or "VBN" ? TimeTense.Past : TimeTense.Unknown;
    }

    /// <summary>"Plans to meet", "is expected to meet", "is going to meet": the verb below is what is to come.</summary>
    static bool LeadsAhead(Document document, int predicate, bool told, bool past, bool progressive)
    {
        var syntax = document.Syntax;
        if (!Ahead.Contains(syntax.Lemmas[predicate]) && !(syntax.Lemmas[predicate] == "be" && !past))
            return false;
        // "Wanted to", "agreed to" in the report's own telling may be over; "set to" and "expected to" with "was" as well.
        var over = past || (syntax.Xpos(predicate) == "VBD" && !progressive);
        if (over && !told)
            return false;
        if (syntax.Lemmas[predicate] is "go" or "move" && syntax.Xpos(predicate) != "VBG")
            return false;
        var end = document.SentenceStarts[document.SentenceOfToken(predicate) + 1];
        for (var i = predicate + 1; i < end && i - predicate <= 12; i++)
        {
            if (syntax.Heads[i] != predicate || syntax.Upos(i) is not ("VERB" or "AUX" or "ADJ" or "NOUN") || syntax.Relation(i).Split(':')[0] is not ("xcomp" or "ccomp" or "advcl" or "acl"))
                continue;
            for (var j = predicate + 1; j < i; j++)
                if (syntax.Heads[j] == i && document.TokenAt(j).Text is "to")
                    return true;
        }
        return false;
    }

    static bool IsState(SyntaxLayer syntax, int predicate) => syntax.Upos(predicate) is not "VERB" || States.Contains(syntax.Lemmas[predicate]);
}
