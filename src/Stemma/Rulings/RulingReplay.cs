using Stemma.Stories;

namespace Stemma.Rulings;

/// <summary>
/// Replays the editor's rulings on freshly grouped stories, in the order they were made: what grouping says comes first, what a
/// person said comes last and wins. A ruling about a report that is no longer there does nothing.
/// Cost: linear in the rulings times the stories they touch.
/// </summary>
public static class RulingReplay
{
    public static IReadOnlyList<GroupedStory> Apply(IReadOnlyList<GroupedStory> stories, IReadOnlyList<ReportHead> reports, IReadOnlyList<Ruling> rulings)
    {
        var grouping = rulings.Where(static ruling => ruling.Kind is RulingKind.Together or RulingKind.Apart or RulingKind.Pin).OrderBy(static ruling => ruling.Number).ToList();
        if (grouping.Count == 0)
            return stories;
        var place = Enumerable.Range(0, reports.Count).ToDictionary(i => reports[i].Id, StringComparer.Ordinal);
        var storyOf = new int[reports.Count];
        var ties = new StoryTie[reports.Count];
        for (var s = 0; s < stories.Count; s++)
            for (var i = 0; i < stories[s].Reports.Count; i++)
                (storyOf[stories[s].Reports[i]], ties[stories[s].Reports[i]]) = (s, stories[s].Ties[i]);
        var home = storyOf.ToArray(); // where each would be but for what moved it
        var next = stories.Count;
        foreach (var ruling in grouping)
        {
            if (!place.TryGetValue(ruling.A, out var a) || !place.TryGetValue(ruling.B, out var b))
                continue;
            var said = new StoryTie(null, false, null, [], $"{ruling.By} ruled so on {ruling.At[..Math.Min(10, ruling.At.Length)]}" + (ruling.Note is { Length: > 0 } note ? $": {note}" : "."));
            switch (ruling.Kind)
            {
                case RulingKind.Together:
                    var (from, to) = (storyOf[a], storyOf[b]);
                    for (var i = 0; i < storyOf.Length; i++)
                        (storyOf[i], home[i]) = (storyOf[i] == from ? to : storyOf[i], home[i] == from ? to : home[i]);
                    (ties[a], ties[b]) = (said, said);
                    break;
                case RulingKind.Pin:
                    // What was there before founds its story as before.
                    (storyOf[a], ties[a]) = (storyOf[b], said with { PutHere = home[a] != storyOf[b] });
                    break;
                case RulingKind.Apart when storyOf[a] == storyOf[b]:
                    (storyOf[a], ties[a]) = (next++, said);
                    break;
            }
        }
        return [.. Enumerable.Range(0, reports.Count).GroupBy(i => storyOf[i])
            .Select(group => group.OrderBy(i => reports[i], ReportHead.InTime).ToList())
            .Select(members => new GroupedStory(members, [.. members.Select(member => ties[member])]))
            .OrderBy(story => reports[story.Reports[0]].Published.SortKey).ThenBy(story => story.IdAmong(reports), StringComparer.Ordinal)];
    }
}
