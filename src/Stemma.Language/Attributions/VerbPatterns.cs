using System.Collections.Frozen;
using Stemma.Language.Tokens;

namespace Stemma.Language.Attributions;

/// <summary>The arrangements of source, cue and content around a reporting verb. See <see cref="AttributionFinder"/>.</summary>
static class VerbPatterns
{
    public static void Find(Clause clause, List<Draft> found, Clause? before)
    {
        // From right to left: a verb at the end ("…, the agency reported") frames what stands before it, and bounds it.
        var bound = ContentBounds.EndOf(clause, found);
        for (var i = clause.Count - 1; i >= 0; i--)
        {
            if (!clause.IsWord(i) || ReportingVerbs.Find(clause.Lower(i)) is not { } verb)
                continue;
            if (Match(clause, i, verb, Math.Max(bound, i + 1), found, before) is not { } draft)
                continue;
            found.Add(draft with { Paragraph = clause.Paragraph });
            if (draft.Pattern is Pattern.After or Pattern.Inverted && draft.Content.Count == 1)
                bound = Math.Min(bound, ContentBounds.ItemAt(clause, draft.Content[0].End));
        }
        ElidedSources.Fill(clause, found);
    }

    static Draft? Match(Clause clause, int i, ReportingVerb verb, int bound, List<Draft> found, Clause? before)
    {
        if (verb.Particle is { } particle && clause.Lower(i + 1) != particle)
            return null;
        if (verb.Takes(Frame.Object) && clause.Lower(i + 1) is "off" or "away" or "up" or "out" or "down" or "back" or "over" && verb.Particle is null)
            return null; // "blasted off" accuses nobody
        var group = VerbGroup.At(clause, i, verb.Form);
        if (IsNounUse(clause, i, group, verb))
            return null;
        if (clause.Lower(i - 1) is "as" && verb.Form == Form.Gerund)
            return QuotedAs(clause, i, verb, bound);
        if (group.Passive)
            return PassivePattern(clause, group, verb, bound);
        if (group.Infinitive)
            return ToSay(clause, group, verb, bound);
        // What somebody would, will or did not say is no statement; what they do not believe is one.
        if (group.Modal || (group.Negated && verb.Stance is not Stance.Believes))
            return null;
        return Inverted(clause, group, verb) ?? After(clause, group, verb, bound, before) ?? BeforeContent(clause, group, verb, bound);
    }

    /// <summary>"the claims", "its report", "of concern": not a verb here.</summary>
    static bool IsNounUse(Clause clause, int i, VerbGroup group, ReportingVerb verb)
    {
        var previous = clause.Lower(group.First - 1);
        if (clause[i].Capital && i > 0 && verb.Form is not (Form.Past or Form.Gerund))
            return true;
        var determined = WordLists.Determiners.Contains(previous) && previous is not ("this" or "that" or "all" or "some" or "many" or "most" or "both" or "several" or "others")
            || previous is "'s" or "\u2019s" || WordLists.Prepositions.Contains(previous) && verb.Form is not Form.Past;
        if (determined && group.First == i)
            return true;
        if (verb.Form is Form.Base && group.First == i && i > 0 && !WordLists.Pronouns.Contains(previous) && !previous.EndsWith('s') && !clause[i - 1].Capital && clause.Lower(i - 2) is not "and" && previous is not ("people" or "police" or "who" or "media"))
            return true;
        if (!verb.Takes(Frame.AlsoNoun) || verb.Form is not (Form.Base or Form.ThirdPerson) || group.First < i)
            return false;
        return !(clause.Lower(i + 1) is "that" or "to" or "it" or "he" or "she" or "they" || clause.IsQuotation(i + 1) || clause.IsMark(i + 1, ':') || WordLists.Pronouns.Contains(previous));
    }

    /// <summary>"“…,” said Jane Doe" and "…, said Jane Doe": the subject follows.</summary>
    static Draft? Inverted(Clause clause, VerbGroup group, ReportingVerb verb)
    {
        var afterQuotation = clause.IsQuotation(group.First - 1) || (clause.IsMark(group.First - 1, ',') && clause.IsQuotation(group.First - 2)) || clause.IsDash(group.First - 1);
        var afterComma = clause.IsMark(group.First - 1, ',');
        if (group.First != group.Verb || !verb.Takes(Frame.Inverts) || !(afterQuotation || afterComma) || verb.Form is Form.Gerund or Form.Base)
            return null;
        if (!afterQuotation && !Subjects.Before(clause, group.First).IsEmpty)
            return null; // an apposition closed by the comma: the subject stands before it
        var source = Subjects.After(clause, group.Verb + 1);
        if (source.IsEmpty)
            return null;
        // "Jane Doe, who runs the port, said the quay was safe": what follows is a clause and no name, so nothing is inverted.
        if (!afterQuotation && source.End < clause.Count && clause[source.End].Kind == ItemKind.Word && WordLists.Auxiliaries.Contains(clause.Lower(source.End)))
            return null;
        var content = ContentReader.Left(clause, group.First);
        if (content.IsEmpty)
            return null;
        var draft = Draft(clause, Pattern.Inverted, source, group, content, verb);
        return ContentReader.AddRight(clause, draft, source.End);
    }

