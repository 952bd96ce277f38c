namespace Stemma.Language.Times;

/// <summary>
/// Finds the words that name a time, a length of time or a recurrence, and takes them apart. From left to right in each
/// sentence the longest pattern of <see cref="TimeRules"/> wins, with a modifier before it ("early", "about", "the end of");
/// then neighbours that make one time are joined ("Friday" and "at 9 p.m."), and ranges are tied. Which words are times only
/// in company is judged by <see cref="TimeDoubts"/>. Nothing is placed in the calendar here: <see cref="TimeResolver"/> does.
/// Cost: linear in the text; a sentence without any time word costs one look-up a word.
/// </summary>
static class TimeFinder
{
    public static TimeMention[] Find(Document document)
    {
        var found = new List<TimeMention>();
        var symbols = new TimeSymbols(document.Text);
        var matches = new List<TimeRules.Match>();
        var inSentence = new List<Candidate>();
        for (var s = 0; s < document.SentenceCount; s++)
        {
            var sentence = document.SentenceAt(s);
            if (!symbols.Read(sentence.Range))
                continue;
            var reader = new SentenceTimes(document, sentence, symbols, matches);
            inSentence.Clear();
            reader.Read(inSentence);
            Join(document.Text, inSentence);
            foreach (var candidate in inSentence)
                if (candidate.Stands)
                    found.Add(candidate.Time);
        }
        Tie(document.Text, found);
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i].Kind == TimeKind.Date)
                found[i] = found[i] with { Tense = TimeTenses.Of(document, document.TokenOf(found[i].Range.Start)) };
            else if (found[i] is { Kind: TimeKind.Duration, Shift: null, Amount: { } amount } && amount % 1 == 0 && amount < 10_000 && IsAhead(document, found[i].Range.Start))
                found[i] = found[i] with { Kind = TimeKind.Date, Shift = (int)amount, ShiftUnit = found[i].Unit, Amount = null, Tense = TimeTense.Future };
        }
        return [.. found];
    }

    /// <param name="Stands">False for what is a time only when joined to its neighbour: "morning".</param>
    internal readonly record struct Candidate(TimeMention Time, bool Stands);

    /// <summary>"He will return in two weeks": in the future "in" counts from the day of writing; "the first in four years" does not.</summary>
    static bool IsAhead(Document document, int position)
    {
        var token = document.TokenOf(position);
        var first = document.SentenceStarts[document.SentenceOfToken(token)];
        if (token <= first || document.TokenAt(token - 1).Text is not ("in" or "In"))
            return false;
        for (var i = Math.Max(first, token - 8); i < token - 1; i++)
            if (document.TokenAt(i).Text is "first" or "First" or "time" or "most" or "least" or "only" || document.TokenAt(i).Text.EndsWith("est", StringComparison.Ordinal))
                return false;
        return token == first + 1 || TimeTenses.Of(document, token) == TimeTense.Future;
    }

    /// <summary>A day and a time of day side by side are one time.</summary>
    static void Join(string text, List<Candidate> times)
    {
        for (var i = 0; i + 1 < times.Count; i++)
        {
            var (first, second) = (times[i].Time, times[i + 1].Time);
            var gap = text.AsSpan(first.Range.End, second.Range.Start - first.Range.End).Trim();
            if (Counted(first, second, gap) is { } counted)
            {
                times[i] = new Candidate(counted with { Range = new TextRange(first.Range.Start, second.Range.End) }, Stands: true);
                times.RemoveAt(i + 1);
                continue;
            }
            if (gap.Length > 7 || first.Opens || Joined(first, second, gap) is not { } joined)
                continue;
            // "On Friday at 4 …" may count people; "on Friday night at 4" does not.
            if (!times[i + 1].Stands && second.Minute is not null && first.DayPart == DayPart.None)
                continue;
            times[i] = new Candidate(joined with { Range = new TextRange(first.Range.Start, second.Range.End), Opens = second.Opens }, Stands: true);
            times.RemoveAt(i + 1);
            i = Math.Max(-1, i - 2);
        }
    }

    /// <summary>"Three days from today", "two weeks before yesterday".</summary>
    static TimeMention? Counted(TimeMention first, TimeMention second, ReadOnlySpan<char> gap)
    {
        var sign = gap is "from" or "after" ? 1 : gap is "before" ? -1 : 0;
        if (sign == 0 || first is not { Kind: TimeKind.Duration, Amount: { } amount, Unit: TimeUnit.Day or TimeUnit.Week } || second.DaysAway is not { } days || amount % 1 != 0 || amount > 10_000)
            return null;
        return second with { Shift = days + (sign * (int)amount * (first.Unit == TimeUnit.Week ? 7 : 1)) };
    }

    static TimeMention? Joined(TimeMention first, TimeMention second, ReadOnlySpan<char> gap)
    {
        var (day, clock) = IsDay(first) ? (first, second) : (second, first);
        if (IsPart(first) && second is { Minute: { } after, DayPart: DayPart.None, ShiftUnit: TimeUnit.None, Weekday: null, Month: null } && gap is "" or "at" or "," or ", at" or "around" or "about")
            return first with { Unit = TimeUnit.Minute, Minute = InPart(after, first.DayPart), DayPart = DayPart.None, Offset = second.Offset };
        // "At two o'clock on Saturday afternoon", whichever two of the three were joined first.
        if (first is { Kind: TimeKind.Date, Minute: { } hours, DayPart: DayPart.None } && !IsOfDay(first) && IsPart(second) && second is { Weekday: null, Month: null, ShiftUnit: TimeUnit.None } && gap is "" or "in the")
            return first with { Minute = InPart(hours, second.DayPart) };
        if (first.Minute is { } oclock && IsOfDay(first) && second is { Kind: TimeKind.Date, Minute: null, Weekday: not null } && second.DayPart != DayPart.None && gap is "" or "on" or "," or ", on")
            return second with { Unit = TimeUnit.Minute, Minute = InPart(oclock, second.DayPart), DayPart = DayPart.None, Offset = first.Offset };
        if (!IsDay(day) || !IsOfDay(clock) || IsDay(clock))
            return IsOfDay(first) && IsOfDay(second) && first.Minute is { } hour && second.DayPart != DayPart.None && second.Minute is null && gap is "" or "in" or "at" or "on"
                ? first with { Minute = InPart(hour, second.DayPart), ShiftUnit = second.ShiftUnit, Shift = second.Shift, Anchor = second.Shift is null ? first.Anchor : second.Anchor } : null;
        var near = ReferenceEquals(day, first)
            ? gap is "" or "at" or "," or ", at" or "around" or "in" or "by" or "about" or "from" or "between" or "T" || gap is "in the"
            : gap is "" or "on" or "," or "of" or ", on" or "this";
        if (!near)
            return null;
        return day with { Unit = clock.Unit, Minute = clock.Minute is { } at && clock.DayPart != DayPart.None ? InPart(at, clock.DayPart) : clock.Minute ?? day.Minute, DayPart = clock.DayPart == DayPart.None ? day.DayPart : clock.DayPart, Offset = clock.Offset };
    }

    /// <summary>"8 in the evening" is 20:00.</summary>
    static int InPart(int minute, DayPart part) => part is DayPart.Afternoon or DayPart.Evening or DayPart.Night && minute is >= 60 and < 720 && !(part == DayPart.Night && minute < 300) ? minute + 720 : minute;

    static bool IsDay(TimeMention time) => time.Kind == TimeKind.Date && time.Minute is null && time.DayPart == DayPart.None && (time.Unit == TimeUnit.Day || (time.Unit == TimeUnit.Weekend && time.ShiftUnit == TimeUnit.Weekend));

    static bool IsPart(TimeMention time) => time is { Kind: TimeKind.Date, Unit: TimeUnit.Part, Minute: null } && time.DayPart != DayPart.None;

    static bool IsOfDay(TimeMention time) => time.Kind == TimeKind.Date && (time.Minute is not null || time.DayPart != DayPart.None) && time is { Year: null, Month: null, Weekday: null } && (time.ShiftUnit == TimeUnit.None || time.Shift is 0 && time.Unit == TimeUnit.Part);

    /// <summary>"From Monday to Friday", "1990-1995", "between May and July": the first opens a range that the second ends.</summary>
    static void Tie(string text, List<TimeMention> times)
    {
        for (var i = 0; i + 1 < times.Count; i++)
        {
            var (first, second) = (times[i], times[i + 1]);
            if (first.Kind != TimeKind.Date || second.Kind != TimeKind.Date || second.Range.Start - first.Range.End > 9 || second.Range.Start < first.Range.End)
                continue;
            var gap = text.AsSpan(first.Range.End, second.Range.Start - first.Range.End).Trim();
            if (gap is "to" or "through" or "until" or "till" or "-" or "\u2013" or "\u2014" || (gap is "and" && text.AsSpan(0, first.Range.Start).TrimEnd().EndsWith("between", StringComparison.OrdinalIgnoreCase)))
            {
                // "From December to May 2022": the year is said once, at the end.
                var withYear = first is { Month: { } from, Year: null, Shift: null } && second is { Month: { } to, Year: { } year } ? first with { Year = from > to ? year - 1 : year } : first;
                times[i] = withYear with { Opens = true };
            }
        }
    }
}
