using System.Collections.Frozen;
using Stemma.Language.Syntax;
using Stemma.Language.Tokens;

namespace Stemma.Language.Attributions;

/// <summary>Where names begin and end: without the titles and offices before them, and whole where the network of names cut them short. Cost: the words of a name.</summary>
static class FullNames
{
    /// <summary>People's names have no more tokens.</summary>
    public const int PersonTokensMax = 5;

    // Asked of every word in capitals: a look-up that needs no string of its own.
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Titles = Vocabulary.Titles.GetAlternateLookup<ReadOnlySpan<char>>(), Roles = Vocabulary.Roles.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A name without the titles before it, to its end over hyphens that touch letters on both sides.</summary>
    public static (int Start, int End) Of(Document document, NameMention name)
    {
        var (start, end) = (name.FirstToken, name.EndToken);
        while (start < end - 1 && (IsOffice(document, start) || document.TokenAt(start).Text is "." or "the" or "The" || document.TokenAt(start).Text.EndsWith("s.", StringComparison.Ordinal))) // "Sens."
            start++;
        // "Jane Doe of Northern Shipping": whose she is, is no part of a person's name.
        for (var i = start + 1; i < end && name.Kind == NameKind.Person; i++)
            if (document.TokenAt(i).Text is "of" or "from" or "for" or "at")
                return (start, i);
        end = HyphenWords.EndOf(document.Text, document.TokenRanges, document.TokenKinds, end - 1, document.TokenCount);
        // A name that the network cut short goes on over the capitals behind it.
        for (var further = 0; further < 2 && name.Kind == NameKind.Person && end < document.TokenCount && document.TokenAt(end) is { Upos: "PROPN", Relation: "flat" } next && IsCapital(document, end) && next.Head >= start && next.Head < end && !IsOffice(document, end)
            && !WordLists.Weekdays.Contains(next.Text.ToString()) && document.Syntax.NameAt(next.Index) is null; further++)
            end++;
        // "Jane May said": the month after a person is a surname, whatever the tagger makes of it.
        if (name.Kind == NameKind.Person && end < document.TokenCount && document.TokenAt(end).Text is "May" && document.TokenRanges[end].Start == document.TokenRanges[end - 1].End + 1)
            end++;
        return (start, end);
    }

    /// <summary>Whether this word is a title, or says what somebody is.</summary>
    public static bool IsOffice(Document document, int token) => document.TokenAt(token).Text.TrimEnd('.') is var word && (Titles.Contains(word) || Roles.Contains(word));

    public static bool IsCapital(Document document, int i) =>
        document.TokenKinds[i] == TokenKind.Word && char.IsUpper(document.TokenAt(i).Text[0]) && document.TokenAt(i).Text is not ("I" or "Mr" or "Mrs" or "Ms");
}
