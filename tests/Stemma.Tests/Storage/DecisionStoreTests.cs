using Stemma.Rulings;
using Xunit;

namespace Stemma.Tests.Storage;

public sealed class DecisionStoreTests : IDisposable
{
    static readonly DateTimeOffset Noon = TemporaryArchive.Noon;

    readonly TemporaryArchive archive = new();

    public void Dispose() => archive.Dispose();

    [Fact]
    public void Rulings_are_kept_in_the_order_they_were_made_and_can_be_taken_back_once()
    {
        foreach (var kind in Enum.GetValues<RulingKind>())
            archive.Store.AddRuling("Dana", kind, "a", "b", kind == RulingKind.Pin ? "it says so itself" : null, Noon.AddMinutes(-(int)kind));
        var rulings = archive.Reopened().Rulings();
        Assert.Equal(Enum.GetValues<RulingKind>(), rulings.Select(static ruling => ruling.Kind));
        Assert.Equal(new Ruling(3, "2025-03-06T11:58:00Z", "Dana", RulingKind.Pin, "a", "b", "it says so itself"), rulings[2]);
        Assert.True(archive.Store.WithdrawRuling(3, "Eli", Noon));
        Assert.False(archive.Store.WithdrawRuling(3, "Eli", Noon));
        Assert.False(archive.Store.WithdrawRuling(99, "Eli", Noon));
        Assert.Equal([1, 2, 4, 5], archive.Reopened().Rulings().Select(static ruling => ruling.Number));
    }

    [Fact]
    public void Notes_belong_to_their_story()
    {
        var first = archive.Store.AddNote("Dana", "s1", "c1", "Ask the ministry.", signedOff: false, Noon);
        var second = archive.Store.AddNote("Eli", "s1", "c1", "Asked; it holds.", signedOff: true, Noon);
        archive.Store.AddNote("Eli", "s2", "s2", "", signedOff: false, Noon);
        Assert.Equal([first, second], archive.Reopened().Notes("s1"));
        Assert.Equal((2L, true, "c1"), (second.Number, second.SignedOff, second.Target));
        Assert.Empty(archive.Store.Notes("s3"));
    }

    [Fact]
    public void Whatever_a_person_does_is_in_the_audit_newest_first()
    {
        var report = TemporaryArchive.Report("The ferry sailed.");
        archive.Add(report);
        archive.Add(report);
        archive.Add(TemporaryArchive.Report("The ferry came back."), TemporaryArchive.Report("The ferry stayed."), report);
        var ruling = archive.Store.AddRuling("Dana", RulingKind.Apart, report.Id, "r2", "another ferry", Noon);
        archive.Store.WithdrawRuling(ruling.Number, "Eli", Noon);
        archive.Store.AddNote("Dana", "s1", "c1", "Ask.", signedOff: false, Noon);
        archive.Store.AddNote("Dana", "s1", "c1", "Yes.", signedOff: true, Noon);
        archive.Store.Remove(report.Id, "Dana", "asked for", Noon);
        archive.Store.Remove(report.Id, "Dana", "asked for", Noon);
        var apart = $"report {report.Id} does not belong to the story of report r2: another ferry";
        Assert.Equal(
            [
                $"remove {report.Id} by Dana: asked for", "sign off c1 by Dana: s1", "note c1 by Dana: s1", $"withdraw ruling {report.Id} by Eli: {apart}", $"ruling {report.Id} by Dana: {apart}",
                "import  by import: 2 added, 1 already here, 0 removed before", $"import {report.Id} by import: 1 added, 0 already here, 0 removed before",
            ],
            archive.Reopened().Audit(1, 50).Items.Select(static entry => $"{entry.Action} {entry.Target} by {entry.By}: {entry.Detail}"));
        var page = archive.Store.Audit(2, 3);
        Assert.Equal((3, 7, 2, 3), (page.Items.Count, page.Total, page.Number, page.Size));
        Assert.Equal([4, 3, 2], page.Items.Select(static entry => entry.Number));
    }

    [Fact]
    public void What_was_done_cannot_be_rewritten_in_the_audit()
    {
        archive.Add(TemporaryArchive.Report("The ferry sailed."));
        archive.Close();
        using var sqlite = ArchiveCheck.Open(archive.File);
        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => ArchiveCheck.Value(sqlite, "UPDATE audit SET who = 'nobody'"));
        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => ArchiveCheck.Value(sqlite, "DELETE FROM audit"));
    }
}
