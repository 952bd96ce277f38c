using System.Globalization;
using System.Text;

namespace Stemma.Evidence;

/// <summary>
/// Text from outside, made safe to look at: control characters, bidirectional overrides, line separators and lone
/// surrogates are written out as <c>\u202E</c>, so that no report can move a terminal's cursor or turn words around.
/// Marks that languages need (joiners, left-to-right marks) stay. Line breaks and tabs stay where asked for.
/// </summary>
public static class VisibleText
{
    public static string Of(string text, bool keepLines = false)
    {
        var clean = 0;
        while (clean < text.Length && !Unsafe(text, clean, keepLines))
            clean += char.IsHighSurrogate(text[clean]) ? 2 : 1;
        if (clean >= text.Length)
            return text;
        var shown = new StringBuilder(text, 0, clean, text.Length + 32);
        for (var i = clean; i < text.Length; i++)
        {
            if (Unsafe(text, i, keepLines))
            {
                shown.Append("\\u").Append(((int)text[i]).ToString("X4", CultureInfo.InvariantCulture));
            }
            else
            {
                shown.Append(text[i]);
                if (char.IsHighSurrogate(text[i]))
                    shown.Append(text[++i]);
            }
        }
        return shown.ToString();
    }

    /// <summary>One line of at most <paramref name="lengthMax"/> characters: white space run together, cut at a word, never inside a character.</summary>
    public static string Line(string text, int lengthMax)
    {
        var line = new StringBuilder(Math.Min(text.Length, lengthMax + 2));
        foreach (var c in text)
        {
            if (c is ' ' or '\n' or '\r' or '\t' or '\u00A0' or '\u2028' or '\u2029')
            {
                if (line.Length > 0 && line[^1] != ' ')
                    line.Append(' ');
            }
            else
            {
                line.Append(c);
            }
            if (line.Length > lengthMax + 1)
                return Of(Cut(line.ToString(), lengthMax) + "…");
        }
        var whole = line.ToString().TrimEnd(' ');
        return Of(whole.Length <= lengthMax ? whole : Cut(whole, lengthMax) + "…");
    }

    // A single word longer than the line is cut where the line ends, but not through a pair of surrogates.
    static string Cut(string text, int lengthMax)
    {
        var end = text.LastIndexOf(' ', lengthMax);
        if (end < lengthMax / 2)
            end = char.IsHighSurrogate(text[lengthMax - 1]) ? lengthMax - 1 : lengthMax;
        return text[..end].TrimEnd(' ', ',', ';', ':', '–', '—', '-');
    }

    static bool Unsafe(string text, int at, bool keepLines)
    {
        var c = text[at];
        if (c is '\n' or '\t')
            return !keepLines;
        if (char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029' or '\uFEFF')
            return true;
        if (char.IsHighSurrogate(c))
            return at + 1 >= text.Length || !char.IsLowSurrogate(text[at + 1]);
        // Reached only when no high surrogate stood before it: pairs are stepped over together.
        return char.IsLowSurrogate(c);
    }
}
