using Stemma.Language.Tokens;

namespace Stemma.Language.Attributions;

/// <summary>
/// The people a document names in full, with what it says they are. A bare name or a role is identified with one of them
/// only where it can be no other of them.
/// </summary>
sealed class People
{
    /// <param name="RoleWords">The role's, without articles and commas where the text gave it; empty where there is none.</param>
    sealed record Person(string Name, string? Role, List<string> RoleWords, int At);

    readonly List<Person> known = [];

    readonly SortedSet<string> bodies = new(StringComparer.Ordinal);

    /// <summary>Words that stand in capitals inside sentences, where a capital means a name.</summary>
    readonly HashSet<string> names = new(StringComparer.Ordinal);

    public People(Document document)
    {
        for (var s = 0; s < document.SentenceCount; s++)
            AddRuns(document, document.SentenceStarts[s], document.SentenceStarts[s + 1]);
    }

    public IEnumerable<(string Name, string? Role)> Known => known.Select(static person => (person.Name, person.Role));

    public bool IsName(string word) => names.Contains(word);

    /// <summary>The same speaker under the full name, where the document gives one that can only be theirs.</summary>
    public Speaker Identify(Speaker speaker, int at)
    {
        if (speaker.Kind == SpeakerKind.Unnamed)
            return ByRole(speaker) is { } person ? new Speaker(person.Name, SpeakerKind.Person, person.Role) : Body(speaker) ?? speaker;
        if (speaker.Kind is SpeakerKind.Agency or SpeakerKind.Media)
            return speaker;
        if (speaker.Name.Contains(' ', StringComparison.Ordinal))
            return speaker.Kind == SpeakerKind.Person ? speaker with { Role = Fuller(RoleOf(speaker.Name), speaker.Role) } : speaker;
        if (Vocabulary.Countries.Contains(speaker.Name) || Vocabulary.Organisations.Contains(speaker.Name) || Vocabulary.Acronyms.Contains(speaker.Name))
            return speaker;
        return ByName(speaker, at) is { } full ? new Speaker(full, SpeakerKind.Person, Fuller(RoleOf(full), speaker.Role)) : speaker;
    }

    string? RoleOf(string name) => WithRole(name)?.Role;

    Person? WithRole(string name) => known.Find(person => person.Name == name && person.Role is not null);

    /// <summary>An introduction says more than "Mr".</summary>
    static string? Fuller(string? introduced, string? called) => (introduced?.Length ?? 0) >= (called?.Length ?? 0) ? introduced : called;

