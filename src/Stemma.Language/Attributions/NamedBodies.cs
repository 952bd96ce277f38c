namespace Stemma.Language.Attributions;

/// <summary>
/// The bodies a document names, so that "the union" and "Goldman" can be told in full where they can be one of them only. Cost: the
/// bodies for each short form. Gets wrong: a short form of a body that another text names in full.
/// </summary>
sealed class NamedBodies
{
    /// <summary>Capitals in a longer row are a heading.</summary>
    const int TokensMax = 6;

    /// <summary>By names of two words and more, and where each stands first.</summary>
    readonly SortedDictionary<string, int> full = new(StringComparer.Ordinal);

    /// <summary>Called by one word, and where each stands first.</summary>
    readonly Dictionary<string, int> alone = new(StringComparer.Ordinal);

    public void Add(Document document, int start, int end, string name)
    {
        if (end - start <= TokensMax)
            (end - start > 1 ? (IDictionary<string, int>)full : alone).TryAdd(name, document.TokenRanges[start].Start);
    }

    /// <summary>"the union", "the bureau": the one body that is one ("Dockers' Union", "Bureau of Land").</summary>
    public Speaker? Meant(string noun) =>
        Vocabulary.Organisations.Contains(noun) && full.Keys.Where(body => SourcePhrase.HeadNoun([.. body.Split(' ')]).Equals(noun, StringComparison.OrdinalIgnoreCase)).Take(2).ToList() is [var only] ? Named(only) : null;

    /// <summary>"Goldman" after "Goldman Sachs": the one body named before whose name begins with this word, if the word did not stand alone before that.</summary>
    public Speaker? InFull(string word, int at)
    {
        var matches = full.Where(body => body.Value < at && body.Key.StartsWith(word + " ", StringComparison.Ordinal)).Take(2).ToList();
        return matches is [var only] && !(alone.TryGetValue(word, out var first) && first < only.Value) && !Vocabulary.Demonyms.Contains(word) ? Named(only.Key) : null;
    }

    static Speaker Named(string name) =>
        new(name, SourcePhrase.KindOf([.. name.Split(' ')]) is var kind && kind is SpeakerKind.Person or SpeakerKind.Unnamed ? SpeakerKind.Organisation : kind, null);
}
