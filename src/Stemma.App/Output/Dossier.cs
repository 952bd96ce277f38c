using Stemma.Evidence;

namespace Stemma.App.Output;

/// <summary>
/// The readable dossier, made from the pack alone: a section per question an editor asks, each line with the numbers of
/// the reports it rests on. Up to <see cref="DossierOptions.StoriesInFullMax"/> stories are told in full; of a larger set
/// the stories of several reports are, after a table, and what is left out is said. Same pack, same width: same bytes.
/// </summary>
public static class Dossier
{
    public static void Write(TextWriter output, EvidencePack pack, DossierOptions options)
    {
        var page = new TerminalPage(output, options.Width, options.Colour);
        var reports = new Dictionary<string, PackReport>(StringComparer.Ordinal);
        foreach (var report in pack.Reports)
            reports.TryAdd(report.Id, report);
        page.Paragraph("", "", new Run("Stemma dossier ", Ink.Bold), new Run($"· {Wording.Count(pack.Reports.Count, "report")} in {Wording.Count(pack.Stories.Count, "story", "stories")}"
            + (pack.AsOf is { } asOf ? $" · as of {Wording.Moment(asOf)}" : ""), Ink.Dim));
        IReadOnlyList<PackStory> inFull = pack.Stories;
        if (pack.Stories.Count > options.StoriesInFullMax)
            inFull = Table(page, pack, reports, options);
        var plain = 0;
        foreach (var story in inFull)
        {
            var view = new StoryView(story, reports);
            plain += view.PlainAssertions;
            new DossierStory(page, view, options).Write();
        }
        Footer(page, plain);
    }

    static PackStory[] Table(TerminalPage page, EvidencePack pack, Dictionary<string, PackReport> reports, DossierOptions options)
    {
        var bySize = pack.Stories.Select((story, i) => (Story: story, Order: i)).OrderByDescending(item => item.Story.Reports.Count).ThenBy(item => item.Order).Select(item => item.Story).ToArray();
        var several = bySize.Count(story => story.Reports.Count > 1);
        page.Section("Stories", "The largest first; the number of reports stands before the title.");
        foreach (var story in bySize.Take(options.TableRowsMax))
        {
            var views = story.Reports.Where(reports.ContainsKey).Select((id, i) => new ReportView(i + 1, reports[id]));
            page.Paragraph($"{Wording.Count(story.Reports.Count),7}  ", "         ", VisibleText.Line(story.Title, options.WordsLengthMax), new Run($" · {Wording.Period(views)}", Ink.Dim));
        }
        if (bySize.Length > options.TableRowsMax)
            page.Paragraph("         ", "         ", new Run($"and {Wording.Count(bySize.Length - options.TableRowsMax, "more story", "more stories")}.", Ink.Dim));
        var told = Math.Min(several, options.StoriesInFullMax);
        page.Blank();
        page.Paragraph("", "", $"{Wording.Count(told, "story is", "stories are")} told in full below. Left out: {Wording.Count(several - told, "smaller story", "smaller stories")} of several reports and "
            + $"{Wording.Count(bySize.Length - several, "story", "stories")} of one report; the evidence pack has all of them.");
        return bySize[..told];
    }

    static void Footer(TerminalPage page, int plainAssertions)
    {
        page.Blank();
        page.Rule('─');
        page.Paragraph("", "", new Run($"{Wording.NoVerdict} {Wording.Count(plainAssertions, "plain assertion", "plain assertions")} without a stated source "
            + $"{(plainAssertions == 1 ? "was" : "were")} counted, and not listed. The evidence pack (--json FILE) holds every line with the exact words it rests on, and "
            + "“stemma verify FILE” checks them again.", Ink.Dim));
    }
}
