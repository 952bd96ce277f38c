using FsCheck;
using FsCheck.Fluent;
using Stemma.Evidence;
using Stemma.Reports;
using Stemma.Tests.Language;
using Stemma.Tests.Support;
using Xunit;

namespace Stemma.Tests;

/// <summary>
/// Reports of random sentences, some of them copied from one another, through everything: whatever they hold, the pack
/// passes its own check, reads back as it was written, and does not depend on the order of the reports.
/// </summary>
public sealed class RandomStoryTests
{
    const int Runs = 60;

    static readonly string[] Outlets = ["Calder Gazette", "Strait Post", "Northland Press Agency", "Reuters", ""];

    static readonly Gen<string> Text = Gen.Frequency((4, RandomText.Reporting), (1, RandomText.Broken), (1, RandomText.Units));

    [Fact]
    public void Any_story_gives_a_pack_that_passes_its_check() =>
        Prop.ForAll(Text.Zip(Gen.Choose(0, int.MaxValue)).ListOf().ToArbitrary(), given => { Check(Reports([.. given])); })
            .Check(Fuzz.Draws(Runs, size: 24));

    [Theory]
    [InlineData("\ud800 said Jane Holt. \udc00 Holt \ud800 said that it was \ud800 shut.")]
    [InlineData("Jane \ud800olt said that it was shut.\nMinister Jane \udfffolt said so. \0 said that \0 was.")]
    [InlineData("\u2028\u2029\u0085\v\f")]
    [InlineData("“”“”“” said “”.")]
    public void A_report_of_oddities_gives_a_pack_that_passes_its_check(string text) =>
        Check([Report(text, "A \ud800", "2031-03-04"), Report(text, null, null), Report(text + " ", "\0", "2031-03-05T25:61")]);

    static void Check(Report[] reports)
    {
        var pack = PackBuilder.Build(reports, "0.0.0-test");
        var bytes = PackJson.ToBytes(pack);
        var verdict = PackVerifier.Verify(bytes);
        Assert.True(verdict.Outcome == PackOutcome.Holds, verdict.ToString());
        Assert.Equal(bytes, PackJson.ToBytes(PackBuilder.Build([.. reports.Reverse()], "0.0.0-test")));
        Assert.Equal(reports.Select(report => report.Id).Distinct(StringComparer.Ordinal).Count(), pack.Stories.Sum(story => story.Reports.Count));
    }

    /// <summary>Every third report holds its predecessor's text and more, so that there is something to trace.</summary>
    static Report[] Reports((string Text, int Number)[] given)
    {
        var reports = new List<Report>();
        foreach (var (text, number) in given)
        {
            var whole = number % 3 == 0 && reports.Count > 0 ? reports[^1].Text + "\n" + text : text;
            reports.Add(Report(whole, Outlets[number / 3 % Outlets.Length], number % 5 == 0 ? null : $"2031-03-{1 + (number % 28):00}T{number % 24:00}:00"));
        }
        return [.. reports];
    }

    static Report Report(string text, string? outlet, string? published) => ReportReader.Read(new ReportFields { Outlet = outlet, Published = published }, text);
}
