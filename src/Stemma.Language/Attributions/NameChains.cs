using Stemma.Language.Syntax;

namespace Stemma.Language.Attributions;

/// <summary>
/// The places at which a document names or cites one and the same person, body or country, put together: the chains that the measures
/// of coreference compare. A name goes to the chain of the same letters; a bare surname to the one full name it can be
/// (<see cref="People"/>); an acronym, or the first or last words of a longer name, to the one name it can stand for; a pronoun that is
/// a source to whom <see cref="SpeakerResolver"/> took it for. Cost: names times chains.
/// Gets wrong: all that is told by nouns ("the company"), and pronouns that are no source: they are left out.
/// </summary>
static class NameChains
{
    sealed record Chain(string Name, string[] Words, NameKind Kind, List<TextRange> Places);

    /// <returns>Each in the order of the text; a name that occurs once is a chain of one.</returns>
    public static IReadOnlyList<IReadOnlyList<TextRange>> Of(Document document)
    {
        var chains = new List<Chain>();
        var people = new People(document);
        // Longer names first, so that each short form finds all it could stand for.
        foreach (var (range, kind) in document.Syntax.Names.Where(static name => name.Kind != NameKind.Other).Select(static name => (name.Range, name.Kind)).OrderByDescending(name => Words(name.Range.Of(document.Text)).Length).ThenBy(static name => name.Range))
        {
            var name = Plain(range.Of(document.Text));
            if (kind == NameKind.Person && !name.Contains(' ', StringComparison.Ordinal))
                name = people.Identify(new Speaker(name, SpeakerKind.Person, null), range.Start).Name;
            Find(chains, name, kind).Places.Add(range);
        }
        foreach (var attribution in document.Attributions)
            if (attribution is { Source: [var source], Speakers: [{ Kind: not SpeakerKind.Unnamed } speaker] } && IsPronoun(source.Of(document.Text)))
                chains.Find(chain => string.Equals(chain.Name, speaker.Name, StringComparison.OrdinalIgnoreCase))?.Places.Add(source);
        return [.. chains.Select(static chain => (IReadOnlyList<TextRange>)[.. chain.Places.Distinct().Order()]).OrderBy(static places => places[0])];
    }

    static bool IsPronoun(string source) => source.ToLowerInvariant() is "he" or "she" or "it" or "him" or "her" or "they";

    /// <summary>The one chain this name belongs to, or a new one.</summary>
    static Chain Find(List<Chain> chains, string name, NameKind kind)
    {
        var words = Words(name);
        var same = chains.FindAll(chain => Alike(chain.Kind, kind) && chain.Words.SequenceEqual(words, StringComparer.OrdinalIgnoreCase));
        if (same.Count == 0)
            same = chains.FindAll(chain => Alike(chain.Kind, kind) && CanStandFor(words, chain.Words, kind));
        if (same.Count == 1)
            return same[0];
        var chain = new Chain(name, words, kind, []);
        chains.Add(chain);
        return chain;
    }

    /// <summary>A body may be read as a place now and then, never as a person.</summary>
    static bool Alike(NameKind a, NameKind b) => a == NameKind.Person == (b == NameKind.Person);

    static bool CanStandFor(string[] words, string[] full, NameKind kind)
    {
        if (words.Length == 0 || words.Length >= full.Length)
            return false;
        if (kind == NameKind.Person)
            return full[^1].Equals(words[^1], StringComparison.OrdinalIgnoreCase) && words.All(word => full.Contains(word, StringComparer.OrdinalIgnoreCase));
        if (words.Length == 1 && words[0].Length > 1 && words[0].All(static c => char.IsUpper(c) || c == '.'))
            return words[0].Replace(".", "", StringComparison.Ordinal).Equals(string.Concat(full.Where(static word => char.IsUpper(word[0])).Select(static word => word[0])), StringComparison.Ordinal);
        // "Northern Shipping" for "Northern Shipping Company", never "North" for "North Harbour".
        return kind == NameKind.Organisation && full.AsSpan(0, words.Length).SequenceEqual(words, StringComparer.OrdinalIgnoreCase) && Vocabulary.Organisations.Contains(full[^1]) && !Vocabulary.Demonyms.Contains(words[^1]) && !Vocabulary.Countries.Contains(words[^1]);
    }

    static string Plain(string name)
    {
        var plain = SourcePhrase.Bare(name);
        return plain.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? plain[4..] : plain;
    }

    static string[] Words(string name) => [.. Plain(name).Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Where(static word => !Vocabulary.Titles.Contains(word.TrimEnd('.')))];
}
