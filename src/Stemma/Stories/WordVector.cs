namespace Stemma.Stories;

/// <summary>
/// A sparse vector over words: ids in rising order, each with a weight. Sums and dot products are merges of two sorted lists.
/// Eight bytes a word, since grouping holds a vector of every report: products are added up in double precision.
/// </summary>
sealed record WordVector(int[] Ids, float[] Weights)
{
    /// <summary>How many times longer one vector must be for looking up to beat walking.</summary>
    const int MuchLonger = 16;

    public double Dot(WordVector other)
    {
        if (other.Ids.Length > Ids.Length * MuchLonger)
            return LookedUp(this, other);
        if (Ids.Length > other.Ids.Length * MuchLonger)
            return LookedUp(other, this);
        var (i, j, sum) = (0, 0, 0.0);
        while (i < Ids.Length && j < other.Ids.Length)
        {
            if (Ids[i] == other.Ids[j])
                sum += (double)Weights[i++] * other.Weights[j++];
            else if (Ids[i] < other.Ids[j])
                i++;
            else
                j++;
        }
        return sum;
    }

    /// <summary>The same products added in the same order.</summary>
    static double LookedUp(WordVector few, WordVector many)
    {
        var (from, sum) = (0, 0.0);
        for (var i = 0; i < few.Ids.Length && from < many.Ids.Length; i++)
        {
            var found = Array.BinarySearch(many.Ids, from, many.Ids.Length - from, few.Ids[i]);
            from = found >= 0 ? found + 1 : ~found;
            sum += found >= 0 ? (double)few.Weights[i] * many.Weights[found] : 0;
        }
        return sum;
    }

    public WordVector Plus(WordVector other)
    {
        var length = Ids.Length + other.Ids.Length;
        for (var (i, j) = (0, 0); i < Ids.Length && j < other.Ids.Length;)
        {
            var (left, right) = (Ids[i], other.Ids[j]);
            (i, j, length) = (i + (left <= right ? 1 : 0), j + (right <= left ? 1 : 0), length - (left == right ? 1 : 0));
        }
        var sum = new WordVector(new int[length], new float[length]);
        for (var (i, j, at) = (0, 0, 0); at < length; at++)
        {
            var left = i < Ids.Length ? Ids[i] : int.MaxValue;
            var right = j < other.Ids.Length ? other.Ids[j] : int.MaxValue;
            sum.Ids[at] = Math.Min(left, right);
            sum.Weights[at] = (left <= right ? Weights[i++] : 0) + (right <= left ? other.Weights[j++] : 0);
        }
        return sum;
    }

    /// <summary>
    /// The ids that add most to the likeness of the two, most first; what differs by less than a thousandth is alike and goes by id.
    /// Two words that change places in two reports weigh the same but for rounding, which any report that comes in would turn round.
    /// </summary>
    public IEnumerable<int> SharedIds(WordVector other)
    {
        var shared = new List<(int Id, double Product)>();
        for (var (i, j) = (0, 0); i < Ids.Length && j < other.Ids.Length;)
        {
            if (Ids[i] == other.Ids[j])
                shared.Add((Ids[i], (double)Weights[i++] * other.Weights[j++]));
            else if (Ids[i] < other.Ids[j])
                i++;
            else
                j++;
        }
        return shared.OrderByDescending(one => Math.Round(Math.Log2(one.Product), 3)).ThenBy(one => one.Id).Select(one => one.Id);
    }
}
