using Stemma.Evidence;

namespace Stemma.App.Output;

/// <summary>One story of the dossier, section by section. Sections with nothing to say are left out.</summary>
sealed class DossierStory(TerminalPage page, StoryView story, DossierOptions options)
{
    const int EvidenceLength = 110;

    public void Write()
    {
        page.Blank();
        page.Rule('═');
        page.Paragraph("", "", new Run(VisibleText.Line(story.Story.Title, 200), Ink.Bold));
        page.Paragraph("", "", $"{Wording.Size(story)} · {Wording.Period(story.Reports)}");
        Brief();
        Reports();
        Copies();
        Times();
        Places();
        WhoSaysWhat();
        Quotations();
        Claims();
        Findings();
    }

    void Brief()
    {
        if (story.Story.Brief.Count == 0)
            return;
        page.Section("In short", "Each sentence is made from stored statements; the numbers are the reports they stand in.");
        foreach (var sentence in story.Story.Brief)
        {
            var labels = sentence.Evidence.Select(line => story.Report(line.Report)).OfType<ReportView>().Distinct().OrderBy(report => report.Number);
            page.Paragraph("  ", "  ", VisibleText.Line(sentence.Text, 400), " " + Wording.Labels(labels));
        }
    }

    void Reports()
    {
        page.Section("Reports");
        foreach (var report in story.Reports.Take(options.ReportsMax))
        {
            var lead = $" {report.Label,4} ";
            page.Paragraph(lead, Indent(lead), new Run(report.Name, Ink.Bold), " · " + VisibleText.Line(report.Title, 160));
            var byline = report.Report.Byline is { Length: > 0 } by ? $" · by {VisibleText.Line(by, 80)}" : "";
            page.Paragraph(Indent(lead), Indent(lead), new Run($"{Wording.Published(report.Report)} · {Wording.CopyKind(story, report)}{byline}", Ink.Dim));
        }
        LeftOut(story.Reports.Count - options.ReportsMax, "report", "reports");
        Owners();
    }

    void Owners()
    {
        var (known, unknown) = Wording.Owners(story);
        if (known.Count == 0 && unknown is null)
            return;
        page.Paragraph("  ", "  ", new Run("Who owns them, by the table publishers.tsv: a row may be out of date, and the pack names where to check it.", Ink.Dim));
        foreach (var line in known.Take(options.ReportsMax))
            page.Paragraph("    ", "      ", new Run(line, Ink.Dim));
        LeftOut(known.Count - options.ReportsMax, "outlet", "outlets");
        if (unknown is not null)
            page.Paragraph("    ", "      ", new Run(unknown, Ink.Dim));
    }

    void Copies()
    {
        if (story.Reports.Count < 2 && story.Copies.Rows.Count == 0)
            return;
        page.Section("Copy history", "Linked reports: which one took its text from which, and what shows it.");
        foreach (var row in story.Copies.Rows.Take(options.ReportsMax))
            CopyRow(row);
        LeftOut(story.Copies.Rows.Count - options.ReportsMax, "linked report", "linked reports");
        foreach (var edge in story.Copies.Further.Take(options.ReportsMax))
        {
            // What leads to a lost report is said with that report, below.
            if (story.Report(edge.From) is not { } report || story.Copies.IsLostApart(edge.To))
                continue;
            page.Paragraph("  also: ", "        ", $"{report.Label} {Wording.Link(story, edge, story.Report(edge.To)?.Label ?? "a lost report")}", Uncertain(edge.Confidence));
            // A credit that stands nowhere in the text: what it rests on is said instead of quoted.
            if (edge is { Kind: "credits", Evidence.Lines.Count: 0 })
                page.Paragraph("        ", "        ", new Run(VisibleText.Line(edge.Why, 160), Ink.Dim));
            foreach (var line in edge.Evidence.Lines)
                Testimony(line, "        ");
        }
        if (story.Copies.Unlinked.Count > 0)
            page.Paragraph("  ", "  ", $"{Wording.Labels(story.Copies.Unlinked.Take(options.ReportsMax))}: no textual evidence of derivation.");
        foreach (var lost in story.Story.Lost.Where(lost => story.Copies.IsLostApart(lost.Id)))
        {
            page.Paragraph("  lost: ", "        ", $"{VisibleText.Line(lost.What, 200)} It is not among these reports.");
            Testimony(lost.Testimony, "        ");
        }
    }

