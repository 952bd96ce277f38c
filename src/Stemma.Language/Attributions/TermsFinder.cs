using System.Buffers;
using System.Collections.Frozen;

namespace Stemma.Language;

/// <summary>On what terms a source spoke, where the text says it: by name, to be used without a name, or so that nobody may tell who it was.</summary>
public enum Terms { OnRecord, OnBackground, Anonymous }

/// <summary>
/// "on condition of anonymity", "asked not to be named", "on background": phrases of the trade, looked for in the sentence of the cue
/// outside of what is said. Cost: linear in the sentence. Gets wrong: other wordings; one source's terms where a sentence cites two.
/// </summary>
static class TermsFinder
{
    /// <summary>How far behind the beginning of a content its terms may begin, in characters.</summary>
    const int Slack = 4;

    static readonly SearchValues<string> Hints = SearchValues.Create(["anonym", "background", "record", "named", "identified", "quoted", "authori", "permit", "allow"], StringComparison.OrdinalIgnoreCase);

    static readonly FrozenSet<string> Naming = new[] { "named", "identified", "quoted" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    static readonly FrozenSet<string> Unwilling = new[] { "not", "decline", "refuse" }.ToFrozenSet(StringComparer.Ordinal);

    static readonly FrozenSet<string> Leave = new[] { "authorize", "authorise", "authorized", "authorised", "permit", "allow", "permitted", "allowed", "unauthorized", "unauthorised" }.ToFrozenSet(StringComparer.Ordinal);

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LeaveWords = Leave.GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly FrozenSet<string> Openly = new[] { "publicly", "media", "press", "reporters", "record" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    static readonly FrozenSet<string> Not = new[] { "not", "n't", "n’t", "never" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static (Terms Kind, TextRange Range)? In(Document document, int cueAt, IReadOnlyList<TextRange> content)
    {
        var sentence = document.SentenceOfToken(document.TokenOf(cueAt));
        var (first, end) = (document.SentenceStarts[sentence], document.SentenceStarts[sentence + 1]);
        if (!Hinted(document, first, end))
            return null;
        for (var i = first; i < end; i++)
            if (At(document, i, end) is { } found)
            {
                var range = document.RangeOf(i, found.End);
                if (!content.Any(range.Overlaps))
                    return (found.Kind, range);
            }
        return null;
    }

    /// <summary>The terms that lead what was taken for content: "who asked not to be named" tells nothing of the matter, "said on the record that …" does, behind them.</summary>
    public static (Terms Kind, TextRange Range)? Leading(Document document, int cueAt, TextRange content)
    {
        var (first, end) = (document.TokenOf(cueAt), document.TokensIn(content).End);
        if (!Hinted(document, first, end))
            return null;
        for (var i = first; i < end; i++)
            if (At(document, i, end) is { } found && document.TokenRanges[found.End - 1].End >= content.Start && document.TokenRanges[i].Start <= content.Start + Slack)
                return (found.Kind, document.RangeOf(i, found.End));
        return null;
    }

    /// <summary>Whether any such phrase can stand in the document: asked once, where most have none.</summary>
    public static bool MayBeIn(Document document) => document.Text.AsSpan().ContainsAny(Hints);

    /// <summary>Whether a word stands here that each such phrase has one of: most sentences have none, and a search for it costs next to nothing.</summary>
    static bool Hinted(Document document, int first, int end) =>
        first < end && document.Text.AsSpan(document.TokenRanges[first].Start..document.TokenRanges[end - 1].End).ContainsAny(Hints);

    /// <summary>Whether such a phrase begins here, and one past its last token.</summary>
    static (Terms Kind, int End)? At(Document document, int i, int end)
    {
        bool Is(int at, string word) => at < end && document.TokenAt(at).Text.Equals(word, StringComparison.OrdinalIgnoreCase);
        int Within(int from, int reach, Func<string, bool> fits)
        {
            for (var at = from; at < Math.Min(end, from + reach); at++)
                if (fits(document.TokenAt(at).Text.ToString()))
                    return at;
            return -1;
        }
        if (Is(i, "condition") && Is(i + 1, "of") && Is(i + 2, "anonymity"))
            return (Terms.Anonymous, i + 3);
        if (Is(i, "anonymity") || Is(i, "anonymously"))
            return (Terms.Anonymous, i + 1);
        if (Is(i, "on") && (Is(i + 1, "background") || Is(i + 1, "deep") && Is(i + 2, "background")))
            return (Terms.OnBackground, Is(i + 1, "deep") ? i + 3 : i + 2);
        if (Is(i, "on") && Is(i + 1, "the") && Is(i + 2, "record"))
            return (Terms.OnRecord, i + 3);
        var lemma = document.TokenAt(i).Lemma;
        if (Unwilling.Contains(lemma) && Within(i + 1, 4, Naming.Contains) is > 0 and var named && Within(i + 1, named - i, static word => word is "be") > 0)
            return (Terms.Anonymous, named + 1);
        if ((Leave.Contains(lemma) || LeaveWords.Contains(document.TokenAt(i).Text)) && Negated(document, i) && Within(i + 1, 3, static word => word is "speak" or "comment" or "talk" or "discuss") is > 0 and var speak && Within(speak + 1, 6, Openly.Contains) is > 0 and var open)
            return (Terms.Anonymous, open + 1);
        return null;
    }

    static bool Negated(Document document, int at) => document.TokenAt(at).Text.StartsWith("un", StringComparison.OrdinalIgnoreCase)
        || at > 0 && Not.Contains(document.TokenAt(at - 1).Text.ToString()) || at > 1 && Not.Contains(document.TokenAt(at - 2).Text.ToString());
}
