using System.Collections.Frozen;

namespace Stemma.Language.Times;

/// <summary>What a word or phrase can be, with the number that goes with it.</summary>
/// <param name="Value">By class: weekday, month, unit, part of a day, season, minute, modifier, direction.</param>
/// <param name="Number">How many, or which of a row.</param>
readonly record struct TimeWord(TimeClass Classes, int Value = 0, double Number = 0);

/// <summary>
/// The vocabulary of time expressions, as one table of words and phrases. English has few such words, so the whole is written
/// out here instead of learned; the composition is left to <see cref="TimeRules"/> (the division of HeidelTime, Strötgen and
/// Gertz 2010: resources, rules, normalisation). Cost: one hash lookup a word, and a few more after words that open a phrase.
/// </summary>
static class TimeWords
{
    /// <summary>Words of the longest phrase.</summary>
    public const int PhraseWordsMax = 5;

    static readonly Dictionary<string, TimeWord> Table = Make();

    static readonly FrozenDictionary<string, TimeWord> All = Table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    static readonly FrozenDictionary<string, TimeWord>.AlternateLookup<ReadOnlySpan<char>> Lookup = All.GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly FrozenSet<string> Openers = Table.Keys.Where(static key => key.AsSpan().ContainsAny(" '-.")).Select(static key => key[..key.AsSpan().IndexOfAny(" '-.")]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OpenerLookup = Openers.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool TryGet(ReadOnlySpan<char> word, out TimeWord found) => Lookup.TryGetValue(word, out found);

    public static bool OpensPhrase(ReadOnlySpan<char> word) => OpenerLookup.Contains(word);

    static Dictionary<string, TimeWord> Make()
    {
        var words = new Dictionary<string, TimeWord>(StringComparer.OrdinalIgnoreCase);
        void Add(TimeClass classes, string list, int value = 0, double number = 0)
        {
            foreach (var word in list.Split(','))
                words[word.Trim()] = words.TryGetValue(word.Trim(), out var had) ? new TimeWord(had.Classes | classes, value == 0 ? had.Value : value, number == 0 ? had.Number : number) : new TimeWord(classes, value, number);
        }
        void Row(TimeClass classes, string list, int first, double number = double.NaN)
        {
            foreach (var word in list.Split('|'))
                Add(classes, word, first, double.IsNaN(number) ? first++ : number * first++);
        }
        Calendar(Add, Row);
        Numbers(Add, Row);
        Units(Add);
        Pointers(Add);
        foreach (var (name, index) in Holidays.Names)
            words[name] = new TimeWord(TimeClass.Holiday, index);
        return words;
    }

    delegate void AddWords(TimeClass classes, string list, int value = 0, double number = 0);

    delegate void AddRow(TimeClass classes, string list, int first, double number = double.NaN);

    static void Calendar(AddWords add, AddRow row)
    {
        row(TimeClass.Weekday, "monday|tuesday|wednesday|thursday|friday|saturday", 1, 0);
        add(TimeClass.Weekday, "sunday", 7);
        row(TimeClass.WeekdayShort, "mon|tue,tues|wed,weds|thu,thur,thurs|fri|sat|sun", 1, 0);
        row(TimeClass.Weekdays, "mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays", 1, 0);
        row(TimeClass.Month, "january|february|march|april|may|june|july|august|september|october|november|december", 1, 0);
        row(TimeClass.MonthWeak, "jan|feb|mar|apr|may|jun|jul|aug|sep,sept|oct|nov|dec", 1, 0);
        row(TimeClass.Season, "spring,springtime|summer,summertime|fall,autumn|winter,wintertime", 1, 0);
        row(TimeClass.DayPart, "morning|mid-day|afternoon|evening|night,overnight|daytime", 1, 0);
        row(TimeClass.DayParts, "mornings|middays|afternoons|evenings|nights", 1, 0);
        foreach (var (word, year) in (ReadOnlySpan<(string, int)>)[("noughties", 2000), ("twenties", 1920), ("thirties", 1930), ("forties", 1940), ("fifties", 1950), ("sixties", 1960), ("seventies", 1970), ("eighties", 1980), ("nineties", 1990)])
            add(TimeClass.Decade, word, year);
        add(TimeClass.Clock, "noon,noontime,midday", 720);
        add(TimeClass.Clock, "midnight", 1440);
        add(TimeClass.AmPm, "am,a.m.,a.m", 1);
        add(TimeClass.AmPm, "pm,p.m.,p.m", 2);
        add(TimeClass.OClock, "o'clock");
        add(TimeClass.Fiscal, "fiscal,fiscal year");
        foreach (var (zones, minutes) in (ReadOnlySpan<(string, int)>)[
            ("gmt,utc", 0), ("edt", -240), ("est,eastern time,eastern standard time", -300), ("et", -300), ("cdt", -300), ("cst,central time", -360), ("ct", -360), ("mdt", -360), ("mst,mountain time", -420),
            ("pdt", -420), ("pst,pacific time", -480), ("pt", -480), ("bst", 60), ("cet", 60), ("cest", 120), ("eet", 120), ("eest", 180), ("moscow time,msk", 180), ("ist", 330), ("jst,japan time", 540), ("kst", 540), ("aest", 600)])
            add(TimeClass.Zone, zones, minutes);
        add(TimeClass.Local, "local time");
    }

    static void Numbers(AddWords add, AddRow row)
    {
        row(TimeClass.Number, "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen", 1);
        row(TimeClass.Number, "twenty|thirty|forty,fourty|fifty|sixty|seventy|eighty|ninety", 2, 10);
        row(TimeClass.Ordinal, "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth", 1);
        row(TimeClass.Ordinal, "twenty-first,twenty first|twenty-second,twenty second|twenty-third,twenty third|twenty-fourth,twenty fourth|twenty-fifth,twenty fifth|twenty-sixth,twenty sixth|twenty-seventh,twenty seventh|twenty-eighth,twenty eighth|twenty-ninth,twenty ninth|thirtieth|thirty-first,thirty first", 21);
        add(TimeClass.Number, "dozen,a dozen", 0, 12);
        add(TimeClass.Number, "a couple of,a couple,couple of,couple", 0, 2);
        add(TimeClass.Number, "several,few,a few,many,some,numerous,countless,a number of,dozens of,scores of,hundreds of,thousands of,tens of,another few,the few", 0, double.NaN);
        add(TimeClass.Number, "hundred,a hundred", 0, 100);
        add(TimeClass.Number, "thousand,a thousand", 0, 1000);
        add(TimeClass.Times, "once", 0, 1);
        add(TimeClass.Times, "twice", 0, 2);
        add(TimeClass.Times, "times", 0, 0);
        add(TimeClass.Half, "half,half a,half an,a half,half-", 0, 0.5);
    }

    static void Units(AddWords add)
    {
        foreach (var (unit, one, many) in (ReadOnlySpan<(TimeUnit, string, string)>)[
            (TimeUnit.Second, "second,sec", "seconds,secs"), (TimeUnit.Minute, "minute,min", "minutes,mins"), (TimeUnit.Hour, "hour,hr", "hours,hrs"),
            (TimeUnit.Day, "day", "days"), (TimeUnit.Week, "week,wk", "weeks,wks"), (TimeUnit.Weekend, "weekend", "weekends"), (TimeUnit.Fortnight, "fortnight", "fortnights"),
            (TimeUnit.Month, "month", "months"), (TimeUnit.Quarter, "quarter,qtr", "quarters,qtrs"), (TimeUnit.Year, "year,yr", "years,yrs"), (TimeUnit.Decade, "decade", "decades"),
            (TimeUnit.Century, "century", "centuries"), (TimeUnit.Millennium, "millennium", "millennia,millenniums")])
        {
            add(TimeClass.Unit, one, (int)unit);
            add(TimeClass.Units, many, (int)unit);
        }
        foreach (var (unit, words) in (ReadOnlySpan<(TimeUnit, string)>)[
            (TimeUnit.Hour, "hourly"), (TimeUnit.Day, "daily,nightly,day-to-day"), (TimeUnit.Week, "weekly"), (TimeUnit.Month, "monthly"), (TimeUnit.Quarter, "quarterly"), (TimeUnit.Year, "annually,yearly")])
            add(TimeClass.Frequency, words, (int)unit);
        add(TimeClass.Filler, "more,full,straight,consecutive,trading,business,working,calendar,whole,solid,long,additional,extra,successive,school,further,or so");
        add(TimeClass.Period, "period,span");
        add(TimeClass.Old, "old");
    }

    static void Pointers(AddWords add)
    {
        add(TimeClass.Deictic, "yesterday", -1);
        add(TimeClass.Deictic, "today", 0);
        add(TimeClass.Deictic, "tomorrow", 1);
        add(TimeClass.Deictic, "the day after tomorrow,day after tomorrow", 2);
        add(TimeClass.Deictic, "the day before yesterday,day before yesterday", -2);
        add(TimeClass.Tonight, "tonight", 0);
        add(TimeClass.This, "this,current,this current,this very,this coming,this upcoming", 0);
        add(TimeClass.Next, "next,upcoming,coming,this next", 1);
        add(TimeClass.Last, "last,this past,latest", -1);
        add(TimeClass.Past, "past", -1);
        add(TimeClass.Told, "previous,preceding,prior", -1);
        add(TimeClass.Told, "following,subsequent,ensuing", 1);
        add(TimeClass.Told, "same,very same", 0);
        add(TimeClass.The, "the");
        add(TimeClass.A, "a,an", 0, 1);
        add(TimeClass.That, "that", 0);
        add(TimeClass.Ago, "ago,back", -1);
        add(TimeClass.Ago, "hence,from now", 1);
        add(TimeClass.Later, "later,afterwards,afterward", 1);
        add(TimeClass.Later, "earlier,previously,before that", -1);
        add(TimeClass.Vague, "now,right now,currently,presently,nowadays,these days,at present,at the moment,current", 0);
        add(TimeClass.Vague, "recently,lately,not long ago,a long time ago,some time ago,a while ago,in recent memory", -1);
        add(TimeClass.Vague, "soon,shortly,someday,some day,the near future,the near term,the future,a later date", 1);
        add(TimeClass.Recent, "recent", -1);
        add(TimeClass.Recent, "coming,future,upcoming", 1);
        add(TimeClass.Every, "every,each,every single");
        add(TimeClass.Early, "early,early in,earlier in", (int)TimeModifier.Start);
        add(TimeClass.Early, "late,late in,later in", (int)TimeModifier.End);
        add(TimeClass.Early, "mid", (int)TimeModifier.Mid);
        add(TimeClass.Edge, "beginning,start,outset,first half,early part,early days", (int)TimeModifier.Start);
        add(TimeClass.Edge, "middle,midst", (int)TimeModifier.Mid);
        add(TimeClass.Edge, "end,close,last half,latter half,latter part,second half,last part", (int)TimeModifier.End);
        add(TimeClass.Approx, "about,around,roughly,approximately,some,circa,an estimated,more or less", (int)TimeModifier.Approx);
        add(TimeClass.Approx, "nearly,almost,less than,under,fewer than,just under,not quite,close to,well under", (int)TimeModifier.LessThan);
        add(TimeClass.Approx, "more than,longer than,just over,well over,a little over", (int)TimeModifier.MoreThan);
        add(TimeClass.Approx, "at least,no less than,not less than,a minimum of,a full", (int)TimeModifier.AtLeast);
        add(TimeClass.Approx, "at most,up to,no more than,as many as,as much as,as long as,not more than,a maximum of", (int)TimeModifier.AtMost);
        add(TimeClass.Of, "of");
        add(TimeClass.In, "in,during");
        add(TimeClass.And, "and,&");
        add(TimeClass.To, "to,through,thru,until,till");
        add(TimeClass.Or, "or");
        add(TimeClass.At, "at");
        add(TimeClass.On, "on");
        add(TimeClass.Ahead, "ahead,to come");
        add(TimeClass.From, "from,between");
    }
}
