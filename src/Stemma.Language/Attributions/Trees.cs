namespace Stemma.Language.Attributions;

/// <summary>Steps in the trees of a document. Cost: the words of a sentence.</summary>
static class Trees
{
    /// <summary>How far a word may stand from the one it hangs on.</summary>
    const int Reach = 100;

    /// <summary>A noun with what stands before it and hangs on it, and its flat parts: not its clauses.</summary>
    public static TextRange Phrase(Document document, int noun)
    {
        var (first, end) = (noun, noun + 1);
        while (first > 0 && HangsOn(document, first - 1, noun))
            first--;
        // "To Jane Doe, who …": the preposition is no part of whom it leads to.
        while (first < noun && document.TokenAt(first) is { Relation: "case" or "punct" } lead && lead.Head == noun)
            first++;
        while (end < document.TokenCount && document.TokenAt(end).Head == noun && document.TokenAt(end).Relation is "flat" or "compound")
            end++;
        return document.RangeOf(first, end);
    }

    /// <summary>A noun with all that hangs on it and stands beside it without a gap.</summary>
    public static TextRange Whole(Document document, int noun)
    {
        var (first, end) = (noun, noun + 1);
        while (first > 0 && IsUnder(document, first - 1, noun))
            first--;
        while (end < document.TokenCount && IsUnder(document, end, noun))
            end++;
        while (end > noun + 1 && document.TokenKinds[end - 1] == TokenKind.Punctuation)
            end--;
        return document.RangeOf(first, end);
    }

    /// <summary>Whether a word hangs on another, over any steps.</summary>
    public static bool IsUnder(Document document, int token, int head)
    {
        const int StepsMax = 40;
        for (var (at, step) = (token, 0); at >= 0 && step < StepsMax; at = document.TokenAt(at).Head, step++)
            if (at == head)
                return true;
        return false;
    }

    static bool HangsOn(Document document, int token, int noun)
    {
        for (var (at, step) = (token, 0); at >= 0 && step < 4; at = document.TokenAt(at).Head, step++)
            if (at == noun)
                return true;
            else if (document.TokenAt(at).Relation is not ("det" or "amod" or "compound" or "nmod:poss" or "case" or "nummod" or "flat" or "punct"))
                return false;
        return false;
    }

    /// <summary>The token of a range that the others hang on.</summary>
    public static int HeadOf(Document document, TextRange range)
    {
        var (first, end) = document.TokensIn(range);
        for (var i = first; i < end; i++)
            if (document.TokenAt(i).Head is var head && (head < 0 || !range.Contains(document.TokenRanges[head].Start)))
                return i;
        return first;
    }

    public static bool HasChild(Document document, int token, string relation) => Child(document, token, relation) >= 0;

    /// <summary>The first token that hangs on this one by this relation, or -1.</summary>
    public static int Child(Document document, int token, string relation)
    {
        var sentence = document.SentenceOfToken(token);
        for (var i = Math.Max(token - Reach, document.SentenceStarts[sentence]); i < Math.Min(token + Reach, document.SentenceStarts[sentence + 1]); i++)
            if (document.TokenAt(i).Head == token && document.TokenAt(i).Relation == relation)
                return i;
        return -1;
    }
}
