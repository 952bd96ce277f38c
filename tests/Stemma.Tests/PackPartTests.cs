using Stemma.Evidence;
using Stemma.Tests.Support;
using Xunit;

namespace Stemma.Tests;

public sealed class PackPartTests
{
    static readonly EvidencePack Whole = SamplePack.Create();

    static PackStory Holding(EvidencePack? part)
    {
        Assert.NotNull(part);
        var verdict = PackVerifier.Verify(PackJson.ToBytes(part));
        Assert.True(verdict.Outcome is PackOutcome.Holds, verdict.Message);
        verdict = PackVerifier.Verify(PackJson.ToBytes(PackExcerpts.Of(part)));
        Assert.True(verdict.Outcome is PackOutcome.Holds, verdict.Message);
        return part.Stories[0];
    }

    [Fact]
    public void A_claims_pack_has_its_own_statements_and_no_others()
    {
        var claim = Whole.Stories[0].Claims.Single(static claim => claim.Statements.Count == 3);
        var story = Holding(PackPart.OfClaim(Whole, claim.Id));
        Assert.Equal(claim.Statements.Order(StringComparer.Ordinal), story.Statements.Select(static statement => statement.Id).Order(StringComparer.Ordinal));
        Assert.Equal([claim.Id], story.Claims.Select(static kept => kept.Id));
        Assert.DoesNotContain("Tomas Rell", story.Sources.Select(static source => source.Name), StringComparer.Ordinal);
    }

    [Fact]
    public void A_disputed_claim_goes_out_with_its_denials()
    {
        var claim = Whole.Stories[0].Claims.Single(static claim => claim.Disputed);
        var story = Holding(PackPart.OfClaim(Whole, claim.Id));
        Assert.All(claim.Statements, accused => Assert.Contains(story.Statements, statement => statement.Denies == accused));
        Assert.True(story.Statements.Count < Whole.Stories[0].Statements.Count / 2);
    }

    [Fact]
    public void Every_claim_and_every_report_has_a_pack_that_holds()
    {
        foreach (var claim in Whole.Stories[0].Claims)
            Assert.Contains(claim.Id, Holding(PackPart.OfClaim(Whole, claim.Id)).Claims.Select(static kept => kept.Id), StringComparer.Ordinal);
        foreach (var report in Whole.Reports)
        {
            var story = Holding(PackPart.OfReport(Whole, report.Id));
            Assert.Equal(Whole.Stories[0].Statements.Where(statement => statement.Report == report.Id), story.Statements.Where(statement => statement.Report == report.Id));
        }
    }

    [Fact]
    public void Of_a_linked_report_a_pack_has_what_both_say_and_no_more()
    {
        var story = Holding(PackPart.OfReport(Whole, SamplePack.Excerpt.Id));
        Assert.Contains(SamplePack.Revision.Id, story.Reports, StringComparer.Ordinal);
        var ofOther = story.Statements.Where(static statement => statement.Report == SamplePack.Revision.Id).ToList();
        Assert.NotEmpty(Whole.Stories[0].Statements.Where(static statement => statement.Report == SamplePack.Revision.Id).Except(ofOther));
        var kin = story.Claims.SelectMany(static claim => claim.Statements).ToHashSet(StringComparer.Ordinal);
        Assert.All(ofOther, statement => Assert.True(kin.Contains(statement.Id) || statement.Denies is { } denied && kin.Contains(denied)));
    }

    [Fact]
    public void What_is_not_there_has_no_pack()
    {
        Assert.Null(PackPart.OfClaim(Whole, "c0"));
        Assert.Null(PackPart.OfReport(Whole, "r0"));
    }
}
