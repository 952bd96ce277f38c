using Stemma.Language;

namespace Stemma.App.Pages.Served;

/// <summary>One word of a drawn sentence.</summary>
sealed record DrawnWord(Token Token, string Text, double X);

/// <summary>One arc, from a word up and over to the word that depends on it.</summary>
sealed record DrawnArc(double From, double To, double Top, string Relation);

/// <summary>
/// A sentence with arcs from each word to the words that depend on it, longer arcs above shorter ones. Long sentences are drawn wide;
/// beyond <see cref="WordsMax"/> words only the table is shown. Cost: words².
/// </summary>
sealed record SentenceDrawing(double Width, double Height, double BaseLine, IReadOnlyList<DrawnWord> Words, IReadOnlyList<DrawnArc> Arcs, double RootX)
{
    public const int WordsMax = 80;
    const double Letter = 8.6, Gap = 22, WordMin = 46, Step = 26, Foot = 44;

    public static SentenceDrawing? Of(Document document, Sentence sentence)
    {
        var count = sentence.EndToken - sentence.FirstToken;
        if (count > WordsMax || document.Syntax.IsEmpty)
            return null;
        var words = new List<DrawnWord>(count);
        var x = 12.0;
        for (var token = sentence.FirstToken; token < sentence.EndToken; token++)
        {
            var text = PagePart.Shown(document.TokenAt(token).Text.ToString(), 24);
            var width = Math.Max(WordMin, text.Length * Letter);
            words.Add(new DrawnWord(document.TokenAt(token), text, Math.Round(x + (width / 2), 1)));
            x += width + Gap;
        }
        var levels = Levels(document, sentence);
        var height = (levels.DefaultIfEmpty(0).Max() * Step) + 40;
        var arcs = new List<DrawnArc>(count);
        for (var i = 0; i < count; i++)
            if (words[i].Token.Head is >= 0 and var head)
                arcs.Add(new DrawnArc(words[head - sentence.FirstToken].X, words[i].X, height - 14 - (levels[i] * Step), words[i].Token.Relation));
        var root = words.First(static word => word.Token.Head < 0);
        return new SentenceDrawing(x, height + Foot, height, words, arcs, root.X);
    }

    /// <summary>Per word the height of the arc that leads to it: one more than the highest arc under it.</summary>
    static int[] Levels(Document document, Sentence sentence)
    {
        var first = sentence.FirstToken;
        var levels = new int[sentence.EndToken - first];
        int Low(int i) => Math.Min(i, document.Syntax.Heads[first + i] - first);
        int High(int i) => Math.Max(i, document.Syntax.Heads[first + i] - first);
        int[] order = [.. Enumerable.Range(0, levels.Length).Where(i => document.Syntax.Heads[first + i] >= 0).OrderBy(i => High(i) - Low(i)).ThenBy(static i => i)];
        foreach (var i in order)
        {
            levels[i] = 1;
            foreach (var j in order)
            {
                if (j == i)
                    break;
                if (Low(j) < High(i) && High(j) > Low(i))
                    levels[i] = Math.Max(levels[i], levels[j] + 1);
            }
        }
        return levels;
    }
}
