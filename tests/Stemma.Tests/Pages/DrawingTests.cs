using Stemma.App.Output;
using Stemma.App.Pages;
using Stemma.Evidence;
using Stemma.Tests.Support;
using Xunit;

namespace Stemma.Tests.Pages;

/// <summary>The time line and the map of a story, as they are worked out before anything is written.</summary>
public sealed class DrawingTests
{
    static StoryView View(params (string Outlet, string Text)[] given)
    {
        var analysed = new Analysed(given);
        return new StoryView(analysed.Story, analysed.PackReports.ToDictionary(report => report.Id, StringComparer.Ordinal));
    }

    static StoryView WithTimes(params PackTimelineWhen[] times)
    {
        var pack = SamplePack.Create();
        var story = pack.Stories[0];
        var statements = story.Statements.Take(times.Length).ToArray();
        return new StoryView(story with { Timeline = [.. times.Zip(statements, (when, statement) => new PackTimelineEntry(when, "words", [], [], [statement.Id], false))] }, pack.Reports.ToDictionary(report => report.Id, StringComparer.Ordinal));
    }

    [Fact]
    public void A_day_is_a_dot_and_a_coarser_time_a_bar()
    {
        var drawing = EventLineDrawing.Of(WithTimes(new("2025-03-04", "2025-03-04", "day"), new("2025-03-03", "2025-03-09", "week")))!;
        Assert.Single(drawing.Dots);
        var bar = Assert.Single(drawing.Bars);
        Assert.True(bar.XEnd > bar.X);
        Assert.Equal((null, null, 0), (drawing.Earlier, drawing.Later, drawing.LeftOut));
    }

    [Fact]
    public void What_lies_far_off_stands_at_the_end_and_says_which_years()
    {
        var drawing = EventLineDrawing.Of(WithTimes(new("1912-01-01", "1912-12-31", "year"), new("1998-05-01", "1998-05-31", "month"), new("2025-03-04", "2025-03-04", "day"), new("2040-01-01", "2040-12-31", "year")))!;
        Assert.Equal(("1912–1998", "2040"), (drawing.Earlier, drawing.Later));
        Assert.Equal(4, drawing.Dots.Count);
        Assert.Equal(3, drawing.Dots.Count(dot => !dot.Exact));
    }

    [Fact]
    public void Dots_of_one_day_lie_on_top_of_each_other_and_never_in_one_place()
    {
        var drawing = EventLineDrawing.Of(WithTimes([.. Enumerable.Range(0, 8).Select(_ => new PackTimelineWhen("2025-03-04", "2025-03-04", "day"))]))!;
        Assert.Equal(8, drawing.Dots.Select(dot => (dot.X, dot.Y)).Distinct().Count());
        Assert.All(drawing.Dots, dot => Assert.InRange(dot.Y, 0, drawing.Axis));
    }

    [Theory]
    [InlineData("0001-01-01", "9999-12-31")]
    [InlineData("9999-12-31", "0001-01-01")]
    [InlineData("words", "2025-03-04")]
    public void Odd_times_are_drawn_or_passed_over_and_never_an_error(string start, string end) =>
        Assert.True(EventLineDrawing.Of(WithTimes(new PackTimelineWhen(start, end, "year"))) is null or { Height: > 0 and < 2000 });

    [Fact]
    public void The_map_shows_towns_where_they_lie_and_names_what_it_leaves_out()
    {
        var view = View(
            ("North Wire", "The two ministers met in Oslo on Monday for the first time in four years. They will meet again in Bergen next week."),
            ("East Post", "The ministers left Oslo after two days of talks. A fire in Stavanger delayed the train. The treaty was never debated in Australia."));
        var map = MapDrawing.Of(view)!;
        MapMark Mark(string name) => map.Marks.Single(mark => mark.Place.Place.Name == name);
        Assert.True(Mark("Bergen").X < Mark("Oslo").X);
        Assert.True(Mark("Stavanger").Y > Mark("Bergen").Y);
        Assert.True(Mark("Oslo").Radius > Mark("Bergen").Radius);
        Assert.Equal(["Australia"], map.Outside.Select(place => place.Place.Name));
        Assert.Contains('M', map.Land);
        Assert.EndsWith(" km", map.ScaleText, StringComparison.Ordinal);
    }

    [Fact]
    public void Across_the_date_line_the_near_way_is_taken()
    {
        var view = new MapView([(178.4, -18.1), (-175.2, -21.1)]);
        var (fiji, tonga) = (view.Of(178.4, -18.1), view.Of(-175.2, -21.1));
        Assert.True(MapView.Shows(fiji) && MapView.Shows(tonga));
        Assert.True(fiji.X < tonga.X);
        Assert.InRange((tonga.X - fiji.X) / view.UnitsPerKilometre, 600, 750);
    }

    [Fact]
    public void Every_window_on_the_globe_can_be_drawn()
    {
        foreach (var longitude in (double[])[-180, -179.99, -90, 0, 179.99, 180])
            foreach (var latitude in (double[])[-90, -60, 0, 60, 90])
            {
                var view = new MapView([(longitude, latitude)]);
                Assert.True(view.Land().Length + view.Borders().Length < 400_000);
                Assert.True(double.IsFinite(view.Of(longitude, latitude).X) && view.UnitsPerKilometre > 0);
            }
        var all = new MapView([(-170, -40), (0, 0), (90, 70), (170, 60)]);
        Assert.InRange(all.Land().Length, 1000, 200_000);
    }
}
