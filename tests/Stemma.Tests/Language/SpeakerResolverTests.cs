using Xunit;

namespace Stemma.Tests.Language;

/// <summary>Who each source is: the names a reader would put beside each attribution of an invented text, in order; an empty one where the text does not say.</summary>
public sealed class SpeakerResolverTests
{
    [Theory]
    [InlineData("Jane Holt said it was shut. Holt said it would stay shut.", "Jane Holt|Jane Holt")]
    [InlineData("Jane Holt said it was shut. Jane said it would stay shut.", "Jane Holt|Jane Holt")]
    [InlineData("Mayor Jane Holt said it was shut. The mayor said it would stay shut.", "Jane Holt|Jane Holt")]
    [InlineData("Jane Holt said it was shut. She said it would stay shut.", "Jane Holt|Jane Holt")]
    [InlineData("The Port of Calder said it was shut. It said it would stay shut.", "Port of Calder|Port of Calder")]
    public void Short_forms_are_carried_back_to_the_full_name(string text, string names) => Names(text, names);

    [Theory]
    [InlineData("Jane Holt left with Adam Holt. Holt said it was shut.", "Holt")]
    [InlineData("Mayor Jane Holt left with the driver Adam Holt. Holt, the mayor, said it was shut.", "Jane Holt")]
    [InlineData("Capt. Ana Venn left. The union's general secretary is Piet Venn. Capt. Venn said it was shut.", "Ana Venn")]
    [InlineData("He said it was shut.", "")]
    [InlineData("Jane Holt said it was shut.\nThe bridge is old.\nThe pier is older.\nShe said it would stay shut.", "Jane Holt|")]
    [InlineData("Robin Holt said: “He told me that the pier was shut for good last night.” The port is old.", "Robin Holt|")]
    [InlineData("Robin Holt said it was shut. Holt was talking to his wife when she said that it would open.", "Robin Holt|")]
    [InlineData("Nobody moved. They said it was shut for good.", "")]
    public void Who_cannot_be_told_is_left_open(string text, string names) => Names(text, names);

    [Theory]
    [InlineData("Former ministers Jane Holt and Adam Venn said the port was shut.", "Jane Holt+Adam Venn")]
    [InlineData("Mayor Jane Holt and the harbour master, Adam Venn, said the port was shut.", "Jane Holt+Adam Venn")]
    [InlineData("Adam Venn, 25, and his wife, Jane Holt, 27, said the port was shut.", "Adam Venn+Jane Holt")]
    [InlineData("She and Jane Holt said the port was shut.", "Jane Holt")]
    [InlineData("Jane Holt, founder and owner of the line, said the port was shut.", "Jane Holt")]
    public void Joint_sources_are_read_one_by_one(string text, string names) => Names(text, names);

    [Theory]
    [InlineData("Two officials said it was shut.", "Two officials: Unnamed")]
    [InlineData("Officials familiar with the plan said it was shut.", "Officials familiar with the plan: Unnamed")]
    [InlineData("“It is shut for good,” said the Transport Ministry.", "Transport Ministry: Government")]
    [InlineData("It was shut for good, Reuters reported.", "Reuters: Agency")]
    [InlineData("It was shut for good, the Calder Gazette reported.", "Calder Gazette: Media")]
    [InlineData("Northland's military said it was shut.", "Northland's military: Government")]
    [InlineData("Transport Minister Jane Holt said it was shut.", "Jane Holt: Person, Transport Minister")]
    [InlineData("Jane Holt, the harbour master, said it was shut.", "Jane Holt: Person, the harbour master")]
    [InlineData("“It is shut for good,” said Jane Holt, a fellow at the Calder Institute.", "Jane Holt: Person, a fellow at the Calder Institute")]
    [InlineData("The Quay and Dockworkers' Union said it was shut.", "Quay and Dockworkers' Union: Organisation")]
    [InlineData("Comedian Jane Holt said it was shut.", "Jane Holt: Person, comedian")]
    [InlineData("The credit company Northern Shipping said it was shut.", "Northern Shipping: Organisation")]
    [InlineData("Calder-based Northern Shipping said it was shut.", "Northern Shipping: Organisation")]
    [InlineData("The foreign ministry in Calder said it was shut.", "foreign ministry in Calder: Organisation")]
    [InlineData("Northern Shipping chairman and Calder Line founder Jane Holt said it was shut.", "Jane Holt: Person, Northern Shipping chairman and Calder Line founder")]
    [InlineData("A spokeswoman for Northern Shipping said it was shut.", "spokeswoman for Northern Shipping: Unnamed")]
    [InlineData("Advisers to President Jane Holt said on Monday that the port was shut.", "Advisers to President Jane Holt: Unnamed")]
    [InlineData("A spokesman for the candidate Jane Holt said the port was shut.", "spokesman for the candidate Jane Holt: Unnamed")]
    [InlineData("Several ministers, including Jane Holt, said the port was shut.", "Several ministers: Unnamed, including Jane Holt")]
    [InlineData("Adam Venn, the attorney general under President Jane Holt, said the port was shut.", "Adam Venn: Person, the attorney general under President Jane Holt")]
    [InlineData("A spokesman for the dockers' union, Adam Venn, said the port was shut.", "Adam Venn: Person, spokesman for the dockers' union")]
    [InlineData("The Northern Shipping chairman, Jane Holt, said the port was shut.", "Jane Holt: Person, Northern Shipping chairman")]
    [InlineData("Secretary of State Jane Holt said the port was shut.", "Jane Holt: Person, Secretary of State")]
    [InlineData("Sen. Jane Holt (D-Calder) said the port was shut.", "Jane Holt: Person, Sen.")]
    [InlineData("Holt's lawyer, the Rev. Adam Venn, said the port was shut.", "Adam Venn: Person, Holt's lawyer, the Rev.")]
    [InlineData("The company said in the evening that the port was shut.", "company: Unnamed")]
    [InlineData("The militant group said in the evening that the port was shut.", "militant group: Unnamed")]
    [InlineData("The port authority said in the evening that the pier was shut.", "port authority: Organisation")]
    [InlineData("A Reuters poll said in the evening that the port would stay shut.", "Reuters poll: Unnamed")]
    [InlineData("The Japanese broadcaster NHK said the port was shut.", "NHK: Organisation")]
    [InlineData("South Korea's Defense Ministry said the port was shut.", "South Korea's Defense Ministry: Government")]
    [InlineData("The Washington Post said the port was shut.", "Washington Post: Media")]
    [InlineData("Russian news agencies said the port was shut.", "Russian news agencies: Agency")]
    [InlineData("Prime Minister Jane May said the port was shut.", "Jane May: Person, Prime Minister")]
    public void A_source_phrase_says_who_it_names_and_as_what(string text, string expected)
    {
        var speaker = Assert.Single(Assert.Single(StageInvariants.Check(text).Attributions).Speakers);
        Assert.Equal(expected, $"{speaker.Name}: {speaker.Kind}{(speaker.Role is { } role ? ", " + role : "")}");
    }

    static void Names(string text, string names) =>
        Assert.Equal(names, string.Join('|', StageInvariants.Check(text).Attributions.Select(found => string.Join('+', found.Speakers.Select(speaker => speaker.Name)))));
}
