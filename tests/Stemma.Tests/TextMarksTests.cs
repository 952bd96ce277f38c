using FsCheck;
using FsCheck.Fluent;
using Stemma.App.Pages;
using Stemma.Evidence;
using Stemma.Tests.Support;
using Xunit;

namespace Stemma.Tests;

public sealed class TextMarksTests
{
    static readonly PackStatement Any = SamplePack.Create().Stories[0].Statements[0];

    static PackStatement Said(string text, params (int Start, int End)[] content) => Any with
    {
        Content = [.. content.Select(part => new PackRange(part.Start, part.End, part.Start >= 0 && part.End <= text.Length && part.Start < part.End ? text[part.Start..part.End] : ""))],
        Source = [],
        Cue = [],
        Hedges = [],
    };

    [Fact]
    public void Nested_and_overlapping_ranges_become_flat_segments_with_the_innermost_statement()
    {
        var report = new SampleReport { Text = "abcdefghij" }.ToPack();
        var segments = TextMarks.Of(report, [Said(report.Text, (0, 10)), Said(report.Text, (2, 5)), Said(report.Text, (4, 8))]).Single();
        Assert.Equal(["ab:1", "cd:2", "e:2", "fgh:3", "ij:1"], segments.Select(segment => $"{segment.Text}:{segment.Statement}"), StringComparer.Ordinal);
        Assert.Equal(["1", "2", "3", "", ""], segments.Select(segment => string.Join(',', segment.Opens)), StringComparer.Ordinal);
    }

    [Fact]
    public void Segments_of_any_marks_add_up_to_the_paragraphs()
    {
        var property = Prop.ForAll<string[], (int, int)[]>((lines, ranges) =>
        {
            var text = string.Join('\n', lines.Select(line => line ?? ""));
            var report = new SampleReport { Text = text }.ToPack();
            var statements = ranges.Select(range => Said(text, (range.Item1, range.Item2), (Math.Abs(range.Item1 % 7), Math.Abs(range.Item2 % 11)))).ToArray();
            var paragraphs = TextMarks.Of(report, statements);
            var numbers = paragraphs.SelectMany(paragraph => paragraph).SelectMany(segment => segment.Opens).ToArray();
            return numbers.Length == numbers.Distinct().Count()
                && paragraphs.Select(paragraph => string.Concat(paragraph.Select(segment => segment.Text))).SequenceEqual(text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)), StringComparer.Ordinal);
        });
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20250305, 1));
    }
}
