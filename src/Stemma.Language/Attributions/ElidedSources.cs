namespace Stemma.Language.Attributions;

/// <summary>
/// "The minister arrived late and said …", "…, adding that …": the verb's own subject is left out. It is the source of the
/// attribution before it in the clause, or the phrase the clause begins with; where neither is there, the attribution is
/// dropped, since a wrong speaker is worse than none.
/// </summary>
static class ElidedSources
{
    public static void Fill(Clause clause, List<Draft> found)
    {
        found.Sort(static (a, b) => a.Cue[0].CompareTo(b.Cue[0]));
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i].Pattern != Pattern.Elided)
                continue;
            // An "according to" frames the whole clause; its source is not the subject of a verb inside it.
            var earlier = found.FindLastIndex(Math.Max(0, i - 1), draft => draft.Source.Length > 0 && draft.Cue[0].Start < found[i].Cue[0].Start && draft.Pattern is not (Pattern.AccordingTo or Pattern.QuotedAs));
            var start = Subjects.AtStart(clause, ContentBounds.ItemAt(clause, found[i].Cue[0].Start));
            var source = earlier >= 0 ? found[earlier].Source : start.IsEmpty ? [] : [clause.Range(start.First, start.End)];
            if (source.Length == 0 || found[i].Content.Exists(content => content.Overlaps(source[0])))
                found.RemoveAt(i--);
            else
                found[i] = found[i] with { Source = source, Antecedent = earlier >= 0 ? found[earlier].Antecedent : null };
        }
    }
}
