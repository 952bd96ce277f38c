using System.Text;
using Microsoft.AspNetCore.Components;
using Stemma.App.Output;
using Stemma.Evidence;

namespace Stemma.App.Pages;

/// <param name="Pages">Pages written.</param>
/// <param name="Refused">A sentence that says why nothing was written, or null.</param>
public sealed record SiteResult(int Pages, string? Refused);

/// <summary>
/// The pack as a folder of plain HTML files: a list of stories, a page per story, a page per report. The files are the
/// same bytes for the same pack. A folder that holds anything but an earlier site is not written into; the list of files
/// kept in it tells, and lets pages that are no longer wanted be removed. Cost: linear, one page in memory at a time.
/// </summary>
public static class SiteWriter
{
    /// <summary>Lists the files of the site, one a line, so that they can be told from somebody else's.</summary>
    public const string ListName = "stemma-site.txt";

    const string ListHead = "Pages written by stemma; this list lets it replace them.";

    public static async Task<SiteResult> WriteAsync(EvidencePack pack, DirectoryInfo folder, CancellationToken cancel = default)
    {
        var list = Path.Combine(folder.FullName, ListName);
        if (File.Exists(folder.FullName))
            return new(0, $"{folder.FullName} is a file; name a folder.");
        if (folder.Exists && folder.EnumerateFileSystemInfos().Any() && !IsOurs(list))
            return new(0, $"{folder.FullName} holds files that are not an earlier site of stemma; name a new or empty folder.");
        folder.Create();
        var before = IsOurs(list) ? await File.ReadAllLinesAsync(list, cancel) : [];
        // Claimed before the first page, so that an interrupted run can be repeated.
        await WriteListAsync(list, before.Skip(1), cancel);

        var written = new SortedSet<string>(StringComparer.Ordinal);
        await using var renderer = new PageRenderer(PageLinks.Files);
        async Task Write<TPage>(string name, Dictionary<string, object?> parameters) where TPage : IComponent
        {
            cancel.ThrowIfCancellationRequested();
            if (written.Add(name))
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, name), await renderer.RenderAsync<TPage>(parameters), cancel);
        }

        var reports = new Dictionary<string, PackReport>(StringComparer.Ordinal);
        foreach (var report in pack.Reports)
            reports.TryAdd(report.Id, report);
        var lines = new List<StoryLine>();
        foreach (var story in pack.Stories)
        {
            var view = new StoryView(story, reports);
            lines.Add(StoryLine.Of(view));
            await Write<StoryPage>(PageNames.Story(story.Id), new(StringComparer.Ordinal) { [nameof(StoryPage.Story)] = view });
            foreach (var report in view.Reports)
                await Write<ReportPage>(PageNames.Report(report.Report.Id), new(StringComparer.Ordinal) { [nameof(ReportPage.Report)] = report, [nameof(ReportPage.Story)] = view });
        }
        var alone = reports.Values.Where(report => !written.Contains(PageNames.Report(report.Id))).Select((report, i) => new ReportView(i + 1, report)).ToArray();
        foreach (var report in alone)
            await Write<ReportPage>(PageNames.Report(report.Report.Id), new(StringComparer.Ordinal) { [nameof(ReportPage.Report)] = report });
        await Write<IndexPage>(PageNames.Index, new(StringComparer.Ordinal)
        {
            [nameof(IndexPage.Stories)] = lines.Zip(pack.Stories).OrderByDescending(line => line.Second.Reports.Count).Select(line => line.First).ToArray(), [nameof(IndexPage.Alone)] = alone, [nameof(IndexPage.ReportCount)] = reports.Count, [nameof(IndexPage.AsOf)] = pack.AsOf,
        });
        await WriteListAsync(list, written, cancel);
        foreach (var stale in before.Skip(1).Where(name => !written.Contains(name) && IsPageName(name)))
            File.Delete(Path.Combine(folder.FullName, stale));
        return new(written.Count, null);
    }

    static Task WriteListAsync(string path, IEnumerable<string> names, CancellationToken cancel) =>
        File.WriteAllTextAsync(path, string.Join('\n', [ListHead, .. names, ""]), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancel);

    static bool IsOurs(string list) => File.Exists(list) && string.Equals(File.ReadLines(list).FirstOrDefault(), ListHead, StringComparison.Ordinal);

    // The list lies in the folder and may have been edited: nothing but a page's own name is ever deleted.
    static bool IsPageName(string name) => name.EndsWith(".html", StringComparison.Ordinal)
        && (name.StartsWith("story-", StringComparison.Ordinal) || name.StartsWith("report-", StringComparison.Ordinal))
        && name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '.');
}
