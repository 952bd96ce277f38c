using Stemma.Language;
using Stemma.Lineage;
using Stemma.Reports;
using Xunit;

namespace Stemma.Tests.Lineage;

public sealed class LineageTracerTests
{
    static readonly string FirstText = Ferry.Text(Ferry.Lead, Ferry.Lifeboats, Ferry.Weather, Ferry.Expected, Ferry.Operator, Ferry.History);
    static readonly string SecondText = Ferry.Text(
        "All 212 people aboard a ferry that ran aground off the island of Marrow were safe on Friday, the coastguard said.", Ferry.Hotels,
        Ferry.Captain, Ferry.Lifeboats, Ferry.Done, Ferry.Operator, Ferry.History);
    static readonly string ThirdText = Ferry.Text(
        "Investigators opened an inquiry on Saturday into the grounding of a ferry off Marrow.", Ferry.Oil, Ferry.Captain, Ferry.Hotels,
        Ferry.Done, Ferry.Operator, Ferry.History);

    [Fact]
    public void The_later_of_two_dated_revisions_revises_the_earlier()
    {
        var edge = Assert.Single(Edges(PlainDocument.Report(SecondText, "Strait Post", "2031-05-02T18:00"), PlainDocument.Report(FirstText, "Strait Post", "2031-05-02T09:00")));
        Assert.Equal(LineageKind.Revises, edge.Kind);
        Assert.Equal(IdOf(SecondText, "Strait Post", "2031-05-02T18:00"), edge.From);
        Assert.InRange(edge.Confidence, 0.8, 1);
        Assert.Contains("published later", edge.Why, StringComparison.Ordinal);
        Assert.All(edge.Passages, passage => Assert.True(WordText.SameWords(passage.A.Of(SecondText), passage.B.Of(FirstText))));
    }

