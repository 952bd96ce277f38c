using System.Collections.Frozen;
using Stemma.Language.Tokens;

namespace Stemma.Language.Attributions;

/// <summary>A stretch of a clause's items, half-open.</summary>
readonly record struct Stretch(int First, int End)
{
    public bool IsEmpty => End <= First;
}

/// <summary>
/// Finds the noun phrase that is the subject of a verb group, without a parser: it reaches left from the verb to the
/// nearest boundary (punctuation, a word that opens a clause, another verb), takes in an apposition between commas, and
/// drops adverbials at its front. Cost: linear in the distance to the boundary, which is limited.
/// Gets wrong: subjects with a clause of their own ("the man they had held said") and long fronted phrases without a comma.
/// </summary>
static class Subjects
{
    const int ItemsMax = 30;

    static readonly FrozenSet<string> TimeNouns = Lower("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december day days week weeks month months year years decade decades morning afternoon evening night noon midnight hour hours minute minutes weekend today yesterday tonight");

    public static bool IsTime(string word) => TimeNouns.Contains(word);

    static readonly FrozenSet<string> Fronts = Lower("however meanwhile earlier later but and still so yet also now then again instead overall nevertheless nonetheless moreover furthermore today yesterday tonight tomorrow nor or even perhaps indeed separately elsewhere");

    /// <summary>The subject that ends right before item <paramref name="verb"/>; empty where none is found.</summary>
    public static Stretch Before(Clause clause, int verb)
    {
        var end = verb;
        if (clause.IsMark(end - 1, ','))
            return WithApposition(clause, end - 1);
        end = WithoutTime(clause, end);
        var first = LeftBoundary(clause, end);
        first = DropFront(clause, first, end);
        return first < end && IsNounPhrase(clause, first, end) ? Widen(clause, first, end) : default;
    }

    /// <summary>"North Korea on Sunday accused": the time is not the subject's.</summary>
    static int WithoutTime(Clause clause, int end) =>
        end >= 3 && TimeNouns.Contains(clause.Lower(end - 1)) && clause.Lower(end - 2) is "on" or "this" or "last" or "late" or "early" or "in" ? end - 2 : end;

    /// <summary>"Jane Doe, a fellow at X," before the verb: the apposition's closing comma is at <paramref name="comma"/>.</summary>
    static Stretch WithApposition(Clause clause, int comma)
    {
        // An apposition may hold another ("Jane Doe, a spokeswoman for X, which owns the ship, said"): try the nearest comma first.
        for (int close = comma, tries = 0; tries < 3; tries++)
        {
            var found = WithApposition(clause, comma, ref close);
            if (!found.IsEmpty || close <= 0)
                return found;
        }
        return default;
    }

    static Stretch WithApposition(Clause clause, int comma, ref int close)
    {
        var open = close - 1;
        while (open > 0 && comma - open < ItemsMax && !clause.IsMark(open, ',') && !clause.IsAge(open) && !IsHardBoundary(clause, open))
            open--;
        var opens = clause.IsMark(open, ',') || clause.IsAge(open);
        close = opens ? open : 0;
        if (!opens || open == comma - 1)
            return default;
        var first = DropFront(clause, LeftBoundary(clause, open), open);
        if (first >= open || open - first > 10 || !IsNounPhrase(clause, first, open))
            return default;
        if (!clause[first].Capital && !WordLists.Determiners.Contains(clause.Lower(first)))
            return default;
        for (var i = open + 1; i < comma; i++)
            if (IsVerbLike(clause, i, i + 1) && !InRelative(clause, open, i))
                return default;
        return new Stretch(first, comma);
    }

    /// <summary>A verb after "who" or "which" belongs to the apposition.</summary>
    static bool InRelative(Clause clause, int open, int verb)
    {
        for (var i = verb - 1; i > open; i--)
            if (clause.Lower(i) is "who" or "which" or "whose" or "that")
                return true;
        return false;
    }

