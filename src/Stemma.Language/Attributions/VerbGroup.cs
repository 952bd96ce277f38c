using Stemma.Language.Tokens;

namespace Stemma.Language.Attributions;

/// <summary>A reporting verb with the auxiliaries and adverbs to its left ("has also repeatedly said"): the cue.</summary>
readonly record struct VerbGroup(int First, int Verb, bool Passive, bool Progressive, bool Negated, bool Infinitive, bool Modal)
{
    public static VerbGroup At(Clause clause, int verb, Form form)
    {
        bool be = false, negated = false, modal = false, have = false;
        var first = verb;
        while (first > 0 && clause.IsWord(first - 1))
        {
            var word = clause.Lower(first - 1);
            if (!WordLists.Auxiliaries.Contains(word) && !WordLists.VerbAdverbs.Contains(word) && !(IsAdverb(word) && !clause[first - 1].Capital))
                break;
            // "'s" after a name is a possessive more often than an "is" or "has" before a finite verb.
            if (word is "'s" or "\u2019s" && form is not (Form.Gerund or Form.Participle) && !(first - 2 >= 0 && WordLists.Pronouns.Contains(clause.Lower(first - 2))))
                break;
            be |= WordLists.Be.Contains(word);
            have |= word is "have" or "has" or "had" or "having" or "'ve" or "\u2019ve";
            negated |= word is "not" or "n't" or "n\u2019t" or "never";
            modal |= WordLists.Modals.Contains(word);
            first--;
        }
        var infinitive = clause.Lower(first - 1) is "to";
        var past = form is Form.Past or Form.Participle;
        return new VerbGroup(first, verb, be && past, be && form == Form.Gerund, negated, infinitive, modal && !have);
    }

    static bool IsAdverb(string word) => word.Length > 4 && word.EndsWith("ly", StringComparison.Ordinal) && word is not ("family" or "ally" or "july" or "italy" or "only" or "daily" or "assembly" or "supply" or "reply" or "weekly" or "monthly");
}
