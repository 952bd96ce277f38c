using System.Globalization;
using Stemma.App.Output;

namespace Stemma.App.Pages;

/// <summary>One report on the time line: a point, or a bar from <paramref name="X"/> to <paramref name="XEnd"/> where only the day is known.</summary>
sealed record TimeMark(ReportView Report, double X, double XEnd, double Y);

/// <summary>
/// Reports on a line of time, a lane per outlet, worked out on the server: the page needs no script. Times without an
/// offset are taken as UTC, which can misplace a mark by hours and never by more than a day. Marks that would lie on each
/// other move down within their lane. Cost: sorting the reports.
/// </summary>
sealed record TimeLineDrawing(
    double Width, double Height, IReadOnlyList<(string Name, double Y)> Lanes, IReadOnlyList<TimeMark> Marks, IReadOnlyList<(double X, string Text)> Ticks, IReadOnlyList<ReportView> Undated)
{
    public const double Left = 180;
    const double Right = 24, Top = 34, RowHeight = 26, MarkWidth = 24, WidthAll = 848;
    const int LanesMax = 40, MarksMax = 400, TicksMax = 9;

    public static TimeLineDrawing? Of(StoryView story)
    {
        var dated = new List<(ReportView Report, DateTime From, DateTime To)>();
        foreach (var report in story.Reports.Take(MarksMax))
        {
            if (Times(report.Report.Published) is var (from, to))
                dated.Add((report, from, to));
        }
        var undated = story.Reports.Where(report => Times(report.Report.Published) is null).ToArray();
        if (dated.Count < 2)
            return null;
        var first = dated.Min(item => item.From);
        var last = dated.Max(item => item.To);
        var length = Math.Max((last - first).Ticks, TimeSpan.TicksPerHour);
        double X(DateTime at) => Math.Round(Left + ((WidthAll - Left - Right) * ((double)(at - first).Ticks / length)), 1);
        var lanes = new List<(string, double)>();
        var marks = new List<TimeMark>();
        var y = Top;
        foreach (var lane in LanesOf(dated))
        {
            lanes.Add((lane.Key, y + (RowHeight / 2)));
            var rowEnds = new List<double>();
            foreach (var (report, from, to) in lane.OrderBy(item => item.From).ThenBy(item => item.Report.Number))
            {
                var (x, end) = (X(from), X(to));
                var row = rowEnds.FindIndex(taken => taken <= x - (MarkWidth / 2));
                if (row < 0)
                {
                    row = rowEnds.Count;
                    rowEnds.Add(0);
                }
                rowEnds[row] = Math.Max(end, x) + (MarkWidth / 2);
                marks.Add(new TimeMark(report, x, end, y + (row * RowHeight) + (RowHeight / 2)));
            }
            y += (rowEnds.Count * RowHeight) + 8;
        }
        return new TimeLineDrawing(WidthAll, y + 8, lanes, marks, [.. TicksBetween(first, last).Select(tick => (X(tick.At), tick.Text))], undated);
    }

    static IEnumerable<IGrouping<string, (ReportView Report, DateTime From, DateTime To)>> LanesOf(List<(ReportView Report, DateTime From, DateTime To)> dated)
    {
        var names = dated.OrderBy(item => item.From).ThenBy(item => item.Report.Number).Select(item => item.Report.Name).Distinct(StringComparer.Ordinal).Take(LanesMax).ToList();
        return dated.GroupBy(item => names.Contains(item.Report.Name) ? item.Report.Name : "other outlets", StringComparer.Ordinal)
            .OrderBy(lane => names.IndexOf(lane.Key) is var at && at < 0 ? int.MaxValue : at);
    }

    static IEnumerable<(DateTime At, string Text)> TicksBetween(DateTime first, DateTime last)
    {
        int[] hours = [1, 3, 6, 12, 24, 48, 96, 168, 336, 720, 1440, 4320, 8760];
        var step = hours.FirstOrDefault(hour => (last - first).TotalHours / hour <= TicksMax, (int)Math.Min(int.MaxValue / 2, (last - first).TotalHours / TicksMax));
        var at = first.Date;
        while (at < first)
            at = at.AddHours(step);
        for (; at <= last; at = at.AddHours(step))
        {
            yield return (at, at.TimeOfDay == TimeSpan.Zero ? at.ToString("d MMM", CultureInfo.InvariantCulture) : at.ToString("HH:mm", CultureInfo.InvariantCulture));
            if ((DateTime.MaxValue - at).TotalHours <= step)
                yield break;
        }
    }

    static (DateTime From, DateTime To)? Times(string? iso)
    {
        if (iso is null || Wording.Day(iso) is null || !DateTime.TryParse(iso, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at))
            return null;
        return iso.Length > 10 ? (at, at) : (at, at > DateTime.MaxValue.AddDays(-1) ? at : at.AddDays(1));
    }
}
