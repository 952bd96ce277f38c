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

    public NameVotes(Document document)
    {
        foreach (var name in document.Syntax.Names)
        {
            var (start, end) = FullNames.Of(document, name);
            if (end - start is < 2 or > FullNames.PersonTokensMax)
                continue;
            var text = SourcePhrase.Written(document, start, end);
            var says = name.Kind switch { NameKind.Person => 1, NameKind.Place => -Elsewhere, _ => -1 };
            var introduced = (start > 0 && FullNames.IsOffice(document, start - 1) || IsIntroduced(document, end)) && SourcePhrase.MayBePerson(text);
            votes[text] = votes.GetValueOrDefault(text) + says + (introduced ? Office : 0);
        }
        Shorten(document);
    }

    /// <summary>Whether this full name is taken for a person's in this document.</summary>
    public bool IsPerson(string name) =>
        votes.GetValueOrDefault(name) > 0 && name[(name.LastIndexOf(' ') + 1)..] is var last && !Vocabulary.Organisations.Contains(last) && !(last.EndsWith('s') && Vocabulary.Demonyms.Contains(last[..^1]));

    /// <summary>"Doe" after "Jane Doe": people go by the last word of their names, bodies by the first. Where neither is met, two words that are people's names are a person's.</summary>
    void Shorten(Document document)
    {
        var alone = document.Syntax.Names.Where(static name => name.EndToken - name.FirstToken == 1).Select(name => name.Range.Of(document.Text)).ToHashSet(StringComparer.Ordinal);
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
