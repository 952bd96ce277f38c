namespace Stemma.Reports;

/// <summary>
/// English words that carry grammar rather than matter. They say nothing about whether two reports speak of one thing.
/// A closed list; what stands here is a convenience of comparison, not a linguistic claim.
/// </summary>
static class FunctionWords
{
    static readonly HashSet<ulong> Keys =
    [
        .. """
           a about above after again against all also although am among an and any are as at be because been before being
           below between both but by can cannot could d did do does doing down during each either even ever few for from
           further had has have having he her here hers herself him himself his how however i if in into is it its itself
           just less like ll m many may me might mine more most much must my myself neither never no nor not now of off on
           once one only or other others our ours ourselves out over own per re s same she should since so some still such
           t than that the their theirs them themselves then there these they this those though through to too two under
           until up upon us ve very was we were what when where whether which while who whom whose why will with within
           without would yet you your yours yourself mr mrs ms said say says saying
           """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => WordText.KeyOf(word)),
    ];

    public static bool Contains(ulong key) => Keys.Contains(key);

    public static int ContentCount(ReadOnlySpan<ulong> words)
    {
        var count = 0;
        foreach (var word in words)
        {
            if (!Keys.Contains(word))
                count++;
        }
        return count;
    }
}
