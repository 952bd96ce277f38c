using System.Globalization;
using Stemma.Language;
using Stemma.Language.Times;

namespace Stemma.App.Evaluation;

/// <summary>
/// Whether statements get the time of what they state, on statements of PolNeAR's dev part that were labelled by hand for this before
/// any was looked at in the output (event-times.jsonl, drawn by seed 20261123: attributions and sentences nobody is cited for, more than half of them
/// with words of time in them; every second one for tuning; ids, ranges and verdicts, no text). Cue and content are given. A time is right where its first and
/// last day are, or where there rightly is none.
/// </summary>
sealed class EventTimeEvaluation
{
    /// <param name="Start">First day; null where what is stated has no time that its report tells.</param>
    sealed record Label(string Half, bool Timed, string Id, TextRange[] Cue, TextRange[] Content, string? Start, string? End, bool Future);

    readonly ILookup<string, Label> labels = Read().ToLookup(static label => label.Id, StringComparer.Ordinal);
    readonly SortedDictionary<(string Half, bool Timed), int[]> counts = [];

    public IEnumerable<string> Documents => labels.Select(static of => of.Key);

    /// <summary>What went wrong, for the tuning half only: the others are not looked at.</summary>
    public List<string> Wrong { get; } = [];

    public void Add(GoldDocument gold, Document document)
    {
        var units = CorpusFile.CodePointOffsets(gold.Text);
        TextRange[] Ranges(TextRange[] ranges) => [.. ranges.Select(range => new TextRange(units[range.Start], units[range.End]))];
        var times = new EventTimes(document, Published(gold.Id));
        foreach (var label in labels[gold.Id])
        {
            var cue = Ranges(label.Cue);
            var stance = cue.Length == 0 ? (Stance?)null : Analyzer.ReadCue(document, cue[0]).Stance;
            var found = times.Of(Ranges(label.Content), cue, stance);
            var (start, end) = (Day(found.Begin), Day(found.End?.AddTicks(-1)));
            // A night reaches into the next morning.
            end = found.Precision == TimeUnit.Part && found.Basis == TimeBasis.Stated && found.End - found.Begin < TimeSpan.FromDays(1) ? start : end;
            var (right, ahead) = (start == label.Start && end == label.End, found.Future == label.Future);
            if (!counts.TryGetValue((label.Half, label.Timed), out var of))
                counts.Add((label.Half, label.Timed), of = new int[6]);
            of[0]++;
            of[1] += right ? 1 : 0;
            of[2] += ahead ? 1 : 0;
            of[3] += label.Start is not null ? 1 : 0;
            of[4] += start is not null ? 1 : 0;
            of[5] += right && start is not null ? 1 : 0;
            if (label.Half == "tuning" && !(right && ahead))
                Wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{gold.Id} at {label.Content[0].Start}: {start ?? "none"} to {end ?? "none"}{(found.Future ? ", to come" : "")}; by hand {label.Start ?? "none"} to {label.End ?? "none"}{(label.Future ? ", to come" : "")}"));
        }
    }

    /// <summary>By half: all, times right (rightly none included), those to come told right, times by hand, found, and found right.</summary>
    public (int All, int Right, int Future, int Gold, int Found, int RightFound) Of(string half, bool? timed = null)
    {
        var sum = new int[6];
        foreach (var of in counts.Where(count => count.Key.Half == half && (timed is null || count.Key.Timed == timed)).Select(static count => count.Value))
            for (var i = 0; i < sum.Length; i++)
                sum[i] += of[i];
        return (sum[0], sum[1], sum[2], sum[3], sum[4], sum[5]);
    }

    static string? Day(DateTime? at) => at?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day in a text's name, "nyt_2016-10-02_…".</summary>
    static DateTime? Published(string id) =>
        id.Split('_') is [_, var day, ..] && DateTime.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;

    static IEnumerable<Label> Read()
    {
        foreach (var label in CorpusFile.Labels("event-times.jsonl"))
        {
            TextRange[] Ranges(string name) => [.. label.GetProperty(name).EnumerateArray().Select(static range => new TextRange(range[0].GetInt32(), range[1].GetInt32()))];
            yield return new Label(label.GetProperty("half").GetString()!, label.GetProperty("timed").GetBoolean(), label.GetProperty("id").GetString()!, Ranges("cue"), Ranges("content"),
                label.GetProperty("start").GetString(), label.GetProperty("end").GetString(), label.GetProperty("future").GetBoolean());
        }
    }
}
