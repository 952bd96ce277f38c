using System.Globalization;
using System.Text;
using Stemma.Evidence;

namespace Stemma.App.Output;

enum Ink { Plain, Bold, Dim }

readonly record struct Run(string Text, Ink Ink = Ink.Plain)
{
    public static implicit operator Run(string text) => new(text);
}

/// <summary>
/// Lines for a terminal, wrapped at words to a width in columns, with hanging indents. Words from outside pass through
/// <see cref="VisibleText"/> here and nowhere else, so no text can reach the terminal with its control characters.
/// East Asian wide characters count two columns, combining marks none; emoji sequences may come out a column off.
/// </summary>
sealed class TerminalPage(TextWriter output, int width, bool colour)
{
    const int WidthMin = 40;

    public int Width { get; } = Math.Max(width, WidthMin);

    public void Blank() => output.Write('\n');

    public void Rule(char with) => Paragraph("", "", new Run(new string(with, Width), Ink.Dim));

    /// <summary>A heading with a line of explanation under it.</summary>
    public void Section(string title, string? explained = null)
    {
        Blank();
        Paragraph("", "", new Run(title.ToUpperInvariant(), Ink.Bold));
        if (explained is not null)
            Paragraph("", "", new Run(explained, Ink.Dim));
    }

    /// <summary>Runs of text after <paramref name="first"/>; further lines begin with <paramref name="rest"/>.</summary>
    public void Paragraph(string first, string rest, params ReadOnlySpan<Run> runs)
    {
        var line = new StringBuilder(first);
        var column = Columns(first);
        var start = column;
        var glued = true;
        foreach (var run in runs)
        {
            foreach (var (word, spaceBefore) in Words(run.Text))
            {
                var space = (spaceBefore || !glued) && column > start;
                foreach (var piece in Pieces(VisibleText.Of(word), Width - Columns(rest)))
                {
                    var columns = Columns(piece);
                    if (column > start && column + (space ? 1 : 0) + columns > Width)
                    {
                        End(line);
                        line.Append(rest);
                        start = column = Columns(rest);
                    }
                    else if (space)
                    {
                        line.Append(' ');
                        column++;
                    }
                    Write(line, piece, run.Ink);
                    column += columns;
                    space = false;
                }
                glued = true;
            }
            // A run that ends in a space parts itself from the next one.
            glued = run.Text.Length == 0 ? glued : !char.IsWhiteSpace(run.Text[^1]);
        }
        End(line);
    }

    void End(StringBuilder line)
    {
        while (line.Length > 0 && line[^1] == ' ')
            line.Length--;
        output.Write(line.Append('\n'));
        line.Clear();
    }

    void Write(StringBuilder line, string text, Ink ink)
    {
        if (!colour || ink == Ink.Plain)
            line.Append(text);
        else
            line.Append(ink == Ink.Bold ? "\u001b[1m" : "\u001b[2m").Append(text).Append("\u001b[0m");
    }

    static IEnumerable<(string Word, bool SpaceBefore)> Words(string text)
    {
        var start = -1;
        var space = false;
        for (var i = 0; i <= text.Length; i++)
        {
            // A no-break space keeps "52 %" together.
            if (i < text.Length && (!char.IsWhiteSpace(text[i]) || text[i] is '\u00A0' or '\u202F'))
            {
                start = start < 0 ? i : start;
                continue;
            }
            if (start >= 0)
                yield return (text[start..i], space);
            (start, space) = (-1, true);
        }
    }

    // A word longer than a line (an address, say) is broken where the line ends.
    static IEnumerable<string> Pieces(string word, int columnsMax)
    {
        if (word.Length * 2 <= columnsMax || Columns(word) <= columnsMax)
        {
            yield return word;
            yield break;
        }
        var piece = new StringBuilder();
        var columns = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            if (columns + Columns(rune) > columnsMax)
            {
                yield return piece.ToString();
                piece.Clear();
                columns = 0;
            }
            piece.Append(rune.ToString());
            columns += Columns(rune);
        }
        yield return piece.ToString();
    }

    static int Columns(string text)
    {
        var columns = 0;
        foreach (var rune in text.EnumerateRunes())
            columns += Columns(rune);
        return columns;
    }

    static int Columns(Rune rune) => rune.Value < 0x300 ? 1
        : Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0
        : rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD) ? 2
        : 1;
}
