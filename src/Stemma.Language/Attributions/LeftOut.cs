using System.Collections.Frozen;

namespace Stemma.Language.Attributions;

/// <summary>
/// "The minister arrived late and said …", "…, adding that …": where the network finds no source, the tree may still tell whose verb
/// it is: the subject of the verb it is joined to or hangs on, where that verb is the cue of another attribution, or has a subject
/// of its own. "Who" and "which" stand for the noun that their clause describes. Where neither is there the source stays open, since
/// a wrong speaker is worse than none. "Holt met the owners, raising fears of …": whoever fears is not whose verb it hangs on. "Asked
/// whether …, he …" and "he was told that …": whoever is asked or told is not who asks or tells, and is taken out again; "the bid was said to be too low": of
/// whom it is said goes to what is said. Cost: a few steps up the tree per attribution.
/// </summary>
static class LeftOut
{
    const int StepsMax = 3;

    static readonly FrozenSet<string> Stirring = new[] { "raise", "spark", "prompt", "fuel", "stoke", "trigger", "provoke", "draw", "deepen", "heighten", "renew", "ignite", "cause", "add", "fan", "feed", "ease", "allay", "calm", "revive" }.ToFrozenSet(StringComparer.Ordinal);

    static readonly FrozenSet<string> Feelings = new[] { "concern", "fear", "worry", "alarm", "anger", "outrage", "fury", "speculation", "hope", "suspicion", "question", "doubt", "criticism", "condemnation", "protest", "anxiety", "dismay", "unease", "scorn", "praise", "call", "warning", "debate" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>How far an attribution may stand from the one whose subject it shares.</summary>
    const int DraftsReach = 8;

    public static List<Draft> Fill(Document document, List<Draft> drafts)
    {
        for (var i = 0; i < drafts.Count; i++)
        {
            var cue = Trees.HeadOf(document, drafts[i].Cue[0]);
            var stirred = IsStirred(document, cue);
            if (drafts[i].Source is [var only] && (stirred || IsNobody(document, only, cue) || IsAddressed(document, only, cue)))
                drafts[i] = drafts[i] with { Source = [] };
            var draft = drafts[i];
            if (draft.Source.Length == 0)
                TakeSubject(document, draft, cue);
            if (draft.Content.Count > 1)
            {
                draft.Content.RemoveAll(content => IsNobody(document, content, cue));
                drafts[i] = draft = WithApposition(document, draft);
            }
            if (draft.Source.Length == 0)
            {
                if (!stirred && Subject(document, drafts, i, cue) is { } subject && !IsAddressed(document, subject, cue) && !draft.Content.Exists(content => content.Overlaps(subject)) && !draft.Cue[0].Overlaps(subject))
                    drafts[i] = draft with { Source = [subject], Antecedent = Described(document, subject) };
            }
            else if (Described(document, draft.Source[0]) is { } described)
                drafts[i] = draft with { Antecedent = described };
        }
        drafts.Sort(Draft.InOrder);
        return drafts;
    }

    /// <summary>"…, according to the Gazette, a local newspaper": what describes the source is no part of what it said.</summary>
    static Draft WithApposition(Document document, Draft draft)
    {
        if (draft.Source is not [var source] || draft.Content.FindIndex(content => content.Start > source.End && IsApposition(document, content, source)) is not (> 0 and var at))
            return draft;
        var described = draft with { Source = [new TextRange(source.Start, draft.Content[at].End)] };
        described.Content.RemoveAt(at);
        return described;
    }

    static bool IsApposition(Document document, TextRange content, TextRange source) => document.TokenAt(Trees.HeadOf(document, content)) is { Relation: "appos", Head: >= 0 and var head }
        && source.Contains(document.TokenRanges[head]) && string.IsNullOrWhiteSpace(document.Text[source.End..content.Start].Replace(',', ' '));

    /// <summary>"It is believed": a word that only fills the place of a subject.</summary>
    static bool IsNobody(Document document, TextRange source, int cue) =>
        source.Length <= 5 && document.TokenOf(source.Start) is var token && source.Of(document.Text).ToLowerInvariant() is "it" or "there"
        && (document.TokenAt(token).Relation is "expl" || Trees.HasChild(document, cue, "aux:pass") || document.TokenAt(cue).Lemma is "emerge" or "transpire" or "seem" or "appear");

    /// <summary>Whether the source is the subject of a passive that makes it the one spoken to or about, or of the verb on which such a participle hangs.</summary>
    static bool IsAddressed(Document document, TextRange source, int cue)
    {
        var subject = Trees.HeadOf(document, source);
        if (document.TokenAt(subject).Relation is "nsubj:pass")
            return document.TokenAt(subject).Head == cue && IsDone(document, cue);
        // "The bid rose and was said to be too low."
        if (document.TokenAt(cue) is { Relation: "conj", Xpos: "VBN", Head: >= 0 and var first } && document.TokenAt(subject).Head == first && IsDone(document, cue))
            return true;
        // Only of asking: "He slammed the door, convinced that …" tells of whoever slammed it.
        return document.TokenAt(cue) is { Relation: "advcl", Xpos: "VBN" or "VBD", Lemma: "ask" or "question" or "press" or "quiz", Head: >= 0 and var verb }
            && document.TokenAt(subject).Head == verb && document.TokenAt(subject).Relation is "nsubj" && !Trees.HasChild(document, cue, "nsubj");
    }

    /// <summary>Whether it is said, thought or done to the subject. "He's called for" is not: the tree takes some a perfect for a passive.</summary>
    static bool IsDone(Document document, int verb) => CueWords.IsDoneToSubject(document.TokenAt(verb).Lemma)
        && Trees.Child(document, verb, "aux:pass") is >= 0 and var aux && document.TokenAt(aux).Text is not ("'s" or "’s");

    /// <summary>"The bid was said to be too low": of whom it is said is part of what is said.</summary>
    static void TakeSubject(Document document, Draft draft, int cue)
    {
        if (document.TokenAt(cue).Xpos is not "VBN" || CueWords.IsAddressing(document.TokenAt(cue).Lemma)
            || Trees.Child(document, cue, "nsubj:pass") is not (>= 0 and var subject) || Trees.Child(document, cue, "xcomp") is not (>= 0 and var infinitive) || infinitive < cue || !IsDone(document, cue))
            return;
        var whole = Trees.Whole(document, subject);
        if (whole.End <= draft.Cue[0].Start && document.TokenAt(subject).Upos is not "PRON" && draft.Content[0].Start > draft.Cue[0].Start && draft.Content.Exists(content => content.Contains(document.TokenRanges[infinitive].Start)) && !draft.Source.Any(whole.Overlaps))
            draft.Content.Insert(0, whole);
    }

    /// <summary>"…, raising concerns about …": what happened makes somebody feel so, and who it is is not told.</summary>
    static bool IsStirred(Document document, int cue) => document.TokenAt(cue) is { Relation: "advcl", Xpos: "VBG" } verb && Stirring.Contains(verb.Lemma)
        && Trees.Child(document, cue, "obj") is >= 0 and var what && Feelings.Contains(document.TokenAt(what).Lemma) && !Trees.HasChild(document, cue, "nsubj");

    /// <summary>The subject of the verb that this one shares it with.</summary>
    static TextRange? Subject(Document document, List<Draft> drafts, int index, int cue)
    {
        // A passive tells what is said, not who says it.
        if (Trees.HasChild(document, cue, "nsubj:pass") || Trees.HasChild(document, cue, "nsubj"))
            return null;
        // "Something Calder and Orvale have denied": who stands right before the verb is its subject, whatever the tree says.
        if (FirstOf(document, drafts[index]) is > 0 and var verb && document.TokenAt(verb - 1).Upos is "NOUN" or "PROPN" or "PRON")
            return null;
        // "He denied it, local media quoting him as saying …": who quotes somebody is seldom the one who spoke before.
        if (document.TokenAt(cue).Lemma is "quote" or "cite")
            return null;
        var at = cue;
        for (var step = 0; step < StepsMax && document.TokenAt(at).Relation is "conj" or "advcl" or "xcomp"; step++)
        {
            at = document.TokenAt(at).Head;
            if (Trees.HasChild(document, at, "nsubj:pass"))
                return null;
            var range = document.TokenRanges[at];
            for (var near = Math.Max(0, index - DraftsReach); near < Math.Min(drafts.Count, index + DraftsReach); near++)
                if (drafts[near].Source.Length == 1 && drafts[near].Cue[0].Contains(range))
                    return drafts[near].Source[0];
            if (Trees.Child(document, at, "nsubj") is >= 0 and var subject)
                return Trees.Phrase(document, subject);
        }
        return null;
    }

    /// <summary>The first word of the cue, or of the auxiliaries right before it.</summary>
    static int FirstOf(Document document, Draft draft)
    {
        var first = document.TokenOf(draft.Cue[0].Start);
        while (first > 0 && document.TokenAt(first - 1).Upos is "AUX" or "ADV" or "PART")
            first--;
        return first;
    }

    /// <summary>The noun that a relative clause describes whose subject is this pronoun; null for any other words.</summary>
    static TextRange? Described(Document document, TextRange source)
    {
        var token = document.TokenOf(source.Start);
        if (document.TokenRanges[token] != source || document.TokenAt(token).Text is not ("who" or "which" or "that") || document.TokenAt(token).Head is not (>= 0 and var verb))
            return null;
        return document.TokenAt(verb).Relation is "acl:relcl" && document.TokenAt(verb).Head is >= 0 and var noun ? Trees.Phrase(document, noun) : null;
    }
}
