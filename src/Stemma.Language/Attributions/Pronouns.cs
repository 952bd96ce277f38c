using System.Collections.Frozen;
using Stemma.Language.Tokens;

namespace Stemma.Language.Attributions;

/// <summary>
/// Whether "he" or "she" can be the person cited last. It is refused as soon as somebody else comes between: another person
/// named in a sentence since, or a sentence that begins with somebody by role or kinship ("his wife", "the teacher"); and
/// where the document's own words tell a gender that does not fit. A wrong speaker is a libel, an unnamed one a gap.
/// Cost: linear in the sentences between, which span two paragraphs at most.
/// Gets wrong: a person who comes in under a pronoun or a plural only.
/// </summary>
sealed class Pronouns
{
    const int SubjectTokens = 6;

    static readonly FrozenSet<string> He = Words("mr sir lord king prince duke father brother son husband widower man uncle nephew grandfather boy spokesman chairman businessman congressman policeman fisherman fireman councilman actor waiter salesman statesman gentleman");

    static readonly FrozenSet<string> She = Words("mrs ms miss lady dame queen princess duchess mother sister daughter wife widow woman aunt niece grandmother girl spokeswoman chairwoman businesswoman congresswoman policewoman councilwoman actress waitress");

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> HeWords = He.GetAlternateLookup<ReadOnlySpan<char>>(), SheWords = She.GetAlternateLookup<ReadOnlySpan<char>>();

    readonly Document document;
    readonly Dictionary<string, HashSet<string>> people = new(StringComparer.Ordinal);
    readonly Dictionary<string, HashSet<string>>.AlternateLookup<ReadOnlySpan<char>> byWord;
    readonly Dictionary<string, int> gender = new(StringComparer.Ordinal);

    public Pronouns(Document document, IEnumerable<(string Name, string? Role)> known)
    {
        this.document = document;
        byWord = people.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (name, role) in known)
        {
            foreach (var word in gender.ContainsKey(name) ? [] : name.Split(' ').Where(static word => word.Length > 1))
            {
                if (!people.TryGetValue(word, out var names))
                    people[word] = names = new HashSet<string>(StringComparer.Ordinal);
                names.Add(name);
            }
            gender[name] = gender.GetValueOrDefault(name) + GenderOf(role);
        }
        LearnHonorifics();
    }

    /// <param name="cited">Where the person was cited.</param>
    /// <param name="pronoun">Where the pronoun stands.</param>
    public bool CanBe(Speaker person, int cited, TextRange pronoun, bool inside)
    {
        var word = pronoun.Of(document.Text).ToLowerInvariant();
        var wanted = word is "he" or "him" ? 1 : -1;
        var own = gender.GetValueOrDefault(person.Name) + GenderOf(person.Role);
        if (own != 0 && Math.Sign(own) != wanted)
            return false;
        if (inside)
            return true;
        var last = document.SentenceOfToken(document.TokenOf(pronoun.Start));
        for (var sentence = document.SentenceOfToken(document.TokenOf(cited)) + 1; sentence <= last; sentence++)
            if (BringsAnother(person, sentence, pronoun.Start) || (own == 0 && Brings(wanted, sentence, pronoun.Start)))
                return false;
        return true;
    }

    /// <summary>"his wife", before a "she": where nothing tells the gender of who was cited, it is rather hers.</summary>
    bool Brings(int wanted, int sentence, int before)
    {
        for (var i = document.SentenceStarts[sentence]; i < document.SentenceStarts[sentence + 1] && document.TokenRanges[i].Start < before; i++)
            if (char.IsLower(document.TokenAt(i).Text[0]) && GenderOf(document.TokenAt(i).Text) == wanted)
                return true;
        return false;
    }

    bool BringsAnother(Speaker person, int sentence, int before)
    {
        var (first, end) = (document.SentenceStarts[sentence], document.SentenceStarts[sentence + 1]);
        var article = false;
        for (var i = first; i < end && document.TokenRanges[i].Start < before; i++)
        {
            if (document.TokenKinds[i] != TokenKind.Word)
                continue;
            var written = document.TokenAt(i).Text;
            if (char.IsUpper(written[0]) && byWord.TryGetValue(written, out var names) && !names.Contains(person.Name))
                return true;
            // "His wife …", "The teacher …": somebody by role opens the sentence.
            if (i == first)
                article = WordLists.Determiners.Contains(written.ToString());
            else if (article && i - first < SubjectTokens && char.IsLower(written[0]) && written.ToString() is var word && Vocabulary.IsPerson(word))
                return person.Role is null || !person.Role.Contains(word, StringComparison.OrdinalIgnoreCase);
        }
        return false;
    }

    /// <summary>"Mr Doe" and "Ms Doe" anywhere in the document tell of every Doe that is the only one.</summary>
    void LearnHonorifics()
    {
        for (var i = 0; i + 1 < document.TokenCount; i++)
        {
            if (!char.IsUpper(document.TokenAt(i).Text[0]) || !char.IsUpper(document.TokenAt(i + 1).Text[0]))
                continue;
            var told = GenderOf(document.TokenAt(i).Text);
            if (told != 0 && byWord.TryGetValue(document.TokenAt(i + 1).Text, out var names) && names.Count == 1)
                gender[names.First()] = gender.GetValueOrDefault(names.First()) + told;
        }
    }

    static int GenderOf(ReadOnlySpan<char> role)
    {
        var sum = 0;
        foreach (var word in role.Split(' '))
        {
            var bare = role[word].TrimEnd(".,");
            // "the mayor's wife" is no man: what stands in the possessive is somebody else.
            sum += HeWords.Contains(bare) ? 1 : SheWords.Contains(bare) ? -1 : 0;
        }
        return Math.Sign(sum);
    }

    static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
