using Stemma.Language;
using Stemma.Language.Places;
using Xunit;

namespace Stemma.Tests.Language;

public sealed class PlaceFinderTests
{
    static string Located(string text, params string[] names)
    {
        var ranges = names.Select(name => new TextRange(text.IndexOf(name, StringComparison.Ordinal), text.IndexOf(name, StringComparison.Ordinal) + name.Length)).ToArray();
        return string.Join('|', Analyzer.LocatePlaces(text, ranges).Select(place => place is { } there ? $"{there.Name} {there.Country} {there.Latitude:0} {there.Longitude:0}{(there.Near ? " near" : "")}" : "?"));
    }

    [Fact]
    public void A_bare_name_is_the_best_known_place() => Assert.Equal("Paris FR 49 2", Located("The talks were held in Paris.", "Paris"));

    [Theory]
    [InlineData("The fair was held in Paris, Texas, in May.", "Paris", "Paris US 34 -96")]
    [InlineData("The fair was held in Paris (Texas) in May.", "Paris", "Paris US 34 -96")]
    [InlineData("The fair was held in Salem, OR, in May.", "Salem", "Salem US 45 -123")]
    [InlineData("The fair was held in Athens, Ga., in May.", "Athens", "Athens US 34 -83")]
    public void What_stands_beside_a_name_tells_where_it_lies(string text, string name, string expected) => Assert.Equal(expected, Located(text, name));

    [Fact]
    public void Other_names_of_the_text_decide_between_namesakes() =>
        Assert.Equal("Dallas US 33 -97|Paris US 34 -96|Texas US 31 -99", Located("From Dallas the road leads to Paris and on through northern Texas.", "Dallas", "Paris", "Texas"));

    [Theory]
    [InlineData("The Kremlin stands in Moscow.", "Kremlin", "Kremlin RU 56 38")]
    [InlineData("A tanker crossed the Strait of Hormuz.", "Strait of Hormuz", "Strait of Hormuz  27 56")]
    [InlineData("They met at the Vostochny Cosmodrome.", "Vostochny Cosmodrome", "Vostochny Cosmodrome RU 52 128")]
    [InlineData("They live in downtown Chicago.", "downtown Chicago", "Chicago US 42 -88")]
    [InlineData("They came from Malmo’s north.", "Malmo’s", "Malmö SE 56 13")]
    [InlineData("They came from Khasan.", "Khasan", "Khasan RU 42 131")]
    [InlineData("They came from Qwertzuiop.", "Qwertzuiop", "?")]
    public void Sites_seas_and_other_forms_of_names_are_known(string text, string name, string expected) => Assert.Equal(expected, Located(text, name));

    [Fact]
    public void What_is_built_somewhere_is_near_what_the_report_is_about() =>
        Assert.Equal("Boston US 42 -71|Boston US 42 -71 near", Located("The fire began in Boston, on Gadfly Street.", "Boston", "Gadfly Street"));

    [Fact]
    public void A_report_s_places_are_where_its_names_are_and_people_are_none()
    {
        var document = StageInvariants.Check("Turkish officials said on Monday that the ship had left Istanbul. Jordan Smith, its captain, lives in Oslo. Norway denied the report.");
        var shown = document.Places.Select(place => $"{place.Range.Of(document.Text)}={place.Country} {place.Use}").ToArray();
        Assert.Contains("Istanbul=TR Literal", shown);
        Assert.Contains("Oslo=NO Literal", shown);
        Assert.Contains("Turkish=TR Demonym", shown);
        Assert.Contains("Norway=NO Metonym", shown);
        Assert.DoesNotContain(shown, place => place.StartsWith("Jordan", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\ud800")]
    [InlineData("'s")]
    [InlineData(".,-'")]
    [InlineData("The the the the the the the the the the the the the the")]
    public void Any_words_may_be_asked_for(string name) => Assert.Null(Assert.Single(Analyzer.LocatePlaces(name + ", (", [new TextRange(0, name.Length)])));

    [Theory]
    [InlineData("Saint-Étienne", "saint etienne")]
    [InlineData("  U.S. ", "us")]
    [InlineData("Xi'an", "xian")]
    [InlineData("Łódź", "lodz")]
    public void Case_accents_and_marks_do_not_count(string name, string folded) => Assert.Equal(folded, PlaceNames.Folded(name));

    [Fact]
    public void The_gazetteer_is_small_and_knows_the_world()
    {
        Assert.InRange(Gazetteer.World.Count, 200_000, 300_000);
        Assert.InRange(new FileInfo(Path.Combine(Support.Tree.Root, "models", "places.gazetteer")).Length, 1_000_000, 12_000_000);
    }
}
