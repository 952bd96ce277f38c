namespace Stemma.Language.Syntax;

/// <summary>
/// The best sequence of name labels (Viterbi 1967) under scores per word and per transition, of those sequences that are whole names.
/// Cost: words × transitions that may be.
/// </summary>
static class NameDecoder
{
    /// <summary>Per label those that may stand before it.</summary>
    static readonly byte[][] Before =
        [.. Enumerable.Range(0, NameLabels.Count).Select(static label => Enumerable.Range(0, NameLabels.Count).Where(before => NameLabels.MayFollow(before, label)).Select(static before => (byte)before).ToArray())];

    /// <param name="first">Place of the sentence's first word in the workspace.</param>
    public static void Decode(NameNetwork network, Workspace work, int first, Span<byte> labels)
    {
        if (labels.IsEmpty)
            return;
        var count = NameLabels.Count;
        var transition = network.Transition;
        Span<float> best = stackalloc float[count];
        Span<float> next = stackalloc float[count];
        var from = work.Origins(labels.Length * count);
        var scores = NameNetwork.Scores(work, first);
        for (var label = 0; label < count; label++)
            best[label] = NameLabels.MayBegin(label) ? scores[label] : float.NegativeInfinity;
        for (var word = 1; word < labels.Length; word++)
        {
            scores = NameNetwork.Scores(work, first + word);
            for (var label = 0; label < count; label++)
            {
                var (top, origin) = (float.NegativeInfinity, (byte)0);
                foreach (var before in Before[label])
                {
                    var score = best[before] + transition[(before * count) + label];
                    if (score > top)
                        (top, origin) = (score, before);
                }
                next[label] = top + scores[label];
                from[(word * count) + label] = origin;
            }
            next.CopyTo(best);
        }
        var last = 0;
        for (var label = 1; label < count; label++)
            last = NameLabels.MayEnd(label) && best[label] > best[last] ? label : last;
        for (var word = labels.Length - 1; word >= 0; word--)
        {
            labels[word] = (byte)last;
            last = from[(word * count) + last];
        }
    }
}
