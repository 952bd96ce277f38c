namespace Stemma.Stories;

/// <summary>
/// Pairs of reports alike enough to be worth a second look, by an inverted index from word to reports. Words that stand in
/// too many reports do not find a pair (they still count once it is found), which keeps the cost near linear: each report
/// looks at a bounded number of places and scores a bounded number of others in full.
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
        var places = new List<(int Report, double Weight)>?[stories.Ids];
        var partial = new double[stories.Vectors.Count];
        var touched = new List<int>();
        var pairs = new List<(int, int, double)>();
        for (var b = 0; b < stories.Vectors.Count; b++)
        {
            var vector = stories.Vectors[b];
            touched.Clear();
            for (var i = 0; i < vector.Ids.Length; i++)
            {
                if (stories.FrequencyOf(vector.Ids[i]) > placesMax)
                    continue;
                var postings = places[vector.Ids[i]] ??= [];
                foreach (var (a, weight) in postings)
                {
                    if (partial[a] == 0)
                        touched.Add(a);
                    partial[a] += weight * vector.Weights[i];
                }
                postings.Add((b, vector.Weights[i]));
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
}
