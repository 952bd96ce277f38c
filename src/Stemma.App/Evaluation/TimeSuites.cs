using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Stemma.Language;
using Stemma.Language.Times;

namespace Stemma.App.Evaluation;

/// <summary>
/// The test suites of three date parsers, by kind of expression: a case passes where what it names is found and begins (a range:
/// and ends) at the same moment. Those parsers serve assistants and calendars, so bare names are looked for in the future here.
/// Only what a suite states is compared: hours that it supplies for "this evening" are not. See docs/evaluation.md for what differs.
/// </summary>
static partial class TimeSuites
{
    /// <returns>By kind: passed and all.</returns>
    public static SortedDictionary<string, (int Passed, int All)> Run(string path, string suite)
    {
        var results = new SortedDictionary<string, (int Passed, int All)>(StringComparer.Ordinal);
        foreach (var line in CorpusFile.Objects(path))
        {
            foreach (var (kind, passed) in suite switch { "duckling" => Duckling(line), "chrono" => Chrono(line), _ => Recognizers(line) })
            {
                var (before, all) = results.GetValueOrDefault(kind);
                results[kind] = (before + (passed ? 1 : 0), all + 1);
            }
        }
        return results;
    }

    [GeneratedRegex(@"\d ?[/.\-] ?\d|\d/|\b(eo[dymw]|otd|co[bd]|asap|w/c|tmrw?|[scf]y ?\d+|ytd|mtd|bce?|h[12]|week \d+|school year|eid|rama?[dz]\\w*|islamic|hijri|my (day|week|month|year|weekend))\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Unlike();

    /// <summary>"Aug 96" may be a day or a year.</summary>
    [GeneratedRegex(@"[A-Za-z]{3,},? \d\d$|\d [A-Z][a-z]+ \d\d$|\b(AD|BC|BCE|CE|BE)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TwoDigits();

    /// <summary>"The next three weeks" is a length in TIMEX3; the suites make it so many calendar weeks, or count from tomorrow.</summary>
    [GeneratedRegex(@"\b((next|past|last|previous|upcoming|coming|within|in|after|for|give it) (around |about |the )?(\d+|one|two|three|four|five|ten|a|an|half|few|several|couple|a few|forty)|(\d+|two|ten) (next|past|last|previous|upcoming))\b|seasons?\b|summer|winter|spring|autumn|^\+|^-", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SoMany();

    sealed record Read(TimeMention[] Mentions, ResolvedTime[] Resolved)
    {
        public static Read Of(string text, string? reference, TimeTense leaning = TimeTense.Future)
        {
            var mentions = Analyzer.ReadTimes(text);
            return new Read(mentions, TimeResolver.Resolve(mentions, TimeEvaluation.Moment(reference), leaning));
        }

        public int First(Func<int, bool> fits) => Array.FindIndex(Enumerable.Range(0, Mentions.Length).ToArray(), at => fits(at)) is >= 0 and var at ? at : -1;

        /// <summary>The end of the range that this mention opens, else its own.</summary>
        public DateTime? EndOf(int at) => Mentions[at].Opens && at + 1 < Resolved.Length ? Resolved[at + 1].End : Resolved[at].End;
    }

    static IEnumerable<(string, bool)> Duckling(JsonElement line)
    {
        var (kind, text) = (line.GetProperty("kind").GetString()!, line.GetProperty("text").GetString()!);
        if (line.GetProperty("section").GetString() == "latentCorpus")
            yield break;
        var read = Read.Of(text, line.GetProperty("ref").GetString());
        var grain = line.GetProperty("grain").GetString();
        if (kind == "DurationData")
        {
            var expected = line.GetProperty("expr").GetString()!.Split(' ');
            yield return ("duration", read.Mentions.Any(mention => mention.Kind == TimeKind.Duration && Seconds(mention.Amount, mention.Unit) == Seconds(double.Parse(expected[1], CultureInfo.InvariantCulture), Enum.Parse<TimeUnit>(expected[2]))));
            yield break;
        }
        if (Moment(line, "start") is not { } start || kind.Contains("Holiday", StringComparison.Ordinal))
        {
            yield return ("holidays and open ends", false);
            yield break;
        }
        if (Unlike().IsMatch(text))
        {
            yield return ("not of a report", false);
            yield break;
        }
        var interval = kind == "datetimeInterval";
        var ofDay = grain is "hour" or "minute" or "second";
        var name = SoMany().IsMatch(text) ? "so many units, seasons" : (ofDay ? "time of day" : "date") + (interval ? ", range" : "");
        yield return (name, read.First(at => read.Resolved[at].Begin is { } begin && (ofDay ? begin == start : interval && read.Mentions[at].Modifier == TimeModifier.None ? begin == start : Holds(read.Resolved[at], start)) && (!interval || read.Mentions[at].Modifier != TimeModifier.None || Moment(line, "end_exclusive") is not { } end || read.EndOf(at) == end)) >= 0);
    }

    /// <summary>"Three weeks ago" is the day for a suite and the week for Stemma: right where that day lies in it.</summary>
    static bool Holds(ResolvedTime time, DateTime? expected) => expected is { } at && time.Begin is { } begin && time.End is { } end && (begin.Date == at.Date || (time.Precision > TimeUnit.Day && at >= begin && at <= end));

    static DateTime? Moment(JsonElement line, string name) => line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? TimeEvaluation.Moment(value.GetString()) : null;

    static double? Seconds(double? amount, TimeUnit unit) => amount * unit switch
    {
        TimeUnit.Second => 1,
        TimeUnit.Minute => 60,
        TimeUnit.Hour => 3600,
        TimeUnit.Day => 86_400,
        TimeUnit.Week => 604_800,
        TimeUnit.Fortnight => 1_209_600,
        TimeUnit.Month => 2_592_000,
        TimeUnit.Quarter => 7_776_000,
        TimeUnit.Year => 31_536_000,
        TimeUnit.Decade => 315_360_000,
        TimeUnit.Century => 3_153_600_000,
        TimeUnit.Weekend => 172_800,
        _ => double.NaN,
    };

    static IEnumerable<(string, bool)> Chrono(JsonElement line)
    {
        var text = line.GetProperty("text").GetString()!;
        var mode = line.GetProperty("mode").GetString()!;
        var written = line.TryGetProperty("ref", out var reference) ? reference.GetString() : null;
        if (mode.Contains("strict", StringComparison.Ordinal))
            yield break;
        // This parser takes the nearest of a name, before or after.
        var read = Read.Of(text, written, TimeTense.Unknown);
        if (line.TryGetProperty("negative", out _))
        {
            yield return ("no date", read.Mentions.All(static mention => mention.Kind != TimeKind.Date));
            yield break;
        }
        if (Unlike().IsMatch(text) || TwoDigits().IsMatch(text) || (TimeEvaluation.Moment(written) is null && read.Resolved.All(static time => time.Begin is null)))
        {
            yield return ("not of a report", false);
            yield break;
        }
        var start = line.GetProperty("start");
        var shifted = Moment(line, "start_date");
        if (!start.EnumerateObject().Any() && shifted is null)
            yield break;
        var end = line.GetProperty("end");
        var ofDay = start.TryGetProperty("hour", out _) || (!start.TryGetProperty("day", out _) && !start.TryGetProperty("month", out _) && !start.TryGetProperty("weekday", out _));
        yield return (SoMany().IsMatch(text) ? "so many units, seasons" : (ofDay ? "time of day" : "date") + (end.EnumerateObject().Any() ? ", range" : ""), read.First(at =>
            Agrees(start, shifted, read.Resolved[at], read.Resolved[at].Begin) && (!end.EnumerateObject().Any() || !read.Mentions[at].Opens || at + 1 >= read.Resolved.Length || Agrees(end, null, read.Resolved[at + 1], read.Resolved[at + 1].Begin))
            && (!end.EnumerateObject().Any() || read.Mentions[at].Opens || read.Resolved[at].Precision > TimeUnit.Day)) >= 0);
    }

    static bool Agrees(JsonElement stated, DateTime? whole, ResolvedTime time, DateTime? moment)
    {
        if (moment is not { } begin)
            return false;
        bool Same(string part, int own) => !stated.TryGetProperty(part, out var value) || value.ValueKind != JsonValueKind.Number || value.GetInt32() == own;
        if (time.Precision > TimeUnit.Day && time.End is { } && stated.TryGetProperty("year", out var y) && stated.TryGetProperty("month", out var m) && stated.TryGetProperty("day", out var d) && m.ValueKind == JsonValueKind.Number)
            return Holds(time, new DateTime(y.GetInt32(), m.GetInt32(), d.GetInt32()));
        var same = Same("year", begin.Year) && Same("month", begin.Month) && (time.Precision > TimeUnit.Day || Same("day", begin.Day)) && Same("weekday", (int)begin.DayOfWeek);
        if (time.Precision is TimeUnit.Minute or TimeUnit.Hour or TimeUnit.Second)
            same &= Same("hour", begin.Hour) && Same("minute", begin.Minute);
        if (stated.EnumerateObject().Any() || whole is not { } moved)
            return same;
        return time.Precision >= TimeUnit.Day ? Holds(time, moved) : begin == moved;
    }

    static IEnumerable<(string, bool)> Recognizers(JsonElement line)
    {
        var text = line.GetProperty("text").GetString()!;
        var read = Read.Of(text, line.GetProperty("ref").GetString());
        var spans = line.GetProperty("spans").EnumerateArray().ToList();
        if (spans.Count == 0)
            yield return ("no date", read.Mentions.All(static mention => mention.Kind != TimeKind.Date));
        var units = CorpusFile.CodePointOffsets(text);
        foreach (var span in spans)
        {
            var (type, first, last) = (span.GetProperty("type").GetString()!, span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32());
            if (first < 0 || last >= units.Length || first >= last || type is "timezone" or "datetimealt" or "holiday")
                continue;
            var range = new TextRange(units[first], units[last]);
            var counted = false;
            // Written for calendars: figures that two countries read differently, shorthand, years of schools.
            if (Unlike().IsMatch(span.GetProperty("text").GetString()!))
                type = "not of a report";
            else if (type is "daterange" or "date" && SoMany().IsMatch(span.GetProperty("text").GetString()!))
                (type, counted) = ("daterange", true);
            var name = counted ? "so many units, seasons" : type;
            var expected = Expected(span.GetProperty("values")).ToList();
            if (expected.Count > 0 && expected.TrueForAll(static value => value.Begin is "not resolved" || value.Begin!.StartsWith("0001-01-01", StringComparison.Ordinal)))
            {
                // A day that does not exist: nothing may come out that is exact.
                yield return (name, read.First(at => read.Mentions[at].Range.Overlaps(range) && read.Resolved[at].Begin is not null && read.Resolved[at].Precision <= TimeUnit.Day) < 0);
                continue;
            }
            yield return (name + (expected.Count > 0 ? "" : ", found"), read.First(at => read.Mentions[at].Range.Overlaps(range) && (expected.Count == 0 || expected.Exists(value => Fits(type, value, read, at)))) >= 0);
        }
    }

    /// <summary>The moments, lengths or codes a case accepts, begin and end.</summary>
    static IEnumerable<(string? Begin, string? End)> Expected(JsonElement values)
    {
        static string? Text(JsonElement value, params string[] names) => names.Select(name => value.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null).FirstOrDefault(static found => found is not null);
        var all = values.ValueKind == JsonValueKind.Array ? values.EnumerateArray() : values.TryGetProperty("FutureResolution", out var future) ? new[] { future, values.GetProperty("PastResolution") }.AsEnumerable() : [];
        foreach (var value in all)
        {
            if (Text(value, "value", "date", "dateTime", "duration", "start", "startDate", "startDateTime", "time", "startTime") is { } begin)
                yield return (begin, Text(value, "end", "endDate", "endDateTime", "endTime"));
        }
    }

    static bool Fits(string type, (string? Begin, string? End) expected, Read read, int at)
    {
        var (mention, time) = (read.Mentions[at], read.Resolved[at]);
        if (type == "duration")
            return mention.Kind == TimeKind.Duration && double.TryParse(expected.Begin, CultureInfo.InvariantCulture, out var seconds) && Seconds(mention.Amount, mention.Unit) == seconds;
        if (type == "set")
            return mention.Kind == TimeKind.Set;
        if (mention is { Kind: TimeKind.Vague, Shift: 0 })
            return true;
        if (time.Begin is not { } begin)
            return false;
        if (type.StartsWith("time", StringComparison.Ordinal))
            return TimeOnly.TryParse(expected.Begin, CultureInfo.InvariantCulture, out var clock) && TimeOnly.FromDateTime(begin) == clock;
        if (TimeEvaluation.Moment(expected.Begin) is not { } start)
            return false;
        if (type == "date")
            return Holds(time, start);
        if (type != "daterange")
            return begin == start && (type != "datetimerange" || TimeEvaluation.Moment(expected.End) is not { } until || read.EndOf(at) == until || mention.Opens);
        var (own, end) = (read.EndOf(at)?.Date, TimeEvaluation.Moment(expected.End)?.Date);
        // "Late this year" is the year, late; "the next three days" begin today or tomorrow; the end of a range of days may be counted in.
        if (mention.Modifier != TimeModifier.None && start >= begin && (end is null || end <= own))
            return true;
        var length = mention.Kind == TimeKind.Duration ? 1 : 0;
        var slack = length + (mention.Opens ? 1 : 0);
        // "From 2014 to 2018" ends before 2018 there, and with it here.
        if (mention.Opens && start.Date == begin.Date && end == read.Resolved[at + 1].Begin?.Date)
            return true;
        return Math.Abs((start.Date - begin.Date).TotalDays) <= length && (end is null || own is null || Math.Abs((end.Value - own.Value).TotalDays) <= slack);
    }
}
