using Stemma.Language.Syntax;
using Stemma.Language.Tokens;

namespace Stemma.Language.Attributions;

/// <summary>
/// Which full names of a document are people's. The network of names takes a person for a body now and then, above all one whose name its
/// word vectors know from a company's pages: what most of the places of a name say counts, and so does what stands around it. Cost: a few looks at each name.
/// Gets wrong: bodies called by a person's name alone ("Morgan Stanley").
/// </summary>
sealed class NameVotes
{
    /// <summary>What the network calls a place is one, whatever words it is called by.</summary>
    const int Elsewhere = 100;

    /// <summary>What an office before or behind a name says, in places of the name.</summary>
    const int Office = 2;

    /// <summary>For each name of several words, how much says that it is a person's.</summary>
    readonly Dictionary<string, int> votes = new(StringComparer.Ordinal);

    /// <summary>Per name of the document, without titles.</summary>
    readonly (int Start, int End, string Text)[] full;

    readonly bool[] people;

    public NameVotes(Document document)
    {
        var names = document.Syntax.Names;
        full = new (int, int, string)[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            var (start, end) = FullNames.Of(document, names[i]);
            var text = SourcePhrase.Written(document, start, end);
            full[i] = (start, end, text);
            if (end - start is >= 2 and <= FullNames.PersonTokensMax)
                votes[text] = votes.GetValueOrDefault(text) + Vote(document, names[i].Kind, start, end, text);
        }
        Shorten();
        people = [.. names.Select((name, i) => full[i].End - full[i].Start >= 2 ? IsPerson(full[i].Text) : name.Kind == NameKind.Person || IsTitled(document, full[i].Start))];
    }

    static int Vote(Document document, NameKind kind, int start, int end, string text)
    {
        var says = kind switch { NameKind.Person => 1, NameKind.Place => -Elsewhere, _ => -1 };
        return (start > 0 && FullNames.IsOffice(document, start - 1) || IsIntroduced(document, end)) && SourcePhrase.MayBePerson(text) ? says + Office : says;
    }

    /// <summary>"Mr Doe", whatever the network takes Doe for.</summary>
    static bool IsTitled(Document document, int start)
    {
        var before = start > 0 && document.TokenAt(start - 1).Text is "." ? start - 2 : start - 1;
        return before >= 0 && char.IsUpper(document.TokenAt(before).Text[0]) && Vocabulary.Titles.Contains(document.TokenAt(before).Text.TrimEnd('.').ToString()) && !Vocabulary.Organisations.Contains(document.TokenAt(start).Text.ToString());
    }

    /// <summary>Tokens and words of a name without titles, by its index in the document.</summary>
    public (int Start, int End, string Text) FullOf(int name) => full[name];

    /// <summary>Whether this name is taken for a person's: one word as the network says or a title before it does, a full name as all places of it do.</summary>
    public bool IsPerson(int name) => people[name];

    /// <summary>Whether this full name is taken for a person's in this document.</summary>
    public bool IsPerson(string name) =>
        votes.GetValueOrDefault(name) > 0 && name[(name.LastIndexOf(' ') + 1)..] is var last && !Vocabulary.Organisations.Contains(last) && !(last.EndsWith('s') && Vocabulary.Demonyms.Contains(last[..^1]));

    /// <summary>"Doe" after "Jane Doe": people go by the last word of their names, bodies by the first. Where neither is met, two words that are people's names are a person's.</summary>
    void Shorten()
    {
        var alone = full.Where(static name => name.End - name.Start == 1).Select(static name => name.Text).ToHashSet(StringComparer.Ordinal);
        var lists = SyntaxModel.English.Lexicon.Lists;
        foreach (var text in votes.Where(static vote => vote.Value > -Elsewhere && SourcePhrase.MayBePerson(vote.Key)).Select(static vote => vote.Key).ToList())
        {
            string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var both = lists.Of(WordKey.Of(words[0])) is var given && !given.HasFlag(Listed.Place) && (given & lists.Of(WordKey.Of(words[^1]))).HasFlag(Listed.Person);
            if (alone.Contains(words[^1]) || words.Length == 2 && both && !alone.Contains(words[0]))
                votes[text] = Math.Max(votes[text], 1);
        }
    }

    /// <summary>"Jane Doe, the harbour master of", "Jane Doe, 44,": what follows the name tells what a person is.</summary>
    static bool IsIntroduced(Document document, int end)
    {
        const int Reach = 5;
        if (end + 1 >= document.TokenCount || document.TokenAt(end).Text is not ",")
            return false;
        if (document.TokenAt(end + 1).Text is "who" || document.TokenKinds[end + 1] == TokenKind.Number && document.TokenAt(end + 1).Text.Length == 2 && end + 2 < document.TokenCount && document.TokenAt(end + 2).Text is ",")
            return true;
        for (var i = end + 2; document.TokenAt(end + 1).Upos is "DET" && i < Math.Min(document.TokenCount, end + 2 + Reach) && document.TokenKinds[i] == TokenKind.Word && document.TokenAt(i).Upos is not "ADP"; i++)
            if (Vocabulary.Roles.Contains(document.TokenAt(i).Text.ToString()))
                return true;
        return false;
    }
}
