using Stemma.App.Evaluation;
using Stemma.Language;
using Stemma.Training.Attributions;
using Xunit;

namespace Stemma.Tests.Training;

/// <summary>Sentences put into another mouth, on invented text: what was annotated stays on its words, and each new frame is annotated.</summary>
public sealed class RetellingTests
{
    const string Text = "The old ferry sank off Quell in the night. The harbour master said that nobody had been aboard when it sank. “It was empty,” Maria Holt said. “Nobody was hurt.” The port will be closed until the wreck is gone.";

    static TextRange[] At(string words) => [new TextRange(Text.IndexOf(words, StringComparison.Ordinal), Text.IndexOf(words, StringComparison.Ordinal) + words.Length)];

    static readonly GoldDocument Gold = new("invented", Text,
    [
        new(At("The harbour master"), At("said"), At("that nobody had been aboard when it sank")),
        new(At("Maria Holt"), [new TextRange(Text.IndexOf("Holt said", StringComparison.Ordinal) + 5, Text.IndexOf("Holt said", StringComparison.Ordinal) + 9)], [.. At("“It was empty,”"), .. At("“Nobody was hurt.”")]),
    ]);

    static string Words(GoldAttribution one, string text) => string.Join(" / ", new[] { one.Source, one.Cue, one.Content }.Select(part => string.Join(" + ", part.Select(range => range.Of(text)))));

    [Fact]
    public void Every_range_stands_on_its_words()
    {
        var before = Gold.Attributions.Select(one => Words(one, Text)).ToHashSet(StringComparer.Ordinal);
        var (kept, told, inside) = (0, new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal));
        for (var seed = 0; seed < 400; seed++)
        {
            var (retold, contents) = Retelling.Of(Gold, new Random(seed));
            foreach (var (content, one) in contents)
            {
                Assert.Contains(retold.Attributions, outer => outer.Content[0] == content);
                if (one is null)
                    continue;
                Assert.All(one.Parts, part => Assert.True(content.Contains(part)));
                inside.Add(Words(one, retold.Text));
            }
            foreach (var words in retold.Attributions.Select(one => Words(one, retold.Text)))
                if (before.Contains(words))
                    kept++;
                else
                    told.Add(words);
        }
        Assert.Equal(["The harbour master / said / that nobody had been aboard when it sank", "the harbour master / said / that nobody had been aboard when it sank"], inside);
        Assert.True(kept > 400);
        Assert.True(told.Count > 20);
        Assert.All(told, words => Assert.Matches("^[A-Za-z ]+ / (has reported|also reported|told reporters|[A-Za-z]+( to)?) / (that )?[“A-Za-z].*[a-z,”]$", words));
        Assert.Contains(told, words => words.Contains("/ quoted / the harbour master as saying that nobody", StringComparison.Ordinal) || words.Contains("/ cited / the harbour master as saying that nobody", StringComparison.Ordinal));
    }
}
