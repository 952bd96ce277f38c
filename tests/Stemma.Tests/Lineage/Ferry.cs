namespace Stemma.Tests.Lineage;

/// <summary>An invented story: a ferry runs aground. Its sentences are put together into revisions, reprints and excerpts.</summary>
static class Ferry
{
    public const string Lead = "A ferry carrying 212 people ran aground on a sandbank off the island of Marrow early on Friday, the coastguard said.";
    public const string Lifeboats = "Two lifeboats from the port of Dunlin reached the vessel within the hour and began to take passengers ashore.";
    public const string Weather = "Fog had lain over the strait since midnight, and the harbour office had warned small craft not to leave.";
    public const string Operator = "The Northern Strait Line, which has run the crossing since 1961, said the ship had passed its inspection in March.";
    public const string Expected = "Engineers will try to refloat the ship at high water in the evening, according to the harbour office.";
    public const string Done = "Engineers refloated the ship at high water in the evening, according to the harbour office.";
    public const string Hotels = "Passengers were taken to two hotels in Dunlin, where the town council had set out blankets and hot food.";
    public const string Captain = "The captain, who has thirty years at sea behind him, was questioned by investigators for most of the afternoon.";
    public const string History = "It was the third grounding in the strait in five years, and a report after the second had asked for a new lightship.";
    public const string Oil = "A thin film of oil was seen near the stern, but the environment office said that the tanks had not been breached.";
    public const string Quote = "“Nobody ran, nobody shouted, people simply helped one another into the boats and waited for their turn,” said Ida Holm, a teacher from Dunlin.";

    public static string Text(params string[] paragraphs) => string.Join('\n', paragraphs);

    /// <summary>Sentences of another reporter about the same event: nothing in common but the matter.</summary>
    public static readonly string[] Other =
    [
        "Rescuers brought more than two hundred travellers to safety after their ship struck a bank in thick fog near Marrow.",
        "Nobody was badly hurt, though a dozen people were treated for cold and shock at the cottage hospital.",
        "Islanders watched from the cliff as the lifeboats went to and fro between the stranded ship and the pier.",
        "The shipping company has promised to pay for lodging and to look into how its vessel came to leave the channel.",
        "Local fishermen complain that the buoys there have not been moved since the sands shifted last winter.",
        "A government inspector is due on the island at the weekend to take statements from the crew.",
    ];
}
