using Stemma.Language;
using Stemma.Reports;
using Stemma.Sources;
using Stemma.Tests.Lineage;
using Xunit;

namespace Stemma.Tests.Sources;

public sealed class SourceRegistryTests
{
    static readonly Report One = PlainDocument.Report("One.", "Calder Gazette");
    static readonly Report Two = PlainDocument.Report("Two.", "Strait Post");

    [Theory]
    [InlineData("Kim Jong-un", "kim jong un")]
    [InlineData("the South Korean military", "south korea military")]
    [InlineData("South Korea's military", "south korea military")]
    [InlineData("South Korea’s military", "south korea military")]
    [InlineData("The Dockworkers' Union", "dockworkers union")]
    [InlineData("the Dockworkers’ Union", "dockworkers union")]
    [InlineData("the United States", "us")]
    [InlineData("U.S.", "us")]
    [InlineData("Moscow", "moscow")]
    [InlineData("Northern Shipping Group Inc.", "northern shipping")]
    [InlineData("Northern Shipping", "northern shipping")]
    [InlineData("Shipping Group", "shipping group")]
    [InlineData("", "")]
    [InlineData("  the ", "")]
    public void Spellings_of_one_name_have_one_key(string name, string key) => Assert.Equal(key, SourceNames.Key(name, SpeakerKind.Organisation));

    [Fact]
    public void A_name_may_hold_anything() => Assert.NotEmpty(SourceNames.Key("Holt \ud800 \0", SpeakerKind.Person));

    [Fact]
    public void A_surname_joins_the_one_full_name_of_the_story()
    {
        var registry = new SourceRegistry(SourceRulings.None);
        registry.Add(One, Person("Jane Holt"));
        registry.Add(Two, Person("Holt"));
        Assert.Equal(registry.IdOf(One, Person("Jane Holt")), registry.IdOf(Two, Person("Holt")));
        var source = Assert.Single(registry.All());
        Assert.Equal(("Jane Holt", "Holt"), (source.Name, Assert.Single(source.Aliases)));
    }

    [Fact]
    public void A_surname_that_two_people_share_joins_neither()
    {
        var registry = new SourceRegistry(SourceRulings.None);
        foreach (var name in (string[])["Jane Holt", "Adam Holt", "Holt"])
            registry.Add(One, Person(name));
        Assert.Equal(3, registry.All().Count);
    }

    [Theory]
    [InlineData("Russia's president", "Russian President", true)]
    [InlineData("president of Russia", "Russian President", true)]
    [InlineData("the French foreign minister", "France's foreign minister", true)]
    [InlineData("Russia's former president", "Russian President", false)]
    [InlineData("the Ukrainian president", "Russian President", false)]
    [InlineData("a Russian minister", "Russian minister", false)]
    [InlineData("a Russian official", "Russian official", false)]
    [InlineData("the president", "president", false)]
    public void Who_holds_an_office_goes_by_it(string called, string introduced, bool same)
    {
        var registry = new SourceRegistry(SourceRulings.None);
        var holder = new Speaker("Jane Holt", SpeakerKind.Person, introduced);
        var office = new Speaker(called, SpeakerKind.Unnamed, null);
        registry.Add(One, holder);
        registry.Add(Two, office);
        Assert.Equal(same, registry.IdOf(One, holder) == registry.IdOf(Two, office));
        if (same)
            Assert.Equal(("Jane Holt", "person", called), (Assert.Single(registry.All()).Name, registry.All()[0].Kind, Assert.Single(registry.All()[0].Aliases)));
    }

    [Fact]
    public void An_office_that_two_are_introduced_with_is_neither()
    {
        var registry = new SourceRegistry(SourceRulings.None);
        var office = new Speaker("Russia's president", SpeakerKind.Unnamed, null);
        foreach (var name in (string[])["Jane Holt", "Adam Venn"])
            registry.Add(One, new Speaker(name, SpeakerKind.Person, "Russian President"));
        registry.Add(Two, office);
        Assert.Equal(3, registry.All().Count);
    }

    [Fact]
    public void A_rank_tells_two_people_of_one_surname_apart()
    {
        var registry = new SourceRegistry(SourceRulings.None);
        registry.Add(One, new Speaker("Ana Venn", SpeakerKind.Person, "Capt."));
        registry.Add(One, new Speaker("Piet Venn", SpeakerKind.Person, "general secretary"));
        registry.Add(Two, new Speaker("Venn", SpeakerKind.Person, "Captain"));
        Assert.Equal(registry.IdOf(One, Person("Ana Venn")), registry.IdOf(Two, Person("Venn")));
    }

    [Fact]
    public void Unnamed_sources_of_two_reports_are_never_one()
    {
        var registry = new SourceRegistry(SourceRulings.None);
        var officials = new Speaker("officials", SpeakerKind.Unnamed, null);
        registry.Add(One, officials);
        registry.Add(Two, officials);
        Assert.NotEqual(registry.IdOf(One, officials), registry.IdOf(Two, officials));
        Assert.Equal(2, registry.All().Count);
    }

    [Fact]
    public void The_order_of_mention_changes_nothing()
    {
        Speaker[] speakers = [Person("Jane Holt"), Person("Holt"), new("Reuters", SpeakerKind.Agency, null), new("the Port of Calder", SpeakerKind.Organisation, "owner"), new("officials", SpeakerKind.Unnamed, null)];
        Assert.Equal(All(speakers), All([.. speakers.Reverse()]));

        static string All(Speaker[] speakers)
        {
            var registry = new SourceRegistry(SourceRulings.None);
            foreach (var speaker in speakers)
                registry.Add(One, speaker);
            return string.Join('\n', registry.All().Select(source => $"{source.Id} {source.Name} {source.Kind} {source.Role} {string.Join('+', source.Aliases)}"));
        }
    }

    static Speaker Person(string name) => new(name, SpeakerKind.Person, null);
}
