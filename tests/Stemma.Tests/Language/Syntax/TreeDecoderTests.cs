using Stemma.Language.Syntax;
using Xunit;

namespace Stemma.Tests.Language.Syntax;

public sealed class TreeDecoderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void The_tree_is_the_best_of_all_trees_with_one_root(int words)
    {
        var random = new Random(words);
        for (var round = 0; round < 300; round++)
        {
            var scores = Enumerable.Range(0, words * (words + 1)).Select(_ => (float)random.Next(-50, 50)).ToArray();
            var heads = new int[words];
            TreeDecoder.Decode([.. scores], words + 1, heads);
            Assert.True(IsTree(heads), string.Join(' ', heads));
            Assert.Equal(AllHeads(words).Where(IsTree).Max(tree => Sum(scores, tree)), Sum(scores, heads));
        }
    }

    [Fact]
    public void A_long_sentence_of_equal_scores_still_gets_a_tree()
    {
        const int Words = 600;
        var heads = new int[Words];
        TreeDecoder.Decode(new float[Words * (Words + 1)], Words + 1, heads);
        Assert.True(IsTree(heads));
    }

    static float Sum(float[] scores, int[] heads) => heads.Select((head, word) => scores[(word * (heads.Length + 1)) + head]).Sum();

    static bool IsTree(int[] heads)
    {
        if (heads.Count(head => head == 0) != 1)
            return false;
        for (var word = 0; word < heads.Length; word++)
        {
            var (at, steps) = (word, 0);
            while (heads[at] != 0 && steps++ <= heads.Length)
                at = heads[at] - 1;
            if (steps > heads.Length)
                return false;
        }
        return true;
    }

    static IEnumerable<int[]> AllHeads(int words)
    {
        var heads = new int[words];
        while (true)
        {
            yield return (int[])heads.Clone();
            var at = 0;
            while (at < words && ++heads[at] > words)
                heads[at++] = 0;
            if (at == words)
                yield break;
        }
    }
}
