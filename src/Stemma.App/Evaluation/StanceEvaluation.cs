using System.Globalization;
using Stemma.Language;

namespace Stemma.App.Evaluation;

/// <summary>
/// How stances are told apart, on attributions of PolNeAR's dev part that were labelled by hand for this (stances.jsonl: drawn by a
/// seed, every second one for tuning, the others for the figures; ids, ranges and verdicts, no text). The cue is given. Macro-F1 is the mean over the stances
/// that occur.
/// </summary>
sealed class StanceEvaluation
{
    readonly ILookup<string, (string Half, string Id, int Start, int End, Stance Stance, bool Committed)> labels;
    readonly SortedDictionary<(Stance Gold, Stance Found), int> confusion = [];
    int committed;

    public int Count => confusion.Values.Sum();

    public double Accuracy => (double)confusion.Where(static pair => pair.Key.Gold == pair.Key.Found).Sum(static pair => pair.Value) / Count;

    public double CommittedAccuracy => (double)committed / Count;

    public double MacroF1
    {
        get
        {
            var golds = confusion.Keys.Select(static key => key.Gold).Distinct().ToList();
            return golds.Average(stance => 2.0 * confusion.GetValueOrDefault((stance, stance))
                / (confusion.Where(pair => pair.Key.Gold == stance).Sum(static pair => pair.Value) + confusion.Where(pair => pair.Key.Found == stance).Sum(static pair => pair.Value)));
        }
    }

    /// <summary>What was taken for what, one line per stance of the gold.</summary>
    public IEnumerable<string> Confusion() =>
        confusion.GroupBy(static pair => pair.Key.Gold).Select(static row => $"{row.Key.ToString().ToLowerInvariant(),-9} {string.Join(", ", row.OrderByDescending(static pair => pair.Value).Select(static pair => $"{pair.Key.Found.ToString().ToLowerInvariant()} {pair.Value.ToString(CultureInfo.InvariantCulture)}"))}");

    /// <param name="half">"tuning" or "reported".</param>
    public StanceEvaluation(string half) => labels = Labels().Where(label => label.Half == half).ToLookup(static label => label.Id, StringComparer.Ordinal);

    public void Add(GoldDocument gold, Document document)
    {
        var units = labels.Contains(gold.Id) ? CorpusFile.CodePointOffsets(gold.Text) : [];
        foreach (var label in labels[gold.Id])
        {
            var (stance, _, said) = Analyzer.ReadCue(document, new TextRange(units[label.Start], units[label.End]));
            confusion[(label.Stance, stance)] = confusion.GetValueOrDefault((label.Stance, stance)) + 1;
            committed += said == label.Committed ? 1 : 0;
        }
    }

    static IEnumerable<(string Half, string Id, int Start, int End, Stance Stance, bool Committed)> Labels()
    {
        foreach (var label in CorpusFile.Labels("stances.jsonl"))
        {
            var cue = label.GetProperty("cue")[0];
            yield return (label.GetProperty("half").GetString()!, label.GetProperty("id").GetString()!, cue[0].GetInt32(), cue[1].GetInt32(),
                Enum.Parse<Stance>(label.GetProperty("stance").GetString()!, ignoreCase: true), label.GetProperty("committed").GetBoolean());
        }
    }
}