    void CopyRow(CopyRow row)
    {
        var rails = string.Concat(row.Rails.Select(rail => rail ? "│  " : "   "));
        var first = row.Depth == 0 ? "  " : $"  {rails}{(row.Last ? "└─ " : "├─ ")}";
        var rest = row.Depth == 0 ? "     " : $"  {rails}{(row.Last ? "   " : "│  ")}   ";
        var name = row.Report is { } report ? $"{report.Label} {report.Name}" : "a lost report";
        if (row.Edge is not { } edge)
        {
            page.Paragraph(first, rest, new Run(name, Ink.Bold), row.Lost is { } lost ? $" · {VisibleText.Line(lost.What, 160)}" : "");
            if (row.Lost is { } known)
                Testimony(known.Testimony, rest);
            return;
        }
        var example = Wording.LongestPassage(edge, EvidenceLength) is { } words ? $"; e.g. {words}" : "";
        page.Paragraph(first, rest, new Run(name, Ink.Bold), $" {Wording.Link(story, edge, story.Report(edge.To)?.Label ?? "a lost report")}{example}", Uncertain(edge.Confidence));
        foreach (var line in edge.Evidence.Lines)
            Testimony(line, rest);
    }

    void Testimony(PackLine line, string indent) =>
        page.Paragraph(indent, indent, new Run($"{story.Report(line.Report)?.Label ?? "?"} writes: “{VisibleText.Line(line.Text, EvidenceLength)}”", Ink.Dim));

    void WhoSaysWhat()
    {
        if (story.Voices.Count == 0)
            return;
        page.Section("Who says what", "Words in “marks” are quoted so by the report; the rest is the report’s own rendering. The arrow reads: has it from.");
        foreach (var voice in story.Voices.Take(options.SourcesMax))
        {
            page.Blank();
            var role = voice.Source?.Role is { Length: > 0 } named ? $", {VisibleText.Line(named, 80)}" : "";
            page.Paragraph("  ", "    ", new Run(VisibleText.Line(voice.Name, 80), Ink.Bold), role,
                new Run($" · {(voice.Source is null ? "not named" : Wording.Kind(voice.Source))} · {Wording.Count(voice.Statements.Count, "statement")} in {Wording.Count(story.ReportsOf(voice.Statements).Count, "report")}{(voice.Source?.Owner is { } owner ? $" · {Wording.Owned(owner)}" : "")}", Ink.Dim));
            foreach (var line in voice.Lines.Take(options.LinesPerSourceMax))
                Line(line);
            if (voice.Lines.Count > options.LinesPerSourceMax)
                page.Paragraph("    ", "    ", new Run($"and {Wording.Count(voice.Lines.Count - options.LinesPerSourceMax, "more line")} in the evidence pack.", Ink.Dim));
        }
        LeftOut(story.Voices.Count - options.SourcesMax, "source", "sources");
    }

