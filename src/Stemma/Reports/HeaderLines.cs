using System.Buffers;
using System.Globalization;

namespace Stemma.Reports;

/// <summary>
/// Lines that are not sentences of the report: a metadata line at the top (" date 2023-09-13 Headline"), section headings
/// between paragraphs, slugs in capitals, rules of dashes.
/// <para>A heading is told from a short sentence by three things together: prose with a full stop on both sides, no full stop of
/// its own, and capitals throughout (or a question word first, or a single word). So lists, poems and tables, whose lines have
/// no prose around them, stay text. Gets wrong: headings in sentence case are missed ("Missile launch"), and so are two headings
/// in a row; a line in capitals that someone shouts between two paragraphs is taken.</para>
/// </summary>
static class HeaderLines
{
    public sealed record Metadata(DateOnly Day, string? Title);

    static readonly string[] DateLabels = ["date", "published", "updated", "posted", "on", "date:", "published:", "updated:", "posted:", "published on", "updated on", "posted on", "last updated"];

    static readonly SearchValues<char> RuleMarks = SearchValues.Create("-_*=~•·—– ");

    static readonly SearchValues<char> NoHeadingMarks = SearchValues.Create("\"“”()[]{}<>=@#/\\");

    static readonly string[] QuestionWords = ["What", "Why", "How", "Who", "Where", "When"];

    /// <summary>A first line that holds an ISO date and at most a headline.</summary>
    public static Metadata? MetadataOf(string text, PrintLine line)
    {
        var at = -1;
        for (var word = 0; word < Math.Min(4, line.Words.Length); word++)
        {
            if (line.LettersOf(line.Words[word]) is [>= '0' and <= '9', ..])
            {
                at = word;
                break;
            }
        }
        if (at < 0 || line.Words.Length > 30)
            return null;
        var label = text.AsSpan(line.Range.Start, line.Words[at].Start - line.Range.Start).Trim();
        var labelled = false;
        foreach (var known in DateLabels)
            labelled |= label.Equals(known, StringComparison.OrdinalIgnoreCase);
        var written = line.LettersOf(line.Words[at]);
        if ((!labelled && !label.IsEmpty) || written.Length < 10
            || !DateOnly.TryParseExact(written[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || (written.Length > 10 && written[10] is not 'T'))
            return null;
        var rest = at + 1;
        while (rest < line.Words.Length && IsTimeOrRule(line.Words[rest].In(text)))
            rest++;
        var title = line.From(rest).Trim();
        if (title.IsEmpty)
            return new Metadata(day, null);
        var isTitle = !(title[^1] is '.' or ',' or ';') && (labelled ? line.Words.Length - rest <= 20 && char.IsUpper(FirstLetter(title)) : line.IsTitleCase(rest));
        return isTitle ? new Metadata(day, title.ToString()) : null;
    }

    /// <summary>
    /// A headline over the report: capitals throughout, no full stop, set off by a blank line or a long paragraph (else it may be
    /// the first part of a broken sentence). It is the report's own words and stays text.
    /// </summary>
    public static bool IsHeadline(string text, PrintLine line, PrintLine after) =>
        line.Words.Length is >= 4 and <= 20 && !(line.Content[^1] is '.' or ',' or ';' or ':') && !line.Content.Contains('/') && line.IsTitleCase() && !(line.Content[^1] is '-' or '–' or '—' or '―')
        && after.IsProse && (after.Words.Length >= 16 || text.AsSpan(line.Range.End, after.Range.Start - line.Range.End).Count('\n') > 1);

    public static bool IsRule(PrintLine line)
    {
        if (line.Range.Length < 3)
            return false;
        return line.Content.IndexOfAnyExcept(RuleMarks) < 0;
    }

    /// <param name="before">The nearest line of text before it.</param>
    public static bool IsSectionHeading(PrintLine line, PrintLine? before, PrintLine? after)
    {
        if (line.Words.Length > 8 || line.Range.Length > 70 || line.Range.Length < 3 || before is not { IsProse: true } || after is not { IsProse: true })
            return false;
        var content = line.Content;
        if (!(char.IsUpper(content[0]) || char.IsDigit(content[0])) || content.ContainsAny(NoHeadingMarks))
            return false;
        if (content[^1] is '?')
            return line.Words.Length >= 3 && line.IsTitleCase();
        if (!char.IsLetterOrDigit(content[^1]))
            return false;
        if (line.Words.Length == 1)
            return content.Length >= 4 && !content.ContainsAnyInRange('0', '9');
        return line.IsTitleCase() || (line.Words.Length <= 6 && IsQuestionWord(line.LettersOf(line.Words[0])));
    }

    /// <summary>"PUTIN-KIM SUMMIT" above the first paragraph.</summary>
    public static bool IsSlug(PrintLine line, PrintLine? after) =>
        line.Words.Length <= 6 && line.Range.Length <= 60 && !line.EndsSentence && line.IsAllCapitals() && line.Content[^1] is not (',' or ':' or '"' or '”')
        && !line.Content.ContainsAny("\"“”") && after is { Words.Length: >= 10 };

    static bool IsTimeOrRule(ReadOnlySpan<char> word) =>
        word is "-" or "–" or "—" or "|" or ":" or "UTC" or "GMT" || (char.IsAsciiDigit(word[0]) && word.Contains(':'));

    static char FirstLetter(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if (char.IsLetterOrDigit(c))
                return char.IsDigit(c) ? 'A' : c;
        }
        return ' ';
    }

    static bool IsQuestionWord(ReadOnlySpan<char> word)
    {
        foreach (var question in QuestionWords)
        {
            if (word.SequenceEqual(question))
                return true;
        }
        return false;
    }
}
