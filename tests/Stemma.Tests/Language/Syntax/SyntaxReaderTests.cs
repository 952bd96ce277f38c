using Stemma.Language;
using Stemma.Language.Syntax;
using Stemma.Tests.Support;
using Xunit;

namespace Stemma.Tests.Language.Syntax;

/// <summary>A text read section by section is the same text: what is read, and what is handed on of each token.</summary>
public sealed class SyntaxReaderTests
{
    static Document Cut() => Analyzer.Outline(string.Join("\n\n", SampleTexts.Wire, SampleTexts.Revision, SampleTexts.Wire));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(40)]
    public void Sections_of_any_size_read_as_the_whole_does(int sentences)
    {
        var document = Cut();
        var whole = SyntaxReader.Read(SyntaxModel.English, document.Text, document.TokenRanges, document.SentenceStarts);
        var sections = Enumerable.Range(0, document.SentenceCount).Chunk(sentences).Select(chunk => (document.SentenceStarts[chunk[0]], document.SentenceStarts[chunk[^1] + 1])).ToList();
        var seen = new List<(int, int)>();
        var read = SyntaxReader.Read(SyntaxModel.English, document.Text, document.TokenRanges, document.SentenceStarts, sections, (syntax, first, end, known) =>
        {
            seen.Add((first, end));
            Assert.Equal((end - first) * SyntaxReader.Known, known.Length);
            Assert.Equal(whole.Names.TakeWhile(name => name.EndToken <= end), syntax.Names);
        });
        Assert.Equal(sections, seen);
        Assert.Equal(whole.Heads, read.Heads);
        Assert.Equal(whole.Lemmas, read.Lemmas);
        Assert.Equal(whole.Names, read.Names);
    }

    [Fact]
    public void What_is_known_of_a_token_does_not_hang_on_the_section_it_is_read_in()
    {
        var document = Cut();
        var (whole, alone) = (Known([(0, document.TokenCount)]), Known(Enumerable.Range(0, document.SentenceCount).Select(i => (document.SentenceStarts[i], document.SentenceStarts[i + 1]))));
        Assert.Contains(whole, number => number != 0);
        for (var i = 0; i < whole.Length; i++)
            Assert.Equal(whole[i], alone[i], 1e-4f);

        float[] Known(IEnumerable<(int, int)> sections)
        {
            var all = new float[document.TokenCount * SyntaxReader.Known];
            SyntaxReader.Read(SyntaxModel.English, document.Text, document.TokenRanges, document.SentenceStarts, sections, (_, first, _, known) => known.CopyTo(all.AsSpan(first * SyntaxReader.Known)));
            return all;
        }
    }

    [Fact]
    public void What_a_network_does_not_see_of_a_word_has_no_row()
    {
        var features = new WordFeatures(8, 0, 4, 2, 2, 2, 2, 32);
        var keys = new ulong[WordFeatures.Count];
        WordFeatures.Write("Calder", 17, Listed.Place, keys);
        Assert.Equal(-1, features.Row(0, keys[0]));
        var rows = Enumerable.Range(1, WordFeatures.Count - 1).Select(feature => features.Row(feature, keys[feature])).ToArray();
        Assert.All(rows, row => Assert.InRange(row, 0, features.TotalRows - 1));
        Assert.Equal(rows.Length, rows.Distinct().Count());
    }
}
