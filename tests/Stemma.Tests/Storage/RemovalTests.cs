using System.Text;
using Stemma.Reports;
using Stemma.Rulings;
using Stemma.Storage;
using Stemma.Tests.Support;
using Xunit;

namespace Stemma.Tests.Storage;

public sealed class RemovalTests : IDisposable
{
    const string Secret = "Zyxquorbal";

    readonly TemporaryArchive archive = new();

    public void Dispose() => archive.Dispose();

    static Report Named(int which) => TemporaryArchive.Report(
        $"The {Secret}stone bridge at Quell was closed, the {Secret}an office of roads said on Tuesday. " + string.Concat(Enumerable.Repeat($"Nobody at {Secret} {which} would speak. ", 200)),
        $"{Secret} bridge closed, {which}", "2025-03-04", $"{Secret} Mail", $"{Secret}-{which}");

    bool StandsInSomeFile(string words)
    {
        byte[][] forms = [Encoding.UTF8.GetBytes(words), Encoding.UTF8.GetBytes(words.ToLowerInvariant()), Encoding.Unicode.GetBytes(words)];
        return Directory.GetFiles(archive.Folder).Any(file =>
        {
            // Shared, since the archive is open.
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return forms.Any(form => bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf(form) >= 0);
        });
    }

    [Fact]
    public void What_was_removed_stands_in_no_file()
    {
        var reports = Enumerable.Range(0, 3).Select(Named).ToList();
        archive.Add([.. Samples.Reports, .. reports]);
        archive.Compute();
        Assert.True(StandsInSomeFile(Secret));
        Assert.True(StandsInSomeFile($"{Secret} 1 would"));
        foreach (var report in reports)
            Assert.True(archive.Store.Remove(report.Id, "Dana", "asked for by the subject", TemporaryArchive.Noon));
        Assert.False(StandsInSomeFile(Secret));
        // Not even the beginning of a word, as the text index would keep it.
        Assert.False(StandsInSomeFile(Secret[..6]));
        archive.Compute();
        archive.Close();
        Assert.False(StandsInSomeFile(Secret[..6]));
    }

    [Fact]
    public void What_was_removed_from_among_many_stands_in_no_file()
    {
        // Enough for pages and index segments to be split and merged around what is removed.
        var reports = Enumerable.Range(0, 400).Select(static i => i % 40 == 7 ? Named(i) : TemporaryArchive.Report(
            string.Join(' ', Enumerable.Range(0, 50 + i).Select(word => $"word{word * 7919 % 3001}")), $"Notice {i}", "2025-03-04")).ToList();
        foreach (var some in reports.Chunk(50))
            archive.Add(some);
        foreach (var report in reports.Where(static report => report.Text.Contains(Secret, StringComparison.Ordinal)))
            archive.Store.Remove(report.Id, "Dana", "asked for", TemporaryArchive.Noon);
        Assert.Equal(390, archive.Store.CountReports());
        Assert.False(StandsInSomeFile(Secret[..6]));
        Assert.Empty(archive.Store.Search(Secret[..6], null, 1, 10).Items);
        ArchiveCheck.Whole(archive.Store, archive.File);
    }

    [Fact]
    public void A_removed_report_is_gone_from_lists_and_does_not_come_back()
    {
        var report = Named(1);
        archive.Add(report);
        archive.Compute();
        var story = archive.Store.StoryOfReport(report.Id)!;
        var (late, current) = archive.Computed();
        Assert.True(archive.Store.Remove(report.Id, "Dana", "asked for", TemporaryArchive.Noon));
        Assert.False(archive.Store.Remove(report.Id, "Dana", "asked for", TemporaryArchive.Noon));
        Assert.False(archive.Store.Remove("r0", "Dana", "asked for", TemporaryArchive.Noon));
        Assert.Equal([AddResult.Deleted], archive.Store.Add([new(report, TemporaryArchive.Noon)]));
        // A story computed before the removal and written after it would bring the words back.
        archive.Replace(late, current);
        Assert.Null(archive.Store.FindReport(report.Id));
        Assert.Empty(archive.Store.ReadReports());
        Assert.Empty(archive.Store.StoryKeys());
        Assert.Null(archive.Store.FindStory(story));
        Assert.Empty(archive.Store.Search(Secret, null, 1, 10).Items);
        Assert.Equal(new Tombstone(report.Id, "2025-03-06T12:00:00Z", "Dana", "asked for"), Assert.Single(archive.Store.Tombstones()));
        Assert.False(StandsInSomeFile(Secret));
    }

    [Fact]
    public void A_story_that_loses_its_founder_is_found_under_its_former_id_with_its_notes()
    {
        archive.Add(Samples.ReportsOf(Samples.FilesOf(Samples.Stories[0])));
        archive.Compute();
        var row = archive.Store.Stories(1, 10).Items[0];
        var founder = archive.Store.FindStory(row.Id)!.Stories[0].Reports[0];
        archive.Store.AddNote("Dana", row.Id, row.Id, "Watch this.", signedOff: true, TemporaryArchive.Noon);
        archive.Store.Remove(founder, "Dana", "asked for", TemporaryArchive.Noon);
        Assert.Null(archive.Store.FindStory(row.Id));
        archive.Compute();
        var now = archive.Store.CurrentId(row.Id)!;
        Assert.NotEqual(row.Id, now);
        Assert.Equal([row.Id], archive.Store.FindStory(now)!.Stories[0].Formerly);
        Assert.Equal("Watch this.", Assert.Single(archive.Store.Notes(now)).Text);
    }

    [Fact]
    public void A_reader_at_work_does_not_keep_the_text_for_ever()
    {
        archive.Add(Enumerable.Range(0, 300).Select(Named));
        using var slow = archive.Store.ReadReports().GetEnumerator();
        Assert.True(slow.MoveNext());
        foreach (var id in archive.Store.ReadReports().Select(static stored => stored.Report.Id).ToList())
            archive.Store.Remove(id, "Dana", "asked for", TemporaryArchive.Noon);
        Assert.False(StandsInSomeFile(Secret));
    }

    [Fact]
    public void The_record_of_what_people_did_never_holds_a_removed_text()
    {
        var report = Named(1);
        archive.Add(report);
        archive.Store.AddRuling("Dana", RulingKind.Pin, report.Id, "r0", null, TemporaryArchive.Noon);
        archive.Store.Remove(report.Id, "Dana", "asked for", TemporaryArchive.Noon);
        Assert.DoesNotContain(archive.Store.Audit(1, 50).Items, static entry => entry.ToString().Contains(Secret, StringComparison.Ordinal));
        Assert.Equal(["remove", "ruling", "import"], archive.Store.Audit(1, 50).Items.Select(static entry => entry.Action));
    }
}
