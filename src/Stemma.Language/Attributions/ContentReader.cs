using System.Collections.Frozen;
using Stemma.Language.Tokens;

namespace Stemma.Language.Attributions;

/// <summary>Reads what was said, to the left or to the right of its source and cue.</summary>
static class ContentReader
{
    const int AdverbialItemsMax = 16;

    static readonly FrozenSet<string> TimeWords = "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight earlier later recently".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The content that ends before item <paramref name="end"/> at a comma, a dash or a quotation; empty where none does.</summary>
    public static Stretch Left(Clause clause, int end)
    {
        var last = end - 1;
        if (clause.IsMark(last, ',') || clause.IsDash(last))
            last--;
        else if (!clause.IsSpeech(last))
            return default;
        if (last < 0)
            return default;
        // A whole sentence in quotation marks is the content by itself, whatever leads up to it.
        if (clause.IsSpeech(last) && (last == 0 || (clause[last - 1].Kind == ItemKind.Mark && !clause.IsMark(last - 1, ':'))))
            return new Stretch(last, last + 1);
        var first = 0;
        while (first < last && clause[first].Kind == ItemKind.Mark && !clause.IsMark(first, '$'))
            first++;
        if (first == 0 && clause.Lower(0) is "but" or "and" or "still" or "however" or "meanwhile")
            first = clause.IsMark(1, ',') ? 2 : 1;
        if (!clause.IsSpeech(last) && Subordinates.Contains(clause.Lower(first)) && !HoldsComma(clause, first, last))
            return default; // "While some welcomed the vote, others warned …"
        // Three words or fewer before the comma are a front ("On Monday, he said"), not a statement.
        var words = 0;
        for (var i = first; i <= last; i++)
            words += clause.IsWord(i) || clause.IsQuotation(i) ? 1 : 0;
        var fronted = WordLists.Prepositions.Contains(clause.Lower(first)) && !HoldsVerb(clause, first, last + 1);
        return words > 3 && !fronted && HoldsVerb(clause, first, last + 1) ? new Stretch(first, last + 1) : clause.IsSpeech(last) ? new Stretch(last, last + 1) : default;
    }

    static readonly FrozenSet<string> Subordinates = "while although though when as after before if because since until unless citing according asked speaking whether despite once".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    static bool HoldsComma(Clause clause, int first, int last)
    {
        for (var i = first; i < last; i++)
            if (clause.IsMark(i, ','))
                return true;
        return false;
    }

