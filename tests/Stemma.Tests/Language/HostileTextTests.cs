using Stemma.Language;
using Stemma.Tests.Support;
using Xunit;

namespace Stemma.Tests.Language;

/// <summary>Texts made to break a language layer, under <see cref="StageInvariants"/>. The time allowed guards against a hang; it is no promise of speed.</summary>
public sealed class HostileTextTests
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static TheoryData<string> Names => [.. Texts.Keys];

    static readonly Dictionary<string, Func<string>> Texts = new(StringComparer.Ordinal)
    {
        ["empty"] = () => "",
        ["one letter"] = () => "a",
        ["one full stop"] = () => ".",
        ["one mark"] = () => "\"",
        ["one lone surrogate"] = () => "\ud800",
        ["NUL"] = () => "\0",
        ["only spaces"] = () => new string(' ', 10_000),
        ["only line breaks"] = () => new string('\n', 100_000),
        ["other line breaks"] = () => "One line.\u2028Another said so.\u2029A third.\u0085A fourth.\u000bA fifth.\u000cA sixth.\rA seventh.\r\nAn eighth, he said.",
        ["100,000 straight marks"] = () => new string('"', 100_000),
        ["100,000 marks apart"] = () => Repeated("\" ", 100_000),
        ["100,000 opening marks"] = () => new string('“', 100_000),
        ["20,000 opening marks that nothing closes, each with a word"] = () => Repeated("‘word ", 20_000),
        ["20,000 straight single marks, each with a word"] = () => Repeated("'words ", 20_000),
        ["20,000 plural apostrophes after one opening mark"] = () => "‘" + Repeated("workers’ ", 20_000),
        ["100,000 apostrophes"] = () => new string('\'', 100_000),
        ["100,000 open brackets"] = () => new string('(', 100_000),
        ["100,000 closing brackets"] = () => new string(')', 100_000),
        ["20,000 brackets after a full stop"] = () => "He left." + Repeated(" )", 20_000) + " She said so.",
        ["a sentence of 10,000 words"] = () => "The minister said that " + Repeated("the storm over the harbour ", 2_000) + "was over",
        ["a sentence of 10,000 reporting words"] = () => Repeated("the minister said that the mayor denied that ", 1_250),
        ["a sentence of 10,000 names and commas"] = () => Repeated("Jane Holt, a minister, ", 2_500) + "said that it was over.",
        ["a million letters in a row"] = () => new string('x', 1_000_000),
        ["a million digits in a row"] = () => new string('7', 1_000_000),
        ["a million full stops"] = () => new string('.', 1_000_000),
        ["a million capitals and stops"] = () => Repeated("A.", 500_000),
        ["a million letters joined by hyphens"] = () => Repeated("x-", 500_000),
        ["an address of 100,000 letters"] = () => "https://news.example/" + new string('a', 100_000),
        ["100,000 letters and an at sign"] = () => new string('a', 100_000) + "@news.example",
        ["20,000 at signs"] = () => Repeated("a@", 20_000),
        ["unpaired surrogates"] = () => Repeated("\ud800 said \udc00\ud83d he, \udbff", 2_000),
        ["emoji"] = () => Repeated("😀👩‍🚒🇪🇺 she said ", 2_000),
        ["combining marks"] = () => "e" + new string('\u0301', 50_000),
        ["right to left"] = () => Repeated("אמר השר כי \"הגשר סגור\". قال الوزير إن «الجسر مغلق». ", 500),
        ["turned about"] = () => Repeated("\u202eThe minister said\u202c the \u2066bridge\u2069 was shut. ", 1_000),
        ["all capitals"] = () => Repeated("THE MINISTER SAID ON MONDAY THAT THE BRIDGE WAS SHUT, ACCORDING TO THE MAYOR OF CALDER. ", 500),
        ["no capitals"] = () => Repeated("the minister said on monday that the bridge was shut, according to the mayor of calder. ", 500),
        ["50,000 times said"] = () => Repeated("said ", 50_000),
        ["50,000 times he said"] = () => Repeated("he said, ", 50_000),
        ["10,000 times according to"] = () => Repeated("according to ", 10_000),
        ["20,000 times and"] = () => "Holt " + Repeated("and Venn ", 20_000) + "said that it was over.",
        ["5,000 people of one surname"] = () => string.Concat(Enumerable.Range(0, 5_000).Select(i => $"Minister A{(char)('a' + (i % 26))}{(char)('a' + (i / 26 % 26))} Holt said it. ")) + "Holt said so.",
        ["5,000 quotations in a row"] = () => "“It is over,” Jane Holt said.\n" + Repeated("“It is not over yet, not at all.”\n", 5_000),
        ["5,000 quotations left open"] = () => "“It is over,” Jane Holt said.\n" + Repeated("“It is not over yet, not at all.\n", 5_000),
        ["one paragraph of 2,000 quotations"] = () => Repeated("“It is over,” Jane Holt said. ", 2_000),
        ["50,000 dates"] = () => Repeated("March 3, 2031 Monday ", 25_000),
        ["nesting 1,000 deep"] = () => Repeated("Holt said that Venn said that ", 500) + "it was over.",
        ["markup"] = () => Repeated("<p>“It is <b>over</b>,” &amp; he said.</p><!-- ", 1_000),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_gives_a_sound_document(string name) =>
        await Task.Run(() => StageInvariants.Check(Texts[name]()), TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);

    [Fact]
    public void A_part_set_apart_may_be_all_of_the_text_or_none_of_it()
    {
        const string text = "The minister said that the bridge was shut.";
        Assert.Equal(0, StageInvariants.Check(text, new TextRange(0, text.Length)).TokenCount);
        Assert.NotEmpty(StageInvariants.Check(text, new TextRange(4, 4)).Attributions);
    }

    [Fact]
    public void Every_sample_gives_a_sound_document()
    {
        Assert.NotEmpty(Samples.Reports);
        foreach (var report in Samples.Reports)
        {
            StageInvariants.Check(report.Text, [.. report.SetApart]);
            StageInvariants.Check(report.Text);
        }
    }

    static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
