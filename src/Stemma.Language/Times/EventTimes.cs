namespace Stemma.Language.Times;

/// <summary>
/// The time of what is stated, not of its being said. A time counts that hangs on the predicate of the statement by the tree
/// (<see cref="Clause"/>); one in the citing clause is that of the saying and lies outside the content anyway. Prepositions make
/// it an interval ("since 2019", "by Friday") or no time at all ("before Tuesday", told of the past; "than last year"). Where the
/// words name none, another sentence of the report may date the same happening: same verb or its noun, a shared participant, and
/// all that date it agree. Else there is no time: a gap is better than a wrong date. Cost: linear in the statement's words.
/// </summary>
public sealed class EventTimes
{
    /// <summary>Times further from the predicate than this belong to something beside it.</summary>
    const int DistanceMax = 5;

    /// <summary>A text that says one thing ten thousand times must not be compared with itself a hundred million times.</summary>
    const int AnchorsMax = 256;

    readonly Document document;
    readonly DateTime? reported;
    readonly ResolvedTime[] resolved;
    readonly List<Anchor> anchors = [];

    /// <summary>A happening that the report dates somewhere.</summary>
    readonly record struct Anchor(string Key, int Predicate, bool Future, EventTime Time);

    /// <param name="reported">When the report was published, at its own place; null where that is not known.</param>
    public EventTimes(Document document, DateTime? reported)
    {
        (this.document, this.reported) = (document, reported);
        resolved = reported is null ? [] : TimeResolver.Resolve(document.Times, reported);
        if (reported is null || document.Syntax.IsEmpty)
            return;
        for (var i = 0; i < resolved.Length && anchors.Count < AnchorsMax; i++)
            if (AnchorAt(i) is { } anchor)
                anchors.Add(anchor);
    }

    /// <param name="content">What is stated.</param>
    /// <param name="cue">The words that say that it was said; empty for the report's own assertion.</param>
    /// <param name="stance">How it was said; null for the report's own assertion.</param>
    public EventTime Of(IReadOnlyList<TextRange> content, IReadOnlyList<TextRange> cue, Stance? stance)
    {
        if (reported is not { } at || document.Syntax.IsEmpty)
            return default;
        foreach (var clause in Clauses(content))
        {
            var predicate = Clause.Predicate(document, clause);
            if (predicate < 0)
                continue;
            var wished = stance is Stance.Promises or Stance.Predicts or Stance.Orders or Stance.Asks or Stance.Warns;
            var outlook = Outlook.Of(document, predicate, told: stance is not null, wished);
            var (own, any) = Own(clause, predicate, outlook);
            // A range of days may reach out of the words of the statement.
            if (own is { } outside && !content.Any(range => range.Contains(outside.Words)))
                own = null;
            var time = own ?? (any ? default : FromContext(clause, predicate, outlook));
            return time with { Future = IsFuture(time, outlook, DateOnly.FromDateTime(at)) };
        }
        return default;
    }

    /// <summary>What lies wholly ahead is to come, what lies wholly behind is not; of the day itself the verb tells.</summary>
    static bool IsFuture(EventTime time, TimeTense outlook, DateOnly today) =>
        time is { Begin: { } begin, End: { } end }
            ? DateOnly.FromDateTime(begin) > today || (outlook == TimeTense.Future && end > today.ToDateTime(TimeOnly.MinValue))
            : outlook == TimeTense.Future;

    /// <summary>The words of the content, sentence by sentence, as tokens.</summary>
    IEnumerable<(int First, int End)> Clauses(IReadOnlyList<TextRange> content)
    {
        foreach (var range in content)
        {
            var (first, end) = document.TokensIn(range);
            while (first < end)
            {
                var next = Math.Min(end, document.SentenceStarts[document.SentenceOfToken(first) + 1]);
                if (next - first > 1 || content.Count == 1)
                    yield return (first, next);
                first = next;
            }
        }
    }

