using Stemma.Evidence;

namespace Stemma.Timeline;

/// <summary>
/// What a story's statements say happened when, in order. Statements of one time make one entry where they are one telling: they
/// belong to one claim, or stand in one report and rest on the same words (joint speakers; one statement inside another). Nothing
/// else is merged: two reports that tell of one day in other words are two entries. The words shown are the shortest of its
/// statements, which is the innermost. Cost: linear in the dated statements.
/// Gets wrong: a happening told in two ways by one report is there twice.
/// </summary>
static class TimelineBuilder
{
    public static List<PackTimelineEntry> Build(IReadOnlyList<PackStatement> statements, IReadOnlyList<PackClaim> claims)
    {
        var dated = statements.Where(static statement => statement.When is not null).ToList();
        var claimOf = claims.SelectMany(static claim => claim.Statements.Select(statement => (statement, claim.Id))).DistinctBy(static pair => pair.statement, StringComparer.Ordinal).ToDictionary(static pair => pair.statement, static pair => pair.Id, StringComparer.Ordinal);
        var root = Enumerable.Range(0, dated.Count).ToArray();
        var first = new Dictionary<(string, string, string, string), int>();
        void Tie(int i, string kind, string key)
        {
            var when = dated[i].When!;
            if (!first.TryAdd((when.Start, when.End, when.Precision, kind + key), i))
                root[Find(root, i)] = Find(root, first[(when.Start, when.End, when.Precision, kind + key)]);
        }
        for (var i = 0; i < dated.Count; i++)
        {
            Tie(i, "words ", System.FormattableString.Invariant($"{dated[i].Report} {dated[i].When!.Basis.Start} {(dated[i].When!.Known == "context" ? dated[i].Content[0].Start : -1)}"));
            if (claimOf.TryGetValue(dated[i].Id, out var claim))
                Tie(i, "claim ", claim);
        }
        return [.. Enumerable.Range(0, dated.Count).GroupBy(i => Find(root, i)).Select(group => Entry([.. group.Select(i => dated[i])], claimOf))
            .OrderBy(static entry => entry.When.Start, StringComparer.Ordinal).ThenBy(static entry => entry.When.End, StringComparer.Ordinal).ThenBy(static entry => entry.Statements[0], StringComparer.Ordinal)];
    }

    static PackTimelineEntry Entry(List<PackStatement> told, Dictionary<string, string> claimOf)
    {
        var when = told[0].When!;
        return new PackTimelineEntry(
            new PackTimelineWhen(when.Start, when.End, when.Precision), told.Select(static statement => statement.Words()).MinBy(static words => words.Length)!,
            [.. told.Select(statement => claimOf.GetValueOrDefault(statement.Id)).OfType<string>().Distinct(StringComparer.Ordinal)],
            [.. told.SelectMany(static statement => statement.Places).Select(static mention => mention.Place).Distinct(StringComparer.Ordinal)],
            [.. told.Select(static statement => statement.Id)], told.TrueForAll(static statement => statement.Future));
    }

    static int Find(int[] root, int i)
    {
        while (root[i] != i)
            i = root[i];
        return i;
    }
}
