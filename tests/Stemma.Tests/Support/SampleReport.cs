using System.Text.RegularExpressions;
using Stemma.Evidence;
using Stemma.Reports;

namespace Stemma.Tests.Support;

/// <summary>One report of a hand-built pack. Offsets are found by searching for the words, so a typed number can never be wrong.</summary>
sealed class SampleReport
{
    readonly List<PackFurniture> _furniture = [];
    readonly List<PackAdvisory> _advisories = [];

    public required string Text { get; init; }
    public string? Outlet { get; init; }
    public string? Family { get; init; }
    public string? Byline { get; init; }
    public string? Title { get; init; }
    public string? Url { get; init; }
    public string[] Agencies { get; init; } = [];
    public string? Published { get; init; }
    public string Basis { get; init; } = "unknown";
    public string? Why { get; init; }

    public string Id => ContentId.Of('r', Outlet, Url, Text);

    /// <summary>Where these words stand first, or for the <paramref name="nth"/> time.</summary>
    public PackRange Find(string words, int nth = 1)
    {
        var at = -1;
        for (var i = 0; i < nth; i++)
            at = Text.IndexOf(words, at + 1, StringComparison.Ordinal);
        Assert(at >= 0, words);
        return new PackRange(at, at + words.Length, words);
    }

    public PackLine Line(string words)
    {
        var range = Find(words);
        return new PackLine(Id, new PackSpot(range.Start, range.End), words);
    }

    public SampleReport SetApart(string kind, string words)
    {
        _furniture.Add(new PackFurniture(kind, Find(words)));
        return this;
    }

    public SampleReport Advise(string kind, string words)
    {
        _advisories.Add(new PackAdvisory(kind, Find(words)));
        return SetApart("advisory", words);
    }

    public PackReport ToPack() => new(
        Id, null, null, Url, ContentId.Sha256(Text), null, Title, Text, "en", Outlet, Family, Byline, Agencies,
        Published, null, Basis, Why, _advisories, _furniture);

    /// <summary>Words from the first to the last of each passage are searched for in both texts; the shares are counted, not typed.</summary>
    public static PackEdge Edge(SampleReport from, SampleReport to, string kind, double confidence, string why, PackLine[] lines, params string[] passages)
    {
        var found = passages.Select(words => new PackPassage(Spot(from, words), Spot(to, words), words)).ToArray();
        return new PackEdge(from.Id, to.Id, kind,
            new PackEdgeEvidence(Share(from, found.Select(p => p.A)), Share(to, found.Select(p => p.B)), found, lines), confidence, why);
    }

    static PackSpot Spot(SampleReport report, string words)
    {
        var range = report.Find(words);
        return new PackSpot(range.Start, range.End);
    }

    // Written apart from the verifier's own count on purpose: two ways must agree.
    static double Share(SampleReport report, IEnumerable<PackSpot> spots)
    {
        var covered = spots.ToArray();
        var own = Regex.Matches(report.Text, @"[\p{L}\p{Nd}]+", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))
            .Where(word => !report._furniture.Any(part => word.Index < part.Range.End && word.Index + word.Length > part.Range.Start)).ToArray();
        var inside = own.Count(word => covered.Any(spot => word.Index >= spot.Start && word.Index + word.Length <= spot.End));
        return own.Length == 0 ? 0 : Math.Round((double)inside / own.Length, 4);
    }

    static void Assert(bool found, string words)
    {
        if (!found)
            throw new InvalidOperationException($"The sample text does not hold “{words}”.");
    }
}
