namespace Stemma.Language.Times;

/// <summary>
/// The times of one sentence, before neighbours are joined: at each word the longest pattern that makes sense, with what
/// narrows or blurs it taken from the words before. Cost: linear, since patterns are short.
/// </summary>
sealed class SentenceTimes(Document document, Sentence sentence, TimeSymbols read, List<TimeRules.Match> matches)
{
    readonly List<TimeSymbol> symbols = read.Symbols;

    public void Read(List<TimeFinder.Candidate> found)
    {
        for (var i = 0; i < symbols.Count;)
        {
            if (symbols[i].Classes == TimeClass.None)
            {
                i++;
                continue;
            }
            i = At(i, found);
        }
    }

    /// <returns>The symbol to go on from.</returns>
    int At(int first, List<TimeFinder.Candidate> found)
    {
        var core = first;
        var modifier = TimeModifier.None;
        if (Prefix(first) is { } prefix && Core(prefix.Next, out var end, out var second, out var stands) is { } modified && Fits(prefix, modified, stands))
        {
            // A pattern from the first word on may reach further ("a full year").
            var whole = Core(first, out var wholeEnd, out var wholeSecond, out var wholeStands);
            if (whole is null || wholeEnd < end || (wholeEnd == end && !wholeStands) || wholeEnd == end)
            {
                (core, modifier) = (first, prefix.Modifier);
                var from = prefix.Apart ? symbols[prefix.Next].Start : symbols[first].Start;
                if (modified is { Kind: TimeKind.Duration, Shift: 0, Unit: TimeUnit.Year } && prefix.Classes != TimeClass.Approx)
                    modified = modified with { Kind = TimeKind.Date, ShiftUnit = TimeUnit.Year, Amount = null };
                Add(found, modified with { Range = new TextRange(from, modified.Range.End), Modifier = modifier }, second, stands || prefix.Classes != TimeClass.Approx);
                return Suffixed(end, found);
            }
            Add(found, whole, wholeSecond, wholeStands);
            return Suffixed(wholeEnd, found);
        }
        if (Core(core, out end, out second, out stands) is not { } plain)
            return Math.Max(end, first + 1);
        Add(found, plain, second, stands);
        return Suffixed(end, found);
    }

    static void Add(List<TimeFinder.Candidate> found, TimeMention time, TimeMention? second, bool stands)
    {
        found.Add(new TimeFinder.Candidate(time, stands));
        if (second is not null)
            found.Add(new TimeFinder.Candidate(second, stands));
    }

    /// <summary>"Two years or so".</summary>
    int Suffixed(int end, List<TimeFinder.Candidate> found)
    {
        if (end < symbols.Count && symbols[end].Is(TimeClass.Filler) && document.Text.AsSpan(symbols[end].Start, 2) is "or" && found[^1].Time.Kind == TimeKind.Duration)
        {
            var last = found[^1];
            found[^1] = last with { Time = last.Time with { Range = new TextRange(last.Time.Range.Start, symbols[end].End), Modifier = TimeModifier.Approx } };
            return end + 1;
        }
        return end;
    }

    readonly record struct Modified(int Next, TimeModifier Modifier, TimeClass Classes, bool Apart);

    /// <summary>"Early", "mid-", "late in the", "the end of", "about": what stands before a time and changes it.</summary>
    Modified? Prefix(int first)
    {
        var at = first;
        if (symbols[at].Is(TimeClass.The) && at + 1 < symbols.Count && symbols[at + 1].Is(TimeClass.Early | TimeClass.Edge | TimeClass.Half))
            at++;
        var symbol = symbols[at];
        var next = at + 1;
        if (symbol.Is(TimeClass.Edge) && next < symbols.Count && symbols[next].Is(TimeClass.Of))
            return next + 1 < symbols.Count ? new Modified(next + 1, (TimeModifier)symbol.Value, TimeClass.Edge, false) : null;
        if (symbol.Is(TimeClass.Early))
        {
            if (next < symbols.Count && symbols[next].Is(TimeClass.Hyphen))
                next++;
            return next < symbols.Count ? new Modified(next, (TimeModifier)symbol.Value, TimeClass.Early, false) : null;
        }
        if (symbol.Is(TimeClass.Later) && at == first)
        {
            if (next < symbols.Count && symbols[next].Is(TimeClass.In | TimeClass.On))
                next++;
            return next < symbols.Count ? new Modified(next, symbol.Value < 0 ? TimeModifier.Start : TimeModifier.End, TimeClass.Later, false) : null;
        }
        if (!symbol.Is(TimeClass.Approx) || next >= symbols.Count)
            return null;
        // "About the past two months".
        return new Modified(next, (TimeModifier)symbol.Value, TimeClass.Approx, false);
    }

    static bool Fits(Modified prefix, TimeMention time, bool stands) => prefix.Classes switch
    {
        TimeClass.Approx => stands && (time.Kind == TimeKind.Duration || (time.Kind == TimeKind.Date && prefix.Modifier is not TimeModifier.MoreThan && (time.Month is not null || time.Year is not null || time.Minute is not null || time.Shift is < -1 or > 1 || time.Unit == TimeUnit.None))),
        TimeClass.Edge => time.Kind == TimeKind.Date || (time is { Kind: TimeKind.Duration, Amount: 1 } && time.Unit >= TimeUnit.Day),
        TimeClass.Later => stands && (time.Kind == TimeKind.Date || time is { Kind: TimeKind.Duration, Shift: 0 }) && time.Unit >= TimeUnit.Part,
        _ => time.Kind == TimeKind.Date || time is { Kind: TimeKind.Duration, Shift: 0 },
    };

    /// <param name="end">One past the last symbol of what was found, or of what must not be read at all.</param>
    TimeMention? Core(int first, out int end, out TimeMention? second, out bool stands)
    {
        (end, second, stands) = (first, null, false);
        if (first >= symbols.Count)
            return null;
        TimeRules.Find(symbols, first, matches);
        foreach (var match in matches)
        {
            var last = first + match.Classes.Length - 1;
            var range = new TextRange(symbols[first].Start, symbols[last].End);
            var time = TimeParts.Of(match, symbols, first, read.Dates, range, out var parts);
            if (parts.Invalid)
            {
                end = last + 1;
                return null;
            }
            if (time is null)
                continue;
            var verdict = TimeDoubts.Of(document, sentence, symbols, (first, last), match.Shape, time);
            if (verdict == Doubt.Never)
                continue;
            if (verdict == Doubt.NorAnyPart)
            {
                end = last + 1;
                return null;
            }
            (end, second, stands) = (last + 1, parts.Second, verdict == Doubt.None);
            if (parts.Second is not null)
                time = time with { Range = new TextRange(range.Start, EndBefore(parts.Second.Range.Start)) };
            return time;
        }
        return null;
    }

    /// <summary>The end of the word two before: in "March 3 to 5" that of "3".</summary>
    int EndBefore(int start)
    {
        var at = symbols.FindIndex(symbol => symbol.Start == start);
        while (at > 1 && symbols[at - 1].Is(TimeClass.Hyphen | TimeClass.To | TimeClass.And | TimeClass.The))
            at--;
        return symbols[at - 1].End;
    }
}
