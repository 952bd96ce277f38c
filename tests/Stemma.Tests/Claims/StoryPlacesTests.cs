using Stemma.Tests.Support;
using Xunit;

namespace Stemma.Tests.Claims;

/// <summary>The places and times of whole invented stories.</summary>
public sealed class StoryPlacesTests
{
    [Fact]
    public void In_a_story_one_name_means_one_place()
    {
        var story = new Analysed(
            ("North Wire", "The ship arrived from Rotterdam on Monday evening with a cargo of timber. Its crew rested in Schenectady and in Albany, New York, before that. A fire in Troy, New York, had closed the canal."),
            ("East Post", "The ship arrived from Rotterdam on Monday evening, and its captain said that the cargo had been checked twice.")).Story;
        var rotterdam = Assert.Single(story.Places!, place => place.Name == "Rotterdam");
        Assert.Equal("NL", rotterdam.Country);
    }

    [Fact]
    public void A_small_town_with_a_great_name_is_on_the_map_only_where_the_words_say_so()
    {
        const string around = " A fire in Dallas, Texas, had closed the road, and trains from Fort Worth, Texas, and Sherman, Texas, were late. The police in Denison, Texas, knew nothing of it.";
        var said = new Analysed(("North Wire", "The two singers met in Paris, Texas, on Monday evening and stayed there for a week." + around)).Story;
        Assert.Contains(said.Places!, place => place is { Name: "Paris", Country: "US" });
        var unsaid = new Analysed(("North Wire", "The two singers met in Paris on Monday evening and stayed there for a week." + around)).Story;
        Assert.DoesNotContain(unsaid.Places!, place => place is { Name: "Paris", Country: "US" });
    }

    [Fact]
    public void What_is_told_of_one_day_in_other_words_stays_two_entries_and_a_claim_is_one()
    {
        const string sentence = "The mayor said the old ferry sank near the north pier on Thursday after a storm.";
        var story = new Analysed(("North Wire", sentence + " Two sailors were rescued by a fishing boat on Thursday."), ("East Post", sentence + " A lifeboat brought three people ashore on Thursday.")).Story;
        var sank = Assert.Single(story.Timeline, entry => entry.Claims.Count > 0);
        Assert.Equal(2, sank.Statements.Count);
        Assert.Equal(3, story.Timeline.Count);
        Assert.All(story.Timeline, entry => Assert.False(entry.Future));
    }
}
