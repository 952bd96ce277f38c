using System.Text.Encodings.Web;
using System.Text.Json;
using Stemma.Language;
using Stemma.Lineage;
using Stemma.Reports;

namespace Stemma.App.Output;

/// <summary>What one report has from another, on a terminal or as JSON: kind, shares, passages, and edited sentences word by word.</summary>
static class ComparisonPage
{
    const int PassagesMax = 12;
    const int WordsMax = 160;

    public static void Write(TextWriter output, Report a, Report b, PairComparison comparison, DossierOptions options)
    {
        var page = new TerminalPage(output, options.Width, options.Colour);
        page.Paragraph("", "", new Run("A  ", Ink.Bold), Name(a));
        page.Paragraph("", "", new Run("B  ", Ink.Bold), Name(b));
        page.Blank();
        page.Paragraph("", "", new Run(Kind(a, comparison), Ink.Bold));
        page.Paragraph("", "", comparison.Why);
        page.Paragraph("", "", $"{Wording.Percent(comparison.ContainmentA)} of A's words stand in B; {Wording.Percent(comparison.ContainmentB)} of B's words stand in A.");
        if (comparison.Passages.Count > 0)
            Passages(page, a, comparison);
        var edited = comparison.Sentences.Where(static pair => !pair.Identical).ToList();
        if (edited.Count > 0)
            Edits(page, a, b, edited);
    }

    static string Name(Report report) => string.Join(" · ", new[] { report.OutletOrCredit, report.Title ?? report.Path, report.Published.ToIso() }.Where(static part => part is not null));

    static string Kind(Report a, PairComparison comparison)
    {
        var (later, earlier) = comparison.LaterId == a.Id ? ("A", "B") : ("B", "A");
        var unsure = comparison.LaterId is null ? " (which of them is the later one cannot be told)" : "";
        return comparison.Kind switch
        {
            LineageKind.Revises => $"{later} is a later revision of {earlier}{unsure}.",
            LineageKind.Reprints => $"{later} reprints {earlier}{unsure}.",
            LineageKind.Excerpts => $"{later} takes passages from {earlier}{unsure}.",
            _ => "Neither was made from the other, as far as their words show.",
        };
    }

    static void Passages(TerminalPage page, Report a, PairComparison comparison)
    {
        page.Section("Passages in both", "The longest first.");
        foreach (var passage in comparison.Passages.OrderByDescending(static passage => passage.A.Length).ThenBy(static passage => passage.A.Start).Take(PassagesMax))
            page.Paragraph("  ", "  ", "“" + Stemma.Evidence.VisibleText.Line(passage.A.Of(a.Text), WordsMax) + "”");
        if (comparison.Passages.Count > PassagesMax)
            page.Paragraph("  ", "  ", new Run($"and {comparison.Passages.Count - PassagesMax} more.", Ink.Dim));
    }

    static void Edits(TerminalPage page, Report a, Report b, List<AlignedSentence> edited)
    {
        page.Section("Edited sentences", "[-only in A-] {+only in B+}");
        foreach (var pair in edited)
            page.Paragraph("  ", "    ", WordDiff(pair.A.Of(a.Text), pair.B.Of(b.Text)));
    }

    /// <summary>One line with [-what A has-] and {+what B has+}, words as units.</summary>
    public static string WordDiff(string a, string b)
    {
        var line = new System.Text.StringBuilder();
        foreach (var piece in RevisionText.Words(a, b))
        {
            switch (piece.Kind)
            {
                case ChangeKind.Removed: Mark(line, "[-", piece.Text, "-]"); break;
                case ChangeKind.Added: Mark(line, "{+", piece.Text, "+}"); break;
                default: line.Append(piece.Text); break;
            }
        }
        return line.ToString();
    }

    static void Mark(System.Text.StringBuilder line, string open, string text, string close)
    {
        if (line.Length > 0 && !char.IsWhiteSpace(line[^1]))
            line.Append(' ');
        line.Append(open).Append(text.Trim()).Append(close).Append(' ');
    }

    public static void WriteJson(Stream output, Report a, Report b, PairComparison comparison)
    {
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("a", a.InputId ?? a.Id);
            json.WriteString("b", b.InputId ?? b.Id);
            json.WriteString("kind", comparison.Kind?.ToString().ToLowerInvariant() ?? "none");
            json.WriteString("later", comparison.LaterId is null ? null : comparison.LaterId == a.Id ? "a" : "b");
            json.WriteNumber("containmentA", Math.Round(comparison.ContainmentA, 4));
            json.WriteNumber("containmentB", Math.Round(comparison.ContainmentB, 4));
            json.WriteNumber("confidence", Math.Round(comparison.Confidence, 4));
            json.WriteString("why", comparison.Why);
            Pairs(json, "passages", a, comparison.Passages.Select(static passage => (passage.A, passage.B, "")));
            Pairs(json, "sentences", a, comparison.Sentences.Select(pair => (pair.A, pair.B, pair.Identical ? "" : WordDiff(pair.A.Of(a.Text), pair.B.Of(b.Text)))));
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    static void Pairs(Utf8JsonWriter json, string name, Report a, IEnumerable<(TextRange A, TextRange B, string Diff)> pairs)
    {
        json.WriteStartArray(name);
        foreach (var (rangeA, rangeB, diff) in pairs)
        {
            json.WriteStartObject();
            Range(json, "a", rangeA);
            Range(json, "b", rangeB);
            json.WriteString("text", rangeA.Of(a.Text));
            if (diff.Length > 0)
                json.WriteString("diff", diff);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void Range(Utf8JsonWriter json, string name, TextRange range)
    {
        json.WriteStartObject(name);
        json.WriteNumber("start", range.Start);
        json.WriteNumber("end", range.End);
        json.WriteEndObject();
    }
}