    /// <summary>"“…,” the minister said" and "…, the agency reported on Tuesday": nothing of the content follows but its second half.</summary>
    static Draft? After(Clause clause, VerbGroup group, ReportingVerb verb, int bound, Clause? before)
    {
        if (!verb.Takes(Frame.Clause) || verb.Form == Form.Gerund)
            return null;
        var source = Subjects.Before(clause, group.First);
        if (source.IsEmpty)
            return null;
        var end = ContentReader.EndOfCue(clause, group.Verb, verb, bound);
        if (end < 0)
            return null;
        var left = ContentReader.Left(clause, source.First);
        if (left.IsEmpty)
        {
            // "“Are you sure?” Smith asked.": the splitter cut after the question mark.
            var quotation = before is not null && source.First == 0 && before.Paragraph == clause.Paragraph && before.IsSpeech(before.Count - 1) ? before.Count - 1 : -1;
            return quotation < 0 ? null : Draft(clause, Pattern.After, source, group, default, verb) with { Content = [before!.Range(quotation, quotation + 1)], Quotes = true };
        }
        left = ContentBounds.AfterEarlierStatement(clause, left);
        if (left.IsEmpty)
            return null;
        var draft = Draft(clause, Pattern.After, source, group, left, verb);
        return ContentReader.AddRight(clause, draft, end);
    }

    /// <summary>"The minister said (that) …", "X accused Y of …", and the same with the subject left out or a relative pronoun.</summary>
    static Draft? BeforeContent(Clause clause, VerbGroup group, ReportingVerb verb, int bound)
    {
        var source = Subjects.Before(clause, group.First);
        var relative = clause.Lower(group.First - 1) is "who" && source.IsEmpty;
        // "voters who say the economy matters" tells which voters; only a relative clause that adds something reports.
        if (relative && !(clause.IsMark(group.First - 2, ',') || clause.Lower(group.Verb + 1) is "that" || clause.IsQuotation(group.Verb + 1)))
            return null;
        var elided = source.IsEmpty && !relative;
        if (elided && !(clause.Lower(group.First - 1) is "and" or "but" or "then" || clause.IsMark(group.First - 1, ',')))
            return null;
        // "with agencies quoting him as saying": the one gerund that has a subject of its own.
        if (verb.Form == Form.Gerund && !group.Progressive && !elided && !QuotesSaying(clause, group.Verb))
            return null;
        var pointsBack = !source.IsEmpty && clause.Lower(source.First - 1) is "that" && ContentBounds.PointsBack(clause.Lower(source.First - 2));
        var named = pointsBack || (!source.IsEmpty && clause.Lower(source.First - 1) is "which" or "something");
        if (relative && clause.IsMark(group.First - 2, ','))
            bound = ContentBounds.NextComma(clause, group.Verb + 1, bound);
        var content = ContentReader.Right(clause, group, verb, bound, afterRelative: named);
        if (!relative && !CanSpeak(clause, source, verb))
            return null;
        if (verb.Lemma is "call" && !NamesIt(clause, content))
            return null; // "called an emergency meeting"
        if (content.End - content.First == 1 && OnlyPoints(clause.Lower(content.First)) && verb.Stance is not Stance.Denies)
            return null;
        if (content.IsEmpty && !named)
            return null;
        if (relative)
            source = new Stretch(group.First - 1, group.First);
        var pattern = relative ? Pattern.Relative : elided ? Pattern.Elided : verb.Takes(Frame.Clause) ? Pattern.Before : Pattern.Evaluation;
        var draft = Draft(clause, pattern, source, group, content, verb);
        if (relative)
            draft = draft with { Antecedent = Antecedent(clause, group.First - 1) };
        if (named)
            draft.Content.Insert(0, pointsBack ? clause.Range(source.First - 2, source.First - 1) : clause.Range(source.First - 1, source.First));
        return draft;
    }

    /// <summary>"doubt it", "said so": nothing is said that could be shown.</summary>
    static bool OnlyPoints(string word) => word is "it" or "so" or "this" or "that" or "them" or "him" or "her";

    /// <summary>
    /// People, bodies and, for verbs of showing, documents are sources; "the choice of the place suggests" is the reporter's own
    /// reading, and towers do not welcome.
    /// </summary>
    static bool CanSpeak(Clause clause, Stretch source, ReportingVerb verb)
    {
        if (source.IsEmpty)
            return true;
        var words = SourcePhrase.Words(clause.Text(source.First, source.End));
        var head = SourcePhrase.HeadNoun(words, 0, words.Count);
        return char.IsUpper(head[0]) || Vocabulary.IsPeople(head) || Vocabulary.Media.Contains(head) || WordLists.Pronouns.Contains(head)
            || (Vocabulary.Things.Contains(head) && (verb.Takes(Frame.Thing) || verb.Stance is Stance.Says or Stance.Warns));
    }

