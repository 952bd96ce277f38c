using System.Buffers;
using System.Text;
using Stemma.Language.Tokens;

namespace Stemma.Language.Attributions;

/// <summary>
/// What the words of a source tell by themselves: whether they call a body, an agency, a newspaper, a government or nobody by name.
/// Word lists and capitals. Cost: linear in the words. Gets wrong: bodies whose names no list knows are organisations all alike.
/// </summary>
static class SourcePhrase
{
    /// <summary>What phrases are written without: marks of quotations, and more than one space.</summary>
    static readonly SearchValues<string> Breaking = SearchValues.Create(["\"", "“", "”", "‘", "«", "»", "„", "'", "’", "\n", "\r", "\t", "  ", "\u00a0"], StringComparison.Ordinal);

    /// <summary>What kind of source is called by these words: a name, or a noun with what stands before it.</summary>
    public static SpeakerKind KindOf(List<string> words)
    {
        var (noun, last) = (HeadNoun(words), words[^1]);
        var lower = char.IsLower(noun[0]);
        if (Vocabulary.IsPerson(noun) || lower && (Vocabulary.Things.Contains(noun) || Vocabulary.Unnamed.Contains(noun) || (noun.EndsWith('s') && Vocabulary.Roles.Contains(noun[..^1]))))
            return SpeakerKind.Unnamed;
        if (words.Exists(static word => Vocabulary.Agencies.Contains(word) && char.IsUpper(word[0])))
            return SpeakerKind.Agency;
        var capital = words.Find(static word => char.IsUpper(word[0]));
        if (capital is null)
            return words.Count > 1 && Vocabulary.Organisations.Contains(noun) ? SpeakerKind.Organisation : SpeakerKind.Unnamed;
        if (Vocabulary.IsSeat(Join(words)))
            return SpeakerKind.Government;
        if (words.Exists(static word => word is "news" or "News") && (last.StartsWith("agenc", StringComparison.OrdinalIgnoreCase) || last is "Agency"))
            return SpeakerKind.Agency;
        if (Vocabulary.Media.Contains(last) && (char.IsUpper(last[0]) || words.Contains("state", StringComparer.OrdinalIgnoreCase)) || (Vocabulary.Media.Contains(capital) && words.Count <= 3))
            return SpeakerKind.Media;
        if (Vocabulary.Governments.Contains(last) || Vocabulary.Countries.Contains(last) || Vocabulary.Acronyms.Contains(last))
            return SpeakerKind.Government;
        // A lower-case noun names somebody only where it is a body ("the Kellan county board"); "a Pennsylvania woman" is nobody by name.
        if (lower)
            return Vocabulary.Organisations.Contains(noun) || Vocabulary.Media.Contains(noun) ? SpeakerKind.Organisation : SpeakerKind.Unnamed;
        return words.Count > 1 || Vocabulary.Organisations.Contains(last) || last.All(char.IsUpper) || last.Contains('.', StringComparison.Ordinal) ? SpeakerKind.Organisation : SpeakerKind.Person;
    }

    /// <summary>"a spokesman for the union": whether the noun is one for a single person, or for anybody.</summary>
    public static bool IsOnePerson(string phrase) => HeadNoun([.. phrase.Split(' ')]) is var noun && (Vocabulary.IsPerson(noun) || noun is "source" or "one" or "another" or "somebody" or "someone");

    /// <summary>Whether no word of a name is one that bodies, papers or countries have in theirs.</summary>
    public static bool MayBePerson(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 4 && Array.TrueForAll(words, static word => char.IsUpper(word[0]) && !Vocabulary.Organisations.Contains(word) && !Vocabulary.Acronyms.Contains(word)
            && !Vocabulary.Agencies.Contains(word) && (!Vocabulary.Countries.Contains(word) || Vocabulary.AlsoNames.Contains(word)) && (!Vocabulary.Demonyms.Contains(word.TrimEnd('s')) || Vocabulary.AlsoNames.Contains(word)) && !(word.Length > 2 && word.All(char.IsUpper))) && words[0] != words[1] && !Vocabulary.Media.Contains(words[^1]);
    }

