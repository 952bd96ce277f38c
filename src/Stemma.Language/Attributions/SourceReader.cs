namespace Stemma.Language.Attributions;

/// <summary>
/// Whom a source phrase names, and as what. The tree tells which of its words is who speaks, the names of the text what that word is
/// called: "Holt, attorney general under President Jane Doe" is Holt, "advisers to Ms Doe" are nobody by name, "the Northern Shipping
/// chairman, Jane Doe" is Jane Doe with an office. Joint sources are read one by one. Cost: the words of the phrase, a few times.
/// Gets wrong: names that the network of names missed or cut short; trees that hang a name on the wrong noun.
/// </summary>
sealed class SourceReader(Document document, People known)
{
    /// <summary>Where "-based" may stand, in tokens.</summary>
    const int BasedReach = 6;

    /// <summary>What is taken for a longer name is a heading in capitals.</summary>
    const int NameMax = 6;

    readonly SourceWords words = new(document, known);

    /// <param name="range">A source, or the noun a relative pronoun stands for.</param>
    /// <returns>As the phrase calls them; nobody where there is no word in it.</returns>
    public Speaker[] Read(TextRange range)
    {
        var (first, end) = document.TokensIn(range);
        // "Jane Doe's" claim is Jane Doe's.
        if (end > first && words.IsPossessive(end - 1))
            end--;
        // A name is read whole, where the source or the noun of a relative clause has a part of it.
        if (end > first && document.Syntax.NameAt(first) is { } begun && begun.EndToken - begun.FirstToken <= NameMax)
            first = Math.Min(first, begun.FirstToken);
        if (end > first && document.Syntax.NameAt(end - 1) is { } cut && cut.EndToken - cut.FirstToken <= NameMax)
            end = Math.Max(end, cut.EndToken);
        return [.. JointSources.Of(words, first, end).Select(part => ReadPart(part.First, part.End)).OfType<Speaker>()];
    }

    Speaker? ReadPart(int first, int end)
    {
        while (first < end && (document.TokenKinds[first] is not (TokenKind.Word or TokenKind.Number or TokenKind.Address) || document.TokenAt(first).Text is "both" or "Both" or "neither" or "Neither" or "either" or "as"))
            first++;
        while (end > first && document.TokenAt(end - 1).Text is "," or "." or ";" or ":" or "-" or "–" or "—" or "--")
            end--;
        // "Calder-based Northern Shipping": where a body sits is not its name.
        for (var i = first + 1; i < Math.Min(end - 1, first + BasedReach); i++)
            first = document.TokenAt(i).Text is "based" && document.TokenAt(i - 1).Text is "-" ? i + 1 : first;
        if (end - first > 1 && document.TokenAt(first).Text.EndsWith("-based", StringComparison.Ordinal))
            first++;
        // Whom "she" stands for is not told here.
        if (first == end || end - first == 1 && document.TokenAt(first).Upos is "PRON")
            return null;
        var stop = words.SegmentEnd(first, end);
        // "CALDER — Jane Doe": the place a report was sent from is no part of its first source.
        if (stop + 1 < end && document.TokenAt(stop).Text is "–" or "—" or "--" && words.Text(first, stop).All(static c => !char.IsLower(c)))
            (first, stop) = (stop + 1, words.SegmentEnd(stop + 1, end));
        return PersonSource.Of(words, first, stop, end) ?? BodySource.Of(words, first, stop, end);
    }
}