    void Line(StatementLine line)
    {
        var denied = line.Statements.Select(statement => statement.Denies is { } id ? story.Statement(id) : null).OfType<PackStatement>().FirstOrDefault();
        page.Paragraph("    ", "      ", Uncertain(line.Confidence, after: false), $"{Wording.Verb(story, line.First)}: {Wording.Words(line.First, options.WordsLengthMax)}",
            " " + Wording.Labels(story.ReportsOf(line.Statements)), new Run(Notes(line), Ink.Dim));
        foreach (var denial in StatementLine.Of(story.DenialsOf(line.Statements)))
        {
            page.Paragraph("      ↳ ", "        ", $"{VisibleText.Line(story.SpeakerName(denial.First), 60)} {Wording.Verb(story, denial.First)}: {Wording.Words(denial.First, options.WordsLengthMax)}",
                " " + Wording.Labels(story.ReportsOf(denial.Statements)));
        }
        if (denied is not null)
            page.Paragraph("      ↳ ", "        ", new Run($"that is, what is said by {VisibleText.Line(story.SpeakerName(denied), 60)}: {Wording.Words(denied, options.WordsLengthMax)}", Ink.Dim));
    }

    string Notes(StatementLine line)
    {
        var notes = new List<string>();
        notes.AddRange(Wording.Chains(story, line.Statements));
        var hedges = line.Statements.SelectMany(statement => statement.Hedges).Select(hedge => VisibleText.Line(hedge.Text, 40)).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        if (hedges.Length > 0)
            notes.Add($"weakened by “{string.Join("”, “", hedges)}”");
        if (line.Statements.All(statement => statement.Future))
            notes.Add(Wording.StillToCome);
        notes.AddRange(line.Statements.Select(static statement => statement.Terms).OfType<PackTerms>().Take(1).Select(Wording.TermsOf));
        return notes.Count == 0 ? "" : " · " + string.Join(" · ", notes);
    }

    void Quotations()
    {
        var sets = QuotationSet.Of(story);
        if (sets.Count == 0)
            return;
        page.Section("Quotations side by side", "The same words as several reports quote them, and where the readings differ.");
        foreach (var set in sets.Take(options.SourcesMax))
        {
            page.Paragraph("  ", "    ", new Run(VisibleText.Line(set.Speaker, 80), Ink.Bold), set.Different == 1 ? " · one reading" : $" · {Wording.Count(set.Different, "reading")}");
            foreach (var reading in set.Readings)
            {
                var lead = $"    {Wording.Labels(story.ReportsOf(reading.Statements))} ";
                page.Paragraph(lead, "        ", Wording.Words(reading.First, options.WordsLengthMax * 2), new Run(set.IsPart(reading) ? " · shorter" : "", Ink.Dim));
            }
        }
        LeftOut(sets.Count - options.SourcesMax, "quotation", "quotations");
    }

    void Claims()
    {
        var claims = story.ClaimsByWeight.ToArray();
        var several = claims.Where(claim => claim.Reports > 1).ToArray();
        if (several.Length == 0)
            return;
        page.Section("Claims", "The same statement in several reports, and what stands behind it. Reports are weighed, not counted: many reports with one origin are one voice.");
        foreach (var claim in several.Take(options.ReportsMax))
        {
            string[] marks = [Wording.Standing(claim), .. Wording.Flags(claim)];
            page.Paragraph("  ", "    ", VisibleText.Line(claim.Text, options.WordsLengthMax), new Run($" · {string.Join(", ", marks)}", Ink.Bold), Uncertain(claim.Confidence));
            page.Paragraph("    ", "    ", $"{Wording.Behind(story, claim)} · first in {story.Report(claim.FirstReported.Report)?.Label ?? "?"}");
            if (Wording.DeniedBy(story, claim.Statements.Select(story.Statement).OfType<PackStatement>()) is { } denied)
                page.Paragraph("    ", "    ", $"denied by {denied}");
            page.Paragraph("    ", "    ", new Run(VisibleText.Line(claim.Why, 300), Ink.Dim));
        }
        LeftOut(several.Length - options.ReportsMax, "claim", "claims");
        if (claims.Length > several.Length)
            page.Paragraph("  ", "  ", new Run($"{Wording.Count(claims.Length - several.Length, "further claim stands", "further claims stand")} in one report only.", Ink.Dim));
    }

