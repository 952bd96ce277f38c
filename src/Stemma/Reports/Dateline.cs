using System.Globalization;
using Stemma.Language;

namespace Stemma.Reports;

/// <summary>
/// The line before a report's first sentence, in its parts. <paramref name="Place"/> is the words for the place, country included;
/// <paramref name="Date"/> the words for the date, <paramref name="Month"/> and <paramref name="DayOfMonth"/> what they say.
/// </summary>
public sealed record Dateline(TextRange Range, TextRange? Place, TextRange? Date, int? Year, int? Month, int? DayOfMonth, IReadOnlyList<Credit> Credits)
{
    static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>
    /// "VLADIVOSTOK, Russia, Sept 13 (Reuters) -" and "MOSCOW. September 13. /TASS/." to their parts: what stands before the agency,
    /// cut at commas and full stops after words; the first piece that is a date ends the place.
    /// </summary>
    internal static Dateline Of(string text, TextRange range, IReadOnlyList<Credit> credits)
    {
        var end = range.Start;
        while (end < range.End && text[end] is not ('(' or '/' or '–' or '—' or '―' or '[') && !(text[end] == '-' && (end + 1 == range.End || text[end + 1] is ' ' or '-')))
            end++;
        TextRange? place = null, date = null;
        int? year = null, month = null, day = null;
        foreach (var piece in Pieces(text, range.Start, end))
        {
            var words = piece.In(text);
            if (date is null && TryDate(words, out var m, out var d))
                (date, month, day) = (piece, m, d);
            else if (date is { } before && words.Length == 4 && int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var y))
                (date, year) = (new TextRange(before.Start, piece.End), y);
            else if (date is null)
                place = place is { } first ? new TextRange(first.Start, piece.End) : piece;
        }
        return new Dateline(range, place, date, year, month, day, credits);
    }

    /// <summary>The day it gives, the year taken from the day of publication where it gives none; null where it gives no day that exists.</summary>
    public DateOnly? Day(DateOnly? published)
    {
        if (Month is not { } month || DayOfMonth is not { } day || (Year ?? published?.Year) is not { } year || year is < 1 or > 9999 || day > DateTime.DaysInMonth(year, month))
            return null;
        var found = new DateOnly(year, month, day);
        // A dateline of December on a report of January.
        return Year is null && published is { } on && found.DayNumber - on.DayNumber > 180 && year > 1 && day <= DateTime.DaysInMonth(year - 1, month) ? new DateOnly(year - 1, month, day) : found;
    }

    static IEnumerable<TextRange> Pieces(string text, int start, int end)
    {
        var from = start;
        for (var at = start; at <= end; at++)
        {
            var cuts = at == end || text[at] is ',' or '|' || (text[at] == '.' && at - from > 3 && !IsMonth(text.AsSpan(from, at - from)) && (at + 1 >= end || text[at + 1] == ' '));
            if (!cuts)
                continue;
            var piece = text.AsSpan(from, at - from);
            var first = piece.Length - piece.TrimStart(" .\u00A0").Length;
            var length = piece.TrimEnd(" .\u00A0").Length;
            if (first < length)
                yield return new TextRange(from + first, from + length);
            from = at + 1;
        }
    }

    static bool IsMonth(ReadOnlySpan<char> words) => MonthOf(words[(words.LastIndexOf(' ') + 1)..]) > 0;

    static bool TryDate(ReadOnlySpan<char> words, out int month, out int day)
    {
        (month, day) = (0, 0);
        var blank = words.IndexOf(' ');
        if (blank <= 0)
            return false;
        var first = words[..blank].Trim('.');
        var second = words[(blank + 1)..].Trim(" .");
        if (int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out day))
            month = MonthOf(first);
        else if (int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out day))
            month = MonthOf(second);
        return month > 0 && day is >= 1 and <= 31;
    }

    /// <summary>By the first three letters of a word that is a month's name, short or long; 0 for none.</summary>
    static int MonthOf(ReadOnlySpan<char> word)
    {
        word = word.Trim('.');
        if (word.Length < 3)
            return 0;
        for (var month = 0; month < Months.Length; month++)
        {
            var name = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[month];
            if (word.StartsWith(Months[month], StringComparison.OrdinalIgnoreCase) && (name.AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase) || word.Equals("sept", StringComparison.OrdinalIgnoreCase)))
                return month + 1;
        }
        return 0;
    }
}