    /// <returns>The time its own words give, and whether there are any that could.</returns>
    (EventTime? Time, bool Any) Own((int First, int End) clause, int predicate, TimeTense outlook)
    {
        var (best, bestDistance, any) = (-1, DistanceMax + 1, false);
        var (start, end) = (document.TokenRanges[clause.First].Start, document.TokenRanges[clause.End - 1].End);
        for (var i = Bisection.First(0, resolved.Length, time => document.Times[time].Range.Start >= start); i < resolved.Length && document.Times[i].Range.Start < end; i++)
        {
            if (resolved[i].Begin is null)
                continue;
            any = true;
            if (DistanceTo(i, predicate) is var distance && distance < bestDistance)
                (best, bestDistance) = (i, distance);
        }
        return best < 0 ? (null, any) : (Placed(best, outlook, clause), true);
    }

    int DistanceTo(int mention, int predicate)
    {
        var head = Clause.HeadOf(document.Syntax, document.TokensIn(document.Times[mention].Range));
        return Clause.Distance(document, head, predicate);
    }

    /// <summary>The interval of a mention in the company of its preposition; null where that leaves nothing that can be dated.</summary>
    EventTime? Placed(int i, TimeTense outlook, (int First, int End) clause)
    {
        var (mention, time) = (document.Times[i], resolved[i]);
        var closes = i > 0 && document.Times[i - 1].Opens;
        if (closes)
            return Placed(i - 1, outlook, clause);
        var head = Clause.HeadOf(document.Syntax, document.TokensIn(mention.Range));
        var before = Clause.CaseOf(document, head) is { Length: > 0 } word ? word : WordBefore(mention.Range.Start);
        if (mention.Opens && i + 1 < resolved.Length && resolved[i + 1].End > time.Begin)
            return new EventTime(time.Begin, resolved[i + 1].End, Finer(time.Precision, resolved[i + 1].Precision), time.Offset, new TextRange(mention.Range.Start, document.Times[i + 1].Range.End), TimeBasis.Stated, false);
        if (IsCompared(head) || (IsClockAlone(mention) && !HasDayNear(i, clause)))
            return null;
        var now = reported!.Value.Date;
        var (begin, end) = (time.Begin!.Value, time.End!.Value);
        switch (before)
        {
            case "since" or "from" when begin <= now && mention.Kind == TimeKind.Date:
                if (before == "from")
                    return null;
                end = now.AddDays(1);
                break;
            case "until" or "till" or "by" or "before" when outlook == TimeTense.Future || (before is "until" or "till" && begin >= now):
                if (end <= now)
                    return null;
                (begin, end) = (now < begin ? now : begin.Date, end.TimeOfDay == TimeSpan.Zero ? end : begin.Date.AddDays(1));
                return new EventTime(begin, end, time.Precision < TimeUnit.Day ? TimeUnit.Day : time.Precision, null, mention.Range, TimeBasis.Stated, false);
            // "Wrong about Friday", but "at about six".
            case "about" when time.Precision >= TimeUnit.Day:
                return null;
            case "before" or "after" or "until" or "till" or "prior" or "ahead" or "following" or "than" or "like" or "unlike" or "from" or "over" or "to" or "between" when mention.Kind == TimeKind.Date:
                return null;
        }
        if (mention.Modifier is TimeModifier.Before or TimeModifier.After)
            return null;
        return begin < end ? new EventTime(begin, end, time.Precision, time.Offset, mention.Range, TimeBasis.Stated, false) : null;
    }

    static bool IsClockAlone(TimeMention mention) => mention is { Kind: TimeKind.Date, Weekday: null, Month: null, Day: null, Year: null, Holiday: null, ShiftUnit: TimeUnit.None } && (mention.Minute is not null || mention.DayPart != DayPart.None);

