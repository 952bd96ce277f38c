using System.Globalization;
using Stemma.Evidence;
using Stemma.Reports;
using Stemma.Storage;

// Stemma.Crash DIRECTORY FIRST COUNT BATCH: adds reports FIRST up to COUNT of an endless, always equal series to the archive, a batch
// at a time, and after each batch writes one story of it. Prints the ids of a batch once Add has returned, and "story ID"
// once Replace has. The output is never buffered: a line that was printed is a promise.
var (directory, first, count, batch) = (args[0], Number(args[1]), Number(args[2]), Number(args[3]));
using var store = Store.Open(directory);
var output = Console.Out;
for (var at = first; at < count; at += batch)
{
    StoredReport[] reports = [.. Enumerable.Range(at, Math.Min(batch, count - at)).Select(static number => new StoredReport(Report(number), DateTimeOffset.UnixEpoch))];
    store.Add(reports);
    output.WriteLine(string.Join(' ', reports.Select(static stored => stored.Report.Id)));
    output.Flush();
    var story = StoryOf(reports);
    store.Replace([(story, "k", [.. reports.Select(static stored => Packed(stored.Report))])], [], DateTimeOffset.UnixEpoch);
    output.WriteLine($"story {story.Id}");
    output.Flush();
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

// Words from a small generator, so that the text index has something to merge.
static Report Report(int number)
{
    var state = (uint)number * 2_654_435_761u + 1;
    var words = new string[300];
    for (var i = 0; i < words.Length; i++)
    {
        state = state * 1_664_525u + 1_013_904_223u;
        words[i] = $"w{(state >> 16) % 4_000}";
    }
    return ReportReader.Read(new ReportFields(Id: $"{number}", Title: $"Notice {number}", Outlet: "Quell Mail"), string.Join(' ', words));
}

static PackStory StoryOf(StoredReport[] reports)
{
    string[] ids = [.. reports.Select(static stored => stored.Report.Id)];
    var source = new PackSource("o1", "Ada Brook", "person", "engineer", []);
    var statements = ids.Select((id, i) => new PackStatement(
        ContentId.Of('t', id), id, [], [], [new PackRange(0, 5, reports[i].Report.Text[..5])], true, null, "indirect", "says", [], "positive", [new PackLink("o1", null)], null, null, [], 0.9));
    return new PackStory(ContentId.Of('s', ids[0]), [], $"Notices from {ids[0]}", ids, new SortedDictionary<string, string>(StringComparer.Ordinal), [], [], [source], [.. statements], [], [], [], []);
}

static PackReport Packed(Report report) => new(
    report.Id, report.InputId, null, null, report.TextSha256, null, report.Title, report.Text, "en", report.Outlet, null, null, [], null, null, "unknown", null, [], []);
