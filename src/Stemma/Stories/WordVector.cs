namespace Stemma.Stories;

/// <summary>A sparse vector over words: ids in rising order, each with a weight. Sums and dot products are merges of two sorted lists.</summary>
sealed record WordVector(int[] Ids, double[] Weights)
{
    public double Dot(WordVector other)
    {
        var (i, j, sum) = (0, 0, 0.0);
        while (i < Ids.Length && j < other.Ids.Length)
        {
            if (Ids[i] == other.Ids[j])
                sum += Weights[i++] * other.Weights[j++];
            else if (Ids[i] < other.Ids[j])
                i++;
            else
                j++;
        }
        return sum;
    }

    public WordVector Plus(WordVector other)
    {
        var ids = new List<int>(Ids.Length + other.Ids.Length);
        var weights = new List<double>(Ids.Length + other.Ids.Length);
        for (var (i, j) = (0, 0); i < Ids.Length || j < other.Ids.Length;)
        {
            var left = i < Ids.Length ? Ids[i] : int.MaxValue;
            var right = j < other.Ids.Length ? other.Ids[j] : int.MaxValue;
            ids.Add(Math.Min(left, right));
            weights.Add((left <= right ? Weights[i++] : 0) + (right <= left ? other.Weights[j++] : 0));
        }
        return new WordVector([.. ids], [.. weights]);
    }

    /// <summary>The ids that add most to the likeness of the two, most first.</summary>
    public IEnumerable<int> SharedIds(WordVector other)
    {
        var shared = new List<(int Id, double Product)>();
        for (var (i, j) = (0, 0); i < Ids.Length && j < other.Ids.Length;)
        {
            if (Ids[i] == other.Ids[j])
                shared.Add((Ids[i], Weights[i++] * other.Weights[j++]));
            else if (Ids[i] < other.Ids[j])
                i++;
            else
                j++;
        }
        return shared.OrderByDescending(one => one.Product).ThenBy(one => one.Id).Select(one => one.Id);
    }
}
