namespace Stemma.Language.Quotations;

/// <summary>
/// Pairs quotation marks. Within a paragraph, an opening mark is closed by the next closing mark of its own family (double,
/// single, guillemets); marks inside an open quotation of another family are nested and not listed. A quotation left open
/// at the end of its paragraph is accepted only where the next paragraph opens with the same mark (the rule of typesetters)
/// or where the mark itself says that it opens (curly); then it runs to the end of its paragraph and the next one continues it.
/// A single closing mark is also the apostrophe of plurals ("the workers' rights"): one that follows punctuation is
/// preferred to the first. Cost: linear in the tokens. Gets wrong: straight marks that were typed with stray spaces.
/// </summary>
static class QuotationFinder
{
    public static Quotation[] Find(string text, TextRange[] tokens, TokenKind[] kinds, TextRange[] paragraphs)
    {
        var found = new List<Quotation>();
        var token = 0;
        for (var p = 0; p < paragraphs.Length; p++)
        {
            while (token < tokens.Length && tokens[token].Start < paragraphs[p].Start)
                token++;
            var end = token;
            while (end < tokens.Length && tokens[end].Start < paragraphs[p].End)
                end++;
            InParagraph(text, tokens, kinds, (token, end), (p > 0 ? paragraphs[p - 1] : default, p + 1 < paragraphs.Length ? paragraphs[p + 1] : default), found);
            token = end;
        }
        return [.. found];
    }

    static void InParagraph(string text, TextRange[] tokens, TokenKind[] kinds, (int First, int End) own, (TextRange Before, TextRange After) paragraphs, List<Quotation> found)
    {
        var (first, end) = own;
        // Only a quotation that the paragraph before left open can be continued, and only by the first mark of this one.
        var openBefore = found.Count > 0 && paragraphs.Before.Contains(found[^1].Range) && first < end && kinds[first] == TokenKind.OpenQuote && found[^1].Range.End == found[^1].Inner.End
            && FamilyOf(text, tokens[first]) == FamilyOf(text, new TextRange(found[^1].Range.Start, found[^1].Inner.Start));
        var lastClosing = LastClosing(text, tokens, kinds, first, end);
        for (var i = first; i < end; i++)
        {
            if (kinds[i] != TokenKind.OpenQuote || IsElision(text, tokens, i, end))
                continue;
            var family = FamilyOf(text, tokens[i]);
            var close = i < lastClosing[(int)family] ? Closing(text, tokens, kinds, i + 1, end, family) : -1;
            var continues = i == first && openBefore ? found.Count - 1 : -1;
            if (close >= 0)
            {
                var range = new TextRange(tokens[i].Start, tokens[close].End);
                found.Add(new Quotation(range, new TextRange(tokens[i].End, Math.Max(tokens[i].End, tokens[close].Start)), continues));
                i = close;
            }
            else if (RunsOn(text, tokens[i], family, paragraphs.After) && i + 1 < end)
            {
                var range = new TextRange(tokens[i].Start, tokens[end - 1].End);
                found.Add(new Quotation(range, new TextRange(tokens[i].End, range.End), continues));
                return;
            }
        }
    }

    static bool RunsOn(string text, TextRange mark, Family family, TextRange nextParagraph) =>
        text[mark.Start] is '\u201c' or '\u201e' or '\u00ab'
        || (!nextParagraph.IsEmpty && family != Quotations.Family.Single && Family(text[nextParagraph.Start]) == family);

    /// <summary>The last closing mark of each family, or -1: behind it nothing is looked for, which keeps the cost linear.</summary>
    static int[] LastClosing(string text, TextRange[] tokens, TokenKind[] kinds, int first, int end)
    {
        int[] last = [-1, -1, -1];
        for (var i = first; i < end; i++)
            if (kinds[i] == TokenKind.CloseQuote)
                last[(int)FamilyOf(text, tokens[i])] = i;
        return last;
    }

    static int Closing(string text, TextRange[] tokens, TokenKind[] kinds, int from, int end, Family family)
    {
        var firstSingle = -1;
        for (var i = from; i < end; i++)
        {
            var mark = text[tokens[i].Start];
            // A second opening of the same family: the first was never closed, or closed at an apostrophe. A straight mark
            // only looks like an opening; it settles that a mark after an s closed the first.
            if (kinds[i] == TokenKind.OpenQuote && FamilyOf(text, tokens[i]) == family && (mark is not '"' and not '\'' || (firstSingle >= 0 && !IsElision(text, tokens, i, end))))
                return firstSingle;
            if (kinds[i] != TokenKind.CloseQuote || FamilyOf(text, tokens[i]) != family)
                continue;
            if (family != Quotations.Family.Single)
                return i;
            if (i > from && text[tokens[i - 1].End - 1] is '.' or ',' or '?' or '!' or ';' or '\u2026' || tokens[i].Start == 0)
                return i;
            // After an s it may be a plural's apostrophe: remember it, and look on for a surer one.
            if (text[tokens[i].Start - 1] is not 's')
                return i;
            if (firstSingle < 0)
                firstSingle = i;
        }
        return firstSingle;
    }

    /// <summary>"'Tis", "'90s", "'em": an apostrophe for what was left out.</summary>
    static bool IsElision(string text, TextRange[] tokens, int i, int end)
    {
        if (FamilyOf(text, tokens[i]) != Quotations.Family.Single || i + 1 >= end)
            return false;
        var next = tokens[i + 1].In(text);
        return char.IsDigit(next[0]) || next is "em" or "tis" or "twas" or "til" or "cause" or "n" or "Tis" or "Twas";
    }

    /// <summary>Two single marks in a row are a double one.</summary>
    static Family FamilyOf(string text, TextRange token) => token.Length == 2 ? Quotations.Family.Double : Family(text[token.Start]);

    static Family Family(char mark) => mark switch
    {
        '\'' or '\u2018' or '\u2019' or '\u201a' or '\u2039' or '\u203a' => Quotations.Family.Single,
        '\u00ab' or '\u00bb' => Quotations.Family.Guillemet,
        _ => Quotations.Family.Double,
    };
}

enum Family { Double, Single, Guillemet }
