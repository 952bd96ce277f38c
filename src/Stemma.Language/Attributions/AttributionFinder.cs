using Stemma.Language.Cues;
using Stemma.Language.Syntax;

namespace Stemma.Language.Attributions;

/// <summary>An attribution as found, before its speaker is resolved.</summary>
sealed record Draft(TextRange[] Source, TextRange[] Cue, List<TextRange> Content, Stance Stance, Polarity Polarity, bool Committed, double Confidence)
{
    /// <param name="cueTokens">Those the stance is read off: first, and one past the last.</param>
    public static Draft Of(Document document, TextRange[] source, TextRange[] cue, List<TextRange> content, (int First, int End) cueTokens, double confidence)
    {
        var reading = CueWords.Read(document, cueTokens.First, cueTokens.End);
        return new Draft(source, cue, content, reading.Stance, reading.Polarity, reading.Committed, confidence) { Paragraph = document.ParagraphOf(cue[0].Start) };
    }

    public int Parent { get; init; } = -1;

    /// <summary>Who a relative pronoun stands for.</summary>
    public TextRange? Antecedent { get; init; }

    /// <summary>Index of the paragraph its cue stands in.</summary>
    public int Paragraph { get; init; }

    /// <summary>By the first position any part touches, then by the cue; of two at one place the longer content first.</summary>
    public static int InOrder(Draft a, Draft b) => (a.Start, a.Cue[0], b.Content[0].Length).CompareTo((b.Start, b.Cue[0], a.Content[0].Length));

    public int Start => Math.Min(Content[0].Start, Math.Min(Cue[0].Start, Source.Length > 0 ? Source[0].Start : int.MaxValue));
}

/// <summary>
/// Who says what, in a text whose syntax is read: cues, sources and contents from the attribution network (<see cref="CueReader"/>),
/// as ranges. The network was taught outermost attributions only; each content that tells of speaking or thinking is therefore
/// read once more as a text by itself, which gives what is told inside it. Long texts are read in sections.
/// Cost: linear in the text, about a third of what the language pipeline takes.
/// Gets wrong: see the model's card. What lies across two sections of a long text is cut there.
/// </summary>
static class AttributionFinder
{
    /// <summary>Tokens of a section, about: what a workspace is sized by.</summary>
    const int SectionTokens = 1024;

    const int DepthMax = 3;

    /// <summary>What is less likely right than this is no find at all.</summary>
    const double ConfidenceMin = 0.1;

    /// <summary>Shorter contents hold no attribution of their own.</summary>
    const int InnerTokensMin = 5;

    /// <summary>Reads one section, when its syntax is read.</summary>
    /// <param name="known">What is known of each of its tokens, from <see cref="SyntaxReader"/>.</param>
    /// <param name="found">Gets the cues with what lies around them.</param>
    public static void Read(Document document, int first, int end, ReadOnlySpan<float> known, List<CueFound> found)
    {
        var waiting = new Queue<(int First, int End, int Depth)>();
        // How far the contents at each depth were read: contents may overlap, and no word is read twice at one depth.
        Span<int> done = stackalloc int[DepthMax];
        done.Fill(first);
        waiting.Enqueue((first, end, 0));
        while (waiting.TryDequeue(out var stretch))
        {
            var input = new AttributionInput(document, stretch.First, stretch.End);
            var own = known[((stretch.First - first) * SyntaxReader.Known)..((stretch.End - first) * SyntaxReader.Known)];
            foreach (var one in CueReader.Read(AttributionModel.English.Network, input, own, stretch.Depth == 0 ? CueReader.CueFrom : CueReader.InnerCueFrom))
            {
                found.Add(one);
                var depth = stretch.Depth + 1;
                if (depth == DepthMax)
                    continue;
                foreach (var (from, to) in one.Stretches(Part.Content))
                    if (from >= done[depth] && to - from >= InnerTokensMin && to - from < stretch.End - stretch.First && CueWords.AnyIn(document, from, to))
                    {
                        done[depth] = to;
                        waiting.Enqueue((from, to, depth));
                    }
            }
        }
    }