    /// <summary>
    /// A time of day is of the day told of last, if that was not long ago: in this paragraph or the one before, and in this sentence
    /// only where it belongs to what is stated and not to its being said.
    /// </summary>
    bool HasDayNear(int i, (int First, int End) clause)
    {
        var sentence = document.SentenceOfToken(clause.First);
        var paragraph = document.ParagraphOf(document.Times[i].Range.Start);
        for (var j = i - 1; j >= 0 && document.ParagraphOf(document.Times[j].Range.Start) >= paragraph - 1; j--)
            if (!IsClockAlone(document.Times[j]) && resolved[j].OnDay is { } day && resolved[i].OnDay == day)
                return document.TokenOf(document.Times[j].Range.Start) is var token && (document.SentenceOfToken(token) != sentence || (token >= clause.First && token < clause.End));
        return i + 1 < resolved.Length && document.Times[i + 1].IsWeekday && resolved[i + 1].OnDay == resolved[i].OnDay;
    }

    /// <summary>"Higher than in 2029", "as in 2029".</summary>
    bool IsCompared(int head)
    {
        for (var i = head - 1; i >= document.SentenceStarts[document.SentenceOfToken(head)] && head - i <= 5; i--)
            if (document.Syntax.Heads[i] == head && document.Syntax.Lemmas[i] is "than" or "like" or "compare")
                return true;
        return false;
    }

    string WordBefore(int position)
    {
        var token = document.TokenOf(position);
        return token > document.SentenceStarts[document.SentenceOfToken(token)] ? document.TokenAt(token - 1).Text.ToString().ToLowerInvariant() : "";
    }

    static TimeUnit Finer(TimeUnit a, TimeUnit b) => a < b ? a : b;

    /// <summary>The happening that a mention dates: the verb or the noun of a happening it hangs on at once.</summary>
    Anchor? AnchorAt(int i)
    {
        if (resolved[i].OnDay is null)
            return null;
        var (syntax, head) = (document.Syntax, Clause.HeadOf(document.Syntax, document.TokensIn(document.Times[i].Range)));
        var predicate = syntax.Heads[head];
        if (predicate < 0 || EventNouns.KeyOf(syntax.Lemmas[predicate], syntax.Upos(predicate) == "VERB") is not { } key || Clause.Distance(document, head, predicate) > 1)
            return null;
        var outlook = Outlook.Of(document, predicate, told: true, wished: false);
        var sentence = document.SentenceAt(document.SentenceOfToken(predicate));
        return Placed(i, outlook, (sentence.FirstToken, sentence.EndToken)) is { } time && time.End - time.Begin <= TimeSpan.FromDays(1) ? new Anchor(key, predicate, outlook == TimeTense.Future, time) : null;
    }

    /// <summary>What other sentences date that tell of the same happening, where they agree.</summary>
    EventTime FromContext((int First, int End) clause, int predicate, TimeTense outlook)
    {
        var syntax = document.Syntax;
        if (EventNouns.KeyOf(syntax.Lemmas[predicate], syntax.Upos(predicate) == "VERB") is not { } key)
            return default;
        EventTime? found = null;
        foreach (var anchor in anchors)
        {
            if (anchor.Key != key || anchor.Predicate == predicate || !SharesName(clause, anchor.Predicate) || (outlook == TimeTense.Future) != anchor.Future)
                continue;
            if (found is { } other && (other.Begin!.Value.Date != anchor.Time.Begin!.Value.Date))
                return default;
            // The coarser of two that agree on the day: what one sentence says to the minute may not be this.
            found = found is { } kept && kept.Precision >= anchor.Time.Precision ? kept : anchor.Time;
        }
        return found is { } dated ? dated with { Basis = TimeBasis.Context } : default;
    }

    /// <summary>A name takes part in both: who or where, not when.</summary>
    bool SharesName((int First, int End) clause, int anchor)
    {
        var sentence = document.SentenceAt(document.SentenceOfToken(anchor));
        for (var i = clause.First; i < clause.End; i++)
            for (var j = sentence.FirstToken; j < sentence.EndToken && IsName(i); j++)
                if (IsName(j) && document.Syntax.Lemmas[j] == document.Syntax.Lemmas[i])
                    return true;
        return false;
    }

    bool IsName(int token) => document.Syntax.Upos(token) == "PROPN" && !Array.Exists(document.Times, time => time.Range.Contains(document.TokenRanges[token]));
}
