using System.Text;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Xunit;

namespace Stemma.Tests.Support;

/// <summary>
/// Expected output kept as a readable file under tests/golden. A difference is shown by lines; <c>UPDATE_GOLDEN=1</c>
/// writes the file anew, and the change is then reviewed where it is committed.
/// </summary>
static class Golden
{
    const int LinesShownMax = 60;

    public static void Matches(string name, string actual)
    {
        var path = Path.Combine(Directory, name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") is "1")
        {
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return;
        }
        Assert.True(File.Exists(path), $"tests/golden/{name} does not exist: run the tests with UPDATE_GOLDEN=1 and look at what it writes.");
        var expected = File.ReadAllText(path);
        if (!string.Equals(expected, actual, StringComparison.Ordinal))
            Assert.Fail($"tests/golden/{name} differs (- expected, + actual; UPDATE_GOLDEN=1 rewrites it):\n{Difference(expected, actual)}");
    }

    /// <summary>Changed lines with one line around them.</summary>
    public static string Difference(string expected, string actual)
    {
        var lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(expected, actual, ignoreWhitespace: false).Lines;
        var shown = new StringBuilder();
        var count = 0;
        for (var i = 0; i < lines.Count && count < LinesShownMax; i++)
        {
            if (!Enumerable.Range(Math.Max(0, i - 1), Math.Min(lines.Count, i + 2) - Math.Max(0, i - 1)).Any(near => lines[near].Type is ChangeType.Inserted or ChangeType.Deleted))
                continue;
            shown.Append(lines[i].Type switch { ChangeType.Inserted => "+ ", ChangeType.Deleted => "- ", _ => "  " }).Append(lines[i].Text).Append('\n');
            count++;
        }
        return count == LinesShownMax ? shown.Append("…\n").ToString() : shown.ToString();
    }

    static string Directory { get; } = FindDirectory();

    // The tests run from the build's output: the project is the first directory above that holds the solution.
    static string FindDirectory()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Stemma.slnx")))
                return Path.Combine(at.FullName, "tests", "golden");
        }
        throw new InvalidOperationException("Stemma.slnx was not found above the tests.");
    }
}
