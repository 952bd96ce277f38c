using System.Globalization;
using System.Text;
using Stemma.Language;
using Stemma.Language.Times;
using Xunit;

namespace Stemma.Tests.Language;

/// <summary>
/// What holds of every document, whatever the text: the one harness that all language stages run under. It knows nothing of
/// English; it checks what each stage promises to those after it. Text that is not taken for English is put through the
/// later stages all the same, so that they meet every text.
/// </summary>
static class StageInvariants
{
    public static Document Check(string text, params TextRange[] setApart)
    {
        var document = Analyzer.Analyze(text, setApart);
        Assert.Equal(text, document.Text);
        Assert.True(document.Analysed || (document.Times.Length == 0 && document.Attributions.Length == 0), "a text that is not analysed has annotations");
        document = Whole(document);
        Tokens(document);
        Paragraphs(document);
        Sentences(document);
        Syntax(document);
        Quotations(document);
        Times(document);
        Places(document);
        for (var i = 0; i < document.Attributions.Length; i++)
            Attribution(document, i);
        Order(document);
        Repeats(document);
        return document;
    }

    static Document Whole(Document document)
    {
        const int ForcedTokensMax = 20_000; // more of what is no English teaches nothing and takes minutes
        return document.Analysed || document.TokenCount > ForcedTokensMax ? document : Analyzer.Deepen(document);
    }

    static void Tokens(Document document)
    {
        var (text, tokens) = (document.Text, document.TokenRanges);
        Assert.Equal(tokens.Length, document.TokenKinds.Length);
        Disjoint(document, tokens, "token");
        var next = 0;
        var apart = 0;
        for (var i = 0; i < text.Length; i++)
        {
            while (next < tokens.Length && tokens[next].End <= i)
                next++;
            while (apart < document.SetApart.Length && document.SetApart[apart].End <= i)
                apart++;
            var inToken = next < tokens.Length && tokens[next].Contains(i);
            var outside = apart < document.SetApart.Length && document.SetApart[apart].Contains(i);
            // A token may hold white space only where an address does: none does.
            Holds(inToken == !(outside || char.IsWhiteSpace(text[i])), document, new TextRange(i, i + 1), "tokens cover exactly what is neither white space nor set apart");
        }
        foreach (var token in tokens)
            WholePairs(document, token);
        Assert.All(document.TokenKinds, kind => Assert.True(Enum.IsDefined(kind)));
    }

    static void Paragraphs(Document document)
    {
        Disjoint(document, document.Paragraphs, "paragraph");
        foreach (var token in document.TokenRanges)
            Holds(Around(document.Paragraphs, token) >= 0, document, token, "every token is in a paragraph");
        foreach (var paragraph in document.Paragraphs)
            Holds(!paragraph.In(document.Text).Contains('\n'), document, paragraph, "a paragraph is within a line");
    }

    static void Sentences(Document document)
    {
        var starts = document.SentenceStarts;
        Assert.Equal(0, starts[0]);
        Assert.Equal(document.TokenCount, starts[^1]);
        for (var s = 0; s < document.SentenceCount; s++)
        {
            Assert.True(starts[s] < starts[s + 1], $"sentence {s} has no token");
            var range = document.SentenceAt(s).Range;
            Holds(Around(document.Paragraphs, range) >= 0, document, range, "a sentence is inside one paragraph");
            NotApart(document, range, "a sentence");
        }
    }

    static void Syntax(Document document)
    {
        var syntax = document.Syntax;
        if (syntax.IsEmpty)
            return;
        Assert.Equal(document.TokenCount, syntax.Heads.Length);
        foreach (var sentence in document.Sentences)
        {
            Assert.Equal(1, syntax.Heads[sentence.FirstToken..sentence.EndToken].Count(head => head < 0));
            for (var token = sentence.FirstToken; token < sentence.EndToken; token++)
            {
                var range = document.TokenRanges[token];
                var steps = 0;
                for (var at = token; at >= 0 && steps <= sentence.EndToken - sentence.FirstToken; at = syntax.Heads[at], steps++)
                    Holds(at >= sentence.FirstToken && at < sentence.EndToken, document, range, "a head is in the sentence of its word");
                Holds(steps <= sentence.EndToken - sentence.FirstToken, document, range, "every word leads to the root");
                Holds((syntax.Heads[token] < 0) == (syntax.Relation(token) == "root"), document, range, "the root and only the root is called so");
                Assert.False(string.IsNullOrEmpty(syntax.Lemmas[token]), "a dictionary form is empty");
            }
        }
        Disjoint(document, [.. syntax.Names.Select(name => name.Range)], "name");
        foreach (var name in syntax.Names)
        {
            Assert.Equal(name.Range, new TextRange(document.TokenRanges[name.FirstToken].Start, document.TokenRanges[name.EndToken - 1].End));
            Holds(document.SentenceOfToken(name.FirstToken) == document.SentenceOfToken(name.EndToken - 1), document, name.Range, "a name is inside one sentence");
        }
    }

