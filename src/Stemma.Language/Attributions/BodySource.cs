using Stemma.Language.Syntax;
using Stemma.Language.Tokens;

namespace Stemma.Language.Attributions;

/// <summary>
/// A source that is no person: a body by its name ("the Japanese broadcaster NHK"), an agency by its own ("RIA journalists"), a body that words single out
/// ("the port authority"), or nobody by name, when the words used are all that is told. Cost: linear in the phrase.
/// Gets wrong: whether words without a capital point to one body or to any.
/// </summary>
static class BodySource
{
    /// <summary>So many words in capitals are no accident of a sentence's beginning.</summary>
    const int TitledMin = 4;

    public static Speaker Of(SourceWords words, int first, int stop, int end)
    {
        var head = words.HeadOf(first, stop);
        var role = stop + 1 < end ? words.Text(stop + 1, end) : null;
        if (words.NameAt(head) is { } name && name.EndToken <= stop && Named(words, name, first, head, stop) is { } body)
            return new Speaker(body.Name, body.Kind, role);
        if (Called(words, head, stop) is { } called)
            return new Speaker(called.Name, called.Kind, role);
        var start = words.PastArticles(first, head);
        var described = SourcePhrase.Words(words.Document, words.RangeOf(start, head + 1));
        if (SourcePhrase.AgencyIn(described) is { } agency && !Vocabulary.Things.Contains(described[^1]))
            return new Speaker(agency, SpeakerKind.Agency, role);
        var kind = Singles(words, first, start, head) ? SourcePhrase.KindOf(described) : SpeakerKind.Unnamed;
        if (kind == SpeakerKind.Unnamed && IsTitle(words, first, start, head, stop))
            kind = SpeakerKind.Organisation;
        if (kind == SpeakerKind.Person && !IsName(words, start, stop))
            kind = stop - start > 1 && words.IsTitled(start, stop) ? SpeakerKind.Organisation : SpeakerKind.Unnamed;
        return new Speaker(words.Text(start, stop), kind, role);
    }

    /// <summary>A body by its name; null for many people of one kind ("Americans"), whom a name does not make one source.</summary>
    static (string Name, SpeakerKind Kind)? Named(SourceWords words, NameMention name, int first, int head, int stop)
    {
        if (IsPeople(words, first, head) || name.EndToken < stop && words.IsPossessive(name.EndToken) || words.IsPerson(name))
            return null;
        for (var i = first; i < name.FirstToken; i++)
            if (words.Document.TokenAt(i).Upos is "ADP" or "VERB" && words.NameAt(i) is null)
                return null;
        return Body(words, StartOf(words, name, first), EndOf(words, name, stop));
    }

    /// <summary>"South Calder's Defence Ministry": of which nation or place a body is belongs to its name; what it is ("the Calder newspaper Post") does not.</summary>
    static int StartOf(SourceWords words, NameMention name, int first)
    {
        var start = Math.Max(first, name.FirstToken);
        for (var i = start - 1; i >= first && (words.IsCapital(i) || words.IsPossessive(i)) && !words.IsDetermined(i); i--)
            if (!words.IsPossessive(i))
                start = i;
        return start;
    }

    /// <summary>"Russian space corporation Energiya", "the newspaper Calder Post": what stands behind a common noun for a body is what it is called.</summary>
    static (string Name, SpeakerKind Kind)? Called(SourceWords words, int head, int stop)
    {
        var noun = words.Document.TokenAt(head).Text.ToString();
        return head + 1 < stop && !words.IsCapital(head) && (Vocabulary.Organisations.Contains(noun) || Vocabulary.Media.Contains(noun)) && words.IsTitled(head + 1, stop) && words.IsCapital(head + 1)
            ? Body(words, head + 1, stop) : null;
    }

    static (string Name, SpeakerKind Kind) Body(SourceWords words, int first, int end)
    {
        var name = SourcePhrase.Words(words.Document, words.RangeOf(first, end));
        if (name.Count > 1 && name[0] is "the" or "The" or "a" or "A")
            name.RemoveAt(0);
        var kind = SourcePhrase.KindOf(name);
        var called = kind == SpeakerKind.Agency ? SourcePhrase.AgencyIn(name) : null;
        return (called ?? SourcePhrase.Join(name), kind is SpeakerKind.Person or SpeakerKind.Unnamed ? SpeakerKind.Organisation : kind);
    }

