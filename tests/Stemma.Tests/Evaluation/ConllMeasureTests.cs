using Stemma.App.Evaluation;
using Xunit;

namespace Stemma.Tests.Evaluation;

/// <summary>The measure on texts so small that each figure can be counted by hand.</summary>
public sealed class ConllMeasureTests
{
    static MeasuredWord Word(int start, int end, string form, int head, bool joined = false, string upos = "NOUN", string relation = "dep") =>
        new(start, end, joined, form, upos, form, head, relation);

    static Dictionary<string, Scores> Measured(MeasuredWord[] gold, int[] goldStarts, MeasuredWord[] found, int[] foundStarts)
    {
        var measure = new ConllMeasure();
        measure.Add(gold, goldStarts, found, foundStarts);
        return measure.Figures().ToDictionary(figure => figure.Name, figure => figure.Scores);
    }

    [Fact]
    public void The_same_on_both_sides_is_all_right()
    {
        MeasuredWord[] words = [Word(0, 2, "ab", 1), Word(2, 3, "c", -1, relation: "root")];
        Assert.All(Measured(words, [0, 2], words, [0, 2]).Values, scores => Assert.Equal(1, scores.F1));
    }

    [Fact]
    public void A_word_cut_elsewhere_costs_precision_and_recall_and_the_words_that_hang_on_it()
    {
        MeasuredWord[] gold = [Word(0, 2, "ab", -1), Word(2, 3, "c", 0)];
        MeasuredWord[] found = [Word(0, 1, "a", -1), Word(1, 2, "b", 0), Word(2, 3, "c", 0)];
        var scores = Measured(gold, [0, 2], found, [0, 3]);
        Assert.Equal((3, 2, 1), (scores["words"].Found, scores["words"].Gold, scores["words"].CorrectOfFound));
        Assert.Equal(0, scores["UAS"].CorrectOfFound);
        Assert.Equal(1, scores["sentences"].F1);
    }

    [Fact]
    public void Words_written_as_one_are_aligned_by_their_forms_and_subtypes_do_not_count()
    {
        MeasuredWord[] gold = [Word(0, 5, "do", 2, joined: true, relation: "aux:x"), Word(0, 5, "not", 2, joined: true), Word(5, 7, "go", -1)];
        MeasuredWord[] found = [Word(0, 2, "Do", 2, relation: "aux"), Word(2, 5, "n't", 2), Word(5, 7, "go", -1)];
        var scores = Measured(gold, [0, 3], found, [0, 3]);
        Assert.Equal(2, scores["words"].CorrectOfFound);
        Assert.Equal(2, scores["LAS"].CorrectOfFound);
    }

    [Fact]
    public void A_sentence_counts_where_it_begins_and_ends_at_the_same_characters()
    {
        MeasuredWord[] words = [Word(0, 1, "a", -1), Word(1, 2, "b", -1), Word(2, 3, "c", -1)];
        var scores = Measured(words, [0, 1, 3], words, [0, 1, 2, 3]);
        Assert.Equal((3, 2, 1), (scores["sentences"].Found, scores["sentences"].Gold, scores["sentences"].CorrectOfFound));
    }
}
