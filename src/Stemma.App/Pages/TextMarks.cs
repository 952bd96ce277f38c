using Stemma.Evidence;

namespace Stemma.App.Pages;

[Flags]
public enum MarkRole { None = 0, Source = 1, Cue = 2, Content = 4, Hedge = 8, Furniture = 16, Plain = 32 }

/// <summary>A stretch of text under the same marks throughout.</summary>
/// <param name="Statement">Number of the innermost statement over it, or 0.</param>
/// <param name="Opens">Numbers of the statements that begin here: where links back lead to, and where their numbers are printed.</param>
public sealed record TextSegment(string Text, MarkRole Roles, int Statement, IReadOnlyList<int> Opens, string? Furniture);

/// <summary>
/// A report's text cut where any mark begins or ends, so that nested and overlapping ranges come out as flat segments.
/// One list of segments per paragraph. Ranges that do not fit the text are passed over (a pack may come from a file).
/// Cost: sorting the edges of the marks, plus the depth of overlap at each segment.
/// </summary>
public static class TextMarks
{
    const int MarksMax = 20_000;

    sealed record Mark(int Start, int End, MarkRole Role, int Statement, string? Furniture);

    public static IReadOnlyList<IReadOnlyList<TextSegment>> Of(PackReport report, IReadOnlyList<PackStatement> statements)
    {
        var marks = Marks(report, statements);
        var opens = new SortedDictionary<int, List<int>>();
        foreach (var own in marks.Where(mark => mark.Statement > 0).GroupBy(mark => mark.Statement).OrderBy(own => own.Key))
        {
            var first = own.Where(mark => mark.Role is MarkRole.Content or MarkRole.Plain).DefaultIfEmpty(own.First()).Min(mark => mark.Start);
            if (!opens.TryGetValue(first, out var numbers))
                opens.Add(first, numbers = []);
            numbers.Add(own.Key);
        }
        var text = report.Text;
        var cuts = marks.SelectMany(mark => (int[])[mark.Start, mark.End]).ToHashSet();
        var paragraphs = new List<IReadOnlyList<TextSegment>>();
        var next = 0;
        var active = new List<Mark>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var at && at < 0 ? text.Length : at;
            var segments = new List<TextSegment>();
            for (var from = start; from < end;)
            {
                while (next < marks.Count && marks[next].Start <= from)
                    active.Add(marks[next++]);
                active.RemoveAll(mark => mark.End <= from);
                var to = from + 1;
                while (to < end && !cuts.Contains(to))
                    to++;
                segments.Add(Segment(text[from..to], active, opens.GetValueOrDefault(from) ?? []));
                from = to;
            }
            if (segments.Any(segment => !string.IsNullOrWhiteSpace(segment.Text)))
                paragraphs.Add(segments);
            start = end + 1;
        }
        return paragraphs;
    }

    static List<Mark> Marks(PackReport report, IReadOnlyList<PackStatement> statements)
    {
        var marks = new List<Mark>();
        void Add(IEnumerable<PackRange> ranges, MarkRole role, int statement, string? furniture = null)
        {
            foreach (var range in ranges.Where(range => range.Start >= 0 && range.End > range.Start && range.End <= report.Text.Length).Take(MarksMax - Math.Min(marks.Count, MarksMax)))
                marks.Add(new Mark(range.Start, range.End, role, statement, furniture));
        }
        foreach (var part in report.Furniture)
            Add([part.Range], MarkRole.Furniture, 0, part.Kind);
        for (var i = 0; i < statements.Count; i++)
        {
            Add(statements[i].Content, statements[i].Attribution ? MarkRole.Content : MarkRole.Plain, i + 1);
            Add(statements[i].Source, MarkRole.Source, i + 1);
            Add(statements[i].Cue, MarkRole.Cue, i + 1);
            Add(statements[i].Hedges, MarkRole.Hedge, i + 1);
        }
        // Outer marks first, so that the last active one of a statement is the innermost.
        return [.. marks.OrderBy(mark => mark.Start).ThenByDescending(mark => mark.End).ThenBy(mark => mark.Statement)];
    }

    static TextSegment Segment(string text, List<Mark> active, IReadOnlyList<int> opens)
    {
        var roles = MarkRole.None;
        Mark? inner = null;
        foreach (var mark in active)
        {
            roles |= mark.Role;
            if (mark.Statement > 0 && (inner is null || mark.End - mark.Start <= inner.End - inner.Start))
                inner = mark;
        }
        return new(text, roles, inner?.Statement ?? 0, opens, active.Find(mark => mark.Furniture is not null)?.Furniture);
    }
}