    /// <summary>"the Russian state news agency RIA Novosti", "RIA journalists", "the KCNA news agency": the agency's own name.</summary>
    public static string? AgencyIn(List<string> words)
    {
        var agency = words.FindIndex(static word => char.IsUpper(word[0]) && Vocabulary.Agencies.Contains(word));
        if (agency < 0)
            return null;
        var end = agency + 1;
        while (end < words.Count && Vocabulary.Agencies.Contains(words[end]))
            end++;
        return Join(words[agency..end]);
    }

    /// <summary>The last word before the first preposition: "a <u>spokesman</u> for".</summary>
    public static string HeadNoun(List<string> words)
    {
        var preposition = words.FindIndex(1, WordLists.Prepositions.Contains);
        return words[preposition < 0 ? ^1 : preposition - 1];
    }

    /// <summary>Without the mark of possession: "Holt’s" claim is Holt's.</summary>
    public static string Bare(string phrase) => phrase.EndsWith("'s", StringComparison.Ordinal) || phrase.EndsWith("’s", StringComparison.Ordinal) ? phrase[..^2] : phrase;

    public static string Join(List<string> words)
    {
        var text = new StringBuilder();
        foreach (var word in words)
        {
            var glued = word is "," or "'s" or "\u2019s" or "'" or "\u2019" or ")" || (text.Length > 0 && text[^1] == '(');
            if (text.Length > 0 && !glued)
                text.Append(' ');
            text.Append(word);
        }
        return text.ToString().TrimEnd(',', ' ');
    }

    /// <summary>These words as they are written, without the marks of a quotation.</summary>
    public static string Written(Document document, int first, int end)
    {
        var range = document.RangeOf(first, end);
        // Nearly all phrases stand in one line, without a mark.
        if (!range.In(document.Text).ContainsAny(Breaking))
            return range.Of(document.Text);
        var text = new StringBuilder();
        var (open, written) = (0, 0);
        for (var i = first; i < end; i++)
        {
            open += document.TokenKinds[i] == TokenKind.OpenQuote ? 1 : 0;
            if (document.TokenKinds[i] == TokenKind.OpenQuote || document.TokenKinds[i] == TokenKind.CloseQuote && (open-- > 0 || !Marks.IsApostrophe(document.TokenAt(i).Text[0])))
                continue;
            if (text.Length > 0 && document.TokenRanges[i].Start > written)
                text.Append(' ');
            text.Append(document.TokenAt(i).Text);
            written = document.TokenRanges[i].End;
        }
        return text.ToString();
    }

    public static List<string> Words(string phrase)
    {
        var (ranges, kinds) = HyphenWords.Of(phrase);
        return Words(phrase, ranges, kinds);
    }

    /// <summary>The words of a phrase as the document has them, which need not be cut again.</summary>
    public static List<string> Words(Document document, TextRange range)
    {
        var (first, end) = document.TokensIn(range);
        if (first == end || document.TokenRanges[first].Start != range.Start || document.TokenRanges[end - 1].End != range.End)
            return Words(range.Of(document.Text));
        var (ranges, kinds) = HyphenWords.Of(document.Text, document.TokenRanges.AsSpan(first, end - first), document.TokenKinds.AsSpan(first, end - first));
        return Words(document.Text, ranges, kinds);
    }

    static List<string> Words(string text, TextRange[] ranges, TokenKind[] kinds)
    {
        var words = new List<string>(ranges.Length);
        var open = 0;
        for (var i = 0; i < ranges.Length; i++)
        {
            if (kinds[i] is not (TokenKind.OpenQuote or TokenKind.CloseQuote))
                words.Add(ranges[i].Of(text));
            else if (kinds[i] == TokenKind.OpenQuote)
                open++;
            else if (open > 0)
                open--;
            else if (words.Count > 0 && ranges[i].Start == ranges[i - 1].End && Marks.IsApostrophe(text[ranges[i].Start]))
                words[^1] += text[ranges[i].Start]; // "the Dockworkers' Union"
        }
        return words;
    }
}
