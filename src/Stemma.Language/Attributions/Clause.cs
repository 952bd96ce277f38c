namespace Stemma.Language.Attributions;

enum ItemKind { Word, Number, Mark, Quotation }

/// <summary>A word, a mark or a whole quotation: what the attribution patterns are written over.</summary>
readonly record struct Item(ItemKind Kind, int First, int End, string Lower, bool Capital);

/// <summary>
/// One or more sentences that a quotation ties together ("“A. B,” he said."), as a row of items in which each quotation is
/// a single item. Patterns are matched inside one clause at a time. No sentence has four hundred words: what goes on for
/// longer is a list or a fault, and is cut, so that the patterns' reach stays limited.
/// </summary>
sealed class Clause
{
    const int ItemsMax = 400;

    readonly Document document;

    Clause(Document document, List<Item> items, int paragraph)
    {
        this.document = document;
        Items = items;
        Paragraph = paragraph;
    }

    public List<Item> Items { get; }

    public int Paragraph { get; }

    public int Count => Items.Count;

    public Item this[int i] => Items[i];

    public string Lower(int i) => i >= 0 && i < Items.Count ? Items[i].Lower : "";

    public bool IsMark(int i, char mark) => i >= 0 && i < Items.Count && Items[i].Kind == ItemKind.Mark && Items[i].Lower[0] == mark;

    const string Age = ", age,";

    /// <summary>An age between commas.</summary>
    public bool IsAge(int i) => i >= 0 && i < Items.Count && ReferenceEquals(Items[i].Lower, Age);

    static bool IsAge(Document document, int t, int end) =>
        t > 0 && t + 2 < end && document.TokenAt(t).Text is "," && document.TokenAt(t + 2).Text is ","
        && document.TokenKinds[t + 1] == TokenKind.Number && document.TokenRanges[t + 1].Length <= 3 && char.IsAsciiDigit(document.TokenAt(t + 1).Text[^1])
        && document.TokenKinds[t - 1] == TokenKind.Word && char.IsUpper(document.TokenAt(t - 1).Text[0]);

    public bool IsQuotation(int i) => i >= 0 && i < Items.Count && Items[i].Kind == ItemKind.Quotation;

    public bool IsWord(int i) => i >= 0 && i < Items.Count && Items[i].Kind is ItemKind.Word or ItemKind.Number;

    public bool IsDash(int i) => i >= 0 && i < Items.Count && Items[i].Kind == ItemKind.Mark && Items[i].Lower[0] is '-' or '\u2013' or '\u2014';

    /// <summary>A quotation that says something whole, rather than a word or two taken up.</summary>
    public bool IsSpeech(int i)
    {
        if (!IsQuotation(i))
            return false;
        var words = Items[i].End - Items[i].First - 2;
        var last = document.Text[document.TokenRanges[Math.Max(Items[i].First, Items[i].End - 2)].End - 1];
        return words >= 4 || last is '.' or ',' or '!' or '?' or '\u2026';
    }

    public TextRange Range(int first, int end) =>
        new(document.TokenRanges[Items[first].First].Start, document.TokenRanges[Items[end - 1].End - 1].End);

    public string Text(int first, int end) => Range(first, end).Of(document.Text);

    /// <summary>The clauses of a document, in order.</summary>
    public static List<Clause> Of(Document document)
    {
        var quotationOfToken = QuotationOfToken(document);
        var clauses = new List<Clause>();
        var sentence = 0;
        while (sentence < document.SentenceCount)
        {
            var last = sentence;
            while (last + 1 < document.SentenceCount && Crosses(document.SentenceStarts[last + 1]))
                last++;
            for (var token = document.SentenceStarts[sentence]; token < document.SentenceStarts[last + 1];)
            {
                clauses.Add(Make(document, quotationOfToken, token, document.SentenceStarts[last + 1]));
                token = clauses[^1][^1].End;
            }
            sentence = last + 1;
        }
        return clauses;

        bool Crosses(int token) => quotationOfToken[token] >= 0 && quotationOfToken[token] == quotationOfToken[token - 1];
    }

    static int[] QuotationOfToken(Document document)
    {
        var of = new int[document.TokenCount];
        Array.Fill(of, -1);
        var token = 0;
        for (var q = 0; q < document.Quotations.Length; q++)
        {
            var range = document.Quotations[q].Range;
            while (token < of.Length && document.TokenRanges[token].Start < range.Start)
                token++;
            for (; token < of.Length && document.TokenRanges[token].Start < range.End; token++)
                of[token] = q;
        }
        return of;
    }

    static Clause Make(Document document, int[] quotationOfToken, int first, int end)
    {
        var items = new List<Item>(Math.Min(end - first, ItemsMax));
        for (var t = first; t < end && items.Count < ItemsMax;)
        {
            var stop = t + 1;
            if (IsAge(document, t, end))
            {
                // ", 34," after a name belongs to it: one item, so that commas bound what they mean to bound.
                items.Add(new Item(ItemKind.Word, t, t + 3, Age, false));
                t += 3;
                continue;
            }
            if (quotationOfToken[t] is var q and >= 0)
            {
                while (stop < end && quotationOfToken[stop] == q)
                    stop++;
                items.Add(new Item(ItemKind.Quotation, t, stop, "\"", false));
            }
            else
            {
                stop = HyphenWords.EndOf(document.Text, document.TokenRanges, document.TokenKinds, t, end);
                var word = document.Text.AsSpan(document.TokenRanges[t].Start, document.TokenRanges[stop - 1].End - document.TokenRanges[t].Start);
                var kind = document.TokenKinds[t] switch { TokenKind.Word or TokenKind.Address => ItemKind.Word, TokenKind.Number => ItemKind.Number, _ => ItemKind.Mark };
                items.Add(new Item(kind, t, stop, word.ToString().ToLowerInvariant(), char.IsUpper(word[0])));
            }
            t = stop;
        }
        var paragraph = Array.BinarySearch(document.Paragraphs, new TextRange(document.TokenRanges[first].Start, int.MaxValue));
        return new Clause(document, items, paragraph >= 0 ? paragraph : ~paragraph - 1);
    }
}
