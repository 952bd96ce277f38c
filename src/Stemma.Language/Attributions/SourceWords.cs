using Stemma.Language.Syntax;
using Stemma.Language.Tokens;

namespace Stemma.Language.Attributions;

/// <summary>What the readers of source phrases ask of a phrase's words: which of them the others hang on, where it ends, what is a name in it. Cost: a binary search or a look at each word.</summary>
sealed class SourceWords(Document document, People known)
{
    public Document Document => document;

    public People Known => known;

    /// <summary>The noun the others hang on; the first word where there is none. A participle the tree has put above it ("the founding president") is passed over.</summary>
    public int HeadOf(int first, int end)
    {
        for (var i = first; i < end; i++)
            if (IsNoun(i) && Above(i, first, end) is var head && (head < first || head >= end))
                return i;
        return first;
    }

    public bool IsNoun(int token) => document.TokenAt(token).Upos is "NOUN" or "PROPN" or "PRON" or "NUM" or "ADJ";

    /// <summary>The nearest noun above a word, or what lies outside of the words.</summary>
    int Above(int token, int first, int end)
    {
        const int StepsMax = 4;
        var at = document.TokenAt(token).Head;
        for (var step = 0; step < StepsMax && at >= first && at < end && !IsNoun(at); step++)
            at = document.TokenAt(at).Head;
        return at;
    }

    /// <summary>Where the words themselves end and what describes them begins: at a comma, a bracket, a dash, or the time at the end ("two ministers this week").</summary>
    public int SegmentEnd(int first, int end)
    {
        for (var i = first + 1; i < end; i++)
            if (document.TokenKinds[i] == TokenKind.Punctuation && document.TokenAt(i).Text is "," or "(" or "[" or "–" or "—" or "--" or ";" && NameAt(i) is null)
                return i;
        return TimeAtEnd(first, end);
    }

    /// <summary>Where the time begins that the words end in, else their end.</summary>
    int TimeAtEnd(int first, int end)
    {
        if (end - first < 2)
            return end;
        var (times, last) = (document.Times, document.TokenRanges[end - 1]);
        var at = Bisection.First(0, times.Length, i => times[i].Range.End >= last.End);
        return at < times.Length && times[at].Range.Start > document.TokenRanges[first].Start && times[at].Range.Start <= last.Start ? document.TokensIn(times[at].Range).First : end;
    }

    public NameMention? NameAt(int token) => document.Syntax.NameAt(token);

    /// <summary>The people named between two tokens, each without titles.</summary>
    public IEnumerable<(int Start, int End)> People(int first, int end)
    {
        var names = document.Syntax.Names;
        for (var i = document.Syntax.NameFrom(first); i < names.Length && names[i].EndToken <= end; i++)
            if (names[i].FirstToken >= first && known.Votes.IsPerson(i))
                yield return (known.Votes.FullOf(i).Start, known.Votes.FullOf(i).End);
    }

    public bool IsPerson(NameMention name) => known.Votes.IsPerson(document.Syntax.NameFrom(name.FirstToken));

    /// <summary>One past the last token of a name, however short the network of names cut it.</summary>
    public int EndOf(NameMention name) => known.Votes.FullOf(document.Syntax.NameFrom(name.FirstToken)).End;

    public bool IsOffice(int token) => FullNames.IsOffice(document, token);

    public bool IsCapital(int token) => char.IsUpper(document.TokenAt(token).Text[0]);

    public bool IsDetermined(int token) => WordLists.Determiners.Contains(document.TokenAt(token).Text.ToString());

    /// <summary>Past the articles these words begin with, as far as the limit.</summary>
    public int PastArticles(int first, int limit)
    {
        while (first < limit && IsArticle(document.TokenAt(first).Text))
            first++;
        return first;
    }

    public static bool IsArticle(ReadOnlySpan<char> word) => word is "the" or "The" or "a" or "A" or "an" or "An";

    /// <summary>Whether a word begins its sentence, where a capital says nothing.</summary>
    public bool IsInitial(int token) => token == document.SentenceStarts[document.SentenceOfToken(token)];

    public bool IsPossessive(int token) => document.TokenAt(token).Text is "'s" or "’s" or "'" or "’";

    /// <summary>"Transport for Calder": capitals, and small words between them.</summary>
    public bool IsTitled(int first, int end)
    {
        for (var i = first; i < end; i++)
            if (!IsCapital(i) && document.TokenKinds[i] != TokenKind.Number && document.TokenAt(i).Text is not ("the" or "a" or "of" or "for" or "and" or "in" or "&" or "-"))
                return false;
        return IsCapital(end - 1);
    }

    public TextRange RangeOf(int first, int end) => document.RangeOf(first, end);

    public string Text(int first, int end) => SourcePhrase.Written(document, first, end);

    /// <summary>The same, where a word has its capital from the beginning of the sentence only: "Comedian Jane Doe" is a comedian.</summary>
    public string Lowered(int first, int end)
    {
        var (text, word) = (Text(first, end), document.TokenAt(first));
        return IsInitial(first) && NameAt(first) is null && word.Upos is not "PROPN" && word.Text.Length > 1 && char.IsLower(word.Text[1]) && !Vocabulary.Demonyms.Contains(word.Text.ToString())
            ? char.ToLowerInvariant(text[0]) + text[1..] : text;
    }
}
