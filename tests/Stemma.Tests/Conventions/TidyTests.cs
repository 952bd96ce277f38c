using System.Text.RegularExpressions;
using Stemma.Tests.Support;
using Xunit;

namespace Stemma.Tests.Conventions;

/// <summary>What keeps the tree readable, checked by reading it (after TigerBeetle's tidy).</summary>
public sealed partial class TidyTests
{
    const int FileLinesMax = 400;
    const int MethodLinesMax = 70;
    const int BlobBytesMax = 1024 * 1024;

    /// <summary>Folders whose files are algorithms: each opens with what it computes, what it costs, what it gets wrong.</summary>
    static readonly string[] Algorithms =
    [
        "src/Stemma.Language/Tokens/", "src/Stemma.Language/Syntax/", "src/Stemma.Language/Quotations/", "src/Stemma.Language/Times/", "src/Stemma.Language/Places/", "src/Stemma.Language/Cues/", "src/Stemma.Language/Attributions/",
        "src/Stemma/Pages/", "src/Stemma/Lineage/", "src/Stemma/Stories/", "src/Stemma/Rulings/", "src/Stemma/Sources/", "src/Stemma/Claims/", "src/Stemma/Timeline/", "src/Stemma/Findings/",
    ];

    [Fact]
    public void No_file_is_longer_than_a_reader_can_hold() =>
        Assert.Empty(SourceFiles.All.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal) || file.Path.EndsWith(".razor", StringComparison.Ordinal))
            .Where(file => file.Lines.Length > FileLinesMax).Select(file => $"{file.Path}: {file.Lines.Length} lines"));

    [Fact]
    public void No_method_is_longer_than_seventy_lines() =>
        Assert.Empty(SourceFiles.CSharp.Where(file => !file.Path.StartsWith("tests/Stemma.Tests/Support/Sample", StringComparison.Ordinal))
            .SelectMany(file => Methods(file.Lines).Where(method => method.Lines > MethodLinesMax).Select(method => $"{file.Path}({method.First + 1}): {method.Lines} lines")));

    [Fact]
    public void The_counter_of_lines_counts_lines()
    {
        string[] lines = ["sealed class A", "{", "    void B(", "        int c)", "    {", "        if (c > 0)", "        {", "        }", "    }", "}"];
        Assert.Equal([(3, 6)], Methods(lines));
    }

    /// <summary>From the line that ends the signature to the brace in the same column that closes the body.</summary>
    static IEnumerable<(int First, int Lines)> Methods(string[] lines)
    {
        for (var i = 1; i < lines.Length; i++)
        {
            var brace = lines[i].TrimEnd();
            // A brace in the first column opens a type.
            if (!brace.StartsWith(' ') || brace.TrimStart() is not "{" || !lines[i - 1].TrimEnd().EndsWith(')') || NoMethod().IsMatch(lines[i - 1]))
                continue;
            var closing = brace.Replace('{', '}');
            var end = Array.FindIndex(lines, i, line => line.StartsWith(closing, StringComparison.Ordinal));
            yield return (i - 1, (end < 0 ? lines.Length : end + 1) - (i - 1));
        }
    }

    [Fact]
    public void What_is_still_to_do_has_an_issue() =>
        Assert.DoesNotContain(Lines(SourceFiles.All, ToDo()), found => !found.Contains('#', StringComparison.Ordinal));

    [Fact]
    public void Large_files_are_models() =>
        Assert.DoesNotContain(SourceFiles.Paths, path => !path.StartsWith("models/", StringComparison.Ordinal) && new FileInfo(Path.Combine(Tree.Root, path)).Length > BlobBytesMax);

    [Fact]
    public void Code_is_indented_with_spaces() => Assert.Empty(SourceFiles.CSharp.Where(file => file.Text.Contains('\t', StringComparison.Ordinal)).Select(file => file.Path));

    [Fact]
    public void An_algorithm_opens_with_what_it_does()
    {
        var files = SourceFiles.CSharp.Where(file => Array.Exists(Algorithms, folder => file.Path.StartsWith(folder, StringComparison.Ordinal))).ToList();
        Assert.NotEmpty(files);
        Assert.Empty(files.Where(file => !MainTypeIsExplained(file)).Select(file => file.Path));
    }

    /// <summary>The line before the type named like the file, or before the first type, belongs to a summary.</summary>
    static bool MainTypeIsExplained(SourceFile file)
    {
        var own = Array.FindIndex(file.Lines, line => TypeLine().Match(line) is { Success: true } found && found.Groups["name"].Value == Path.GetFileNameWithoutExtension(file.Name));
        own = own >= 0 ? own : Array.FindIndex(file.Lines, line => TypeLine().IsMatch(line));
        return own > 0 && file.Lines.Take(own).Last(line => !line.StartsWith('[')).StartsWith("///", StringComparison.Ordinal);
    }

    [Fact]
    public void A_banned_symbol_names_what_to_use_instead()
    {
        var lines = SourceFiles.All.Where(file => file.Name.StartsWith("BannedSymbols", StringComparison.Ordinal)).SelectMany(file => file.Lines).Where(line => line.Length > 0).ToList();
        Assert.NotEmpty(lines);
        Assert.DoesNotContain(lines, line => line.Split(';', 2) is not [_, var why] || !Instead().IsMatch(why));
    }

    [Fact]
    public void Nothing_names_the_machine_it_was_made_on() => Assert.Empty(Lines(SourceFiles.All, MachinePath()));

    [Fact]
    public void Every_sample_is_told_of()
    {
        foreach (var story in Samples.Stories)
        {
            var about = File.ReadAllText(Path.Combine(story, "ABOUT.md"));
            Assert.All(Samples.FilesOf(story), file => Assert.Contains(Path.GetFileName(file)[..2], about, StringComparison.Ordinal));
            var name = "samples/" + Path.GetFileName(story);
            Assert.Contains(SourceFiles.All, file => !file.Path.StartsWith("samples/", StringComparison.Ordinal) && file.Text.Contains(name, StringComparison.Ordinal));
        }
    }

    static IEnumerable<string> Lines(IEnumerable<SourceFile> files, Regex pattern) =>
        files.SelectMany(file => file.Lines.Select((line, i) => (line, i)).Where(one => pattern.IsMatch(one.line)).Select(one => $"{file.Path}({one.i + 1}): {one.line.Trim()}"));

    [GeneratedRegex(@"^\s*(if|else|for|foreach|while|switch|using|lock|catch|fixed)\b|\b(class|record|struct|interface|switch)\b|=>|^\s*new\b|= new\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NoMethod();

    // The brackets keep the patterns from finding themselves.
    [GeneratedRegex(@"\b(TO[D]O|FIX[M]E|XX[X])\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ToDo();

    [GeneratedRegex(@"(?<![\w.])/(wor[k]|tm[p]|hom[e]|roo[t]|User[s])/|[C]:\\|nuge[t]\.org|npmj[s]\.|pyp[i]\.org|artifactor[y]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"^((public|internal|static|sealed|readonly|abstract|partial) )*(class|record struct|record|struct|enum|interface) (?<name>[A-Z]\w*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TypeLine();

    [GeneratedRegex(@"\b([Uu]se|[Pp]ass|[Ww]ait|[Mm]ake|[Tt]akes?|[Bb]elongs|reads)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Instead();
}
