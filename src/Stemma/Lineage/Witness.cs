using Stemma.Language;
using Stemma.Reports;

namespace Stemma.Lineage;

/// <summary>
/// One report made ready to be compared with many: its words, where runs of three and five of them stand, its sentences
/// counted in words, and which words lie inside quotation marks. Prepared once per report. (In textual criticism every
/// surviving copy is a witness.)
/// </summary>
sealed class Witness
{
    public const int TripleWords = 3;

    public Witness(Report report, Document document)
    {
        (Report, Document) = (report, document);
        Words = WordText.Of(report);
        Shingles = new ShingleIndex(Words, PassageMatcher.SeedWords);
        Triples = new ShingleIndex(Words, TripleWords);
        Quoted = QuotedWords(Words, document.Quotations);
        Sentences = SentencesOf(Words, document, Quoted);
        SentenceOfWord = new int[Words.Count];
        SentenceOfWord.AsSpan().Fill(-1);
        for (var s = 0; s < Sentences.Length; s++)
            SentenceOfWord.AsSpan(Sentences[s].First, Sentences[s].Count).Fill(s);
        NarrativeWords = Quoted.Count(static quoted => !quoted);
    }

    public Report Report { get; }

    public Document Document { get; }

    public WordText Words { get; }

    public ShingleIndex Shingles { get; }

    public ShingleIndex Triples { get; }

    public bool[] Quoted { get; }

    public WitnessSentence[] Sentences { get; }

    public int[] SentenceOfWord { get; }

    /// <summary>Words outside quotation marks.</summary>
    public int NarrativeWords { get; }

    static bool[] QuotedWords(WordText words, Quotation[] quotations)
    {
        var quoted = new bool[words.Count];
        foreach (var quotation in quotations)
        {
            for (var i = words.FirstWordFrom(quotation.Inner.Start); i < words.Count && words.Ranges[i].Start < quotation.Inner.End; i++)
                quoted[i] = true;
        }
        return quoted;
    }

    // A text that was not analysed has no sentences; its paragraphs stand in for them.
    static WitnessSentence[] SentencesOf(WordText words, Document document, bool[] quoted)
    {
        var ranges = document.SentenceCount > 0 ? document.Sentences.Select(sentence => sentence.Range) : document.Paragraphs;
        var sentences = new List<WitnessSentence>();
        var from = 0;
        foreach (var range in ranges)
        {
            var first = Math.Max(from, words.FirstWordFrom(range.Start));
            from = first;
            while (from < words.Count && words.Ranges[from].End <= range.End)
                from++;
            if (from > first)
                sentences.Add(new WitnessSentence(range, first, from - first, quoted.AsSpan(first, from - first).Count(true)));
        }
        return [.. sentences];
    }
}

/// <param name="First">Index of its first word.</param>
/// <param name="Quoted">How many of its words lie inside quotation marks.</param>
readonly record struct WitnessSentence(TextRange Range, int First, int Count, int Quoted)
{
    /// <summary>Most of it is the reporter's own words.</summary>
    public bool Narrative => Quoted * 2 < Count;
}
