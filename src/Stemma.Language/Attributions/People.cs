using Stemma.Language.Syntax;
using Stemma.Language.Tokens;

namespace Stemma.Language.Attributions;

/// <summary>
/// The people a document names in full, with what it says they are. A bare name or a role is identified with one of them
/// only where it can be no other of them.
/// </summary>
sealed class People
{
    /// <summary>An office of more words is rather a description.</summary>
    const int RoleWordsMax = 5;

    readonly List<Introduction> known = [];

    readonly NameVotes votes;

    readonly NamedBodies bodies = new();

    /// <summary>Words that stand in capitals inside sentences, where a capital means a name.</summary>
    readonly HashSet<string> names = new(StringComparer.Ordinal);

    readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> namesByWord;

    public People(Document document)
    {
        votes = new NameVotes(document);
        namesByWord = names.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < document.Syntax.Names.Length; i++)
        {
            var (start, end, text) = votes.FullOf(i);
            if (end - start >= 2 && votes.IsPerson(i))
                Introduce(document, start, end, text);
            if (document.Syntax.Names[i].Kind == NameKind.Organisation)
                bodies.Add(document, start, end, text);
        }
        for (var s = 0; s < document.SentenceCount; s++)
            AddRuns(document, document.SentenceStarts[s], document.SentenceStarts[s + 1]);
    }

    public IEnumerable<(string Name, string? Role)> Known => known.Select(static person => (person.Name, person.Role));

    public bool IsName(string word) => names.Contains(word);

    /// <summary>Which names of the document are people's.</summary>
    public NameVotes Votes => votes;

    /// <summary>The same speaker under the full name, where the document gives one that can only be theirs.</summary>
    public Speaker Identify(Speaker speaker, int at)
    {
        if (speaker.Kind is SpeakerKind.Agency or SpeakerKind.Media)
            return speaker;
        var single = !speaker.Name.Contains(' ', StringComparison.Ordinal);
        if (speaker.Kind == SpeakerKind.Unnamed)
        {
            // A word that has its capital from the beginning of the sentence, unless somebody of that name is known.
            if (single && char.IsUpper(speaker.Name[0]) && ByName(speaker, at) is { } called)
                return new Speaker(called, SpeakerKind.Person, RoleOf(called));
            return ByRole(speaker) is { } person ? new Speaker(person.Name, SpeakerKind.Person, person.Role) : bodies.Meant(speaker.Name) ?? speaker;
        }
        if (!single)
            return speaker.Kind == SpeakerKind.Person ? speaker with { Role = Fuller(RoleOf(speaker.Name), speaker.Role) } : speaker;
        if (Vocabulary.Countries.Contains(speaker.Name) || Vocabulary.Organisations.Contains(speaker.Name) || Vocabulary.Acronyms.Contains(speaker.Name))
            return speaker;
        if (ByName(speaker, at) is { } full)
            return new Speaker(full, SpeakerKind.Person, Fuller(RoleOf(full), speaker.Role));
        // Never of a person: whoever is called Holt is not the Holt Foundation.
        return speaker.Kind == SpeakerKind.Organisation ? bodies.InFull(speaker.Name, at) ?? speaker : speaker;
    }

    string? RoleOf(string name) => WithRole(name)?.Role;

    Introduction? WithRole(string name) => known.Find(person => person.Name == name && person.Role is not null);

    /// <summary>An introduction says more than "Mr".</summary>
    static string? Fuller(string? introduced, string? called) => (introduced?.Length ?? 0) >= (called?.Length ?? 0) ? introduced : called;

    /// <summary>The one full name that begins or ends with this word. Where several do, the one introduced before this place, if only one was.</summary>
    string? ByName(Speaker speaker, int at)
    {
        var bare = speaker.Name.TrimEnd('.');
        var matching = Matching(int.MaxValue);
        // "Holt, the mayor", where two Holts are known and one of them is mayor.
        if (matching.Count > 1 && speaker.Role is { } called && matching.FindAll(name => WithRole(name) is { } person && Holds(person.RoleWords, Introduction.Plain(SourcePhrase.Words(called)))) is [var only])
            return only;
        if (matching.Count > 1)
            matching = Matching(at);
        return matching.Count == 1 ? matching[0] : null;

        List<string> Matching(int before) => [.. known
            .Where(person => person.At < before && IsShort(bare, person.Name))
            .Where(person => Ranks.CanBe(speaker.Role, RoleOf(person.Name)))
            .Select(person => person.Name).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether a name begins or ends with this word, and has more.</summary>
    static bool IsShort(string word, string name) => name.Length > word.Length
        && (name.EndsWith(word, StringComparison.Ordinal) && name[^(word.Length + 1)] == ' ' || name.StartsWith(word, StringComparison.Ordinal) && name[word.Length] == ' ');

    /// <summary>"the spokesman", "the harbour master": the one person whose role holds these words.</summary>
    (string Name, string? Role)? ByRole(Speaker speaker)
    {
        // Asked of every source without a name: most end in no office, and need not be cut into words.
        if (!Vocabulary.Roles.Contains(speaker.Name[(speaker.Name.LastIndexOfAny([' ', '-']) + 1)..]))
            return null;
        var words = SourcePhrase.Words(speaker.Name);
        if (words.Count is 0 or > RoleWordsMax || !Vocabulary.Roles.Contains(words[^1]))
            return null;
        var matches = known.Where(person => person.Role is not null && Holds(person.RoleWords, words))
            .Select(static person => (person.Name, person.Role)).DistinctBy(static person => person.Name, StringComparer.Ordinal).ToList();
        return matches.Count == 1 ? matches[0] : null;
    }

    /// <summary>A role that begins or ends with these words; "her deputy" is not the minister whose deputy she is.</summary>
    static bool Holds(List<string> own, List<string> words)
    {
        if (words.Count > own.Count)
            return false;
        // Before a preposition stands what somebody is; behind it, whose.
        var end = own.FindIndex(WordLists.Prepositions.Contains);
        end = end < 0 ? own.Count : end;
        for (var i = 0; i + words.Count <= end; i++)
        {
            var same = true;
            for (var j = 0; j < words.Count; j++)
                same &= string.Equals(own[i + j], words[j], StringComparison.OrdinalIgnoreCase);
            if (same)
                return true;
        }
        return false;
    }

    void Introduce(Document document, int start, int end, string name)
    {
        // Whoever is named twenty times is introduced once.
        if (known.Exists(person => person.Name == name && person.RoleWords.Exists(Vocabulary.Roles.Contains)))
            return;
        var introduction = Introduction.Of(document, start, end, name);
        if (known.Exists(person => person.Name == name && (introduction.Role is null || person.Role == introduction.Role)))
            return;
        known.Add(introduction);
        names.UnionWith(name.Split(' '));
    }

    /// <summary>Rows of capitals: the words that are names, and the people and bodies that the network of names passed over.</summary>
    void AddRuns(Document document, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (!FullNames.IsCapital(document, i) || (i == first && WordLists.SentenceStarters.Contains(document.TokenAt(i).Text.ToString())))
                continue;
            var stop = i + 1;
            while (stop < end && FullNames.IsCapital(document, stop))
                stop++;
            var run = i;
            while (run < stop && FullNames.IsOffice(document, run))
                run++;
            // One word is no full name, and most rows are of one.
            if (stop - i >= 2 && document.Syntax.NameFrom(i) is var near && (near == document.Syntax.Names.Length || document.Syntax.Names[near].FirstToken >= stop))
            {
                if (Vocabulary.Organisations.Contains(document.TokenAt(stop - 1).Text.ToString()))
                    bodies.Add(document, i, stop, SourcePhrase.Written(document, i, stop));
                else if (stop - run is >= 2 and <= FullNames.PersonTokensMax && SourcePhrase.Written(document, run, stop) is var text && (run > i || SourcePhrase.MayBePerson(text)) && Enumerable.Range(run, stop - run).All(token => document.TokenAt(token).Upos is "PROPN"))
                    Introduce(document, run, stop, text);
            }
            for (var word = i == first ? i + 1 : i; word < stop; word++)
                namesByWord.Add(document.TokenAt(word).Text);
            i = stop - 1;
        }
    }
}
