namespace Stemma.Language.Times;

/// <summary>One word, phrase or figure of a sentence, by what it can be in a time expression.</summary>
/// <param name="Value">As in <see cref="TimeWord"/>; of a date in figures an index into what was read.</param>
readonly record struct TimeSymbol(int Start, int End, TimeClass Classes, int Value, double Number)
{
    public bool Is(TimeClass classes) => (Classes & classes) != TimeClass.None;
}

/// <summary>
/// A sentence as symbols: words are looked up, number words added together, figures read by <see cref="Figures"/>. Works on
/// characters and not on tokens, so that "15SEP" and "mid-November" come apart the same way whatever the tokens are. Every
/// other word is one symbol without a class, which ends whatever expression stands before it. Cost: one pass.
/// </summary>
sealed class TimeSymbols(string text)
{
    readonly char[] phrase = new char[64];

    public List<TimeSymbol> Symbols { get; } = [];

    /// <summary>Dates written in figures, by the value of their symbol.</summary>
    public List<FigureTime> Dates { get; } = [];

    /// <returns>Whether anything in the sentence can be part of a time at all.</returns>
    public bool Read(TextRange sentence)
    {
        Symbols.Clear();
        Dates.Clear();
        var any = false;
        for (var i = sentence.Start; i < sentence.End;)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                i++;
                continue;
            }
            var from = Symbols.Count;
            i = char.IsAsciiLetter(c) ? Word(i, sentence.End) : char.IsAsciiDigit(c) ? Digits(i, sentence.End) : Mark(i, sentence.End);
            for (var k = from; k < Symbols.Count; k++)
                any |= Symbols[k].Is(Telling);
        }
        return any;
    }

    /// <summary>What no time expression is without.</summary>
    const TimeClass Telling = TimeClass.Weekday | TimeClass.WeekdayShort | TimeClass.Weekdays | TimeClass.Month | TimeClass.MonthWeak | TimeClass.Year | TimeClass.ShortYear | TimeClass.Unit | TimeClass.Units
        | TimeClass.DayPart | TimeClass.Season | TimeClass.Deictic | TimeClass.Tonight | TimeClass.Vague | TimeClass.Recent | TimeClass.Frequency | TimeClass.Clock | TimeClass.AmPm | TimeClass.OClock | TimeClass.FullDate
        | TimeClass.QuarterCode | TimeClass.Ordinal | TimeClass.Fiscal | TimeClass.Decade | TimeClass.Holiday | TimeClass.Past;

    int Word(int start, int bound)
    {
        var end = WordEnd(start, bound);
        var word = text.AsSpan(start, end - start);
        // A capital I or a letter after a dot is not looked at twice.
        if (word.Length > 14 || (end < bound && char.IsLetter(text[end])))
            return Other(start, WholeWordEnd(end, bound));
        if (TimeWords.OpensPhrase(word) && Phrase(start, end, bound) is > 0 and var phraseEnd)
            return phraseEnd;
        if (word is "Q" or "q" && end < bound && text[end] is >= '1' and <= '4' && (end + 1 >= bound || !char.IsLetterOrDigit(text[end + 1])))
        {
            Symbols.Add(new TimeSymbol(start, end + 1, TimeClass.QuarterCode, text[end] - '0', text[end] - '0'));
            return end + 1;
        }
        if (!TimeWords.TryGet(word, out var found))
            return Other(start, end);
        if (found.Classes == TimeClass.Number)
            return NumberWord(start, end, found, bound);
        if ((found.Classes & (TimeClass.MonthWeak | TimeClass.WeekdayShort)) != TimeClass.None && (found.Classes & TimeClass.Month) == TimeClass.None)
            return Abbreviation(start, end, found, bound);
        Symbols.Add(new TimeSymbol(start, end, found.Classes, found.Value, found.Number));
        return end;
    }

    int Other(int start, int end)
    {
        Symbols.Add(new TimeSymbol(start, end, TimeClass.None, 0, 0));
        return end;
    }

    int WordEnd(int start, int bound)
    {
        var end = start + 1;
        while (end < bound && char.IsAsciiLetter(text[end]))
            end++;
        return end;
    }

    int WholeWordEnd(int end, int bound)
    {
        while (end < bound && char.IsLetter(text[end]))
            end++;
        return end;
    }

    /// <summary>The longest phrase of the table that begins here; 0 where none does.</summary>
    int Phrase(int start, int firstEnd, int bound)
    {
        var (length, best, bestEnd) = (0, default(TimeWord), 0);
        var (i, words, blank) = (start, 0, false);
        while (i < bound && length < phrase.Length - 2)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                blank = true;
                i++;
                continue;
            }
            if (blank)
                (phrase[length++], blank) = (' ', false);
            if (char.IsAsciiLetter(c))
            {
                if (++words > TimeWords.PhraseWordsMax)
                    break;
                while (i < bound && char.IsAsciiLetter(text[i]) && length < phrase.Length - 2)
                    phrase[length++] = text[i++];
            }
            else if (c is '\'' or '\u2019' or '-' or '.')
                (phrase[length++], i) = (c == '\u2019' ? '\'' : c, i + 1);
            else
                break;
            if (i > firstEnd && (i >= bound || !char.IsLetterOrDigit(text[i])) && TimeWords.TryGet(phrase.AsSpan(0, length), out var found))
                (best, bestEnd) = (found, i);
        }
        if (bestEnd > 0)
            Symbols.Add(new TimeSymbol(start, bestEnd, best.Classes, best.Value, best.Number));
        return bestEnd;
    }

    /// <summary>"Nov." takes its full stop with it, unless the sentence ends there.</summary>
    int Abbreviation(int start, int end, TimeWord found, int bound)
    {
        var classes = found.Classes;
        var dotted = end + 1 < bound && text[end] == '.';
        if (dotted)
            end++;
        if (char.IsAsciiLetterUpper(text[start]) && (dotted || end - start == 4) && (classes & TimeClass.MonthWeak) != TimeClass.None)
            classes |= TimeClass.Month;
        if (char.IsAsciiLetterUpper(text[start]) && dotted && (classes & TimeClass.WeekdayShort) != TimeClass.None && end - start > 3 && found.Value is not (6 or 7))
            classes |= TimeClass.Weekday;
        Symbols.Add(new TimeSymbol(start, end, classes, found.Value, found.Number));
        return end;
    }

    int Mark(int start, int bound)
    {
        var c = text[start];
        if (c is '\'' or '\u2019' && start + 1 < bound)
        {
            if (text[start + 1] is 's' && (start + 2 >= bound || !char.IsLetterOrDigit(text[start + 2])))
            {
                Symbols.Add(new TimeSymbol(start, start + 2, TimeClass.Possessive, 0, 0));
                return start + 2;
            }
            if (Figures.ShortYear(text, start, bound, out var symbol))
            {
                Symbols.Add(symbol);
                return symbol.End;
            }
        }
        var classes = c switch
        {
            '-' or '\u2013' or '\u2014' or '\u2010' or '\u2011' or '~' => TimeClass.Hyphen,
            ',' => TimeClass.Comma,
            '&' => TimeClass.And,
            _ => TimeClass.None,
        };
        var end = start + 1;
        // Letters of other scripts and the halves of a pair stay together.
        if (classes == TimeClass.None && char.IsLetter(c))
            end = WholeWordEnd(end, bound);
        else if (char.IsHighSurrogate(c) && end < bound && char.IsLowSurrogate(text[end]))
            end++;
        Symbols.Add(new TimeSymbol(start, end, classes, 0, 0));
        return end;
    }

    int Digits(int start, int bound)
    {
        // Figures that hang on letters before them ("B52", "F-16"), on a currency sign or on a point are no time.
        if (Figures.HangsOn(text, start))
            return Other(start, Figures.GroupEnd(text, start, bound));
        if (Figures.Date(text, start, bound) is { } date)
        {
            Symbols.Add(new TimeSymbol(start, date.End, TimeClass.FullDate, Dates.Count, 0));
            Dates.Add(date);
            return date.End;
        }
        if (Figures.Clock(text, start, bound) is { } clock)
        {
            Symbols.Add(new TimeSymbol(start, clock.End, TimeClass.Clock, clock.Minute, 0));
            return clock.End;
        }
        var symbol = Figures.Number(text, start, bound);
        Symbols.Add(symbol);
        return symbol.End;
    }

    /// <summary>"Twenty-four", "two and a half", "one hundred and fifty", "nineteen ninety-six": one symbol.</summary>
    int NumberWord(int start, int end, TimeWord first, int bound)
    {
        double total = 0, group = first.Number;
        var (at, parts, last, year) = (end, 1, first.Number, TimeClass.None);
        while (!double.IsNaN(group) && NextNumber(at, bound, out var next, out var nextEnd))
        {
            if (next.Number is 100 or 1000)
            {
                group = next.Number == 1000 ? 0 : group * 100;
                total += next.Number == 1000 ? Math.Max(last, 1) * 1000 : 0;
            }
            else if (last is >= 20 and < 100 && last % 10 == 0 && next.Number < 10)
                group += next.Number;
            else if (last is 100 or 1000 || (parts > 1 && last == 1000))
                group += next.Number;
            else if (parts == 1 && last is >= 13 and <= 20 && next.Number is >= 10 and < 100)
            {
                (total, group, year) = (0, (last * 100) + next.Number, TimeClass.Year);
            }
            else
                break;
            (last, at, parts) = (next.Number, nextEnd, parts + 1);
        }
        var number = total + group;
        if (number is >= 1900 and < 2100 && parts > 1 && number % 100 != 0)
            year = TimeClass.Year;
        var classes = TimeClass.Number | year;
        Symbols.Add(new TimeSymbol(start, at, classes, year == TimeClass.Year ? (int)number : 0, number));
        return at;
    }

    /// <summary>Another number word after a blank, a hyphen or "and".</summary>
    bool NextNumber(int at, int bound, out TimeWord found, out int end)
    {
        (found, end) = (default, at);
        var i = at;
        if (i >= bound || text[i] is not (' ' or '-'))
            return false;
        i++;
        if (i + 4 < bound && text.AsSpan(i, 4) is "and ")
            i += 4;
        if (i >= bound || !char.IsAsciiLetter(text[i]))
            return false;
        end = WordEnd(i, bound);
        return TimeWords.TryGet(text.AsSpan(i, end - i), out found) && found.Classes == TimeClass.Number && found.Number is > 0 and not 12.5 && !double.IsNaN(found.Number) && (end >= bound || !char.IsLetter(text[end]));
    }
}