    /// <summary>Something is called something: a quotation, or a second noun phrase after the first.</summary>
    static bool NamesIt(Clause clause, Stretch content)
    {
        for (var i = content.First; i < content.End; i++)
            if (clause.IsQuotation(i) || (i > content.First && clause.Lower(i) is "a" or "an"))
                return true;
        return content.End - content.First > 1 && WordLists.Pronouns.Contains(clause.Lower(content.First)) || clause.Lower(content.First) is "it" or "him" or "them";
    }

    /// <summary>"used the speech to call it …", "went on to say that …": an infinitive that reports what was in fact said.</summary>
    static Draft? ToSay(Clause clause, VerbGroup group, ReportingVerb verb, int bound)
    {
        var main = group.First - 2;
        while (main > 0 && group.First - main < 10 && clause.IsWord(main) && !SaidInFact.Contains(clause.Lower(main)))
            main--;
        if (main <= 0 || !SaidInFact.Contains(clause.Lower(main)) || group.Negated)
            return null;
        var source = Subjects.Before(clause, VerbGroup.At(clause, main, Form.Past).First);
        var content = ContentReader.Right(clause, group, verb, bound);
        return source.IsEmpty || content.IsEmpty ? null : Draft(clause, Pattern.Elided, source, group, content, verb);
    }

    static readonly FrozenSet<string> SaidInFact = "used uses took takes went goes continued rose stood chose seized interrupted".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>"is expected to", "are thought to", "it is believed that": somebody unnamed.</summary>
    static Draft? PassivePattern(Clause clause, VerbGroup group, ReportingVerb verb, int bound)
    {
        if (!verb.Takes(Frame.Passive) || clause.Lower(group.Verb + 1) is not ("to" or "that") || group.Verb + 2 >= bound)
            return null;
        var subject = Subjects.Before(clause, group.First);
        var right = ContentReader.Trim(clause, group.Verb + 1, bound);
        if (right.IsEmpty)
            return null;
        var draft = Draft(clause, Pattern.Passive, default, group, right, verb);
        if (!subject.IsEmpty && clause.Lower(subject.First) is not "it")
            draft.Content.Insert(0, clause.Range(subject.First, subject.End));
        return draft;
    }

    /// <summary>"quoted him as saying": the object is the speaker, whoever quotes is the relay.</summary>
    static Draft? QuotedAs(Clause clause, int saying, ReportingVerb verb, int bound)
    {
        for (var i = saying - 2; i >= 0 && saying - i < 12; i--)
        {
            if (clause.Lower(i) is not ("quoted" or "quoting" or "cited" or "citing" or "quotes" or "reported" or "reports" or "reporting"))
                continue;
            var content = ContentReader.Right(clause, new VerbGroup(saying, saying, false, true, false, false, false), verb, bound);
            if (i + 1 >= saying - 1 || content.IsEmpty)
                return null;
            return Draft(clause, Pattern.QuotedAs, new Stretch(i + 1, saying - 1), new VerbGroup(saying - 1, saying, false, false, false, false, false), content, verb);
        }
        return null;
    }

    static bool QuotesSaying(Clause clause, int quoted)
    {
        for (var i = quoted + 2; i < clause.Count && i - quoted < 12; i++)
            if (clause.Lower(i - 1) is "as" && ReportingVerbs.Find(clause.Lower(i)) is { Form: Form.Gerund })
                return true;
        return false;
    }

    /// <summary>The name or noun phrase right before "who", with or without a comma.</summary>
    static TextRange? Antecedent(Clause clause, int who)
    {
        var end = clause.IsMark(who - 1, ',') ? who - 1 : who;
        var found = end > 0 ? Subjects.Before(clause, end) : default;
        return found.IsEmpty ? null : clause.Range(found.First, found.End);
    }

    static Draft Draft(Clause clause, Pattern pattern, Stretch source, VerbGroup group, Stretch content, ReportingVerb verb)
    {
        List<TextRange> ranges = content.IsEmpty ? [] : [clause.Range(content.First, content.End)];
        var quotes = false;
        for (var i = content.First; i < content.End; i++)
            quotes |= clause.IsSpeech(i);
        var negative = verb.Stance == Stance.Denies || group.Negated;
        return new Draft(pattern, source.IsEmpty ? [] : [clause.Range(source.First, source.End)], [clause.Range(group.First, group.Verb + 1)], ranges, verb.Stance, negative ? Polarity.Negative : Polarity.Positive, quotes);
    }
}