    [Fact]
    public void Without_dates_new_matter_on_top_and_a_fulfilled_expectation_show_the_later_one()
    {
        var edge = Assert.Single(Edges(PlainDocument.Report(SecondText), PlainDocument.Report(FirstText)));
        Assert.Equal(LineageKind.Revises, edge.Kind);
        Assert.Equal(IdOf(SecondText), edge.From);
        Assert.Contains("tells as done what the other expects", edge.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_of_three_revisions_hangs_on_its_closest_ancestor()
    {
        Report[] reports = [PlainDocument.Report(ThirdText, "Strait Post", "2031-05-03"), PlainDocument.Report(FirstText, "Strait Post", "2031-05-02T09:00"),
            PlainDocument.Report(SecondText, "Strait Post", "2031-05-02T18:00")];
        var edges = Edges(reports);
        Assert.Equal([(reports[2].Id, reports[1].Id), (reports[0].Id, reports[2].Id)], edges.Select(edge => (edge.From, edge.To)));
        Assert.All(edges, edge => Assert.Equal(LineageKind.Revises, edge.Kind));
    }

    [Fact]
    public void Whatever_the_order_of_the_inputs_the_edges_are_the_same()
    {
        Report[] reports = [PlainDocument.Report(FirstText), PlainDocument.Report(SecondText), PlainDocument.Report(ThirdText), PlainDocument.Report(Ferry.Text(Ferry.Other))];
        var expected = Summary(reports);
        foreach (var order in new int[][] { [3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1] })
            Assert.Equal(expected, Summary([.. order.Select(i => reports[i])]));
    }

    [Fact]
    public void The_same_text_at_another_outlet_is_a_reprint()
    {
        var credit = FirstText + "\nStrait Post";
        var range = new TextRange(FirstText.Length + 1, credit.Length);
        var reprint = PlainDocument.Report(credit, "Hill Gazette", "2031-05-02", credits: [new Credit("Strait Post", range)], furniture: [new Furniture(FurnitureKind.Credit, range)]);
        var graph = Trace(PlainDocument.Report(FirstText, "Strait Post", "2031-05-02"), reprint);
        Assert.Equal([LineageKind.Reprints, LineageKind.Credits], graph.Edges.Select(edge => edge.Kind));
        Assert.All(graph.Edges, edge => Assert.Equal(reprint.Id, edge.From));
        Assert.Equal("Strait Post", graph.Edges[1].To);
        Assert.Equal("Strait Post", graph.Edges[1].Lines[0].Text);
        Assert.Equal(1, graph.Edges[0].Containment);
        Assert.Empty(graph.Lost);
    }

    [Fact]
    public void A_part_taken_into_an_independent_text_is_an_excerpt()
    {
        var own = Ferry.Text([.. Ferry.Other, Ferry.Lifeboats, Ferry.Operator, Ferry.History, Ferry.Oil]);
        var edge = Assert.Single(Edges(
            PlainDocument.Report(Ferry.Text(FirstText, Ferry.Hotels, Ferry.Captain, Ferry.Oil), "Strait Post", "2031-05-02"), PlainDocument.Report(own, "Hill Gazette", "2031-05-03")));
        Assert.Equal(LineageKind.Excerpts, edge.Kind);
        Assert.Equal(IdOf(own, "Hill Gazette", "2031-05-03"), edge.From);
    }

    [Fact]
    public void Shared_quotations_alone_are_no_lineage()
    {
        var long1 = string.Join(' ', Enumerable.Repeat(Ferry.Quote, 1)) + "\n“We had drilled for this every spring and every autumn, and in the fog it felt like one more drill,” said the first mate, Jon Aker.";
        var a = Ferry.Text([Ferry.Lead, Ferry.Weather, Ferry.Captain, long1]);
        var b = Ferry.Text([.. Ferry.Other.Take(3), long1]);
        var (x, y) = (PlainDocument.Report(a, "Strait Post", "2031-05-02"), PlainDocument.Report(b, "Hill Gazette", "2031-05-02"));
        Assert.Empty(Edges(x, y));
        var comparison = PairComparison.Compare(x, PlainDocument.Of(x), y, PlainDocument.Of(y));
        Assert.Null(comparison.Kind);
        Assert.StartsWith("No textual evidence of derivation", comparison.Why, StringComparison.Ordinal);
        Assert.NotEmpty(comparison.Passages);
    }

    [Fact]
    public void Background_at_the_end_of_both_is_no_lineage()
    {
        var a = Ferry.Text([Ferry.Lead, Ferry.Lifeboats, Ferry.Weather, Ferry.Captain, Ferry.Hotels, Ferry.Oil, Ferry.Expected, Ferry.Operator, Ferry.History]);
        var b = Ferry.Text([.. Ferry.Other, Ferry.Operator, Ferry.History]);
        Assert.Empty(Edges(PlainDocument.Report(a), PlainDocument.Report(b)));
    }

    [Fact]
    public void Two_fillings_of_one_form_do_not_derive_from_each_other()
    {
        static string Form(string town, int boxes, int price, string day) => Ferry.Text(
            $"Growers at {town} sold {boxes} boxes of early apples at auction on {day}, the market office said in its daily notice.",
            $"The mean price paid at {town} was {price} crowns a box, against {price - 3} crowns at the sale before.",
            $"Buyers from {boxes / 40} houses took part, and {boxes / 9} boxes were held over until the next sale at {town}.",
            "The market office gathers its figures from the weighing house and corrects them at the end of each month.");
        Assert.Empty(Edges(PlainDocument.Report(Form("Appleby", 4100, 31, "Monday"), "Wire"), PlainDocument.Report(Form("Osterley", 2950, 27, "Tuesday"), "Wire")));
    }

    [Fact]
    public void An_advisory_without_its_earlier_revision_testifies_to_a_lost_report()
    {
        var report = PlainDocument.WithLastLineAsAdvisory(FirstText + "\n(Recasts with refloating. An earlier version misspelt a name.)");
        var graph = Trace(report);
        var lost = Assert.Single(graph.Lost);
        var edge = Assert.Single(graph.Edges);
        Assert.Equal((report.Id, lost.Id, LineageKind.Revises), (edge.From, edge.To, edge.Kind));
        Assert.Equal("(Recasts with refloating. An earlier version misspelt a name.)", lost.Testimony.Text);
        Assert.Equal(lost.Testimony, edge.Lines[0]);
        Assert.StartsWith("l", lost.Id, StringComparison.Ordinal);
    }

    [Fact]
    public void An_advisory_whose_earlier_revision_is_at_hand_testifies_to_nothing_lost()
    {
        var later = PlainDocument.WithLastLineAsAdvisory(SecondText + "\n(Updates with refloating.)", "Strait Post", "2031-05-02T18:00");
        Assert.Empty(Trace(PlainDocument.Report(FirstText, "Strait Post", "2031-05-02T09:00"), later).Lost);
    }

    [Fact]
    public void An_earlier_revision_may_itself_testify_to_one_before_it()
    {
        var earlier = PlainDocument.WithLastLineAsAdvisory(FirstText + "\n(Corrects the number of passengers.)");
        var later = PlainDocument.Report(SecondText);
        var graph = Trace(later, earlier);
        Assert.Contains(graph.Edges, edge => edge.From == later.Id && edge.To == earlier.Id && edge.Kind is LineageKind.Revises);
        Assert.Equal(earlier.Id, Assert.Single(graph.Lost).Testimony.Report);
    }

    [Fact]
    public void Copies_that_nothing_orders_get_a_fixed_order_and_low_confidence()
    {
        var edge = Assert.Single(Edges(PlainDocument.Report(FirstText, "Strait Post"), PlainDocument.Report(FirstText, "Hill Gazette")));
        Assert.InRange(edge.Confidence, 0, 0.5);
        Assert.Contains("nothing tells which came first", edge.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_can_be_traced()
    {
        Report[] reports = [PlainDocument.Report(""), PlainDocument.Report("\uD800"), PlainDocument.Report(new string('x', 50_000)), PlainDocument.Report("\0\u0001 \n\n .")];
        Assert.Empty(Trace(reports).Edges);
        Assert.Empty(Trace().Edges);
    }

    [Fact]
    public void Of_fifty_revisions_each_descends_from_the_one_before()
    {
        var reports = Enumerable.Range(0, 50).Select(i => PlainDocument.Report(Invented(seed: 7, sentences: 40, skip: i), "Wire", $"2031-05-02T{i / 60:00}:{i % 60:00}")).ToArray();
        var documents = reports.Select(PlainDocument.Of).ToArray();
        var graph = LineageTracer.Trace(reports, documents);
        Assert.Equal(49, graph.Edges.Count);
    }

    /// <summary>Made-up words, one sentence in forty new from each revision to the next.</summary>
    static string Invented(int seed, int sentences, int skip)
    {
        var lines = new List<string>();
        for (var s = skip; s < skip + sentences; s++)
            lines.Insert(0, "A" + string.Concat(Enumerable.Range(0, 17).Select(w => " w" + (((s * 7919) + (w * 104729) + seed) % 3571).ToString("x", System.Globalization.CultureInfo.InvariantCulture))) + ".");
        return string.Join('\n', lines);
    }

    static string IdOf(string text, string? outlet = null, string? at = null) => PlainDocument.Report(text, outlet, at).Id;

    static LineageGraph Trace(params Report[] reports) => LineageTracer.Trace(reports, [.. reports.Select(PlainDocument.Of)]);

    static IReadOnlyList<LineageEdge> Edges(params Report[] reports) => Trace(reports).Edges;

    static string Summary(Report[] reports) => string.Join('\n', Edges(reports).Select(edge => $"{edge.From} {edge.Kind} {edge.To} {edge.Confidence} {edge.Why}"));
}
