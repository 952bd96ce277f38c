using System.Globalization;
using Stemma.Language;
using Stemma.Stories;

namespace Stemma.Storage;

/// <summary>
/// What grouping needs of each report, kept beside it so that texts stay unread. Derived: made where it is missing or where
/// another program made it, and gone with the report. A hash of a removed word is one too many.
/// </summary>
public sealed partial class Store
{
    /// <summary>Features read in one go: some 100 KB of memory until the last of them is taken.</summary>
    const int FeaturesAtATime = 16;

    static string FeaturesVersion => string.Create(CultureInfo.InvariantCulture, $"{ToolVersion}/{FeaturesCodec.Form}/{Analyzer.ModelSha256}");

    /// <summary>The reports whose features this program has still to make, streamed in the order they came.</summary>
    public IEnumerable<StoredReport> ReportsWithoutFeatures()
    {
        // Two indexes tell; a report's own row, and with it the text, is not touched.
        var missing = Read(static db => db.All(
            "SELECT id FROM report WHERE number NOT IN (SELECT number FROM report_features WHERE version = $version) ORDER BY number",
            static row => row.GetString(0), ("$version", FeaturesVersion)));
        foreach (var id in missing)
        {
            if (FindReport(id) is { } report)
                yield return report;
        }
    }

    /// <summary>Keeps them in one transaction. What was removed meanwhile is passed over.</summary>
    public void KeepFeatures(IReadOnlyList<ReportFeatures> features)
    {
        var rows = features.Select(static one => (one.Head.Id, Bytes: FeaturesCodec.ToBytes(one))).ToList();
        Write(db =>
        {
            foreach (var (id, bytes) in rows)
                db.Run("INSERT OR REPLACE INTO report_features (number, report, version, features) SELECT number, id, $version, $features FROM report WHERE id = $id",
                    ("$id", id), ("$version", FeaturesVersion), ("$features", bytes));
            return true;
        });
    }

    /// <summary>The features kept, streamed in the order reports came.</summary>
    /// <remarks>Read some at a time, so that a slow caller holds up nobody; what arrives or goes meanwhile may or may not be among them.</remarks>
    public IEnumerable<ReportFeatures> ReadFeatures()
    {
        var after = 0L;
        while (true)
        {
            var some = Read(db => db.All(
                "SELECT number, report, features FROM report_features WHERE number > $after AND +version = $version ORDER BY number LIMIT $most",
                static row => (Number: row.GetInt64(0), Features: FeaturesCodec.FromBytes(row.GetString(1), row.GetFieldValue<byte[]>(2))),
                ("$after", after), ("$version", FeaturesVersion), ("$most", FeaturesAtATime)));
            if (some.Count == 0)
                yield break;
            foreach (var (_, features) in some)
                yield return features;
            after = some[^1].Number;
        }
    }
}