    void Findings()
    {
        if (story.Story.Findings.Count == 0)
            return;
        page.Section("Findings", "What a careful reader would want pointed out.");
        foreach (var finding in story.Story.Findings.Take(options.ReportsMax))
        {
            var labels = Wording.Labels(story.ReportsOf(finding.Statements.Select(story.Statement).OfType<PackStatement>()));
            page.Paragraph("  ", "    ", new Run(Wording.Finding(finding) + ": ", Ink.Bold), VisibleText.Line(finding.Text, 400), " " + labels, Uncertain(finding.Confidence));
            if (finding.Outcome is { Length: > 0 } outcome)
                page.Paragraph("    ", "    ", $"outcome: {VisibleText.Line(outcome, 300)}");
            page.Paragraph("    ", "    ", new Run(VisibleText.Line(finding.Why, 300), Ink.Dim));
        }
        LeftOut(story.Story.Findings.Count - options.ReportsMax, "finding", "findings");
    }

    void Times()
    {
        if (story.Times.Count == 0)
            return;
        page.Section("Timeline", "What is said to happen when, by the calendar of the place; not when it was said. ◇ marks what was still to come when it was reported.");
        foreach (var group in story.Times.Take(options.ReportsMax))
        {
            page.Paragraph("  ", "    ", new Run(Wording.When(group.When), Ink.Bold));
            foreach (var entry in group.Entries.Take(options.LinesPerSourceMax))
            {
                var said = entry.First;
                page.Paragraph(entry.Entry.Future ? "    ◇ " : "      ", "        ", $"{VisibleText.Line(story.SpeakerName(said), 60)} {Wording.Verb(story, said)}: {Wording.Words(said, options.WordsLengthMax)}",
                    " " + Wording.Labels(story.ReportsOf(entry.Statements)), new Run(TimeNotes(entry), Ink.Dim));
            }
            if (group.Entries.Count > options.LinesPerSourceMax)
                page.Paragraph("    ", "    ", new Run($"and {Wording.Count(group.Entries.Count - options.LinesPerSourceMax, "more line")} in the evidence pack.", Ink.Dim));
        }
        LeftOut(story.Times.Count - options.ReportsMax, "time", "times");
    }

    string TimeNotes(TimeEntry entry)
    {
        var places = entry.Entry.Places.Select(story.Place).OfType<PackPlace>().Select(place => VisibleText.Line(place.Name, 40)).ToArray();
        return (entry.First.When is { } when ? $" · from “{VisibleText.Line(when.Basis.Text, 40)}”{(when.Known is "context" ? " elsewhere in the report" : "")}" : "")
            + (places.Length > 0 ? $" · {string.Join(", ", places)}" : "") + (entry.Entry.Future ? $" · {Wording.StillToCome}" : "");
    }

    void Places()
    {
        if (story.Places.Count == 0)
            return;
        page.Section("Places", "Where things are said to happen. Positions: GeoNames, CC BY 4.0.");
        foreach (var place in story.Places.Take(options.SourcesMax))
            page.Paragraph("  ", "    ", new Run(VisibleText.Line(place.Place.Name, 60), Ink.Bold), $"{(place.IsPoint ? "" : $" ({Wording.PlaceKind(place.Place)})")} · {Wording.Count(place.Statements.Count, "statement")} {Wording.Labels(place.Reports)}");
        LeftOut(story.Places.Count - options.SourcesMax, "place", "places");
    }

    void LeftOut(int count, string one, string several)
    {
        if (count > 0)
            page.Paragraph("  ", "  ", new Run($"and {Wording.Count(count, "more " + one, "more " + several)} in the evidence pack.", Ink.Dim));
    }

    static Run Uncertain(double confidence, bool after = true) =>
        confidence >= Wording.UncertainBelow ? "" : new Run(after ? " · uncertain" : "uncertain · ", Ink.Bold);

    static string Indent(string lead) => new(' ', lead.Length);
}