    /// <summary>Takes in the name before a comma where what was found is its apposition ("…, Jane Doe, the minister said").</summary>
    static Stretch Widen(Clause clause, int first, int end)
    {
        if (!clause.IsMark(first - 1, ',') || !StartsApposition(clause, first))
            return new Stretch(first, end);
        var name = first - 1;
        while (name > 0 && clause[name - 1].Capital && clause.IsWord(name - 1))
            name--;
        var isName = first - 1 - name >= 2 && !WordLists.SentenceStarters.Contains(clause.Text(name, name + 1)) && (name == 0 || clause.IsMark(name - 1, ','));
        return isName ? new Stretch(name, end) : new Stretch(first, end);
    }

    static bool StartsApposition(Clause clause, int i) => clause.Lower(i) is "a" or "an" or "the";

    static int LeftBoundary(Clause clause, int end)
    {
        var i = end;
        while (i > 0 && end - i < ItemsMax)
        {
            var before = i - 1;
            if (i < end && clause.Lower(before) is "and" or "or" && JoinsNames(clause, before, i))
            {
                i = before;
                continue;
            }
            if (IsHardBoundary(clause, before) || clause.IsMark(before, ',') || IsVerbLike(clause, before, i) || OpensClause(clause, before, i, end))
                break;
            i = before;
        }
        return i;
    }

    static bool IsHardBoundary(Clause clause, int i)
    {
        var item = clause[i];
        if (item.Kind == ItemKind.Quotation)
            return clause.IsSpeech(i);
        return item.Kind == ItemKind.Mark && item.Lower[0] is ';' or ':' or '(' or ')' or '[' or ']' or '\u2014' or '\u2013' or '.' or '?' or '!' or '\u2026' || (item.Kind == ItemKind.Mark && item.Lower.StartsWith('-'));
    }

    static bool OpensClause(Clause clause, int i, int next, int end)
    {
        var word = clause.Lower(i);
        if (!WordLists.ClauseOpeners.Contains(word))
            return false;
        // "officials in the so-called", "that ministry said": a determiner before a noun is no conjunction.
        if (word is "that" && next == end - 1 && !clause[next].Capital && !WordLists.Pronouns.Contains(clause.Lower(next)))
            return false;
        return word is not "or";
    }

    /// <summary>"Moscow and Pyongyang", "the authority and the union": both sides are names or noun phrases, with no verb before.</summary>
    static bool JoinsNames(Clause clause, int and, int right)
    {
        if (and == 0 || !clause.IsWord(and - 1))
            return false;
        var leftLooksNoun = clause[and - 1].Capital || !WordLists.Auxiliaries.Contains(clause.Lower(and - 1));
        var rightLooksNoun = clause[right].Capital || WordLists.Determiners.Contains(clause.Lower(right)) || !WordLists.Pronouns.Contains(clause.Lower(right));
        if (!leftLooksNoun || !rightLooksNoun || WordLists.Pronouns.Contains(clause.Lower(right)))
            return false;
        for (var i = and - 1; i >= 0 && and - i < 12; i--)
        {
            if (clause.IsMark(i, ',') || IsHardBoundary(clause, i) || WordLists.ClauseOpeners.Contains(clause.Lower(i)))
                return true;
            if (IsVerbLike(clause, i, i + 1))
                return i < and - 1 && ReportingVerbs.Find(clause.Lower(i)) is { } verb && verb.Takes(Frame.Clause); // "said Kim and Putin are"
        }
        return true;
    }

