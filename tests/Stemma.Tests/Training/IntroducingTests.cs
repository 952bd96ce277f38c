using Stemma.App.Evaluation;
using Stemma.Language;
using Stemma.Training.Attributions;
using Xunit;

namespace Stemma.Tests.Training;

/// <summary>Sources introduced with age and office, on invented text: what is put in belongs to the source, and all else stays on its words.</summary>
public sealed class IntroducingTests
{
    const string Text = "Maria Holt said that nobody had been aboard. “It was empty,” said Adam Venn. The Calder Times reported it too.";

    static TextRange[] At(string words) => [new TextRange(Text.IndexOf(words, StringComparison.Ordinal), Text.IndexOf(words, StringComparison.Ordinal) + words.Length)];

    static readonly GoldDocument Gold = new("invented", Text,
    [
        new(At("Maria Holt"), At("said"), At("that nobody had been aboard")),
        new(At("Adam Venn"), [new TextRange(Text.IndexOf("said Adam", StringComparison.Ordinal), Text.IndexOf("said Adam", StringComparison.Ordinal) + 4)], At("“It was empty,”")),
        new(At("The Calder Times"), At("reported"), At("it too")),
    ]);

    [Fact]
    public void Every_range_stands_on_its_words()
    {
        var introduced = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var told = Introducing.Of(Gold, new Random(seed));
            Assert.Equal(["said", "said", "reported"], told.Attributions.Select(one => one.Cue[0].Of(told.Text)));
            Assert.Equal(["that nobody had been aboard", "“It was empty,”", "it too"], told.Attributions.Select(one => one.Content[0].Of(told.Text)));
            string[] sources = [.. told.Attributions.Select(one => one.Source[0].Of(told.Text))];
            Assert.Matches("^Maria Holt(, [^.]*[^,])?$", sources[0]);
            Assert.Matches("^Adam Venn(, [^.]*[^,])?$", sources[1]);
            Assert.Equal("The Calder Times", sources[2]);
            Assert.Contains(sources[0].Length > 10 ? sources[0] + ", said" : "Maria Holt said", told.Text, StringComparison.Ordinal);
            Assert.Contains("said " + sources[1] + ". The", told.Text, StringComparison.Ordinal);
            introduced += sources[0].Length > 10 ? 1 : 0;
        }
        Assert.InRange(introduced, 5, 60);
    }
}
