using FsCheck;
using FsCheck.Fluent;
using Stemma.Reports;
using Xunit;

namespace Stemma.Tests.Reports;

public sealed class FrontMatterTests
{
    [Fact]
    public void Known_keys_become_fields_and_the_text_begins_after_the_block()
    {
        var (fields, text) = FrontMatter.Read(
            "---\nid: 17\nTitle: \"Harbour \\\"closed\\\" again\"\npublished: 2023-09-13\noutlet: 'The Bay''s Post'\nbyline: Ada Brook\n"
            + "url: https://example.org/a?b=c#d\ntags:\n  - sea\n- port\nsection: World\n# a comment\n\n---\n\nThe harbour closed.\n");
        Assert.Equal(new ReportFields("17", "Harbour \"closed\" again", "2023-09-13", "The Bay's Post", "Ada Brook", "https://example.org/a?b=c#d"), fields);
        Assert.Equal("\nThe harbour closed.\n", text);
    }

    [Theory]
    [InlineData("---\ntitle: never closed\n\nThe harbour closed.")]
    [InlineData("---\ntitle: one\nThis line is a sentence.\n---\nThe harbour closed.")]
    [InlineData("---\ntitle: \"not closed\n---\nThe harbour closed.")]
    [InlineData("---\ntitle:without a blank\n---\nThe harbour closed.")]
    [InlineData("---\nNobody: knows\n---\nThe harbour closed.")]
    [InlineData("---\n---\nThe harbour closed.")]
    [InlineData(" ---\ntitle: one\n---\nThe harbour closed.")]
    [InlineData("The harbour closed.\n---\ntitle: one\n---\n")]
    [InlineData("---")]
    [InlineData("")]
    public void A_block_that_is_not_well_formed_stays_in_the_text(string given)
    {
        var (fields, text) = FrontMatter.Read(given);
        Assert.Equal(ReportFields.None, fields);
        Assert.Equal(given, text);
    }

    [Fact]
    public void Any_title_written_in_quotes_comes_back_and_the_text_is_untouched() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonEmptyString>(), ArbMap.Default.ArbFor<string?>(), (title, body) =>
        {
            var line = title.Get.ReplaceLineEndings(" ").Replace('\n', ' ').Replace('\r', ' ');
            var quoted = line.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
            var (fields, text) = FrontMatter.Read($"---\ntitle: \"{quoted}\"\n---\n{body}");
            return fields.Title == line && text == (body ?? "");
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_gives_back_itself_or_its_own_end() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), body =>
            ("---\n" + body) is var given && given.EndsWith(FrontMatter.Read(given).Text, StringComparison.Ordinal)).QuickCheckThrowOnFailure();
}
