using Stemma.Reports;

namespace Stemma.App.Pages.Served;

/// <summary>
/// What became of the last things handed in, so that the answer to a form can be a page of its own that may be reloaded. Kept in
/// memory only, a limited number of them: the reports themselves are in the archive.
/// </summary>
sealed class RecentAdds
{
    const int KeptMax = 50;

    readonly Lock gate = new();
    readonly Queue<(string Id, IReadOnlyList<AddOutcome> Outcomes)> kept = [];

    public string Keep(IReadOnlyList<AddOutcome> outcomes)
    {
        var id = ContentId.Of('a', string.Join('\n', outcomes.Select(static outcome => $"{outcome.Name} {outcome.ReportId} {outcome.Said}")));
        lock (gate)
        {
            if (kept.All(item => item.Id != id))
                kept.Enqueue((id, outcomes));
            if (kept.Count > KeptMax)
                kept.Dequeue();
        }
        return id;
    }

    public IReadOnlyList<AddOutcome>? Find(string id)
    {
        lock (gate)
            return kept.FirstOrDefault(item => item.Id == id).Outcomes;
    }
}