    /// <summary>A word that is surely a verb: an auxiliary, a reporting verb in a finite form, or a past form before a determiner or name.</summary>
    internal static bool IsVerbLike(Clause clause, int i, int next)
    {
        if (!clause.IsWord(i) || clause[i].Capital)
            return false;
        var word = clause.Lower(i);
        if (word is "'s" or "\u2019s" or "'d" or "\u2019d")
            return false;
        if (WordLists.Auxiliaries.Contains(word) && word is not ("can" or "may" or "will" or "might" or "not"))
            return true;
        if (word is "can" or "may" or "will" or "might" or "to")
            return word is not "to";
        if (ReportingVerbs.Find(word) is { } verb && (verb.Form is Form.Past && !IsAttributive(clause, i) || word is "says" or "thinks" or "believes" or "tells"))
            return true;
        if (word is "spoke" or "drew" or "began" or "came" or "went" or "took" or "gave" or "made" or "became" or "wrote" or "grew" or "rose" or "fell" or "knew" or "threw")
            return true;
        if (clause.Lower(next) is "to" && word is "declined" or "refused" or "agreed" or "wanted" or "hoped" or "tried" or "failed" or "decided" or "began" or "continued")
            return true;
        return word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) && !IsAttributive(clause, i) && next < clause.Count
            && (WordLists.Determiners.Contains(clause.Lower(next)) || (clause[next].Capital && clause[next].Kind == ItemKind.Word));
    }

    /// <summary>"Holt <u>arrived</u> late and said": a past form by its ending, where no noun can be meant.</summary>
    static bool IsPast(Clause clause, int i) =>
        !clause[i].Capital && clause.Lower(i).Length > 4 && clause.Lower(i).EndsWith("ed", StringComparison.Ordinal) && !IsAttributive(clause, i) && !clause.Lower(i - 1).EndsWith("ly", StringComparison.Ordinal);

    /// <summary>"the accused officer", "armed groups": after a determiner or adjective it belongs to the noun.</summary>
    static bool IsAttributive(Clause clause, int i) => i > 0 && (WordLists.Determiners.Contains(clause.Lower(i - 1)) || clause.Lower(i - 1) is "of" or "'s" or "\u2019s" or "the");

    /// <summary>Drops "On Monday", "For months", "Meanwhile", "But" from the front.</summary>
    static int DropFront(Clause clause, int first, int end)
    {
        while (first < end - 1)
        {
            var word = clause.Lower(first);
            if (word is "with" && first > 0 && clause.IsMark(first - 1, ','))
                first++; // "…, with agencies quoting him"
            else if (Fronts.Contains(word) || (word.EndsWith("ly", StringComparison.Ordinal) && first + 1 < end && !clause[first + 1].Lower.EndsWith("ly", StringComparison.Ordinal)))
                first++;
            else if (WordLists.Prepositions.Contains(word) && AfterFrontedPhrase(clause, first, end) is var next && next > first)
                first = next;
            else if (TimeNouns.Contains(word) && clause[first + 1].Kind == ItemKind.Word && first + 1 < end && (clause[first + 1].Capital || WordLists.Determiners.Contains(clause.Lower(first + 1)) || WordLists.Pronouns.Contains(clause.Lower(first + 1))))
                first++;
            else if (word is "this" or "last" or "next" && TimeNouns.Contains(clause.Lower(first + 1)) && first + 2 < end)
                first += 2;
            else
                break;
        }
        return first;
    }

    /// <summary>Where a phrase that begins with a preposition gives way to the subject; <paramref name="first"/> where that cannot be told.</summary>
    static int AfterFrontedPhrase(Clause clause, int first, int end)
    {
        for (var i = first + 1; i < end - 1 && i < first + 8; i++)
            if (TimeNouns.Contains(clause.Lower(i)))
                return i + 1;
        for (var i = first + 2; i < end && i < first + 8; i++)
            if ((WordLists.Determiners.Contains(clause.Lower(i)) || WordLists.Pronouns.Contains(clause.Lower(i))) && !WordLists.Prepositions.Contains(clause.Lower(i - 1)))
                return i;
        return first;
    }

    /// <summary>A subject is a pronoun, a name, or begins like a noun phrase, and holds no verb.</summary>
    static bool IsNounPhrase(Clause clause, int first, int end)
    {
        var last = clause.Lower(end - 1);
        if (WordLists.Prepositions.Contains(clause.Lower(first)) || WordLists.ClauseOpeners.Contains(last) || WordLists.Prepositions.Contains(last) || clause.Lower(first) is "neither" or "no" or "nobody" or "nothing" or "none" || last is "to" or "there" or "the" or "a" or "and")
            return false;
        if (!clause.IsWord(first) || (!clause.IsWord(end - 1) && !clause.IsMark(end - 1, ')')))
            return false;
        for (var i = first; i < end; i++)
            if (clause.IsSpeech(i))
                return false;
        return true;
    }

    static FrozenSet<string> Lower(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The phrase a clause begins with, up to its first verb or mark: the subject of a verb whose own is left out.</summary>
    public static Stretch AtStart(Clause clause, int verb)
    {
        var end = 0;
        var first = DropFront(clause, 0, verb);
        if (clause.IsMark(first, ','))
            first++;
        for (end = first; end < verb && end - first < 12 && clause.IsWord(end) && !IsVerbLike(clause, end, end + 1) && !(end > first && IsPast(clause, end)) && !WordLists.ClauseOpeners.Contains(clause.Lower(end)); end++) { }
        var nominal = first < end && (clause[first].Capital || WordLists.Determiners.Contains(clause.Lower(first)) || WordLists.Pronouns.Contains(clause.Lower(first)));
        return nominal && end < verb && clause.IsWord(end) && IsNounPhrase(clause, first, end) ? new Stretch(first, end) : default;
    }

    /// <summary>
    /// The subject that follows its verb ("…, said Jane Doe, a fellow at X."): from <paramref name="first"/> to the end of
    /// the phrase, with the appositions that belong to it.
    /// </summary>
    public static Stretch After(Clause clause, int first)
    {
        var i = first;
        if (!clause.IsWord(i) || (!clause[i].Capital && !WordLists.Determiners.Contains(clause.Lower(i)) && clause.Lower(i) is not ("he" or "she" or "they" or "i" or "we" or "officials" or "police" or "analysts" or "experts")))
            return default;
        while (i < clause.Count && i - first < ItemsMax)
        {
            if (clause.IsQuotation(i) && clause.IsSpeech(i) || (clause[i].Kind == ItemKind.Mark && !clause.IsMark(i, ',') && !clause.IsMark(i, '&') && !clause.IsMark(i, '$')))
                break;
            if (clause.IsMark(i, ',') && !AppositionFollows(clause, i + 1, first))
                break;
            if (i > first && clause.IsWord(i) && EndsPhrase(clause, i))
                break;
            i++;
        }
        if (i > first && WordLists.Prepositions.Contains(clause.Lower(i - 1)))
            i--;
        return new Stretch(first, i);
    }

    internal static bool AppositionFollows(Clause clause, int i, int first)
    {
        if (!clause.IsWord(i) || clause[i].Lower.EndsWith("ing", StringComparison.Ordinal))
            return false;
        var word = clause.Lower(i);
        if (WordLists.ClauseOpeners.Contains(word) || WordLists.Pronouns.Contains(word) || WordLists.Prepositions.Contains(word) || word is "in" or "according")
            return false;
        // A name, then a determiner or a role in lower case; or a role, then a name.
        return word is "a" or "an" or "the" || (clause[first].Capital && !clause[i].Capital) || (!clause[first].Capital && clause[i].Capital) || clause.Lower(i - 2).EndsWith("spokesperson", StringComparison.Ordinal);
    }

    static bool EndsPhrase(Clause clause, int i)
    {
        var word = clause.Lower(i);
        if (word is "in" or "on" or "at" or "during" or "after" or "before" or "following" or "via" or "by")
        {
            var next = clause.Lower(i + 1);
            return word is "on" or "during" or "after" or "before" or "following" or "via" && !clause[Math.Min(i + 1, clause.Count - 1)].Capital || TimeNouns.Contains(next) || next is "a" or "an" or "remarks" or "testimony" or "comments";
        }
        if (TimeNouns.Contains(word) && clause[i].Capital)
            return true;
        return word is "that" or "who" or "when" or "while" or "as" or "because" or "adding" or "referring" or "speaking" or "using" or "but" or "if" or "last" or "earlier" or "later" or "this" or "today" or "yesterday" || (WordLists.Auxiliaries.Contains(word) && word is not ("'s" or "\u2019s"));
    }
}