    /// <summary>A rough test for a finite verb: an auxiliary, or a word in -ed, -s before a determiner. A statement has one; a fronted phrase has none.</summary>
    static bool HoldsVerb(Clause clause, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (!clause.IsWord(i))
            {
                if (clause.IsSpeech(i))
                    return true;
                continue;
            }
            var word = clause.Lower(i);
            if (WordLists.Auxiliaries.Contains(word) && word is not ("'s" or "\u2019s"))
                return true;
            if (i > first && word.Length > 3 && !clause[i].Capital && (word.EndsWith("ed", StringComparison.Ordinal) || (word.EndsWith('s') && i + 1 < end && (WordLists.Determiners.Contains(clause.Lower(i + 1)) || clause[i + 1].Capital))))
                return true;
            if (IrregularPasts.Contains(word))
                return true;
        }
        return false;
    }

    static readonly FrozenSet<string> IrregularPasts =
        "began broke brought built bought came cut drew drove fell fought found gave got grew held hit kept knew laid led left lost made met paid put ran rose said sank sat saw sent set shot shut sold sought spent spoke stood struck swept took told thought threw understood went won wore wrote".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The item after the cue and its adverbials where no content follows it but, perhaps, its second half; -1 where content does.</summary>
    public static int EndOfCue(Clause clause, int verb, ReportingVerb reporting, int bound)
    {
        var i = verb + 1;
        if (reporting.Takes(Frame.Recipient))
            i = SkipRecipient(clause, i, bound);
        for (; i < clause.Count && i - verb <= AdverbialItemsMax; i++)
        {
            if (clause.IsQuotation(i) || clause.IsMark(i, ',') || clause.IsMark(i, '.') || clause.IsMark(i, ';') || clause.IsMark(i, '?') || clause.IsMark(i, '!') || clause.IsDash(i))
                return i;
            if (clause.IsMark(i, ':') || clause.Lower(i) is "that" or "whether")
                return -1;
            // An adverbial begins with a preposition, a weekday or an adverb; anything else is content.
            if (i == verb + 1 && !WordLists.Prepositions.Contains(clause.Lower(i)) && !TimeWords.Contains(clause.Lower(i)) && clause.Lower(i) is not ("this" or "last" or "as" or "when"))
                return -1;
        }
        return i >= clause.Count ? clause.Count : -1;
    }

    /// <summary>Adds what follows an interrupting cue: a second quotation, or the rest of an interrupted sentence.</summary>
    public static Draft AddRight(Clause clause, Draft draft, int end)
    {
        var i = end;
        var comma = clause.IsMark(i, ',');
        if (comma || clause.IsMark(i, ':') || clause.IsMark(i, '.') || clause.IsDash(i) || clause.IsMark(i, ';'))
            i++;
        if (clause.IsSpeech(i))
        {
            draft.Content.Add(clause.Range(i, i + 1));
            return draft with { Pattern = Pattern.Interrupted, Quotes = true };
        }
        if (draft.Quotes && ResumedQuotation(clause, end) is var resumed and > 0)
        {
            draft.Content.Add(clause.Range(resumed, resumed + 1));
            return draft with { Pattern = Pattern.Interrupted };
        }
        if (!comma || draft.Quotes || i >= clause.Count || !clause.IsWord(i))
            return draft;
        var word = clause.Lower(i);
        var ownClause = WordLists.ClauseOpeners.Contains(word) || WordLists.Prepositions.Contains(word) || word.EndsWith("ing", StringComparison.Ordinal) || word is "a" or "an" or "the" || word == "according";
        if (ownClause)
            return draft;
        var rest = Trim(clause, i, clause.Count);
        if (rest.IsEmpty)
            return draft;
        draft.Content.Add(clause.Range(rest.First, rest.End));
        return draft with { Pattern = Pattern.Interrupted };
    }

    /// <summary>"“…,” said Jane Doe, who had just left, “and then …”": the quotation goes on behind what is told of its speaker.</summary>
    static int ResumedQuotation(Clause clause, int from)
    {
        for (var i = from; i < clause.Count && i - from < AdverbialItemsMax; i++)
        {
            if (clause.IsSpeech(i))
                return clause.IsMark(i - 1, ',') ? i : -1;
            if (clause.IsMark(i, '.') || clause.IsMark(i, ';') || (clause.IsWord(i) && ReportingVerbs.Find(clause.Lower(i)) is { Form: Form.Past or Form.ThirdPerson }))
                return -1;
        }
        return -1;
    }

    /// <summary>The content to the right of a verb; empty where what follows cannot be one.</summary>
    public static Stretch Right(Clause clause, VerbGroup group, ReportingVerb verb, int bound, bool afterRelative = false)
    {
        var i = group.Verb + 1;
        if (afterRelative && WordLists.Auxiliaries.Contains(clause.Lower(i)))
            return Trim(clause, i, ContentBounds.NextComma(clause, i, bound)); // "which the ministry said <u>could …</u>,"
        if (clause.IsMark(i, ',') && clause.IsMark(i + 2, ',') && clause.IsWord(i + 1))
            i += 3; // "believe, however, that"
        if (verb.Particle is not null)
            i++;
        if (verb.Takes(Frame.Recipient) && !clause.IsQuotation(i) && clause.Lower(i) is not ("that" or "to"))
            i = SkipRecipient(clause, i, bound);
        else if (SkipAdverbial(clause, i, bound) is var after && after > i)
            i = after;
        if (clause.IsMark(i, ':') || (clause.IsMark(i, ',') && clause.IsQuotation(i + 1)))
            i++;
        if (i >= bound || !Begins(clause, i, verb))
            return default;
        // "warned the control room by telephone": somebody was told, but not what.
        if (verb.Takes(Frame.Recipient) && !verb.Takes(Frame.Object) && clause.IsWord(i) && clause.Lower(i) is not ("that" or "to" or "how" or "whether" or "what" or "not") && !HoldsVerb(clause, i, bound))
            return default;
        return Trim(clause, i, ContentBounds.End(clause, i, bound));
    }

    static bool Begins(Clause clause, int i, ReportingVerb verb)
    {
        if (clause.IsQuotation(i))
            return verb.Takes(Frame.Clause) || !clause.IsSpeech(i) || verb.Takes(Frame.Object);
        if (!clause.IsWord(i) && !clause.IsMark(i, '$'))
            return false;
        var word = clause.Lower(i);
        if (word is "to" or "not" && (word is "to" || clause.Lower(i + 1) is "to"))
            return verb.Takes(Frame.Infinitive) || verb.Takes(Frame.Recipient);
        if (verb.Takes(Frame.Clause) && word is "that" or "how" or "why" or "whether" or "what" or "if" or "there" or "where" or "when")
            return true;
        if (WordLists.Prepositions.Contains(word) || WordLists.ClauseOpeners.Contains(word) || (WordLists.Auxiliaries.Contains(word) && word is not "having"))
            return word is "as" or "like" && verb.Takes(Frame.Object);
        if (verb.Takes(Frame.Object) || verb.Takes(Frame.Recipient) && verb.Takes(Frame.Infinitive))
            return true;
        return verb.Takes(Frame.Clause) && ClauseFollows(clause, i, verb);
    }

    /// <summary>Without "that", a clause must show a subject: a determiner, a pronoun, a name, a number or a plain noun.</summary>
    static bool ClauseFollows(Clause clause, int i, ReportingVerb verb)
    {
        if (verb.Takes(Frame.AlsoNoun) && verb.Form is Form.Base or Form.ThirdPerson)
            return WordLists.Determiners.Contains(clause.Lower(i)) || WordLists.Pronouns.Contains(clause.Lower(i)) || clause[i].Capital;
        return clause.Count - i >= 3 || verb.Takes(Frame.Thing);
    }

    /// <summary>"told <u>reporters in Geneva on Monday</u> that": up to "that", a quotation or the second noun phrase.</summary>
    static int SkipRecipient(Clause clause, int i, int bound)
    {
        if (WordLists.Prepositions.Contains(clause.Lower(i)))
            return i; // "had been asking since the autumn for …": nobody is asked
        for (var j = i; j < bound && j - i < AdverbialItemsMax; j++)
        {
            if (clause.Lower(j) is "that" or "how" or "whether" or "to" or "not" or "what" || clause.IsQuotation(j) || clause.IsMark(j, ':'))
                return j;
            if (clause.IsMark(j, ',') || clause.IsMark(j, '.'))
                return j;
        }
        // No landmark: a run of capitals, or a noun phrase up to the next one, is the recipient; a time after it goes with it.
        var next = i;
        if (WordLists.Determiners.Contains(clause.Lower(next)))
            next++;
        if (next < bound && clause[next].Capital)
            while (next < bound && clause[next].Capital)
                next++;
        else
            for (var words = 0; next < bound && words < 4 && clause.IsWord(next) && !BeginsPhrase(clause, next); words++)
                next++;
        while (next < bound && Subjects.IsTime(clause.Lower(next)))
            next++;
        return next;
    }

    static bool BeginsPhrase(Clause clause, int i) =>
        clause[i].Capital || WordLists.Determiners.Contains(clause.Lower(i)) || WordLists.Pronouns.Contains(clause.Lower(i)) || Subjects.IsTime(clause.Lower(i)) || WordLists.Prepositions.Contains(clause.Lower(i));

    /// <summary>"said <u>in a statement on Monday</u> that": skipped only where the landmark is there, or a bare weekday.</summary>
    static int SkipAdverbial(Clause clause, int i, int bound)
    {
        var word = clause.Lower(i);
        if (TimeWords.Contains(word) && i + 1 < bound)
            return i + 1;
        if (!WordLists.Prepositions.Contains(word) && !(word is "this" or "last" or "late" or "early") && !word.EndsWith("ly", StringComparison.Ordinal))
            return i;
        for (var j = i + 1; j < bound && j - i < AdverbialItemsMax; j++)
        {
            if (clause.Lower(j) is "that" || clause.IsSpeech(j) || clause.IsMark(j, ':'))
                return j;
            if (Subjects.IsVerbLike(clause, j, j + 1) || (clause.IsMark(j, ',') && !clause.IsQuotation(j + 1)))
                break;
            if (TimeWords.Contains(clause.Lower(j)) && j == i + 1 && j + 1 < bound && !clause.IsMark(j + 1, ',') && !WordLists.Prepositions.Contains(clause.Lower(j + 1)))
                return j + 1; // "said on Monday the bridge was safe"
        }
        return i;
    }

    /// <summary>Without marks at either end.</summary>
    public static Stretch Trim(Clause clause, int first, int end)
    {
        while (end > first && clause[end - 1].Kind == ItemKind.Mark && !clause.IsMark(end - 1, '%'))
            end--;
        while (first < end && clause[first].Kind == ItemKind.Mark && !clause.IsMark(first, '$'))
            first++;
        return new Stretch(first, end);
    }
}
