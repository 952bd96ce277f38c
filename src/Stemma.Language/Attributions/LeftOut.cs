namespace Stemma.Language.Attributions;

/// <summary>
/// "The minister arrived late and said …", "…, adding that …": where the network finds no source, the tree may still tell whose verb
/// it is: the subject of the verb it is joined to or hangs on, where that verb is the cue of another attribution, or has a subject
/// of its own. "Who" and "which" stand for the noun that their clause describes. Where neither is there the source stays open, since
/// a wrong speaker is worse than none. "Asked whether …, he …" and "he was told that …": whoever is asked or told is not who asks or
/// tells, and is taken out again. Cost: a few steps up the tree per attribution.
/// </summary>
static class LeftOut
{
    const int StepsMax = 3;

    /// <summary>How far a word may stand from the verb it hangs on, and an attribution from the one whose subject it shares.</summary>
    const int Reach = 100, DraftsReach = 8;

    public static List<Draft> Fill(Document document, List<Draft> drafts)
    {
        for (var i = 0; i < drafts.Count; i++)
        {
            var cue = HeadOf(document, drafts[i].Cue[0]);
            if (drafts[i].Source is [var only] && (IsNobody(document, only, cue) || IsAddressed(document, only, cue)))
                drafts[i] = drafts[i] with { Source = [] };
            var draft = drafts[i];
            if (draft.Content.Count > 1)
                draft.Content.RemoveAll(content => IsNobody(document, content, cue));
            if (draft.Source.Length == 0)
            {
                if (Subject(document, drafts, i, cue) is { } subject && !IsAddressed(document, subject, cue) && !draft.Content.Exists(content => content.Overlaps(subject)) && !draft.Cue[0].Overlaps(subject))
                    drafts[i] = draft with { Source = [subject], Antecedent = Described(document, subject) };
            }
            else if (Described(document, draft.Source[0]) is { } described)
                drafts[i] = draft with { Antecedent = described };
        }
        drafts.Sort(Draft.InOrder);
        return drafts;
    }

    /// <summary>"It is believed": a word that only fills the place of a subject.</summary>
    static bool IsNobody(Document document, TextRange source, int cue) =>
        source.Length <= 5 && document.TokenOf(source.Start) is var token && source.Of(document.Text).ToLowerInvariant() is "it" or "there"
        && (document.TokenAt(token).Relation is "expl" || HasChild(document, cue, "aux:pass"));

    /// <summary>Whether the source is the subject of a passive that makes it the one spoken to or about, or of the verb on which such a participle hangs.</summary>
    static bool IsAddressed(Document document, TextRange source, int cue)
    {
        var subject = HeadOf(document, source);
        if (document.TokenAt(subject).Relation is "nsubj:pass")
            return document.TokenAt(subject).Head == cue && CueWords.IsDoneToSubject(document.TokenAt(cue).Lemma);
        // Only of asking: "He slammed the door, convinced that …" tells of whoever slammed it.
        return document.TokenAt(cue) is { Relation: "advcl", Xpos: "VBN" or "VBD", Lemma: "ask" or "question" or "press" or "quiz", Head: >= 0 and var verb }
            && document.TokenAt(subject).Head == verb && document.TokenAt(subject).Relation is "nsubj" && !HasChild(document, cue, "nsubj");
    }

    /// <summary>The subject of the verb that this one shares it with.</summary>
    static TextRange? Subject(Document document, List<Draft> drafts, int index, int cue)
    {
        // A passive tells what is said, not who says it.
        if (HasChild(document, cue, "nsubj:pass") || HasChild(document, cue, "nsubj"))
            return null;
        // "He denied it, local media quoting him as saying …": who quotes somebody is seldom the one who spoke before.
        if (document.TokenAt(cue).Lemma is "quote" or "cite")
            return null;
        var at = cue;
        for (var step = 0; step < StepsMax && document.TokenAt(at).Relation is "conj" or "advcl" or "xcomp"; step++)
        {
            at = document.TokenAt(at).Head;
            if (HasChild(document, at, "nsubj:pass"))
                return null;
            var range = document.TokenRanges[at];
            for (var near = Math.Max(0, index - DraftsReach); near < Math.Min(drafts.Count, index + DraftsReach); near++)
                if (drafts[near].Source.Length == 1 && drafts[near].Cue[0].Contains(range))
                    return drafts[near].Source[0];
            if (Child(document, at, "nsubj") is >= 0 and var subject)
                return Phrase(document, subject);
        }
        return null;
    }

    /// <summary>The noun that a relative clause describes whose subject is this pronoun; null for any other words.</summary>
    static TextRange? Described(Document document, TextRange source)
    {
        var token = document.TokenOf(source.Start);
        if (document.TokenRanges[token] != source || document.TokenAt(token).Text is not ("who" or "which" or "that") || document.TokenAt(token).Head is not (>= 0 and var verb))
            return null;
        return document.TokenAt(verb).Relation is "acl:relcl" && document.TokenAt(verb).Head is >= 0 and var noun ? Phrase(document, noun) : null;
    }

    /// <summary>A noun with what stands before it and hangs on it, and its flat parts: not its clauses.</summary>
    static TextRange Phrase(Document document, int noun)
    {
        var (first, end) = (noun, noun + 1);
        while (first > 0 && HangsOn(document, first - 1, noun))
            first--;
        while (end < document.TokenCount && document.TokenAt(end).Head == noun && document.TokenAt(end).Relation is "flat" or "compound")
            end++;
        return new TextRange(document.TokenRanges[first].Start, document.TokenRanges[end - 1].End);
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

    static int HeadOf(Document document, TextRange cue)
    {
        var (first, end) = document.TokensIn(cue);
        for (var i = first; i < end; i++)
            if (document.TokenAt(i).Head is var head && (head < 0 || !cue.Contains(document.TokenRanges[head].Start)))
                return i;
        return first;
    }

    static bool HasChild(Document document, int token, string relation) => Child(document, token, relation) >= 0;

    static int Child(Document document, int token, string relation)
    {
        var sentence = document.SentenceOfToken(token);
        for (var i = Math.Max(token - Reach, document.SentenceStarts[sentence]); i < Math.Min(token + Reach, document.SentenceStarts[sentence + 1]); i++)
            if (document.TokenAt(i).Head == token && document.TokenAt(i).Relation == relation)
                return i;
        return -1;
    }
}
