using Stemma.App.Evaluation;
using Stemma.Language;

namespace Stemma.Training.Attributions;

/// <summary>
/// Puts some sentences of a text into somebody else's mouth: "The agency reported that …", "According to the newspaper, …", "…, according
/// to officials", "The agency quoted … as saying …". The corpus is of papers with reporters of their own and has hardly any; wire copy that hands on what others
/// reported is full of them. The new frame is the outermost attribution, and what was annotated inside it is told inside it.
/// </summary>
static class Retelling
{
    const double Share = 0.08;

    static readonly string[] Tellers =
    [
        "The agency", "The news agency", "State television", "State media", "The newspaper", "A newspaper", "Local media", "The broadcaster", "The state news agency", "A radio station", "Interfax", "RIA", "Tass",
        "Reuters", "AFP", "Xinhua", "The BBC", "The Gazette", "The Daily Courier", "The Kyodo news agency", "A spokesman", "A spokeswoman", "Officials", "An aide", "The report", "The ministry", "A local newspaper", "Israeli media", "The Associated Press", "Bloomberg",
    ];

    static readonly string[] Cues = ["reported", "reported", "reported", "said", "said", "claimed", "announced", "wrote", "has reported", "also reported", "says", "reports", "told reporters", "confirmed", "added"];

    static readonly string[] When = ["", "", "", " on Monday", " on Tuesday", " on Thursday", " earlier", " late on Friday", " this week"];

    /// <returns>The text retold, and where in it what was told stands, with the attribution inside that, if there was one.</returns>
    public static (GoldDocument Gold, List<(TextRange Content, GoldAttribution? Inside)> Told) Of(GoldDocument gold, Random random)
    {
        var all = new List<(TextRange, GoldAttribution?)>();
        var document = Analyzer.Outline(gold.Text);
        var (text, attributions, moved) = (gold.Text, gold.Attributions.ToList(), 0);
        foreach (var sentence in document.Sentences)
        {
            if (random.NextDouble() >= Share || sentence.EndToken - sentence.FirstToken is < 8 or > 50)
                continue;
            var range = new TextRange(sentence.Range.Start + moved, sentence.Range.End + moved);
            var inside = attributions.FindAll(one => one.Parts.Any(part => part.Overlaps(range)));
            var around = attributions.Exists(one => one.Parts.Min().Start < range.Start && one.Parts.Max().End > range.End);
            if (around || inside.Count > 1 || !inside.TrueForAll(one => one.Parts.All(range.Contains)) || text[range.End - 1] != '.' || !Balanced(range.In(text)))
                continue;
            var (telling, told, sentenceAt) = Tell(range.Of(text), range.Start, inside.Count == 1 ? Moved(inside[0], -range.Start) : null, random);
            if (sentenceAt is { } to)
                all.Add((told.Content[0], inside.Count == 1 ? Moved(inside[0], to - range.Start) : null));
            var longer = telling.Length - range.Length;
            attributions = [.. attributions.Except(inside).Select(one => one.Parts.Min().Start >= range.End ? Moved(one, longer) : one), told];
            text = string.Concat(text.AsSpan(0, range.Start), telling, text.AsSpan(range.End));
            moved += longer;
        }
        return (gold with { Text = text, Attributions = [.. attributions] }, all);
    }

    /// <summary>After so many characters came in: what stands there or behind has moved, what lies around has grown.</summary>
    /// <param name="at">Where they came in; before everything where none is given.</param>
    public static GoldAttribution Moved(GoldAttribution one, int by, int at = -1) => new(Moved(one.Source, by, at), Moved(one.Cue, by, at), Moved(one.Content, by, at));

    static TextRange[] Moved(TextRange[] ranges, int by, int at) => [.. ranges.Select(range => new TextRange(range.Start >= at ? range.Start + by : range.Start, range.End > at ? range.End + by : range.End))];

    /// <param name="at">Where the sentence begins in the text.</param>
    /// <param name="inside">The one attribution in it, counted from its beginning.</param>
    /// <returns>With where the sentence stands now, null where it does not as a whole.</returns>
    static (string Text, GoldAttribution Told, int? SentenceAt) Tell(string sentence, int at, GoldAttribution? inside, Random random)
    {
        var teller = Tellers[random.Next(Tellers.Length)];
        var cue = Cues[random.Next(Cues.Length)];
        var when = cue is "told reporters" or "says" ? "" : When[random.Next(When.Length)];
        var small = Small(sentence);
        var way = random.Next(12);
        if (way < 3 && inside is { Source: [var source], Content: [var content] } && source.End < content.Start && content.Length > 20)
        {
            var said = content.In(sentence).StartsWith("that ", StringComparison.Ordinal) ? "" : "that ";
            return Framed(teller, random.Next(2) == 0 ? "quoted" : "cited", "", $" {Small(source.Of(sentence))} as saying {said}", content.Of(sentence).TrimEnd('.'), at) with { SentenceAt = null };
        }
        if (way < 6 || !char.IsLetter(sentence[0]))
            return Framed(teller, cue, when, random.Next(4) > 0 ? " that " : " ", small.TrimEnd('.'), at);
        var body = sentence.TrimEnd('.');
        if (way < 7)
        {
            var start = at + "According to ".Length;
            var told = new TextRange(start + teller.Length + 2, start + teller.Length + 2 + sentence.Length - 1);
            return ($"According to {Small(teller)}, {small}", new GoldAttribution([new TextRange(start, start + teller.Length)], [new TextRange(at, start - 1)], [told]), told.Start);
        }
        var first = at + body.Length + 2;
        if (way < 9)
        {
            var who = first + "according to ".Length;
            return ($"{body}, according to {Small(teller)}.", new GoldAttribution([new TextRange(who, who + teller.Length)], [new TextRange(first, who - 1)], [new TextRange(at, at + body.Length)]), at);
        }
        return ($"{body}, {Small(teller)} {cue}{when}.", new GoldAttribution([new TextRange(first, first + teller.Length)], [new TextRange(first + teller.Length + 1, first + teller.Length + 1 + cue.Length)], [new TextRange(at, at + body.Length)]), at);
    }

    static (string Text, GoldAttribution Told, int? SentenceAt) Framed(string teller, string cue, string when, string link, string sentence, int at)
    {
        var content = link + sentence;
        var start = at + teller.Length + 1 + cue.Length + when.Length + 1;
        return ($"{teller} {cue}{when}{content}.", new GoldAttribution([new TextRange(at, at + teller.Length)], [new TextRange(at + teller.Length + 1, at + teller.Length + 1 + cue.Length)], [new TextRange(start, start + content.Length - 1)]), start + link.Length - 1);
    }

    /// <summary>As it would stand inside a sentence: articles and pronouns lose their capital.</summary>
    static string Small(string words)
    {
        var end = words.IndexOf(' ', StringComparison.Ordinal);
        return end > 0 && words[..end] is "The" or "A" or "An" or "He" or "She" or "It" or "They" or "We" or "This" or "That" or "These" or "Those" or "His" or "Her" or "Its" or "Their" or "Some" or "Many" or "But" or "In" or "On" or "State" or "Local" or "Officials" or "There"
            ? char.ToLowerInvariant(words[0]) + words[1..] : words is "Officials" ? "officials" : words;
    }

    static bool Balanced(ReadOnlySpan<char> sentence) => sentence.Count('“') == sentence.Count('”') && sentence.Count('"') % 2 == 0 && sentence.IndexOf("''", StringComparison.Ordinal) < 0 && !sentence.Contains('\n');
}
