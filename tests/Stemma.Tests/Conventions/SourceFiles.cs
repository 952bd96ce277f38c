using System.Text.RegularExpressions;
using Stemma.Tests.Support;

namespace Stemma.Tests.Conventions;

/// <summary>A file of the project: its path from the root, with slashes, and its lines.</summary>
sealed record SourceFile(string Path, string[] Lines)
{
    public string Text => string.Join('\n', Lines);

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Code without comments, so that a rule about code does not catch a sentence about it.</summary>
    public IEnumerable<string> Code => Lines.Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal));
}

/// <summary>The files that are part of the project, found by walking the tree and passing over what builds and tools leave there.</summary>
static class SourceFiles
{
    static readonly string[] PassedOver = [".git", ".vs", ".idea", "artifacts", "bin", "obj", "node_modules", "TestResults"];

    static readonly Regex Text = new(@"\.(cs|razor|csproj|props|targets|slnx|json|md|txt|tsv|css|js|html|yml|editorconfig|gitignore|gitattributes)$|/[^./]+$|^[^./]+$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    public static IReadOnlyList<string> Paths { get; } = [.. Walk(Tree.Root).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<SourceFile> All { get; } = [.. Paths.Where(path => Text.IsMatch(path)).Select(path => new SourceFile(path, File.ReadAllLines(Path.Combine(Tree.Root, path))))];

    public static IEnumerable<SourceFile> CSharp => All.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal));

    public static IEnumerable<SourceFile> Under(string folder) => All.Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal));

    static IEnumerable<string> Walk(string folder) =>
        Directory.GetFiles(folder).Select(file => Path.GetRelativePath(Tree.Root, file).Replace('\\', '/'))
            .Concat(Directory.GetDirectories(folder).Where(child => !PassedOver.Contains(Path.GetFileName(child), StringComparer.Ordinal)).SelectMany(Walk));
}
