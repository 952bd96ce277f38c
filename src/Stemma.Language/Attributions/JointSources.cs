namespace Stemma.Language.Attributions;

/// <summary>
/// Takes joint sources apart where each side can stand by itself, by a name or behind an article: "the ministry and the union" are two,
/// "fishermen and dockers" one lot of people, "Northern Shipping chairman and Calder Line founder Jane Doe" one person. Cost: linear.
/// Gets wrong: what the tree joins wrongly, as in long lists.
/// </summary>
static class JointSources
{
    public static List<(int First, int End)> Of(SourceWords words, int first, int end)
    {
        var parts = new List<(int First, int End)>();
        var from = first;
        foreach (var joined in Heads(words, first, end))
        {
            var start = StartOf(words, joined, from);
            if (start <= from || words.Document.TokenAt(start - 1).Text is "," && IsSomebody(words, words.HeadOf(from, start - 1), from, start - 1))
                continue;
            parts.Add((from, start - 1));
            from = start;
        }
        parts.Add((from, end));
        return parts;
    }

    /// <summary>"His wife", "the chairman": somebody whose name is not among these words, and stands behind them.</summary>
    static bool IsSomebody(SourceWords words, int head, int first, int end) =>
        words.NameAt(head) is null && Vocabulary.IsPerson(words.Document.TokenAt(head).Text.ToString()) && !words.People(first, end).Any();

    /// <summary>The heads of the further parts, in order; none where the phrase is of one piece.</summary>
    static List<int> Heads(SourceWords words, int first, int end)
    {
        var (head, stop) = (words.HeadOf(first, end), words.SegmentEnd(first, end));
        var joined = Joined(words, first, end, head);
        var person = words.NameAt(head) is { } name && words.IsPerson(name);
        // Behind the comma stands what somebody is, "founder and owner"; only another name is another source.
        joined.RemoveAll(part => part > stop && !(words.NameAt(part) is { } other && (words.IsPerson(other) || !person)) && !words.IsDetermined(StartOf(words, part, first)));
        if (joined.Count == 0 || IsSomebody(words, head, first, joined[0]) && !words.IsDetermined(StartOf(words, joined[0], first)))
            return [];
        bool Stands(int part) => words.NameAt(part) is not null || StartOf(words, part, first) is var start && (words.IsDetermined(start) || words.People(start, words.SegmentEnd(start, end)).Any());
        if (joined.TrueForAll(Stands))
            return words.Document.TokenAt(head).Upos is "PRON" || words.NameAt(head) is not null || words.IsDetermined(first) || words.People(first, joined[0]).Any() ? joined : [];
        return words.NameAt(head) is not null && !person ? joined : joined.FindAll(Stands);
    }

    /// <summary>What the tree joins to the head, or to a person who is told beside it.</summary>
    static List<int> Joined(SourceWords words, int first, int end, int head)
    {
        var heads = new List<int> { head };
        foreach (var (start, stop) in words.People(first, end))
            if (Trees.HeadOf(words.Document, words.RangeOf(start, stop)) is var own && own > head && words.Document.TokenAt(own) is var name && (name.Relation is "appos" or "flat" or "compound" && name.Head == head || name.Head < first || name.Head >= end))
                heads.Add(own);
        var joined = new List<int>();
        for (var i = head + 1; i < end; i++)
            if (words.Document.TokenAt(i) is { Relation: "conj" } part && words.IsNoun(i) && words.NameAt(part.Head) is var whole && heads.Exists(one => part.Head == one || whole is { } name && name.FirstToken <= one && one < name.EndToken)
                && !(whole is { } same && same.FirstToken <= i && i < same.EndToken))
            {
                heads.Add(i);
                joined.Add(i);
            }
        return joined;
    }

    /// <summary>The first word of a part: behind the "and" or the comma before its head.</summary>
    static int StartOf(SourceWords words, int head, int first)
    {
        while (head > first && words.Document.TokenAt(head - 1) is var before && before.Upos is not "CCONJ" && before.Text is not ",")
            head--;
        return head;
    }
}
