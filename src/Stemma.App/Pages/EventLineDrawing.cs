using System.Globalization;
using Stemma.App.Output;

namespace Stemma.App.Pages;

/// <summary>One thing said to happen: a dot on its day. <paramref name="Ahead"/>: still to come when reported.</summary>
sealed record EventDot(TimeGroup Group, TimeEntry Entry, double X, double Y, bool Exact, bool Ahead);

/// <summary>A time that is no single day, as long as it lasts as far as it lies on the line.</summary>
sealed record EventBar(TimeGroup Group, double X, double XEnd, double Y, string Text, double TextX, string TextAnchor, bool Ahead);

/// <summary>
/// What is said to happen when, on a line of days around those on which the reports were published, worked out on the server. A day
/// or a time of day is a dot above the line, dots of one day in a column; a coarser time is a bar below it. What lies further off is stacked
/// at either end, not to scale, since a story of one week may speak of the year 1950. Cost: quadratic in the dots near each other.
/// </summary>
sealed record EventLineDrawing(
    double Height, double Axis, double From, double To, IReadOnlyList<EventDot> Dots, IReadOnlyList<EventBar> Bars, IReadOnlyList<(double X, string Text)> Ticks, (double X, double XEnd)? Published,
    string? Earlier, string? Later, int LeftOut)
{
    public const double Width = 848, SideWidth = 104;
    const double Step = 15, BarStep = 26, Top = 18, LetterWidth = 7;
    const int DaysAround = 7, RowsMax = 14, BarsMax = 8, DotsMax = 240, SideColumns = 6;

    /// <summary>A group with its first and last day.</summary>
    sealed record Item(TimeGroup Group, DateOnly First, DateOnly Last)
    {
        public bool IsDay => Group.When.Precision is "minute" or "hour" or "daypart" || (Group.When.Precision is "day" && First == Last);
    }

    public static EventLineDrawing? Of(StoryView story)
    {
        var items = story.Times.Select(group => (Group: group, First: Wording.Day(group.When.Start), Last: Wording.Day(group.When.End)))
            .Where(item => item.First is not null).Select(item => new Item(item.Group, item.First!.Value, item.Last is { } last && last >= item.First ? last : item.First!.Value)).ToList();
        if (items.Count == 0)
            return null;
        var published = story.Reports.Select(report => Wording.Day(report.Report.Published)).OfType<DateOnly>().Order().ToList();
        var (low, high) = Window(items, published);
        var before = items.FindAll(item => item.Last < low);
        var after = items.FindAll(item => item.First > high);
        var inside = items.FindAll(item => item.Last >= low && item.First <= high);
        var (from, to) = (before.Count > 0 ? SideWidth : 12, Width - (after.Count > 0 ? SideWidth : 12));
        var days = high.DayNumber - low.DayNumber + 1;
        double X(double day) => Math.Round(from + ((to - from) * Math.Clamp(day - low.DayNumber, 0, days) / days), 1);

        var dots = new List<(Item Item, TimeEntry Entry, double X, int Row)>();
        var leftOut = 0;
        foreach (var item in inside.Where(item => item.IsDay))
            foreach (var entry in item.Group.Entries)
                Place(dots, item, entry, X(item.First.DayNumber + 0.5), ref leftOut);
        Stack(dots, before, 6, ref leftOut);
        Stack(dots, after, to + 18, ref leftOut);
        var rows = dots.Count == 0 ? 1 : dots.Max(dot => dot.Row) + 1;
        var axis = Top + (rows * Step) + 8;
        var bars = BarsOf(inside.FindAll(item => !item.IsDay), X, axis, ref leftOut);
        return new EventLineDrawing(
            bars.Count == 0 ? axis + 40 : bars.Max(bar => bar.Y) + 16, axis, from, to,
            [.. dots.Select(dot => new EventDot(dot.Item.Group, dot.Entry, dot.X, axis - 10 - (dot.Row * Step), dot.Item.IsDay, dot.Entry.Entry.Future))], bars,
            TicksOf(low, days, to - from, X), published.Count == 0 ? null : (X(published[0].DayNumber), X(published[^1].DayNumber + 1)), Side(before), Side(after), leftOut);
    }

    /// <summary>The days of the reports and some around them, no more of these than there is something on.</summary>
    static (DateOnly Low, DateOnly High) Window(List<Item> items, List<DateOnly> published)
    {
        if (published.Count == 0)
            published = [.. items.Where(item => item.IsDay).Select(item => item.First).DefaultIfEmpty(items[0].First).Order()];
        var (least, most) = (Math.Max(0, published[0].DayNumber - DaysAround), Math.Min(DateOnly.MaxValue.DayNumber, published[^1].DayNumber + DaysAround));
        var shown = items.Where(item => item.IsDay && item.First.DayNumber >= least && item.First.DayNumber <= most).Select(item => item.First.DayNumber).Concat([published[0].DayNumber, published[^1].DayNumber]).ToList();
        return (DateOnly.FromDayNumber(Math.Max(least, shown.Min() - 1)), DateOnly.FromDayNumber(Math.Min(most, shown.Max() + 1)));
    }

    /// <summary>In the lowest row where it lies on no other.</summary>
    static void Place(List<(Item Item, TimeEntry Entry, double X, int Row)> dots, Item item, TimeEntry entry, double x, ref int leftOut)
    {
        var row = 0;
        while (dots.Exists(dot => dot.Row == row && Math.Abs(dot.X - x) < Step))
            row++;
        if (row >= RowsMax || dots.Count >= DotsMax)
            leftOut++;
        else
            dots.Add((item, entry, x, row));
    }

    static void Stack(List<(Item Item, TimeEntry Entry, double X, int Row)> dots, List<Item> items, double left, ref int leftOut)
    {
        var at = 0;
        foreach (var (item, entry) in items.SelectMany(item => item.Group.Entries.Select(entry => (item, entry))))
        {
            if (at / SideColumns >= RowsMax || dots.Count >= DotsMax)
                leftOut++;
            else
                dots.Add((item, entry, left + 6 + (at % SideColumns * Step), at / SideColumns));
            at++;
        }
    }

    static List<EventBar> BarsOf(List<Item> items, Func<double, double> x, double axis, ref int leftOut)
    {
        var bars = new List<EventBar>();
        var rows = new List<List<(double From, double To)>>();
        foreach (var item in items.OrderBy(item => item.First).ThenBy(item => item.Last))
        {
            var start = x(item.First.DayNumber);
            var end = Math.Max(x(item.Last.DayNumber + 1), start + 4);
            var text = Wording.When(item.Group.When) + (item.Group.Entries.Count > 1 ? $" ({Wording.Count(item.Group.Entries.Count)})" : "");
            var wide = (text.Length * LetterWidth) + 8;
            // In the bar, else behind it, else before it.
            var (textX, anchor, from, to) = end - start > wide + 6 ? (start + 7, "start", start, end) : end + wide < Width ? (end + 6, "start", start, end + wide) : (start - 6, "end", start - wide, end);
            var row = rows.FindIndex(taken => taken.TrueForAll(other => other.To + 6 <= from || to + 6 <= other.From));
            if (row < 0 && rows.Count >= BarsMax)
            {
                leftOut++;
                continue;
            }
            if (row < 0)
            {
                row = rows.Count;
                rows.Add([]);
            }
            rows[row].Add((from, to));
            bars.Add(new EventBar(item.Group, start, end, axis + 54 + (row * BarStep), text, textX, anchor, item.Group.Entries.All(entry => entry.Entry.Future)));
        }
        return bars;
    }

    static List<(double X, string Text)> TicksOf(DateOnly low, int days, double width, Func<double, double> x)
    {
        var perDay = width / days;
        var step = perDay >= 50 ? 1 : perDay >= 25 ? 2 : perDay >= 8 ? 7 : perDay >= 4 ? 14 : Math.Max(28, (int)Math.Ceiling(64 / Math.Max(0.01, perDay)));
        var ticks = new List<(double, string)>();
        for (var day = 0; day < days; day += step)
            ticks.Add((x(low.DayNumber + day + 0.5), low.AddDays(day).ToString(perDay >= 76 ? "ddd d MMM" : "d MMM", CultureInfo.InvariantCulture)));
        return ticks;
    }

    /// <summary>The years at an end of the line.</summary>
    static string? Side(List<Item> items) => items.Count == 0 ? null
        : items.Min(item => item.First.Year) is var first && items.Max(item => item.Last.Year) is var last && first == last ? first.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{first}–{last}");
}
