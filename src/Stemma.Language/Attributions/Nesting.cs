namespace Stemma.Language.Attributions;

/// <summary>
/// Links an attribution to the smallest one whose content holds it whole: "[RIA reported that [Putin said …]]". Drafts come
/// sorted by where they begin. Two attributions that only overlap are left side by side. Cost: quadratic in the few
/// attributions of a neighbourhood.
/// </summary>
static class Nesting
{
    const int Reach = 12;

    public static List<Draft> Link(List<Draft> drafts)
    {
        for (var i = 0; i < drafts.Count; i++)
        {
            var best = -1;
            for (var j = Math.Max(0, i - Reach); j < Math.Min(drafts.Count, i + Reach); j++)
                if (j != i && Holds(drafts[j], drafts[i]) && (best < 0 || Length(drafts[j]) < Length(drafts[best])))
                    best = j;
            drafts[i] = drafts[i] with { Parent = best };
        }
        return drafts;
    }

    static bool Holds(Draft outer, Draft inner)
    {
        // Most pairs are told apart by this alone.
        if (!Within(outer.Content, inner.Cue[0]))
            return false;
        foreach (var part in inner.Cue.Concat(inner.Source).Concat(inner.Content))
            if (!Within(outer.Content, part))
                return false;
        return Length(outer) > Length(inner) && !outer.Cue[0].Equals(inner.Cue[0]);
    }

    static bool Within(List<TextRange> content, TextRange part)
    {
        foreach (var range in content)
            if (range.Contains(part))
                return true;
        return false;
    }

    static int Length(Draft draft) => draft.Content.Sum(static content => content.Length);
}