    static void Quotations(Document document)
    {
        for (var i = 0; i < document.Quotations.Length; i++)
        {
            var quotation = document.Quotations[i];
            Inside(document, quotation.Range, "quotation");
            Holds(i == 0 || document.Quotations[i - 1].Range.Start < quotation.Range.Start, document, quotation.Range, "quotations are in order of their start");
            Holds(quotation.Range.Contains(quotation.Inner) && !quotation.Inner.Equals(quotation.Range), document, quotation.Range, "the inner range leaves the marks out");
            Holds(Around(document.Paragraphs, quotation.Range) >= 0, document, quotation.Range, "a quotation is inside one paragraph");
            Holds(quotation.Continues >= -1 && quotation.Continues < i, document, quotation.Range, "a quotation continues an earlier one");
            NotApart(document, quotation.Range, "a quotation");
            WholePairs(document, quotation.Range);
        }
    }

    static void Times(Document document)
    {
        Disjoint(document, document.Times.Select(time => time.Range).ToArray(), "time");
        foreach (var time in document.Times)
        {
            var sentence = document.SentenceAt(document.SentenceOfToken(TokenAt(document, time.Range.Start)));
            Holds(sentence.Range.Contains(time.Range), document, time.Range, "a time is inside one sentence");
            var exists = time is { Month: null or (>= 1 and <= 12), Year: null or (>= 0 and <= 2999), Minute: null or (>= 0 and <= 1440) }
                && (time.Day is not { } day || (day >= 1 && day <= (time.Month is { } month ? DateTime.DaysInMonth(time.Year ?? 2000, month) : 31)));
            Holds(exists, document, time.Range, "a date is one that the calendar has");
        }
        // Whatever the report's date: a place in the calendar has a beginning before its end, and nothing is placed without one.
        foreach (var reported in (ReadOnlySpan<DateTime?>)[null, DateTime.MinValue, new DateTime(2023, 9, 13, 8, 30, 0), DateTime.MaxValue])
        {
            var resolved = TimeResolver.Resolve(document.Times, reported);
            for (var i = 0; i < resolved.Length; i++)
            {
                Holds(resolved[i].Begin is null == resolved[i].End is null && !(resolved[i].Begin > resolved[i].End), document, document.Times[i].Range, "an interval runs forwards");
                Holds(reported is not null || resolved[i].Begin is null || document.Times[i].Year is not null, document, document.Times[i].Range, "nothing is placed without a report's date or a year");
                Holds(resolved[i].Value.Length > 0, document, document.Times[i].Range, "a time has a value");
            }
        }
    }

    static void Places(Document document)
    {
        Disjoint(document, [.. document.Places.Select(place => place.Range)], "place");
        foreach (var place in document.Places)
        {
            Holds(place is { Latitude: >= -90 and <= 90, Longitude: >= -180 and <= 180, Name.Length: > 0 }, document, place.Range, "a place is on the globe and has a name");
            Holds(document.Syntax.Names.Any(name => name.Range == place.Range), document, place.Range, "a place is a name");
        }
    }

    static void Attribution(Document document, int index)
    {
        var attribution = document.Attributions[index];
        TextRange[] parts = [.. attribution.Source, .. attribution.Cue, .. attribution.Content];
        foreach (var part in parts)
        {
            Inside(document, part, "part of an attribution");
            NotApart(document, part, "part of an attribution");
            WholePairs(document, part);
        }
        var shown = new TextRange(parts.Min(part => part.Start), parts.Max(part => part.End));
        Holds(attribution.Cue.Length > 0, document, shown, "an attribution has a cue");
        Holds(attribution.Content.Length > 0, document, shown, "an attribution has a content");
        Disjoint(document, attribution.Content, "content");
        Disjoint(document, [.. parts.Order()], "part of one attribution");
        foreach (var hedge in attribution.Hedges)
            Holds(attribution.Content.Any(content => content.Contains(hedge)), document, hedge, "a hedge is inside the content");
        Assert.InRange(attribution.Confidence, double.Epsilon, 1);
        Assert.All(attribution.Speakers, speaker => Assert.False(string.IsNullOrWhiteSpace(speaker.Name), "a speaker has no name: " + Shown(document, shown)));
        Holds(attribution.Source.Length > 0 || attribution.Speakers.Length == 0, document, shown, "who is not named has no name");
        Parent(document, index, parts, shown);
    }

