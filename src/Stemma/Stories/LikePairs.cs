namespace Stemma.Stories;

/// <summary>
/// Pairs of reports alike enough to be worth a second look, by an inverted index from word to reports. Words that stand in
/// too many reports do not find a pair (they still count once it is found), which keeps the cost near linear: each report
/// looks at a bounded number of places and scores a bounded number of others in full. Held meanwhile: eight bytes a place.
/// </summary>
static class LikePairs
{
    const int PlacesMin = 50;
    const double PlacesShareMax = 0.02;
    const int ScoredMax = 48;
    const double PartialMin = 0.3;

    public static List<(int A, int B, double Likeness)> Find(StoryVectors stories, double likenessMin)
    {
        var placesMax = Math.Max(PlacesMin, (int)(stories.Vectors.Count * PlacesShareMax));
        var ends = Starts(stories, placesMax);
        var (reports, weights) = (new int[ends[^1]], new float[ends[^1]]);
        var starts = ends.ToArray();
        var partial = new double[stories.Vectors.Count];
        var touched = new List<int>();
        var pairs = new List<(int, int, double)>();
        for (var b = 0; b < stories.Vectors.Count; b++)
        {
            var vector = stories.Vectors[b];
            touched.Clear();
            for (var i = 0; i < vector.Ids.Length; i++)
            {
                var id = vector.Ids[i];
                if (stories.FrequencyOf(id) > placesMax)
                    continue;
                for (var place = starts[id]; place < ends[id]; place++)
                {
                    var a = reports[place];
                    if (partial[a] == 0)
                        touched.Add(a);
                    partial[a] += (double)weights[place] * vector.Weights[i];
                }
                (reports[ends[id]], weights[ends[id]]) = (b, vector.Weights[i]);
                ends[id]++;
            }
            // What the rare words find must be a good part of the whole.
            foreach (var a in touched.Where(a => partial[a] >= likenessMin * PartialMin).OrderByDescending(a => partial[a]).ThenByDescending(a => a).Take(ScoredMax))
            {
                var likeness = stories.Vectors[a].Dot(vector);
                if (likeness >= likenessMin)
                    pairs.Add((a, b, likeness));
            }
            foreach (var a in touched)
                partial[a] = 0;
        }
        return pairs;
    }

    /// <summary>Where the places of each word begin, all words one behind the other; the last entry is their number.</summary>
    static int[] Starts(StoryVectors stories, int placesMax)
    {
        var starts = new int[stories.Ids + 1];
        foreach (var vector in stories.Vectors)
            foreach (var id in vector.Ids)
                starts[id + 1] += stories.FrequencyOf(id) > placesMax ? 0 : 1;
        for (var id = 1; id < starts.Length; id++)
            starts[id] += starts[id - 1];
        return starts;
    }
}
