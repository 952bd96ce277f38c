namespace Stemma.Language.Cues;

/// <summary>
/// A cue and the words around it that may be its source and its content: its sentence, and those beside it as long as the next is quoted
/// at the end that is turned to it. How each of these words lies to the cue is what the network is told beside the words
/// themselves: the way through the tree, distance, quotation marks and other cues between. Cost: linear in the window.
/// </summary>
/// <param name="First">First token of the cue.</param>
/// <param name="End">One past its last.</param>
/// <param name="From">First token of the window.</param>
/// <param name="To">One past its last.</param>
readonly record struct CueWindow(int First, int End, int From, int To)
{
    const int SentencesBefore = 4, SentencesAfter = 6, TokensMax = 128, WideTokensMax = 160;

    const int Ways = 256, WayElsewhere = 255;

    /// <summary>Rows of each table: way through the tree; distance; quotation marks; other cues; sentence and paragraph; cue's word and way.</summary>
    static readonly int[] Rows = [Ways, 19, 40, 12, 21, 1024];

    static readonly int[] Offsets = [.. Rows.Select(static (_, i) => Rows[..i].Sum())];

    public static int Features => Rows.Length;

    public static int TotalRows { get; } = Rows.Sum();

    public int Length => To - From;

    public CueWindow Moved(int by) => new(First + by, End + by, From + by, To + by);

    /// <param name="wide">
    /// Further, as long as the next sentence has a quotation anywhere: what a text is learned from. Who has seen more words that belong to no cue near
    /// it takes fewer for a part of one: read by the narrower ones, 287 of 298 verbs of saying in 16 stories outside of the corpus get an attribution,
    /// and 279 where these were learned from as well.
    /// </param>
    public static CueWindow Around(AttributionInput input, int first, int end, bool wide = false)
    {
        var (starts, tokensMax) = (input.SentenceStarts, wide ? WideTokensMax : TokensMax);
        int before = input.Sentences[first], after = input.Sentences[end - 1];
        var (lowest, highest) = (Math.Max(0, before - SentencesBefore), Math.Min(starts.Length - 2, after + SentencesAfter));
        while (before > lowest && (wide ? HasQuotation(input, before - 1) : Quotes(input, starts[before] - 1, starts[before] - 2)))
            before--;
        while (after < highest && (wide ? HasQuotation(input, after + 1) : Quotes(input, starts[after + 1], starts[after + 1] + 1)))
            after++;
        return new CueWindow(first, end, Math.Max(starts[before], first - tokensMax), Math.Min(starts[after + 1], end + tokensMax));
    }

    /// <summary>Whether the sentence beside is quoted at the end that is turned to this one: the outermost token, or the one within for a stop or a dash outside the marks.</summary>
    static bool Quotes(AttributionInput input, int outer, int within) => input.Quotations[outer] >= 0 || (within >= 0 && within < input.Count && input.Quotations[within] >= 0);

    static bool HasQuotation(AttributionInput input, int sentence)
    {
        var (first, end) = (input.SentenceStarts[sentence], input.SentenceStarts[sentence + 1]);
        return input.Quotations[first] >= 0 || input.Marks[end] > input.Marks[first];
    }

    /// <summary>The cue's token that the others hang on.</summary>
    public int HeadIn(AttributionInput input)
    {
        var heads = input.Heads;
        for (var i = First; i < End; i++)
            if (heads[i] < First || heads[i] >= End)
                return i;
        return First;
    }

    /// <summary>Writes <see cref="Features"/> row indices per token of the window.</summary>
    /// <param name="cuesBefore">How many cues begin before each token, one more at the end.</param>
    /// <param name="inCue">Whether each token stands in a cue.</param>
    public void Write(AttributionInput input, int[] cuesBefore, bool[] inCue, Span<int> rows)
    {
        var head = HeadIn(input);
        var sentence = input.Sentences[head];
        Span<byte> ways = stackalloc byte[Length];
        WriteWays(input, head, ways);
        for (var i = From; i < To; i++)
        {
            var row = rows.Slice((i - From) * Features, Features);
            var side = i < First ? 0 : 1;
            var inside = i >= First && i < End;
            var way = ways[i - From];
            row[0] = way;
            row[1] = Offsets[1] + (inside ? 0 : (Far(i < First ? First - i : i - End + 1) + (side * 9)));
            row[2] = Offsets[2] + (side * 20) + (Math.Min(4, Math.Abs(input.Marks[i + 1] - input.Marks[First + 1])) * 4) + (input.Quotations[i] >= 0 ? 2 : 0) + (input.Quotations[First] >= 0 ? 1 : 0);
            var between = i < First ? cuesBefore[First] - cuesBefore[i + 1] : inside ? 0 : cuesBefore[i] - cuesBefore[First + 1];
            row[3] = Offsets[3] + (side * 6) + (Math.Clamp(between, 0, 2) * 2) + (inCue[i] && !inside ? 1 : 0);
            row[4] = Offsets[4] + ((Math.Clamp(input.Sentences[i] - sentence, -3, 3) + 3) * 3) + Math.Clamp(input.Paragraphs[i] - input.Paragraphs[head], -1, 1) + 1;
            row[5] = Offsets[5] + (int)(((input.Words[head] * 31) + way) * 0x9E3779B97F4A7C15UL >> 54);
        }
    }

    /// <summary>1 to 9: how far, in nine steps.</summary>
    static int Far(int tokens) => tokens switch { <= 3 => tokens, <= 5 => 4, <= 8 => 5, <= 13 => 6, <= 20 => 7, <= 40 => 8, _ => 9 };

    /// <summary>
    /// From the cue's head to each word of its sentence: how many steps up, and the relation by which it goes down from there, or
    /// that the word is what was reached. Words of other sentences have none.
    /// </summary>
    void WriteWays(AttributionInput input, int head, Span<byte> ways)
    {
        const int Relations = 63;
        var heads = input.Heads;
        ways.Fill(WayElsewhere);
        var (first, end) = (Math.Max(From, input.SentenceStarts[input.Sentences[head]]), Math.Min(To, input.SentenceStarts[input.Sentences[head] + 1]));
        Span<byte> ups = stackalloc byte[end - first];
        ups.Fill(byte.MaxValue);
        var up = 0;
        for (var at = head; at >= first && at < end && ups[at - first] == byte.MaxValue; at = heads[at], up++)
        {
            ups[at - first] = (byte)Math.Min(3, up);
            ways[at - From] = (byte)((Math.Min(3, up) * (Relations + 1)) + Relations - (up == 3 ? 1 : 0));
        }
        for (var i = first; i < end; i++)
        {
            // Up until a word whose way is known, then the same way for all that were passed.
            var top = i;
            while (ways[top - From] == WayElsewhere && heads[top] is var next && next >= first && next < end && ways[next - From] == WayElsewhere)
                top = next;
            if (ways[top - From] == WayElsewhere)
            {
                if (heads[top] is not (>= 0 and var known) || known < first || known >= end)
                    continue;
                ways[top - From] = ups[known - first] == byte.MaxValue ? ways[known - From] : (byte)((ups[known - first] * (Relations + 1)) + Math.Min(Relations - 2, input.RelationOf(top)));
            }
            var way = ways[top - From];
            for (var at = i; at != top; at = heads[at])
                ways[at - From] = way;
        }
    }
}
