using Stemma.Language;
using Xunit;

namespace Stemma.Tests.Language;

/// <summary>Each arrangement of source, cue and content, on invented sentences, as "source / cue / content" with the parts of a content joined by a plus.</summary>
public sealed class AttributionFinderTests
{
    [Theory]
    [InlineData("The mayor said that the bridge was shut.", "The mayor / said / that the bridge was shut")]
    [InlineData("The mayor said the bridge was shut.", "The mayor / said / the bridge was shut")]
    [InlineData("Holt has repeatedly said that it was shut.", "Holt / has repeatedly said / that it was shut")]
    [InlineData("Holt told reporters in Calder on Monday that it was shut.", "Holt / told / that it was shut")]
    [InlineData("Holt said on Monday that it was shut.", "Holt / said / that it was shut")]
    [InlineData("Holt said: “The bridge is shut.”", "Holt / said / “The bridge is shut.”")]
    [InlineData("Jane Holt, the mayor of Calder, said it was shut for now.", "Jane Holt, the mayor of Calder / said / it was shut for now")]
    public void Source_cue_content(string text, string expected) => Found(text, expected);

    [Theory]
    [InlineData("“The bridge is shut,” said Jane Holt.", "Jane Holt / said / “The bridge is shut,”")]
    [InlineData("“The bridge is shut,” said Jane Holt, a deputy of the port.", "Jane Holt, a deputy of the port / said / “The bridge is shut,”")]
    [InlineData("The bridge was shut for good, said Jane Holt.", "Jane Holt / said / The bridge was shut for good")]
    public void Content_cue_source(string text, string expected) => Found(text, expected);

    [Theory]
    [InlineData("“The bridge is shut,” Jane Holt said.", "Jane Holt / said / “The bridge is shut,”")]
    [InlineData("The bridge was shut for good, the mayor said on Monday.", "the mayor / said / The bridge was shut for good")]
    [InlineData("“Are you sure it is shut?” Holt asked.", "Holt / asked / “Are you sure it is shut?”")]
    public void Content_source_cue(string text, string expected) => Found(text, expected);

    [Theory]
    [InlineData("“The bridge is shut,” Holt said, “and it will stay shut.”", "Holt / said / “The bridge is shut,” + “and it will stay shut.”")]
    [InlineData("“The bridge is shut,” Holt said. “It will stay shut.”", "Holt / said / “The bridge is shut,” + “It will stay shut.”")]
    [InlineData("“The bridge is shut,” said Holt, “and it will stay shut.”", "Holt / said / “The bridge is shut,” + “and it will stay shut.”")]
    public void Content_interrupted_by_its_cue(string text, string expected) => Found(text, expected);

    [Theory]
    [InlineData("Holt arrived late and said that it was shut.", "Holt / said / that it was shut")]
    [InlineData("Holt said it was shut for now, adding that crews were there.", "Holt / said / it was shut for now", "Holt / adding / that crews were there")]
    public void A_subject_left_out(string text, params string[] expected) => Found(text, expected);

    [Fact]
    public void A_relative_pronoun_stands_for_whom_it_follows()
    {
        const string text = "The ship belongs to Jane Holt, who said on Monday that it would sail again.";
        var found = Assert.Single(Check(text));
        Assert.Equal(("who", "Jane Holt"), (found.Source[0].Of(text), found.Speakers[0].Name));
    }

    [Theory]
    [InlineData("The bridge is expected to reopen on Friday.", " / is expected / The bridge + to reopen on Friday")]
    [InlineData("It is believed that the storm was the cause.", " / is believed / that the storm was the cause")]
    public void A_passive_names_nobody(string text, string expected)
    {
        Found(text, expected);
        Assert.Empty(Check(text)[0].Speakers);
    }

    [Theory]
    [InlineData("Holt denied the charge of neglect.", "Holt / denied / the charge of neglect", Stance.Denies, Polarity.Negative)]
    [InlineData("Holt accused the port of neglect.", "Holt / accused / the port of neglect", Stance.Accuses, Polarity.Positive)]
    [InlineData("The union warned that the crane would fall.", "The union / warned / that the crane would fall", Stance.Warns, Polarity.Positive)]
    [InlineData("The mayor confirmed that two ships were lost.", "The mayor / confirmed / that two ships were lost", Stance.Confirms, Polarity.Positive)]
    [InlineData("Holt promised that the bridge would be mended.", "Holt / promised / that the bridge would be mended", Stance.Promises, Polarity.Positive)]
    [InlineData("Holt does not believe that the bridge is safe.", "Holt / does not believe / that the bridge is safe", Stance.Believes, Polarity.Negative)]
    [InlineData("Holt described the plan as a folly.", "Holt / described / the plan as a folly", Stance.Says, Polarity.Positive)]
    public void The_verb_says_how_the_speaker_stands(string text, string expected, Stance stance, Polarity polarity)
    {
        Found(text, expected);
        Assert.Equal((stance, polarity), (Check(text)[0].Stance, Check(text)[0].Polarity));
    }

