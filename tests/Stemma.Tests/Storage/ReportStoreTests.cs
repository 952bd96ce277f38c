using FsCheck;
using FsCheck.Fluent;
using Stemma.Reports;
using Stemma.Storage;
using Stemma.Tests.Support;
using Xunit;

namespace Stemma.Tests.Storage;

public sealed class ReportStoreTests : IDisposable
{
    readonly TemporaryArchive archive = new();

    public void Dispose() => archive.Dispose();

    static string Shown(Report report) => string.Join('|',
        report.Id, report.Fields, report.InputId, report.Path, report.Url, report.TextSha256, report.PageSha256, report.Title, report.Text, report.Outlet, report.Byline,
        report.Published, string.Join(',', report.Credits), string.Join(',', report.Advisories), string.Join(',', report.Furniture));

    [Fact]
    public void Every_sample_comes_back_as_it_was_after_the_archive_is_opened_again()
    {
        archive.Add(Samples.Reports);
        var back = archive.Reopened().ReadReports().ToList();
        Assert.Equal(Samples.Reports.OrderBy(static report => report.Id, StringComparer.Ordinal).Select(Shown), back.Select(static stored => Shown(stored.Report)));
        Assert.All(back, static stored => Assert.Equal(TemporaryArchive.Noon, stored.Seen));
        Assert.All(Samples.Reports, report => Assert.Equal(Shown(report), Shown(archive.Store.FindReport(report.Id)!.Report)));
        Assert.Equal(Samples.Reports.Count, archive.Store.CountReports());
        Assert.Null(archive.Store.FindReport("r0"));
    }

    [Fact]
    public void A_report_is_kept_once_and_its_first_arrival_counts()
    {
        var report = TemporaryArchive.Report("The ferry sailed.");
        var later = TemporaryArchive.Noon.AddHours(3);
        Assert.Equal([AddResult.Added, AddResult.AlreadyHere], archive.Store.Add([new(report, TemporaryArchive.Noon), new(report, later)]));
        Assert.Equal([AddResult.AlreadyHere], archive.Store.Add([new(report, later)]));
        Assert.Equal(TemporaryArchive.Noon, archive.Store.FindReport(report.Id)!.Seen);
    }

    [Fact]
    public void The_moment_of_arrival_is_kept_to_the_last_tick()
    {
        var seen = new DateTimeOffset(2025, 3, 6, 12, 0, 0, TimeSpan.FromHours(5)).AddTicks(1_234_567);
        var report = TemporaryArchive.Report("The ferry sailed.");
        archive.Store.Add([new(report, seen)]);
        Assert.Equal(seen, archive.Store.FindReport(report.Id)!.Seen);
    }

    [Fact]
    public void Any_text_and_any_fields_come_back_with_the_same_id()
    {
        Prop.ForAll<string, string, string>((text, title, outlet) =>
        {
            var report = ReportReader.Read(new ReportFields(null, title, null, outlet, title, title), text ?? "");
            archive.Add(report);
            var back = archive.Store.FindReport(report.Id)!.Report;
            return ReportReader.IdOf(back.Fields, back.TextSha256) == report.Id && back.Text == TextDecoding.ReplaceLoneSurrogates(report.Text)
                && back.Furniture.SequenceEqual(report.Furniture);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(20250306, 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b\0")]
    [InlineData("\ud800 alone, \udc00 too")]
    [InlineData("\u0002marked\u0003")]
    [InlineData("line\r\nline\u2028line")]
    public void Strange_texts_keep_their_length_and_hash(string text)
    {
        var report = TemporaryArchive.Report(text, title: text, outlet: text);
        archive.Add(report);
        var back = archive.Store.FindReport(report.Id)!.Report;
        Assert.Equal(report.Text.Length, back.Text.Length);
        Assert.Equal(report.TextSha256, back.TextSha256);
    }

    [Fact]
    public void A_report_that_does_not_follow_from_its_fields_is_refused()
    {
        var report = TemporaryArchive.Report("The ferry sailed.") with { Fields = new ReportFields(Outlet: "Caldia Today") };
        Assert.Throws<ArgumentException>(() => archive.Add(report));
        Assert.Equal(0, archive.Store.CountReports());
    }

    [Fact]
    public void Reports_are_streamed_in_order_while_others_arrive()
    {
        archive.Add(Enumerable.Range(0, 450).Select(static i => TemporaryArchive.Report($"Notice {i}.")));
        var ids = new List<string>();
        foreach (var stored in archive.Store.ReadReports())
        {
            if (ids.Count % 100 == 0)
                archive.Add(TemporaryArchive.Report($"Late notice {ids.Count}."));
            ids.Add(stored.Report.Id);
        }
        Assert.Equal(ids.Order(StringComparer.Ordinal).Distinct(), ids);
        Assert.InRange(ids.Count, 450, archive.Store.CountReports());
    }

    [Fact]
    public async Task Readers_see_whole_transactions_while_a_writer_works()
    {
        const int batch = 20, batches = 30;
        var done = false;
        var writer = Task.Run(() =>
        {
            for (var i = 0; i < batches; i++)
                archive.Add(Enumerable.Range(i * batch, batch).Select(static n => TemporaryArchive.Report($"Notice {n} of the harbour office.")));
            Volatile.Write(ref done, true);
        }, TestContext.Current.CancellationToken);
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            var last = 0;
            while (!Volatile.Read(ref done))
            {
                var count = archive.Store.CountReports();
                Assert.Equal(0, count % batch);
                Assert.True(count >= last);
                last = count;
            }
        }, TestContext.Current.CancellationToken)).ToArray();
        await Task.WhenAll([writer, .. readers]);
        Assert.Equal(batch * batches, archive.Store.CountReports());
    }

    [Fact]
    public void Writers_on_many_threads_take_turns()
    {
        Parallel.For(0, 8, thread => archive.Add(Enumerable.Range(0, 25).Select(i => TemporaryArchive.Report($"Notice {i} of office {thread}."))));
        Assert.Equal(200, archive.Store.CountReports());
    }
}
