using Stemma.Evidence;
using Stemma.Reports;
using Stemma.Rulings;
using Stemma.Storage;

namespace Stemma.Tests.Storage;

/// <summary>An archive in a folder of its own, gone after the test.</summary>
sealed class TemporaryArchive : IDisposable
{
    public static readonly DateTimeOffset Noon = new(2025, 3, 6, 12, 0, 0, TimeSpan.Zero);

    Store? store;

    public string Folder { get; } = Directory.CreateTempSubdirectory("stemma-archive-").FullName;

    public string File => Path.Join(Folder, Store.FileName);

    public Store Store => store ??= Store.Open(Folder);

    public Store Reopened()
    {
        Close();
        return Store;
    }

    public void Close()
    {
        store?.Dispose();
        store = null;
    }

    public void Add(params IEnumerable<Report> reports) => Store.Add([.. reports.Select(static report => new StoredReport(report, Noon))]);

    /// <summary>Groups and analyses all reports kept, as the program does, and replaces the stories.</summary>
    public void Compute()
    {
        var (computed, current) = Computed();
        Replace(computed, current);
    }

    /// <summary>What is neither computed nor current goes.</summary>
    public void Replace(IReadOnlyList<(PackStory Story, string Key, IReadOnlyList<PackReport> Reports)> computed, IReadOnlySet<string> current) =>
        Store.Replace(computed, [.. Store.StoryKeys().Keys.Where(id => !current.Contains(id))], Noon);

    public (IReadOnlyList<(PackStory Story, string Key, IReadOnlyList<PackReport> Reports)> Stories, IReadOnlySet<string> Current) Computed()
    {
        IReadOnlyList<Ruling> rulings = Store.Rulings();
        var (reports, stories) = PackBuilder.Group([.. Store.ReadReports().Select(static stored => stored.Report)], rulings);
        var computed = stories.Select(story => PackBuilder.Analyse(story, reports, rulings))
            .Select(static evidence => (evidence.Story, Key: ContentId.Of('k', [.. evidence.Story.Reports]), evidence.Reports)).ToList();
        return (computed, stories.Select(static story => story.Id).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>A report of invented words.</summary>
    public static Report Report(string text, string? title = null, string? published = null, string? outlet = null, string? id = null) =>
        ReportReader.Read(new ReportFields(id, title, published, outlet), text);

    public void Dispose()
    {
        Close();
        Directory.Delete(Folder, recursive: true);
    }
}
