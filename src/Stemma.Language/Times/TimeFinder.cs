using Stemma.Language.Tokens;

namespace Stemma.Language.Times;

/// <summary>
/// Finds the words that name a day: weekdays, month and day with or without a year, ISO dates, today, yesterday, tomorrow.
/// Whether the day is spoken of as still to come is read from the nearest verb sign to the left inside the sentence: a modal
/// or "to" says future, a past form says past (Mani and Wilson 2000 use the same cue). Cost: linear in the tokens.
/// Gets wrong: "the deal signed on Friday will …" (the nearest sign is "signed", and right; but "will, on Friday, …" with a
/// past form between is not); weeks, months, clock times and durations are left for a fuller grammar.
/// </summary>
static class TimeFinder
{
    static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    static readonly string[] Weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    public static TimeMention[] Find(Document document)
    {
        var found = new List<TimeMention>();
        var sentence = 0;
        for (var i = 0; i < document.TokenCount; i++)
        {
            while (document.SentenceStarts[sentence + 1] <= i)
                sentence++;
            if (document.TokenKinds[i] is not (TokenKind.Word or TokenKind.Number))
                continue;
            if (At(document, i, document.SentenceStarts[sentence + 1], out var end) is not { } mention)
                continue;
            found.Add(mention with { Future = IsFuture(document, i) });
            i = end - 1;
        }
        return [.. found];
    }

    static TimeMention? At(Document document, int i, int bound, out int end)
    {
        end = i + 1;
        var token = document.TokenAt(i);
        var word = token.Text;
        if (token.Kind == TokenKind.Number)
            return Numeric(document, i, bound, out end);
        if (!char.IsLetter(word[0]))
            return null;
        var weekday = char.IsUpper(word[0]) ? Array.FindIndex(Weekdays, day => MatchesName(token, day)) : -1;
        if (weekday >= 0)
            return new TimeMention(token.Range, TimeKind.Weekday, null, null, null, (DayOfWeek)weekday, false);
        var month = char.IsUpper(word[0]) ? MonthOf(token) : 0;
        if (month > 0 && i + 1 < bound && DayNumber(document.TokenAt(i + 1)) is { } day)
            return Dated(document, (i, i + 2, bound), month, day, out end);
        return RelativeDay(word) is { } kind ? new TimeMention(token.Range, kind, null, null, null, null, false) : null;
    }

    static TimeKind? RelativeDay(ReadOnlySpan<char> word) =>
        word.Equals("today", StringComparison.OrdinalIgnoreCase) ? TimeKind.Today
        : word.Equals("yesterday", StringComparison.OrdinalIgnoreCase) ? TimeKind.Yesterday
        : word.Equals("tomorrow", StringComparison.OrdinalIgnoreCase) ? TimeKind.Tomorrow
        : word.Equals("tonight", StringComparison.OrdinalIgnoreCase) ? TimeKind.Tonight : null;

    /// <summary>"13 September 2023", "2023-09-13".</summary>
    static TimeMention? Numeric(Document document, int i, int bound, out int end)
    {
        end = i + 1;
        var token = document.TokenAt(i);
        // Written as one, but cut at its hyphens.
        var whole = new TextRange(token.Range.Start, document.TokenRanges[Math.Min(i + 4, bound - 1)].End);
        if (i + 4 < bound && whole.Length == 10
            && DateOnly.TryParseExact(whole.In(document.Text), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var iso))
        {
            end = i + 5;
            return new TimeMention(whole, TimeKind.Date, iso.Year, iso.Month, iso.Day, null, false);
        }
        if (DayNumber(token) is not { } day || i + 1 >= bound || MonthOf(document.TokenAt(i + 1)) is not (var month and > 0))
            return null;
        return Dated(document, (i, i + 2, bound), month, day, out end);
    }

