using Stemma.Language.Tokens;

namespace Stemma.Language.Attributions;

/// <summary>
/// "According to X, …" and "…, according to X": a cue that is no verb. The source runs to the next comma that no
/// apposition follows; the content is the rest of the clause, on the side where it stands.
/// </summary>
static class AccordingTo
{
    public static void Find(Clause clause, List<Draft> found)
    {
        for (var i = 0; i + 2 < clause.Count; i++)
        {
            if (clause.Lower(i) is not "according" || clause.Lower(i + 1) is not "to")
                continue;
            var source = SourceAt(clause, i + 2);
            if (source.IsEmpty)
                continue;
            var atStart = i == 0 || (i <= 2 && clause[0].Kind != ItemKind.Quotation && ContentReader.Left(clause, i).IsEmpty && !HasContentBefore(clause, i));
            var content = atStart ? ContentReader.Trim(clause, source.End, clause.Count) : ContentReader.Trim(clause, 0, i);
            if (content.IsEmpty)
                continue;
            var ranges = new List<TextRange> { clause.Range(content.First, content.End) };
            var rest = atStart ? default : Rest(clause, source.End);
            if (!rest.IsEmpty)
                ranges.Add(clause.Range(rest.First, rest.End));
            var quotes = false;
            for (var j = content.First; j < content.End; j++)
                quotes |= clause.IsSpeech(j);
            found.Add(new Draft(Pattern.AccordingTo, [clause.Range(source.First, source.End)], [clause.Range(i, i + 2)], ranges, Stance.Says, Polarity.Positive, quotes) { Paragraph = clause.Paragraph });
        }
    }

    static bool HasContentBefore(Clause clause, int i) => i >= 2 && clause.IsWord(0) && clause.IsWord(1);

    static Stretch SourceAt(Clause clause, int first)
    {
        var i = first;
        while (i < clause.Count && i - first < 30)
        {
            if (clause.IsSpeech(i) || (clause[i].Kind == ItemKind.Mark && !clause.IsMark(i, ',') && !clause.IsMark(i, '&') && !clause.IsMark(i, '(') && !clause.IsMark(i, ')')))
                break;
            // At the end of a clause an apposition may follow; at its beginning the comma ends the phrase.
            if (clause.IsMark(i, ',') && !(first > 2 && Subjects.AppositionFollows(clause, i + 1, first)))
                break;
            if (i > first && WordLists.ClauseOpeners.Contains(clause.Lower(i)) && clause.Lower(i) is not ("and" or "or" or "who" or "which" or "that"))
                break;
            i++;
        }
        return new Stretch(first, i);
    }

    /// <summary>What goes on after an inserted ", according to X,".</summary>
    static Stretch Rest(Clause clause, int end)
    {
        if (!clause.IsMark(end, ',') || end + 2 >= clause.Count || clause.IsQuotation(end + 1))
            return default;
        var word = clause.Lower(end + 1);
        return WordLists.ClauseOpeners.Contains(word) || word.EndsWith("ing", StringComparison.Ordinal) ? default : ContentReader.Trim(clause, end + 1, clause.Count);
    }
}
