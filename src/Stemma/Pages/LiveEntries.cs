namespace Stemma.Pages;

/// <summary>
/// The entries of a live blog or a commentary, told by what they begin with: a time of day ("14:05", "2.05pm") or a minute of play ("63'", "90+3’",
/// "45. Minute"). An article may have a few such lines, a programme of events many; a live page has many that run in one direction, with
/// sentences between them, and mostly the newest first. Cost: a look at the beginning of each block.
/// <para>Gets wrong: entries without a time; a match report that tells the whole game by minutes is taken for its commentary.</para>
/// </summary>
sealed class LiveEntries
{
    const int MinutesMin = 8, ClocksMin = 10;

    /// <summary>Share of steps from one entry to the next that go the same way.</summary>
    const double OrderedMin = 0.8;

    /// <summary>Words of running text an entry has on average; a programme has fewer.</summary>
    const int WordsAnEntryMin = 15;

    /// <summary>Short blocks that begin with a time, and all that begin with a minute of play.</summary>
    public int Count { get; }

    /// <summary>True where they tell by themselves that the page is live.</summary>
    public bool AreEvident { get; }

    public LiveEntries(PageBlocks page)
    {
        List<int> clocks = [], minutes = [];
        int words = 0, wordsAtLast = 0, shortClocks = 0;
        foreach (var block in page.All)
        {
            if (block.IsBoilerplate || block.LinkShare >= 0.9)
                continue;
            if (MinuteOf(block.Text) is { } minute)
                minutes.Add(minute);
            else if (ClockOf(block.Text) is { } clock)
            {
                clocks.Add(clock);
                shortClocks += block.Words <= 12 ? 1 : 0;
                wordsAtLast = words;
            }
            words += clocks.Count > 0 ? block.Words : 0;
        }
        Count = shortClocks + minutes.Count;
        AreEvident = (minutes.Distinct().Count() >= MinutesMin && Math.Max(Falling(minutes), Rising(minutes)) >= OrderedMin)
            || (clocks.Count >= ClocksMin && clocks.Distinct().Count() >= ClocksMin - 2 && Falling(clocks) >= OrderedMin && Rising(clocks) < OrderedMin && wordsAtLast >= WordsAnEntryMin * (clocks.Count - 1));
    }

    static double Falling(List<int> values) => Steps(values, static (a, b) => b <= a);

    static double Rising(List<int> values) => Steps(values, static (a, b) => b >= a);

    static double Steps(List<int> values, Func<int, int, bool> fits) =>
        values.Count < 2 ? 0 : values.Zip(values.Skip(1)).Count(pair => fits(pair.First, pair.Second)) / (double)(values.Count - 1);

    /// <summary>"63'", "90+3’", "45'+2", "63. Minute", "63 min": minutes of play, with those added as hundredths.</summary>
    internal static int? MinuteOf(string text)
    {
        var at = 0;
        if (Number(text, ref at, 3) is not ({ } minute and <= 130))
            return null;
        var added = 0;
        if (at < text.Length && text[at] == '+')
        {
            at++;
            added = Number(text, ref at, 2) ?? 0;
        }
        var rest = text.AsSpan(at).TrimStart(' ');
        if (rest.IsEmpty)
            return null;
        if (rest[0] is '\'' or '’' or '′' or '‘')
            return rest.Length > 1 && char.IsAsciiDigit(rest[1]) ? null : (minute * 100) + added;
        rest = rest.TrimStart(". ");
        return rest.StartsWith("Minute", StringComparison.OrdinalIgnoreCase) && !rest.StartsWith("minutes", StringComparison.OrdinalIgnoreCase) || (rest.StartsWith("min", StringComparison.OrdinalIgnoreCase) && (rest.Length == 3 || rest[3] is ':' or '.' or '|' or '\n'))
            ? (minute * 100) + added : null;
    }

    /// <summary>"14:05", "14.05 Uhr", "2.05pm", "14h05": minutes since midnight. A date is none.</summary>
    internal static int? ClockOf(string text)
    {
        var at = 0;
        if (Number(text, ref at, 2) is not ({ } hour and <= 24) || at + 2 >= text.Length + 0 || text[at] is not (':' or '.' or 'h'))
            return null;
        at++;
        var from = at;
        if (Number(text, ref at, 2) is not ({ } minute and < 60) || at - from != 2 || (at < text.Length && (text[at] is '.' or '/' or '-' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) || char.IsAsciiDigit(text[at]) || text[at] is '%' or ',')))
            return null;
        var rest = text.AsSpan(at).TrimStart(' ');
        return ((rest.StartsWith("pm", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("p.m", StringComparison.OrdinalIgnoreCase)) && hour < 12 ? hour + 12 : hour) * 60 + minute;
    }

    static int? Number(string text, ref int at, int digits)
    {
        var (value, from) = (0, at);
        for (; at < text.Length && at - from < digits && char.IsAsciiDigit(text[at]); at++)
            value = (value * 10) + text[at] - '0';
        return at == from || (at < text.Length && char.IsAsciiDigit(text[at])) ? null : value;
    }
}