    /// <summary>"Committee for a Responsible Budget" where the network has the first word only: a name goes on over prepositions to further capitals.</summary>
    static int EndOf(SourceWords words, NameMention name, int stop)
    {
        var to = Math.Min(stop, words.EndOf(name));
        return to + 1 < stop && words.Document.TokenAt(to).Text is "of" or "for" or "on" && Vocabulary.Organisations.Contains(words.Document.TokenAt(to - 1).Text.ToString()) && words.IsTitled(to + 1, stop) ? stop : to;
    }

    /// <summary>"Local 417 of the Calder Workers": a row of capitals is a name, unless it is of people or things of some kind.</summary>
    static bool IsTitle(SourceWords words, int first, int start, int head, int stop)
    {
        if (stop - start < TitledMin || !words.IsCapital(start) || !words.IsTitled(start, stop) || IsPeople(words, first, head))
            return false;
        var noun = start;
        while (noun + 1 < stop && words.Document.TokenAt(noun + 1).Upos is not "ADP")
            noun++;
        var (last, word) = (words.Document.TokenAt(noun), words.Document.TokenAt(noun).Text.ToString());
        return (last.Kind == TokenKind.Number || last is { Upos: not "PRON", Xpos: not ("NNS" or "NNPS") }) && word is not ("Half" or "Majority" or "Most") && !Vocabulary.IsPerson(word) && !Vocabulary.Things.Contains(word);
    }

    /// <summary>"Americans", "the Calder Democrat": people of one kind, or one of them.</summary>
    static bool IsPeople(SourceWords words, int first, int head)
    {
        var noun = words.Document.TokenAt(head);
        if (words.NameAt(head) is { Kind: NameKind.Other } name && noun.Xpos is "NNPS" or "NNS" && name.EndToken - name.FirstToken == 1)
            return true;
        return Vocabulary.Demonyms.Contains(noun.Text.ToString()) && words.IsDetermined(first) && noun.Text is not ("North" or "South" or "East" or "West") || noun.Text is [.., 's'] and { Length: > 4 } plural && Vocabulary.Demonyms.Contains(plural[..^1].ToString());
    }

    /// <summary>One word in capitals that the network took for no name; where a capital says nothing it is none.</summary>
    static bool IsName(SourceWords words, int start, int stop) =>
        stop - start == 1 && words.Document.TokenAt(start).Text.ToString() is var word && !WordLists.Weekdays.Contains(word) && (!words.IsInitial(start) || words.Known.IsName(word));

    /// <summary>Whether words single out one body: "the port authority", "Brazilian police"; "the company", "a court", "some groups" point to one that is told elsewhere or nowhere.</summary>
    static bool Singles(SourceWords words, int first, int start, int head)
    {
        var (document, noun) = (words.Document, words.Document.TokenAt(head));
        var word = noun.Text.ToString();
        if (noun.Upos is "PRON" || IsPeople(words, first, head) || noun.Xpos is "NNS" && !(Vocabulary.Governments.Contains(word) || word is "media" or "agencies") || start == first && words.IsDetermined(first) || document.TokenAt(first).Text is "a" or "an" or "A" or "An" || document.TokenKinds[start] is TokenKind.Number)
            return false;
        var initial = words.IsInitial(head);
        if (noun.Upos is "PROPN" || words.IsCapital(head) && !initial)
            return !(start == head && initial && Vocabulary.Institutions.Contains(word));
        for (var i = start; i < head; i++)
            if (document.TokenAt(i) is { Upos: "PROPN" } || words.NameAt(i) is not null)
                return document.TokenAt(i).Relation is not "nmod:poss" || word is "campaign" || Vocabulary.Institutions.Contains(word);
        return head > start && Vocabulary.Institutions.Contains(word);
    }
}