    static void Parent(Document document, int index, TextRange[] parts, TextRange shown)
    {
        var parent = document.Attributions[index].Parent;
        if (parent < 0)
        {
            Assert.Equal(-1, parent);
            return;
        }
        Holds(parts.All(part => document.Attributions[parent].Content.Any(content => content.Contains(part))), document, shown, "an inner attribution is inside its parent's content");
        var steps = 0;
        for (var outer = parent; outer >= 0; outer = document.Attributions[outer].Parent)
            Holds(outer != index && steps++ < document.Attributions.Length, document, shown, "parents make no circle");
    }

    static void Order(Document document)
    {
        var starts = document.Attributions.Select(attribution => attribution.Source.Concat(attribution.Cue).Concat(attribution.Content).Min(part => part.Start)).ToArray();
        for (var i = 1; i < starts.Length; i++)
            Holds(starts[i - 1] <= starts[i], document, new TextRange(starts[i], starts[i] + 1), "attributions are ordered by the first position any of their parts touches");
    }

    /// <summary>A second run, and runs on other threads at the same time, give the same document.</summary>
    static void Repeats(Document document)
    {
        var expected = Described(document);
        var again = new string[3];
        Parallel.For(0, again.Length, i => again[i] = Described(Whole(Analyzer.Analyze(document.Text, document.SetApart))));
        Assert.All(again, described => Assert.Equal(expected, described));
    }

    static string Described(Document document)
    {
        var written = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{document.Language} {document.Analysed}\n");
        written.AppendJoin(' ', document.TokenRanges.Zip(document.TokenKinds)).Append('\n').AppendJoin(' ', document.Paragraphs).Append('\n').AppendJoin(' ', document.SentenceStarts).Append('\n');
        written.AppendJoin('\n', document.Quotations.AsEnumerable()).Append('\n').AppendJoin('\n', document.Times.AsEnumerable()).Append('\n').AppendJoin('\n', document.Places.AsEnumerable()).Append('\n');
        foreach (var found in document.Attributions)
        {
            written.Append(CultureInfo.InvariantCulture, $"{string.Join(' ', found.Source)}|{string.Join(' ', found.Cue)}|{string.Join(' ', found.Content)}|{string.Join(' ', found.Hedges)}");
            written.Append(CultureInfo.InvariantCulture, $"|{found.Quoted} {found.Stance} {found.Polarity} {found.Parent} {found.Confidence}|{string.Join("; ", found.Speakers.AsEnumerable())}\n");
        }
        return written.ToString();
    }

    static void Disjoint(Document document, TextRange[] ranges, string what)
    {
        for (var i = 0; i < ranges.Length; i++)
        {
            Inside(document, ranges[i], what);
            Holds(i == 0 || ranges[i - 1].End <= ranges[i].Start, document, ranges[i], $"{what} ranges are in order and disjoint");
        }
    }

    static void Inside(Document document, TextRange range, string what) =>
        Assert.True(!range.IsEmpty && range.End <= document.Text.Length, $"{what} {range} is empty or outside the text of {document.Text.Length}");

    static void NotApart(Document document, TextRange range, string what) =>
        Holds(!Array.Exists(document.SetApart, apart => !apart.IsEmpty && apart.Overlaps(range)), document, range, what + " holds nothing that was set apart");

    static void WholePairs(Document document, TextRange range)
    {
        foreach (var edge in (ReadOnlySpan<int>)[range.Start, range.End])
            Holds(edge <= 0 || edge >= document.Text.Length || !char.IsSurrogatePair(document.Text[edge - 1], document.Text[edge]), document, range, "no range splits a surrogate pair");
    }

    /// <summary>Index of the range that holds this one, or -1.</summary>
    static int Around(TextRange[] ranges, TextRange part)
    {
        var found = Array.BinarySearch(ranges, new TextRange(part.Start, int.MaxValue));
        found = found >= 0 ? found : ~found - 1;
        return found >= 0 && ranges[found].Contains(part) ? found : -1;
    }

    static int TokenAt(Document document, int position) => Around(document.TokenRanges, new TextRange(position, position));

    static void Holds(bool condition, Document document, TextRange at, string promise)
    {
        if (!condition)
            Assert.Fail($"Not so: {promise}, at {at}: {Shown(document, at)}");
    }

    static string Shown(Document document, TextRange at)
    {
        var (from, to) = (Math.Max(0, at.Start - 60), Math.Min(document.Text.Length, at.End + 60));
        return $"…{document.Text[from..at.Start]}⟦{at.Of(document.Text)}⟧{document.Text[at.End..to]}…";
    }
}
