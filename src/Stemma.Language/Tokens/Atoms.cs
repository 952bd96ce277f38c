using System.Globalization;
using System.Text;

namespace Stemma.Language.Tokens;

/// <summary>One of the smallest parts a token can be made of.</summary>
/// <param name="Space">White space before it: 0 none, 1 one blank, 2 more, 3 a line break or something set apart.</param>
readonly record struct Atom(int Start, int End, byte Space);

/// <summary>
/// The smallest parts a token can be made of: maximal runs of letters, maximal runs of digits, each other character by itself, and a whole URL or e-mail address.
/// "n't" is cut off its verb, and what is written as one word but is two ("cannot", "gonna") is cut where the training texts cut it.
/// Cost: one pass.
/// </summary>
static class Atoms
{
    /// <param name="atoms">Emptied, then filled.</param>
    /// <param name="joined">Key of a word that is two, and after how many characters the second begins.</param>
    public static void Find(string text, IReadOnlyList<TextRange> setApart, IReadOnlyDictionary<ulong, int> joined, List<Atom> atoms)
    {
        atoms.Clear();
        var (apart, space) = (0, (byte)3);
        for (var i = 0; i < text.Length;)
        {
            while (apart < setApart.Count && setApart[apart].End <= i)
                apart++;
            if (apart < setApart.Count && setApart[apart].Contains(i))
            {
                (i, space) = (setApart[apart].End, 3);
                continue;
            }
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                space = ParagraphFinder.LineBreaks.Contains(c) || space == 3 ? (byte)3 : (byte)Math.Min(2, space + 1);
                i++;
                continue;
            }
            var limit = apart < setApart.Count ? setApart[apart].Start : text.Length;
            if (space > 0 || (i > 0 && text[i - 1] is '(' or '<' or '"' or '[' or '\u201c'))
            {
                // Looked for where a word can begin only: else a long run of letters would be looked through again and again.
                if (Addresses.EndOf(text, i, limit) is > 0 and var address)
                {
                    atoms.Add(new Atom(i, address, space));
                    (i, space) = (address, 0);
                    continue;
                }
            }
            var end = EndOf(text, i, limit);
            if (CutIn(text, i, end, limit, joined) is > 0 and var cut)
            {
                atoms.Add(new Atom(i, i + cut, space));
                (i, space) = (i + cut, 0);
            }
            atoms.Add(new Atom(i, end, space));
            (i, space) = (end, 0);
        }
    }

    static int CutIn(string text, int start, int end, int limit, IReadOnlyDictionary<ulong, int> joined)
    {
        if (!char.IsLetter(text[start]))
            return 0;
        if (end - start > 1 && text[end - 1] is 'n' or 'N' && end + 1 < limit && Marks.IsApostrophe(text[end]) && text[end + 1] is 't' or 'T'
            && (end + 2 >= limit || !char.IsLetterOrDigit(text[end + 2])))
            return end - 1 - start;
        return end - start <= 12 && joined.TryGetValue(WordKey.Of(text.AsSpan(start, end - start)), out var cut) ? cut : 0;
    }

    static int EndOf(string text, int i, int limit)
    {
        var kind = KindOf(text, i, out var length);
        var end = i + length;
        while (kind != 0 && end < limit && KindOf(text, end, out length) is var next && (next == kind || next == 3) && end + length <= limit)
            end += length;
        return Math.Min(end, limit);
    }

    /// <returns>1 for a letter, 2 for a digit, 3 for what combines with the character before it, 0 for any other.</returns>
    static int KindOf(string text, int i, out int length)
    {
        var c = text[i];
        length = 1;
        if (char.IsAsciiLetter(c))
            return 1;
        if (char.IsAsciiDigit(c))
            return 2;
        if (c < 0x80)
            return 0;
        if (char.IsHighSurrogate(c))
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune))
                return 0;
            length = 2;
            return Rune.IsLetter(rune) ? 1 : 0;
        }
        return CharUnicodeInfo.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => 1,
            UnicodeCategory.DecimalDigitNumber => 2,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => 3,
            _ => 0,
        };
    }
}