    [Theory]
    [InlineData("According to the mayor, the bridge was shut.", "the mayor / According to / the bridge was shut")]
    [InlineData("The bridge was shut, according to the mayor.", "the mayor / according to / The bridge was shut")]
    [InlineData("The bridge was shut, according to Jane Holt, the mayor of Calder.", "Jane Holt, the mayor of Calder / according to / The bridge was shut")]
    [InlineData("The bridge, according to the mayor, was shut for three weeks.", "the mayor / according to / The bridge + was shut for three weeks")]
    public void According_to(string text, string expected) => Found(text, expected);

    [Fact]
    public void Whoever_is_quoted_as_saying_is_the_speaker_and_whoever_quotes_the_relay()
    {
        Found("The agency quoted Jane Holt as saying that the bridge was shut.", "The agency / quoted / Jane Holt as saying that the bridge was shut", "Jane Holt / as saying / that the bridge was shut");
        Assert.Equal([-1, 0], Check("The agency quoted Jane Holt as saying that the bridge was shut.").Select(found => found.Parent));
    }

    [Theory]
    [InlineData("“The bridge is shut,” Holt said.\n“It will stay shut all year.”", "Holt / said / “The bridge is shut,” + “It will stay shut all year.”")]
    [InlineData("Holt spoke. “The bridge is shut,” Holt said. “So it is.” “It will stay shut.”", "Holt / said / “The bridge is shut,” + “So it is.” “It will stay shut.”")]
    [InlineData("Holt said: “The bridge is shut and nobody knows for how long.\n“It will stay shut until the divers have looked at it.”", "Holt / said / “The bridge is shut and nobody knows for how long. + “It will stay shut until the divers have looked at it.”")]
    public void A_quotation_by_itself_goes_on_from_the_speaker_before(string text, string expected) => Found(text, expected);

    [Fact]
    public void One_attribution_inside_another_points_to_it()
    {
        const string text = "RIA reported that Jane Holt said the bridge was shut.";
        var found = Check(text);
        Assert.Equal([-1, 0], found.Select(attribution => attribution.Parent));
        Assert.Equal(["RIA", "Jane Holt"], found.Select(attribution => attribution.Speakers[0].Name));
    }

    [Fact]
    public void Joint_sources_are_two_speakers() =>
        Assert.Equal(["Jane Holt", "Ana Reyes"], Check("Jane Holt and Ana Reyes said that the bridge was shut.")[0].Speakers.Select(speaker => speaker.Name));

    [Theory]
    [InlineData("Holt did not say that the bridge was shut.")]
    [InlineData("Holt would not say whether the bridge was shut.")]
    [InlineData("Holt may say that the bridge was shut.")]
    [InlineData("Holt didn't say that the bridge was shut.")]
    [InlineData("Holt doesn’t say that the bridge was shut.")]
    [InlineData("Holt wouldn't say whether the bridge was shut.")]
    [InlineData("Holt has never said that the bridge was shut.")]
    public void What_was_not_said_in_fact_is_told_apart(string text) => Assert.All(Check(text), found => Assert.False(found.Committed));

    [Theory]
    [InlineData("The claims of neglect grew.")]
    [InlineData("The report was long.")]
    [InlineData("Nobody was told.")]
    [InlineData("The bridge was shut.")]
    public void Where_nobody_says_anything_nothing_is_found(string text) => Assert.Empty(Check(text));

    [Theory]
    [InlineData("t,A said,and,i said")]
    [InlineData("He said, and, she said, and she said.")]
    public void A_comma_that_leaves_nothing_is_survived(string text) => Check(text);

    [Fact]
    public void Words_that_weaken_are_found_in_the_content()
    {
        const string text = "Holt said the bridge could reportedly fall.";
        Assert.Equal(["could", "reportedly"], Check(text)[0].Hedges.Select(hedge => hedge.Of(text)));
    }

    [Theory]
    [InlineData("Holt said that it was shut.", Quoted.Indirect)]
    [InlineData("“It is shut for good,” Holt said.", Quoted.Direct)]
    [InlineData("Holt said that it was “shut for good”.", Quoted.Mixed)]
    public void How_much_of_it_is_quoted_is_told(string text, Quoted quoted) => Assert.Equal(quoted, Check(text)[0].Quoted);

    static Attribution[] Check(string text) => StageInvariants.Check(text).Attributions;

    static void Found(string text, params string[] expected) =>
        Assert.Equal(expected, Check(text).Select(found => $"{Part(text, found.Source)} / {Part(text, found.Cue)} / {Part(text, found.Content)}"));

    static string Part(string text, TextRange[] ranges) => string.Join(" + ", ranges.Select(range => range.Of(text)));
}
