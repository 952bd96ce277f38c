using System.Globalization;
using Stemma.Language;

namespace Stemma.Evidence;

/// <summary>
/// Who copied from whom: both sides of every passage must hold the same words and whole ones, and the shares of copied
/// words must come out the same when counted again. A report's words are those outside its furniture; a share is how many
/// of them lie inside the passages. Edges to something that has no text here (a lost report, a source) have no passages.
/// </summary>
sealed class PackCopyCheck(
    Dictionary<string, PackReportFacts> reports, Dictionary<string, PackSourceFacts> sources, HashSet<string> lost, PackTally tally)
{
    /// <summary>How far a stated share may lie from the counted one: room for rounding to three places.</summary>
    public const double ShareTolerance = 0.001;

    /// <summary>The edges along which text was copied, by the id of the descendant.</summary>
    public ILookup<string, PackEdgeFacts> Run(PackNode lineage, Action<PackNode> checkLine)
    {
        var edges = new List<PackEdgeFacts>();
        foreach (var node in lineage.Items())
        {
            var (from, to, kind) = (node["from"].Text(), node["to"].Text(), node["kind"].Text());
            var credits = string.Equals(kind, "credits", StringComparison.Ordinal);
            if (!credits && kind is not ("revises" or "reprints" or "excerpts"))
                throw node["kind"].Off($"revises, reprints, excerpts or credits was expected, found “{VisibleText.Line(kind, 40)}”");
            if (!reports.ContainsKey(from) && !lost.Contains(from))
                throw node["from"].Off($"no report or lost report of this story has the id {PackStoryCheck.Shown(from)}");
            if (!reports.ContainsKey(to) && !lost.Contains(to) && !(credits && sources.ContainsKey(to)))
                throw node["to"].Off($"no report{(credits ? ", lost report or source" : " or lost report")} of this story has the id {PackStoryCheck.Shown(to)}");
            if (string.Equals(from, to, StringComparison.Ordinal))
                throw node["to"].Off("nothing descends from itself");
            var passages = CheckPassages(node["evidence"]["passages"], reports.GetValueOrDefault(from), reports.GetValueOrDefault(to));
            CheckShare(node["evidence"]["containment"], reports.GetValueOrDefault(from), passages.Select(passage => passage.A));
            CheckShare(node["evidence"]["reverseContainment"], reports.GetValueOrDefault(to), passages.Select(passage => passage.B));
            foreach (var line in node["evidence"]["lines"].Items())
                checkLine(line);
            node["confidence"].Share();
            if (!credits && reports.TryGetValue(from, out var descendant) && reports.TryGetValue(to, out var ancestor))
                edges.Add(new(descendant, ancestor, passages));
        }
        return edges.ToLookup(edge => edge.From.Id, StringComparer.Ordinal);
    }

    List<(TextRange A, TextRange B)> CheckPassages(PackNode list, PackReportFacts? from, PackReportFacts? to)
    {
        var passages = new List<(TextRange, TextRange)>();
        foreach (var node in list.Items())
        {
            if (from is null || to is null)
                throw node.Off("one end of this edge has no text in the pack, so no passage can be shown");
            var a = from.CheckWords(node["a"], node["text"].Text(), node, tally);
            if (!from.Words.Fits(a))
                throw node["a"].Off("a passage must begin with the first letter of a word and end with the last letter of one");
            tally.Passages++;
            if (tally.ExcerptsOnly)
            {
                passages.Add((a, Range(node["b"])));
                continue;
            }
            var b = to.CheckSpot(node["b"], tally);
            if (!to.Words.Fits(b))
                throw node["b"].Off("a passage must begin with the first letter of a word and end with the last letter of one");
            CompareWords(node, from.Words, a, to.Words, b);
            passages.Add((a, b));
        }
        return passages;
    }

    static TextRange Range(PackNode spot)
    {
        var (start, end) = (spot["start"].Number(), spot["end"].Number());
        return start >= 0 && end > start ? new TextRange(start, end) : throw spot.Off(string.Create(CultureInfo.InvariantCulture, $"a range was expected, found {start}-{end}"));
    }

    static void CompareWords(PackNode node, PackWords left, TextRange a, PackWords right, TextRange b)
    {
        var (aFirst, aEnd) = left.Inside(a);
        var (bFirst, bEnd) = right.Inside(b);
        for (var i = 0; aFirst + i < aEnd && bFirst + i < bEnd; i++)
        {
            var (one, other) = (left.Lowered(aFirst + i), right.Lowered(bFirst + i));
            if (!string.Equals(one, other, StringComparison.Ordinal))
                throw node.Off(string.Create(CultureInfo.InvariantCulture,
                    $"the two sides differ at word {i + 1}: “{VisibleText.Line(one, 60)}” and “{VisibleText.Line(other, 60)}”"));
        }
        if (aEnd - aFirst != bEnd - bFirst)
            throw node.Off(string.Create(CultureInfo.InvariantCulture, $"one side has {aEnd - aFirst} words, the other {bEnd - bFirst}"));
    }

    void CheckShare(PackNode node, PackReportFacts? report, IEnumerable<TextRange> passages)
    {
        var stated = node.Share();
        if (tally.ExcerptsOnly)
            return;
        var counted = report is null ? 0 : Share(report, passages);
        if (Math.Abs(stated - counted) > ShareTolerance)
            throw node.Off(string.Create(CultureInfo.InvariantCulture, $"{counted:0.0000} of the words lie in the passages, the pack says {stated:0.0000}"));
    }

    static double Share(PackReportFacts report, IEnumerable<TextRange> passages)
    {
        var inside = new bool[report.Words.Count];
        foreach (var passage in passages)
        {
            var (first, end) = report.Words.Inside(passage);
            inside.AsSpan(first, end - first).Fill(true);
        }
        var own = new bool[report.Words.Count];
        Array.Fill(own, true);
        foreach (var part in report.Furniture)
        {
            // The word before may reach into the part.
            for (var word = Math.Max(0, report.Words.FirstFrom(part.Start) - 1); word < own.Length && report.Words[word].Start < part.End; word++)
                own[word] &= !report.Words[word].Overlaps(part);
        }
        var all = own.Count(word => word);
        return all == 0 ? 0 : (double)own.Zip(inside).Count(word => word.First && word.Second) / all;
    }
}
