namespace Stemma.Stories;

/// <summary>
/// The groups a group was compared with, and how alike they were in all: two short arrays, a third of what a dictionary takes,
/// since grouping holds a hundred of these for every report. New groups have the highest ids, so the order keeps itself.
/// </summary>
/// <param name="expected">How many there will be: growing would leave twice as much behind as is kept.</param>
sealed class Neighbours(int expected)
{
    int[] ids = new int[expected];
    double[] sums = new double[expected];
    int count;

    public IEnumerable<(int Id, double Sum)> All => Enumerable.Range(0, count).Select(i => (ids[i], sums[i]));

    public void Add(int id, double sum)
    {
        if (count == ids.Length)
        {
            var length = Math.Max(4, count + (count / 2));
            Array.Resize(ref ids, length);
            Array.Resize(ref sums, length);
        }
        (ids[count], sums[count++]) = (id, sum);
    }

    /// <summary>By id: the pairs that were found first come in the order of their finding.</summary>
    public void Sort() => Array.Sort(ids, sums, 0, count);

    /// <summary>The neighbours of both, each once and in rising order, with what either knows of it.</summary>
    public static IEnumerable<(int Id, double? A, double? B)> Together(Neighbours a, Neighbours b)
    {
        for (var (i, j) = (0, 0); i < a.count || j < b.count;)
        {
            var left = i < a.count ? a.ids[i] : int.MaxValue;
            var right = j < b.count ? b.ids[j] : int.MaxValue;
            yield return (Math.Min(left, right), left <= right ? a.sums[i++] : null, right <= left ? b.sums[j++] : null);
        }
    }
}
