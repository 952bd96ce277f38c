namespace Stemma.Language.Attributions;

/// <summary>
/// Says who each source is, within one document: short forms ("Putin"), roles ("the spokesman") and "he" or "she" are
/// carried back to the full name that the document gives. News gives a full name at first mention and a surname after it,
/// so a bare name goes to the one full name that begins or ends with it; where two people share it, it stays as it is.
/// "He" and "she" go to the last person cited in the same or the paragraph before, if nobody else can be meant
/// (<see cref="Pronouns"/>); "it" to the body cited in the same or the sentence before. Cost: linear in the names.
/// Gets wrong: what needs knowledge of the world.
/// </summary>
static class SpeakerResolver
{
    public static Attribution[] Resolve(Document document, List<Draft> drafts)
    {
        var people = new People(document);
        var reader = new SourceReader(document, people);
        var terms = TermsFinder.MayBeIn(document);
        var pronouns = new Pronouns(document, people.Known);
        var resolved = new Attribution[drafts.Count];
        (Speaker Speaker, int Paragraph, int At)? lastPerson = null, lastBody = null;
        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            // "She said she expected": inside somebody's words "he" and "she" are the speaker.
            var outer = draft.Parent >= 0 && draft.Parent < i && resolved[draft.Parent].Speakers is [var said] && (said.Kind == SpeakerKind.Person || said.Kind == SpeakerKind.Unnamed && SourcePhrase.IsOnePerson(said.Name)) ? said : null;
            var speakers = SpeakersOf(document, draft, people, reader, Referent(document, draft, pronouns, outer, lastPerson, lastBody));
            if (speakers is [{ Kind: SpeakerKind.Person }])
                lastPerson = (speakers[0], draft.Paragraph, draft.Cue[0].Start);
            else if (draft.Source.Length > 0 && speakers is not [{ Kind: SpeakerKind.Agency or SpeakerKind.Media }])
                lastPerson = null; // somebody else spoke, and nobody knows who
            lastBody = speakers is [{ Kind: SpeakerKind.Agency or SpeakerKind.Media or SpeakerKind.Organisation or SpeakerKind.Government }] ? (speakers[0], draft.Paragraph, draft.Cue[0].Start) : null;
            resolved[i] = Finish(document, draft, speakers, terms);
        }
        return resolved;
    }

    /// <summary>Whom a pronoun as source stands for; null for any other source, and where it cannot be told.</summary>
    static Speaker? Referent(
        Document document, Draft draft, Pronouns pronouns, Speaker? outer, (Speaker Speaker, int Paragraph, int At)? lastPerson, (Speaker Speaker, int Paragraph, int At)? lastBody)
    {
        if (draft.Source.Length == 0 || draft.Source[0].Length > 3)
            return null;
        var source = draft.Source[0];
        var word = source.Of(document.Text).ToLowerInvariant();
        if (word is "he" or "she" or "him" or "her")
        {
            // In somebody's own quoted words "he" is anybody but the one who speaks.
            if (outer is not null && document.Quotations.Any(quotation => quotation.Range.Contains(source)))
                return null;
            if (outer is not null)
                return pronouns.CanBe(outer, source.Start, source, inside: true) ? outer : null;
            return lastPerson is { } person && draft.Paragraph - person.Paragraph <= 1 && pronouns.CanBe(person.Speaker, person.At, source, inside: false) ? person.Speaker : null;
        }
        return word is "it" && lastBody is { } body && SentenceAt(document, source.Start) - SentenceAt(document, body.At) <= 1 ? body.Speaker : null;
    }

    static int SentenceAt(Document document, int position) => document.SentenceOfToken(document.TokenOf(position));

    static Speaker[] SpeakersOf(Document document, Draft draft, People people, SourceReader reader, Speaker? referent)
    {
        if (draft.Source.Length == 0)
            return [];
        if (referent is not null)
            return [referent];
        var range = draft.Antecedent ?? draft.Source[0];
        if (range.Length <= 5 && range.Of(document.Text).ToLowerInvariant() is "he" or "she" or "him" or "her" or "it" or "they" or "who" or "them" or "i" or "we" or "you" or "that" or "which" or "this")
            return [];
        return [.. reader.Read(range).Select(speaker => people.Identify(speaker, draft.Source[0].Start))];
    }

    static Attribution Finish(Document document, Draft draft, Speaker[] speakers, bool terms)
    {
        draft.Content.Sort();
        return new Attribution
        {
            Source = draft.Source,
            Cue = draft.Cue,
            Content = [.. draft.Content],
            Quoted = QuotedAs(document, draft.Content),
            Stance = draft.Stance,
            Polarity = draft.Polarity,
            Hedges = HedgeFinder.In(document, draft.Content),
            Terms = terms ? TermsFinder.In(document, draft.Cue[0].Start, draft.Content) : null,
            Parent = draft.Parent,
            Speakers = speakers,
            Committed = draft.Committed,
            Confidence = draft.Confidence,
        };
    }

    /// <summary>Direct where every word of the content stands in quotation marks, mixed where some do.</summary>
    static Quoted QuotedAs(Document document, List<TextRange> content)
    {
        bool inside = false, outside = false;
        foreach (var range in content)
        {
            var covered = 0;
            foreach (var quotation in document.Quotations)
                covered += Math.Max(0, Math.Min(quotation.Range.End, range.End) - Math.Max(quotation.Range.Start, range.Start));
            inside |= covered > 0;
            outside |= covered < range.Length;
        }
        return inside ? (outside ? Quoted.Mixed : Quoted.Direct) : Quoted.Indirect;
    }
}