    /// <summary>The one full name that begins or ends with this word. Where several do, the one introduced before this place, if only one was.</summary>
    string? ByName(Speaker speaker, int at)
    {
        var bare = speaker.Name.TrimEnd('.');
        var matching = Matching(int.MaxValue);
        // "Holt, the mayor", where two Holts are known and one of them is mayor.
        if (matching.Count > 1 && speaker.Role is { } called && matching.FindAll(name => WithRole(name) is { } person && Holds(person.RoleWords, RoleWords(SourcePhrase.Words(called)))) is [var only])
            return only;
        if (matching.Count > 1)
            matching = Matching(at);
        return matching.Count == 1 ? matching[0] : null;

        List<string> Matching(int before) => [.. known
            .Where(person => person.At < before && (person.Name.EndsWith(" " + bare, StringComparison.Ordinal) || person.Name.StartsWith(bare + " ", StringComparison.Ordinal)))
            .Where(person => Ranks.CanBe(speaker.Role, RoleOf(person.Name)))
            .Select(person => person.Name).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>"the spokesman", "the harbour master": the one person whose role holds these words.</summary>
    (string Name, string? Role)? ByRole(Speaker speaker)
    {
        var words = SourcePhrase.Words(speaker.Name);
        if (words.Count > 5 || words.Count == 0 || !Vocabulary.Roles.Contains(words[^1]))
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

    /// <summary>"the union": the one body the document names whose name ends in this word.</summary>
    Speaker? Body(Speaker speaker)
    {
        if (speaker.Name.Contains(' ', StringComparison.Ordinal) || !Vocabulary.Organisations.Contains(speaker.Name))
            return null;
        var matches = bodies.Where(body => body.EndsWith(" " + speaker.Name, StringComparison.OrdinalIgnoreCase)).ToList();
        return matches.Count == 1 ? SourcePhrase.Read(matches[0]) is [var body] ? body : null : null;
    }

    /// <summary>Every run of two to four capitals in a sentence, with the words around it that say what the person is.</summary>
    void AddRuns(Document document, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (!IsCapital(document, i) || (i == first && WordLists.SentenceStarters.Contains(document.TokenAt(i).Text.ToString())))
                continue;
            var stop = i + 1;
            while (stop < end && IsCapital(document, stop))
                stop++;
            // One word is no full name, and most runs are of one.
            if (stop - i >= 2)
                AddRun(document, first, i, stop, end);
            for (var word = i == first ? i + 1 : i; word < stop; word++)
                names.Add(document.TokenAt(word).Text.ToString());
            i = stop - 1;
        }
    }

    void AddRun(Document document, int first, int run, int stop, int end)
    {
        var from = run;
        while (from > first && run - from < 8 && document.TokenKinds[from - 1] == TokenKind.Word && char.IsLetter(document.TokenAt(from - 1).Text[0])
            && !WordLists.Prepositions.Contains(document.TokenAt(from - 1).Text.ToString()) && !WordLists.Auxiliaries.Contains(document.TokenAt(from - 1).Text.ToString()))
            from--;
        var apposition = stop;
        if (stop + 2 < end && document.TokenAt(stop).Text is "," && (document.TokenAt(stop + 1).Text is "a" or "an" or "the" or "who" or "its" or "his" || Vocabulary.Roles.Contains(document.TokenAt(stop + 1).Text.ToString())))
            while (apposition + 1 < end && apposition - stop < 16 && (apposition == stop || document.TokenAt(apposition).Text is not ("," or ";" or ".")))
                apposition++;
        var range = new TextRange(document.TokenRanges[run].Start, document.TokenRanges[stop - 1].End);
        var role = from < run ? new TextRange(document.TokenRanges[from].Start, document.TokenRanges[run - 1].End) : default;
        // The role before a name counts where it holds a role noun; so does an apposition after it.
        var read = SourcePhrase.Read(SourcePhrase.Words(document, range));
        if (Vocabulary.Organisations.Contains(document.TokenAt(stop - 1).Text.ToString()))
            bodies.Add(range.Of(document.Text));
        if (read is not [{ Kind: SpeakerKind.Person } person] || !person.Name.Contains(' ', StringComparison.Ordinal))
            return;
        var words = RoleIn(document, role) ?? RoleIn(document, BeforeComma(document, first, run))
            ?? RoleIn(document, apposition > stop ? new TextRange(document.TokenRanges[stop + 1].Start, document.TokenRanges[apposition - 1].End) : default);
        var text = words is null ? person.Role : SourcePhrase.Join(words, 0, words.Count);
        known.Add(new Person(person.Name, text, words ?? (text is null ? [] : SourcePhrase.Words(text)), range.Start));
        names.UnionWith(person.Name.Split(' '));
    }

    /// <summary>"the harbour master, Jane Doe": the phrase with an article that a comma parts from the name.</summary>
    static TextRange BeforeComma(Document document, int first, int run)
    {
        if (run - 2 <= first || document.TokenAt(run - 1).Text is not ",")
            return default;
        for (var i = run - 2; i >= first && run - i < 10 && document.TokenKinds[i] == TokenKind.Word; i--)
            if (document.TokenAt(i).Text is "the" or "The" or "its" or "Its")
                return new TextRange(document.TokenRanges[i].Start, document.TokenRanges[run - 2].End);
        return default;
    }

    static List<string> RoleWords(List<string> words)
    {
        words.RemoveAll(static word => word is "," or "the" or "a" or "an");
        return words;
    }

    /// <summary>The words of a role, where these are one: before a name it ends in a role noun or a title; after it it begins with what somebody is.</summary>
    static List<string>? RoleIn(Document document, TextRange range)
    {
        if (range.Length == 0)
            return null;
        var words = RoleWords(SourcePhrase.Words(document, range));
        return words.Exists(Vocabulary.Roles.Contains) && !words.Contains("and") && words.Count <= 14 ? words : null;
    }

    static bool IsCapital(Document document, int i) =>
        document.TokenKinds[i] == TokenKind.Word && char.IsUpper(document.TokenAt(i).Text[0]) && document.TokenAt(i).Text is not ("I" or "Mr" or "Mrs" or "Ms");
}
