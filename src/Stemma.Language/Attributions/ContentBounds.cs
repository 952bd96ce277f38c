using Stemma.Language.Tokens;

namespace Stemma.Language.Attributions;

/// <summary>Where the content of one attribution ends because another one, or another clause, begins.</summary>
static class ContentBounds
{
    /// <summary>The end of the clause, or the comma before a closing "according to …".</summary>
    public static int EndOf(Clause clause, List<Draft> found)
    {
        var end = clause.Count;
        foreach (var draft in found)
            if (draft.Pattern == Pattern.AccordingTo && draft.Content.Count == 1 && draft.Content[0].End <= draft.Cue[0].Start)
                end = Math.Min(end, ItemAt(clause, draft.Content[0].End));
        return end;
    }

    /// <summary>Number of items that begin before this position of the text.</summary>
    public static int ItemAt(Clause clause, int position)
    {
        var i = clause.Count;
        while (i > 0 && clause.Range(i - 1, i).Start >= position)
            i--;
        return i;
    }

    /// <summary>
    /// Where content that begins at <paramref name="first"/> must stop: a semicolon, a participle that reports ("…, adding
    /// that"), a contrast or a second clause that has its own reporting verb.
    /// </summary>
    public static int End(Clause clause, int first, int bound)
    {
        for (var i = first + 1; i < bound; i++)
        {
            if (clause.IsMark(i, ';'))
                return i;
            if (clause.IsMark(i, '.') && i + 1 < bound)
                return i;
            var afterComma = clause.IsMark(i, ',');
            var next = afterComma ? i + 1 : i;
            var word = clause.Lower(next);
            if (afterComma && word is "which" or "whom" && OwnVerbFollows(clause, next + 1, bound))
                return i; // "…, which the company called a lie": somebody else's remark
            if (afterComma && word is "a" or "an" && PointsBack(clause.Lower(next + 1)))
                return i;
            if (afterComma && (word is "something" || IsReportingGerund(word) || word is "with" && clause.Lower(next + 4).EndsWith("ing", StringComparison.Ordinal) && ReportingVerbs.Find(clause.Lower(next + 4)) is not null))
                return i;
            if ((afterComma && word is "as" or "but" or "while" or "though" or "although" or "whereas" || word is "and" or "but") && OwnVerbFollows(clause, next + 1, bound))
                return i;
        }
        return bound;
    }

    /// <summary>A relative clause ends with its comma.</summary>
    public static int NextComma(Clause clause, int first, int bound)
    {
        for (var i = first; i < bound; i++)
            if (clause.IsMark(i, ',') || clause.IsMark(i, ';'))
                return i;
        return bound;
    }

    /// <summary>
    /// "[The bridge fell, the agency reported, and] nobody was hurt, it said": what the first cue covers is not the second's.
    /// </summary>
    public static Stretch AfterEarlierStatement(Clause clause, Stretch content)
    {
        var comma = -1;
        for (var i = content.First; i + 1 < content.End; i++)
        {
            if (!clause.IsMark(i, ','))
                continue;
            if (comma >= 0 && clause.Lower(i + 1) is "and" or "but" or "while" && HasInvertingVerb(clause, comma + 1, i))
                return ContentReader.Trim(clause, i + 2, content.End);
            comma = i;
        }
        return content;
    }

    static bool HasInvertingVerb(Clause clause, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (clause.IsWord(i) && ReportingVerbs.Find(clause.Lower(i)) is { Form: Form.Past or Form.ThirdPerson } verb && verb.Takes(Frame.Inverts))
                return true;
        return false;
    }

    /// <summary>"…, a charge that the company denied": nouns that take up what was said.</summary>
    public static bool PointsBack(string noun) => noun is "charge" or "claim" or "accusation" or "allegation" or "assertion" or "suggestion" or "account" or "version" or "charges" or "claims" or "accusations" or "allegations";

    static bool IsReportingGerund(string word) => ReportingVerbs.Find(word) is { Form: Form.Gerund, Stance: not Stance.Believes };

    /// <summary>A finite reporting verb within a few words, outside any further clause: the next statement, not more of this one.</summary>
    static bool OwnVerbFollows(Clause clause, int first, int bound)
    {
        for (var i = first; i < bound && i - first < 10; i++)
        {
            if (!clause.IsWord(i))
                return false;
            if (i > first && WordLists.ClauseOpeners.Contains(clause.Lower(i)))
                return false;
            if (ReportingVerbs.Find(clause.Lower(i)) is { Form: Form.Past or Form.ThirdPerson } verb && !verb.Takes(Frame.AlsoNoun) && !WordLists.Determiners.Contains(clause.Lower(i - 1)))
                return !WordLists.Be.Contains(clause.Lower(i - 1));
            if (WordLists.Modals.Contains(clause.Lower(i)))
                return false;
        }
        return false;
    }
}
