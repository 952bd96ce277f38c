namespace Stemma.Language.Attributions;

/// <summary>
/// The one person a source is, where it is one: the name that is its head, that stands beside the head, or that ends a row of titles and
/// offices. Whoever is only named in it ("advisers to Ms Doe", "Holt, minister under President Jane Doe") is not. Cost: the words of the
/// phrase for each person in it. Gets wrong: people the network of names missed whose office is in no list.
/// </summary>
static class PersonSource
{
    /// <param name="stop">Where the part's own words end.</param>
    /// <param name="end">Where the part ends, with what describes it.</param>
    public static Speaker? Of(SourceWords words, int first, int stop, int end)
    {
        var head = words.HeadOf(first, stop);
        // The last: "Calder Rovers captain Jane Doe" has the club's name taken for a person's at times.
        foreach (var (start, to) in words.People(first, stop).Reverse())
            if (IsOwn(words, start, to, head, first, stop))
                return Named(words, start, to, first, stop, end);
        if (Beside(words, head, stop, end) is { } beside)
            return Named(words, beside.Start, beside.End, first, beside.End, end);
        return Missed(words, first, stop) is > -1 and var run ? Named(words, run, stop, first, stop, end) : null;
    }

    static Speaker Named(SourceWords words, int start, int to, int first, int stop, int end)
    {
        var name = words.Text(start, to);
        if (Vocabulary.Unnamed.Contains(name) || Vocabulary.Demonyms.Contains(name.TrimEnd('s')))
            return new Speaker(words.Text(first, stop), SpeakerKind.Unnamed, null);
        first = words.PastArticles(first, start);
        var role = first < start ? words.Lowered(first, start).Trim(',', ' ') : stop + 1 < end ? words.Text(stop + 1, end) : "";
        return new Speaker(name, SpeakerKind.Person, role.Length > 0 ? role : null);
    }

    static bool IsOwn(SourceWords words, int start, int end, int head, int first, int stop)
    {
        var document = words.Document;
        if (end < stop && words.IsPossessive(end))
            return false;
        // "The Doe", "the judge Doe": what has an article and one name may have anything behind it. "President" is no name.
        if (end - start == 1 && (words.IsOffice(start) && !(start > first && words.IsOffice(start - 1)) || document.TokenAt(first).Text is "the" or "The" && start > first && !words.IsCapital(start - 1)))
            return false;
        if (start <= head && head < end)
            return Ends(words, end, stop);
        var own = document.TokenAt(Trees.HeadOf(document, words.RangeOf(start, end)));
        if (start > head && own.Head == head && own.Relation is "appos" or "flat" or "compound")
            return true;
        // Trees go astray over long rows of nouns: a name at the end of them, with nothing between that leads away.
        return start > first && Ends(words, end, stop) && Leads(words, first, start);
    }

    /// <summary>Whether what follows a name is no noun that it stands before.</summary>
    static bool Ends(SourceWords words, int end, int stop) =>
        end >= stop || words.Document.TokenAt(end) is { Upos: "ADP" or "SCONJ" or "PRON" or "ADV" or "CCONJ" or "DET" or "PUNCT" } or { Upos: "VERB", Xpos: "VBN" or "VBG" };

    /// <summary>"A spokesman for the union, Jane Doe": one person, and behind the comma nothing but a name and what leads to it.</summary>
    static (int Start, int End)? Beside(SourceWords words, int head, int stop, int end)
    {
        var (document, noun) = (words.Document, words.Document.TokenAt(head));
        if (stop == end || document.TokenAt(stop).Text is not "," || words.NameAt(head) is not null || IsThing(noun))
            return null;
        var last = words.SegmentEnd(stop, end);
        foreach (var (start, to) in words.People(stop, last))
            if ((noun.Xpos is not ("NNS" or "NNPS") || document.TokenAt(Trees.HeadOf(document, words.RangeOf(start, to))) is { Relation: "appos" } name && name.Head == head) && (to - start > 1 || words.IsOffice(start - 1)) && Ends(words, to, last) && (start == stop + 1 || Leads(words, stop + 1, start)))
                return (start, to);
        return null;
    }

    static bool IsThing(Token noun) => noun.Text.ToString() is var word && (Vocabulary.Things.Contains(word) || Vocabulary.Organisations.Contains(word) || Vocabulary.Media.Contains(word));

    /// <summary>Whether these words are titles and offices of whoever is named behind them.</summary>
    static bool Leads(SourceWords words, int first, int start)
    {
        var document = words.Document;
        for (var i = first; i < start; i++)
        {
            var word = document.TokenAt(i);
            var away = word.Upos switch
            {
                "NOUN" => Vocabulary.Things.Contains(word.Text.ToString()),
                "ADP" => words.NameAt(i) is null && !InsideOffice(words, i, first, start),
                "VERB" => word.Relation is not ("amod" or "compound"),
                "AUX" or "SCONJ" => true,
                "PRON" => word.Relation is not "nmod:poss",
                // "Northern Shipping chairman and Calder Line founder", "trade and industry minister".
                "CCONJ" => i == first || words.People(first, i).Any() || !words.IsOffice(i - 1) && (document.TokenAt(i - 1).Xpos is "NNS" or "NNPS" || !words.IsOffice(start - 1)),
                _ => false,
            };
            if (away)
                return false;
        }
        return document.TokenAt(start - 1) is { Upos: "NOUN" or "PROPN" or "ADJ" or "DET" } || document.TokenAt(start - 1).Text is "." || words.IsPossessive(start - 1);
    }

    /// <summary>"Secretary of State Jane Doe", "Supervisor of Elections Jane Doe": capitals on both sides of the preposition, and no other office behind it.</summary>
    static bool InsideOffice(SourceWords words, int preposition, int first, int start)
    {
        const int Reach = 6;
        var document = words.Document;
        if (preposition == first || start - preposition is < 2 or > Reach || document.TokenAt(preposition).Text is not ("of" or "for") || !words.IsOffice(preposition - 1) || !words.IsCapital(preposition - 1))
            return false;
        for (var i = preposition + 1; i < start; i++)
        {
            var word = document.TokenAt(i);
            var abbreviated = word.Text is [.., '.'] || document.TokenAt(i + 1).Text is ".";
            if (word.Text is not ("the" or ".") && !(words.IsCapital(i) && (!words.IsOffice(i) || abbreviated || i == preposition + 1 && Vocabulary.Portfolios.Contains(word.Text.ToString()))))
                return false;
        }
        return true;
    }

    /// <summary>Where a name begins that the network passed over: capitals to the end, behind an office, or two to four that are no body's; -1 where there is none.</summary>
    static int Missed(SourceWords words, int first, int stop)
    {
        var document = words.Document;
        if (stop - first > 1 && words.Known.Votes.IsPerson(words.Text(first, stop)))
            return first;
        var run = stop;
        while (run > first && words.IsCapital(run - 1) && document.TokenAt(run - 1).Upos is "PROPN" && words.NameAt(run - 1) is null && !words.IsOffice(run - 1))
            run--;
        while (run < stop - 2 && run > first && document.TokenAt(run - 1).Text is "of")
            run++;
        if (run == stop || Vocabulary.Organisations.Contains(document.TokenAt(stop - 1).Text.ToString()))
            return -1;
        var titled = run > first && words.IsOffice(document.TokenAt(run - 1).Text is "." ? Math.Max(first, run - 2) : run - 1);
        return (run == first || Leads(words, first, run)) && (titled && stop - run <= 4 || SourcePhrase.MayBePerson(words.Text(run, stop))) ? run : -1;
    }
}