    /// <param name="document">With its syntax.</param>
    /// <param name="found">What <see cref="Read"/> found in all its sections.</param>
    /// <returns>In the order of the first position any part touches.</returns>
    public static List<Draft> Drafts(Document document, List<CueFound> found)
    {
        // A cue is read once in the text and may be read again inside a content: the surer reading counts.
        var drafts = found.Select(one => DraftOf(document, one)).OfType<Draft>().OrderByDescending(static draft => draft.Confidence).DistinctBy(static draft => draft.Cue[0])
            .Select(draft => QuotedAs.Completed(document, draft)).ToList();
        // The words leave no doubt who is quoted as saying it: what was read of the same cue gives way.
        var quoted = drafts.Select(draft => QuotedAs.In(document, draft)).OfType<Draft>().ToList();
        drafts.RemoveAll(draft => quoted.Exists(inner => inner.Cue[0].Overlaps(draft.Cue[0])));
        drafts.AddRange(quoted);
        Introduced.Fill(document, drafts);
        Impersonal.Fill(document, drafts);
        drafts.Sort(Draft.InOrder);
        return LeftOut.Fill(document, drafts);
    }

    /// <summary>Takes cue and content apart where the terms stand between them; false where there is nothing but the terms.</summary>
    static bool Behind(Document document, (Terms Kind, TextRange Range) terms, List<TextRange> cue, List<TextRange> content)
    {
        var (first, end) = document.TokensIn(new TextRange(terms.Range.End, Math.Max(terms.Range.End, content[0].End)));
        if (terms.Kind == Terms.Anonymous || end - first < InnerTokensMin || terms.Range.Start <= cue[0].Start)
            return false;
        content[0] = new TextRange(document.TokenRanges[first].Start, content[0].End);
        if (cue[0].End > terms.Range.Start)
            cue[0] = new TextRange(cue[0].Start, document.TokenRanges[document.TokenOf(terms.Range.Start) - 1].End);
        return true;
    }

    static Draft? DraftOf(Document document, CueFound found)
    {
        var (source, cue, content) = (PartRanges.Of(document, found, Part.Source), PartRanges.Of(document, found, Part.Cue), PartRanges.Of(document, found, Part.Content));
        // "Jane May said": not what she may.
        if (source is [var who] && cue.Count > 0 && cue[0].In(document.Text).StartsWith("May ", StringComparison.Ordinal) && cue[0].Start == who.End + 1)
            (source[0], cue[0]) = (new TextRange(who.Start, who.End + 4), new TextRange(cue[0].Start + 4, cue[0].End));
        if (content.Count > 1)
            content.RemoveAll(range => range.In(document.Text) is "that");
        if (cue.Count == 0 || content.Count == 0 || (TermsFinder.Leading(document, cue[0].Start, content[0]) is { } terms && !Behind(document, terms, cue, content)))
            return null;
        (cue[^1], content[0]) = Circumstances.Behind(document, cue[^1], content[0]);
        var confidence = Math.Clamp(Math.Round(AttributionModel.English.Calibration.Of(found), 2), 0.01, 1);
        if (confidence < ConfidenceMin)
            return null;
        return Draft.Of(document, [.. source], [.. cue], content, (found.Window.First, found.Window.End), confidence);
    }

    /// <summary>Whole sentences, cut where a paragraph ends if one does; a sentence longer than any should be comes in pieces.</summary>
    public static IEnumerable<(int First, int End)> Sections(Document document)
    {
        for (var sentence = 0; sentence < document.SentenceCount;)
        {
            var first = document.SentenceStarts[sentence];
            if (document.SentenceStarts[sentence + 1] - first > SectionTokens)
            {
                const int Pieces = SectionTokens / SyntaxReader.PieceMax * SyntaxReader.PieceMax;
                for (; first < document.SentenceStarts[sentence + 1]; first += Pieces)
                    yield return (first, Math.Min(first + Pieces, document.SentenceStarts[sentence + 1]));
                sentence++;
                continue;
            }
            var (end, atParagraph) = (sentence + 1, -1);
            for (; end < document.SentenceCount && document.SentenceStarts[end + 1] - first <= SectionTokens; end++)
                if (document.ParagraphOf(document.TokenRanges[document.SentenceStarts[end]].Start) != document.ParagraphOf(document.TokenRanges[document.SentenceStarts[end] - 1].Start))
                    atParagraph = end;
            if (end < document.SentenceCount && atParagraph > 0)
                end = atParagraph;
            yield return (first, document.SentenceStarts[end]);
            sentence = end;
        }
    }
}
