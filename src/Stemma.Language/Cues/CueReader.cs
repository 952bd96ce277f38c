namespace Stemma.Language.Cues;

/// <summary>A cue, and the parts of the words around it.</summary>
/// <param name="Sure">Probability that these tokens are a cue.</param>
/// <param name="LogParts">Log probability of the parts, given the cue.</param>
/// <param name="Window">Counted from the document's first token.</param>
/// <param name="Parts">Per token of the window.</param>
sealed record CueFound(CueWindow Window, double Sure, double LogParts, byte[] Parts)
{
    /// <summary>Stretches of tokens with this part, in order: first and one past the last.</summary>
    public List<(int First, int End)> Stretches(int part)
    {
        var found = new List<(int, int)>();
        for (var i = 0; i < Parts.Length; i++)
        {
            if (Parts[i] != part)
                continue;
            var end = i;
            while (end < Parts.Length && Parts[end] == part)
                end++;
            found.Add((Window.From + i, Window.From + end));
            i = end;
        }
        return found;
    }
}

/// <summary>Runs the attribution network over a text: cues, then the parts around each. Cost: that of <see cref="AttributionNetwork"/>.</summary>
static class CueReader
{
    /// <summary>A token is of a cue from this probability on; lower ones find more cues and longer ones, and no better F1 on PolNeAR dev.</summary>
    public const float CueFrom = 0.5f;

    /// <summary>The same inside a content: a stretch of a sentence by itself is unlike what was learned from, and found less surely.</summary>
    public const float InnerCueFrom = 0.15f;

    static readonly Resting<AttributionWorkspace> Workspaces = new();

    /// <param name="known">What is known of each token.</param>
    /// <returns>In the order of the cues; only such as have content.</returns>
    public static List<CueFound> Read(AttributionNetwork network, AttributionInput input, ReadOnlySpan<float> known, float cueFrom)
    {
        var found = new List<CueFound>();
        if (input.Count == 0)
            return found;
        var work = Workspaces.Take();
        network.Read(input, known, work);
        var chances = work.Cues[..(input.Count * AttributionShape.CueLabels)];
        Marginals.Of(chances, network.Weights.CueTransition);
        var cues = Likely(Cues(chances, cueFrom), input.Count);
        var (before, inside) = Counted(input.Count, cues.Select(static cue => (cue.First, cue.End)));
        var windows = cues.ConvertAll(cue => CueWindow.Around(input, cue.First, cue.End));
        Prepare(network, windows, work);
        var rows = Array.Empty<int>();
        foreach (var (window, (_, _, sure)) in windows.Zip(cues))
        {
            if (rows.Length < window.Length * CueWindow.Features)
                rows = new int[window.Length * CueWindow.Features * 2];
            window.Write(input, before, inside, rows);
            network.Around(input, window, rows, work);
            var parts = new byte[window.Length];
            var log = PartDecoder.Decode(work.Parts, network.Weights.Transition, parts);
            if (parts.AsSpan().Contains((byte)Part.Content))
                found.Add(new CueFound(window.Moved(input.First), sure, log, parts));
        }
        Workspaces.Leave(work);
        return found;
    }

    /// <summary>What each token brings to a window, for those that stand in one at all, each once.</summary>
    static void Prepare(AttributionNetwork network, List<CueWindow> windows, AttributionWorkspace work)
    {
        var done = 0;
        foreach (var (from, to) in windows.Select(static window => (window.From, window.To)).Order())
        {
            if (to > done)
                network.Prepare(Math.Max(from, done), to, work);
            done = Math.Max(done, to);
        }
    }

    /// <summary>No text cites somebody every few words for long: of more cues than that the surest are kept, so that the cost stays linear.</summary>
    static List<(int First, int End, double Sure)> Likely(List<(int First, int End, double Sure)> cues, int tokens)
    {
        const int TokensPerCue = 16, CuesMin = 8;
        var most = CuesMin + (tokens / TokensPerCue);
        return cues.Count <= most ? cues : [.. cues.OrderByDescending(static cue => cue.Sure).Take(most).OrderBy(static cue => cue.First)];
    }

    /// <summary>How many cues begin before each token, one more at the end, and which tokens stand in one.</summary>
    public static (int[] Before, bool[] Inside) Counted(int tokens, IEnumerable<(int First, int End)> cues)
    {
        var (before, inside) = (new int[tokens + 1], new bool[tokens]);
        foreach (var (first, end) in cues)
        {
            before[first + 1]++;
            inside.AsSpan(first, end - first).Fill(true);
        }
        for (var i = 0; i < tokens; i++)
            before[i + 1] += before[i];
        return (before, inside);
    }

    /// <summary>Stretches of tokens that are so likely of a cue.</summary>
    /// <param name="chances">Per token of each label, from <see cref="Marginals"/>.</param>
    public static List<(int First, int End, double Sure)> Cues(ReadOnlySpan<float> chances, float from)
    {
        var found = new List<(int First, int End, double Sure)>();
        for (var i = 0; i * AttributionShape.CueLabels < chances.Length; i++)
        {
            var (begins, goesOn) = (chances[(i * AttributionShape.CueLabels) + 1], chances[(i * AttributionShape.CueLabels) + 2]);
            if (begins + goesOn < from)
                continue;
            if (found.Count > 0 && found[^1].End == i && goesOn > begins)
                found[^1] = found[^1] with { End = i + 1, Sure = Math.Max(found[^1].Sure, begins + goesOn) };
            else
                found.Add((i, i + 1, begins + goesOn));
        }
        return found;
    }
}
