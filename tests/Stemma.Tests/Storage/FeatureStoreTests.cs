using Stemma.Reports;
using Stemma.Stories;
using Stemma.Tests.Support;
using Xunit;

namespace Stemma.Tests.Storage;

public sealed class FeatureStoreTests : IDisposable
{
    readonly TemporaryArchive archive = new();

    public void Dispose() => archive.Dispose();

    static readonly Report Undated = TemporaryArchive.Report("The dam at Quell cracked on Tuesday; crews from Ostrava go there on Friday, 7 March.", "Dam cracks");

    void Keep() => archive.Store.KeepFeatures([.. archive.Store.ReportsWithoutFeatures().Select(static stored => ReportFeatures.Of(stored.Report))]);

    object? Value(string sql)
    {
        using var sqlite = ArchiveCheck.Open(archive.File);
        return ArchiveCheck.Value(sqlite, sql);
    }

    [Fact]
    public void Features_come_back_as_they_were()
    {
        Report[] reports = [Undated, .. Samples.Reports];
        archive.Add(reports);
        Keep();
        var kept = archive.Store.ReadFeatures().ToDictionary(static features => features.Head.Id, StringComparer.Ordinal);
        Assert.NotEmpty(kept[Undated.Id].Head.Times);
        Assert.Equal(reports.DistinctBy(static report => report.Id, StringComparer.Ordinal).Count(), kept.Count);
        foreach (var report in reports)
        {
            var (made, back) = (ReportFeatures.Of(report), kept[report.Id]);
            // How the date is known in words is the report's to say.
            Assert.Equal(made.Head.Published with { Why = null }, back.Head.Published);
            Assert.Equal(made.Head.Times, back.Head.Times);
            Assert.Equal(made.Words, back.Words);
            Assert.Equal(made.Shingles, back.Shingles);
            Assert.Equal(made.Names, back.Names);
        }
    }

    [Fact]
    public void Kept_features_group_as_the_reports_themselves_do()
    {
        var expected = StoryGrouper.Group(Samples.Reports);
        archive.Add(Samples.Reports.Reverse());
        Keep();
        var (heads, stories) = StoryGrouper.Group(archive.Store.ReadFeatures());
        var byId = Samples.Reports.ToDictionary(static report => report.Id, StringComparer.Ordinal);
        var told = stories.Select(story => Story.Of(story, [.. story.Reports.Select(i => byId[heads[i].Id])], byId.GetValueOrDefault)).ToList();
        Assert.Equal(expected.Select(static story => (story.Id, story.Title)), told.Select(static story => (story.Id, story.Title)));
        Assert.Equal(expected.SelectMany(static story => story.Why), told.SelectMany(static story => story.Why));
        Assert.Equal(expected.SelectMany(static story => story.Reports.Select(i => Samples.Reports[i].Id)), told.SelectMany(story => story.Reports.Select(i => heads[i].Id)));
    }

    [Fact]
    public void What_is_removed_leaves_no_features_and_gets_none_later()
    {
        archive.Add(Undated, TemporaryArchive.Report("A gate fell at Ostrava Mill."));
        var late = archive.Store.ReportsWithoutFeatures().Select(static stored => ReportFeatures.Of(stored.Report)).ToList();
        Keep();
        archive.Store.Remove(Undated.Id, "Dana", "asked for", TemporaryArchive.Noon);
        Assert.DoesNotContain(archive.Store.ReadFeatures(), static features => features.Head.Id == Undated.Id);
        // Made before the removal and handed in after it.
        archive.Store.KeepFeatures(late);
        Assert.DoesNotContain(archive.Store.ReadFeatures(), static features => features.Head.Id == Undated.Id);
        Assert.Equal(1L, Value("SELECT count(*) FROM report_features"));
        ArchiveCheck.Whole(archive.Store, archive.File);
    }

    [Fact]
    public void Hashes_of_removed_words_stand_in_no_file()
    {
        archive.Add([Undated, .. Samples.Reports]);
        Keep();
        var hash = BitConverter.GetBytes(WordText.KeyOf("Quell"));
        bool Stands() => Directory.GetFiles(archive.Folder).Any(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf(hash) >= 0;
        });
        Assert.True(Stands());
        archive.Store.Remove(Undated.Id, "Dana", "asked for", TemporaryArchive.Noon);
        Assert.False(Stands());
    }

    [Fact]
    public void Features_of_another_version_are_made_anew()
    {
        archive.Add(Undated);
        Keep();
        Assert.Empty(archive.Store.ReportsWithoutFeatures());
        archive.Close();
        Value("UPDATE report_features SET version = '0.0.0/0', features = x'00'");
        Assert.Empty(archive.Store.ReadFeatures());
        Assert.Equal(Undated.Id, Assert.Single(archive.Store.ReportsWithoutFeatures()).Report.Id);
        Keep();
        Assert.Equal(Undated.Id, Assert.Single(archive.Store.ReadFeatures()).Head.Id);
        Assert.Equal(1L, Value("SELECT count(*) FROM report_features"));
    }
}
