using Stemma.App.Output;
using Stemma.Evidence;
using Stemma.Reports;
using Stemma.Tests.Support;
using Xunit;

namespace Stemma.Tests;

/// <summary>The whole way from files to dossier and pack, on every sample: it reads as it did, whatever order the files come in.</summary>
public sealed class SampleStoryTests
{
    const string Version = "0.0.0-test";

    public static TheoryData<string> Names => [.. Samples.Stories.Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_dossier_reads_as_in_the_golden_file(string name) => Golden.Matches($"{name}-dossier.txt", Written(Build(FilesOf(name))));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_pack_holds_what_the_golden_file_holds(string name) => Golden.Matches($"{name}-pack.txt", ShownPack.Of(Build(FilesOf(name))));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_pack_passes_its_check(string name)
    {
        var verdict = PackVerifier.Verify(PackJson.ToBytes(Build(FilesOf(name))));
        Assert.True(verdict.Outcome == PackOutcome.Holds, verdict.ToString());
    }

    [Fact]
    public void Any_order_of_files_gives_the_same_bytes()
    {
        var files = Samples.Stories.SelectMany(Samples.FilesOf).ToList();
        var (pack, dossier) = Both(Samples.ReportsOf(files));
        for (var seed = 1; seed <= 12; seed++)
        {
            var shuffled = files.ToArray();
            new DeterministicShuffle((uint)seed).Shuffle(shuffled);
            var (again, written) = Both(Samples.ReportsOf(shuffled));
            Assert.True(pack.AsSpan().SequenceEqual(again), $"the pack differs with seed {seed}");
            Assert.Equal(dossier, written);
        }
    }

    [Fact]
    public void A_report_given_twice_counts_once()
    {
        var reports = Samples.Reports;
        Assert.Equal(PackJson.ToBytes(Build(reports)), PackJson.ToBytes(Build([.. reports, .. reports])));
    }

    static IReadOnlyList<Report> FilesOf(string name) => Samples.ReportsOf(Samples.FilesOf(Path.Combine(Tree.Root, "samples", name)));

    static EvidencePack Build(IReadOnlyList<Report> reports) => PackBuilder.Build(reports, Version);

    static (byte[] Pack, string Dossier) Both(IReadOnlyList<Report> reports)
    {
        var pack = Build(reports);
        return (PackJson.ToBytes(pack), Written(pack));
    }

    static string Written(EvidencePack pack)
    {
        using var output = new StringWriter();
        Dossier.Write(output, pack, new DossierOptions());
        return output.ToString();
    }
}

/// <summary>Fisher and Yates with a small generator of its own, so that a seed means the same order on every machine.</summary>
sealed class DeterministicShuffle(uint seed)
{
    uint state = seed;

    public void Shuffle<T>(T[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            state = (state * 1_664_525u) + 1_013_904_223u;
            var j = (int)((state >> 8) % (uint)(i + 1));
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