    /// <summary>Takes a year that follows, with or without a comma. A day that no calendar has is no date.</summary>
    static TimeMention? Dated(Document document, (int First, int Next, int Bound) tokens, int month, int day, out int end)
    {
        var (first, next, bound) = tokens;
        end = next;
        int? year = null;
        var at = next < bound && document.TokenAt(next).Text is "," ? next + 1 : next;
        if (at < bound && document.TokenKinds[at] == TokenKind.Number && document.TokenRanges[at].Length == 4
            && int.TryParse(document.TokenAt(at).Text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number is >= 1000 and <= 2999)
        {
            year = number;
            end = at + 1;
        }
        if (day > DateTime.DaysInMonth(year ?? 2000, month))
            return null;
        var range = new TextRange(document.TokenRanges[first].Start, document.TokenRanges[end - 1].End);
        return new TimeMention(range, TimeKind.Date, year, month, day, null, false);
    }

    static int? DayNumber(Token token)
    {
        var word = token.Text;
        var digits = 0;
        while (digits < word.Length && char.IsAsciiDigit(word[digits]))
            digits++;
        if (digits is 0 or > 2 || (digits < word.Length && word[digits..] is not ("st" or "nd" or "rd" or "th")))
            return null;
        var day = int.Parse(word[..digits], System.Globalization.CultureInfo.InvariantCulture);
        return day is >= 1 and <= 31 ? day : null;
    }

    static int MonthOf(Token token)
    {
        if (!char.IsUpper(token.Text[0]))
            return 0;
        return Array.FindIndex(Months, month => MatchesName(token, month)) + 1;
    }

    /// <summary>The whole name, or its first three or four letters with a full stop ("Sept.", "Tues.", and "Sept" without).</summary>
    static bool MatchesName(Token token, string name)
    {
        var word = token.Text;
        var dotted = word[^1] == '.';
        var bare = dotted ? word[..^1] : word;
        return bare.Equals(name, StringComparison.OrdinalIgnoreCase)
            || (bare.Length is >= 3 and <= 5 && (dotted || bare is "Sept" or "Jan" or "Feb" or "Aug" or "Oct" or "Nov" or "Dec") && name.AsSpan().StartsWith(bare, StringComparison.OrdinalIgnoreCase));
    }

    static bool IsFuture(Document document, int token)
    {
        var sentence = document.SentenceOfToken(token);
        var first = document.SentenceStarts[sentence];
        for (var i = token - 1; i >= first && token - i <= 25; i--)
        {
            var word = document.TokenAt(i).Text;
            if (i > first && document.TokenAt(i - 1).Text is "be")
                continue; // "will be held": a participle, not a past
            // "until Monday", "booked for Friday", "by Thursday": still to come.
            if (i == token - 1 && word is "until" or "till" or "for" or "by")
                return true;
            if (word.Equals("tomorrow", StringComparison.OrdinalIgnoreCase) || word.Equals("next", StringComparison.OrdinalIgnoreCase) && i == token - 1)
                return true;
            if (PointsAhead(document, i, token))
                return true;
            if (IsPast(word))
                return word is "expected" or "scheduled" or "planned" or "slated" or "supposed" or "due";
        }
        // Nothing before it ("Friday's vote will …"): the first sign after it decides.
        for (var i = token + 1; i < document.SentenceStarts[sentence + 1] && i - token <= 10; i++)
        {
            if (PointsAhead(document, i, document.SentenceStarts[sentence + 1]))
                return true;
            if (IsPast(document.TokenAt(i).Text))
                return false;
        }
        // Present tense throughout ("Funerals begin on Monday") speaks of what is arranged.
        return document.TokenKinds[token] == TokenKind.Word && token > first + 1 && document.SentenceStarts[sentence + 1] - first > 3;
    }

    /// <summary>A modal, or "to" with a verb after it.</summary>
    static bool PointsAhead(Document document, int i, int end)
    {
        var word = document.TokenAt(i).Text.ToString();
        if (WordLists.Modals.Contains(word))
            return true;
        return word is "to" && i + 1 < end && char.IsLower(document.TokenAt(i + 1).Text[0]) && !WordLists.Determiners.Contains(document.TokenAt(i + 1).Text.ToString());
    }

    static bool IsPast(ReadOnlySpan<char> word) =>
        (word.Length > 3 && word.EndsWith("ed", StringComparison.Ordinal))
        || word is "said" or "was" or "were" or "had" or "told" or "met" or "held" or "left" or "came" or "went" or "has" or "have" or "began" or "made" or "took" or "gave" or "saw" or "due";
}
