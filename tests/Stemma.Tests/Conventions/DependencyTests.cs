using System.Text.RegularExpressions;
using System.Xml.Linq;
using Stemma.Tests.Support;
using Xunit;

namespace Stemma.Tests.Conventions;

/// <summary>
/// What may rest on what. Between projects the compiler would let a package slip in; inside a project it would let any
/// folder use any other. Folders follow the flow of the work, so that a stage can be read, tested and changed knowing
/// only those before it.
/// </summary>
public sealed partial class DependencyTests
{
    /// <summary>Each project, and the projects it may use.</summary>
    static readonly Dictionary<string, string[]> Projects = new(StringComparer.Ordinal)
    {
        ["Stemma.Language"] = [],
        ["Stemma"] = ["Stemma.Language"],
        ["Stemma.Storage"] = ["Stemma"],
        ["Stemma.App"] = ["Stemma", "Stemma.Storage"],
    };

    /// <summary>Each folder, and the folders of its own project it may use. What is not listed here is above all of these.</summary>
    static readonly Dictionary<string, string[]> Folders = new(StringComparer.Ordinal)
    {
        ["src/Stemma.Language/Tokens"] = [],
        ["src/Stemma.Language/Syntax"] = ["Tokens"],
        ["src/Stemma.Language/Quotations"] = ["Tokens"],
        ["src/Stemma.Language/Times"] = ["Tokens", "Syntax"],
        ["src/Stemma.Language/Places"] = ["Tokens", "Syntax", "Times"],
        ["src/Stemma.Language/Cues"] = ["Tokens", "Syntax", "Quotations"],
        ["src/Stemma.Language/Attributions"] = ["Tokens", "Syntax", "Quotations", "Times", "Cues"],
        ["src/Stemma/Reports"] = [],
        ["src/Stemma/Pages"] = ["Reports"],
        ["src/Stemma/Lineage"] = ["Reports"],
        ["src/Stemma/Stories"] = ["Reports"],
        ["src/Stemma/Rulings"] = ["Reports", "Stories"],
        ["src/Stemma/Sources"] = ["Reports", "Rulings"],
        ["src/Stemma/Claims"] = ["Reports", "Sources"],
        ["src/Stemma/Timeline"] = [],
        ["src/Stemma/Findings"] = ["Reports", "Sources", "Claims"],
    };

    [Fact]
    public void Projects_use_only_those_before_them()
    {
        foreach (var (name, allowed) in Projects)
        {
            var used = Items(name, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));
            Assert.Empty(used.Except(allowed, StringComparer.Ordinal));
        }
        Assert.Equal(Projects.Keys.Order(StringComparer.Ordinal), Directory.GetDirectories(Path.Combine(Tree.Root, "src")).Where(path => Directory.GetFiles(path, "*.csproj").Length > 0).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Stemma.Language")]
    [InlineData("Stemma")]
    public void The_core_rests_on_the_framework_alone(string name)
    {
        Assert.Empty(Items(name, "PackageReference").Concat(Items(name, "FrameworkReference")));
        var assembly = name == "Stemma" ? typeof(StoryAnalysis).Assembly : typeof(Stemma.Language.Analyzer).Assembly;
        Assert.All(assembly.GetReferencedAssemblies(), used =>
            Assert.True(used.Name!.StartsWith("System.", StringComparison.Ordinal) || Projects[name].Contains(used.Name, StringComparer.Ordinal), $"{name} uses {used.Name}"));
    }

    [Fact]
    public void Every_project_has_its_lock_file()
    {
        foreach (var project in SourceFiles.Paths.Where(path => path.EndsWith(".csproj", StringComparison.Ordinal)))
            Assert.True(File.Exists(Path.Combine(Tree.Root, Path.GetDirectoryName(project)!, "packages.lock.json")), $"{project} has no packages.lock.json");
    }

    [Fact]
    public void Folders_use_only_those_before_them()
    {
        foreach (var (folder, allowed) in Folders)
        {
            var space = folder.Split('/')[1] + ".";
            var siblings = Folders.Keys.Where(other => other.StartsWith($"src/{space[..^1]}/", StringComparison.Ordinal)).Select(other => other.Split('/')[2]).ToHashSet(StringComparer.Ordinal);
            Assert.NotEmpty(SourceFiles.Under(folder + "/"));
            foreach (var file in SourceFiles.Under(folder + "/").Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal)))
            {
                var used = file.Code.Where(line => !line.StartsWith("namespace ", StringComparison.Ordinal))
                    .SelectMany(line => Qualified().Matches(line).Select(match => match.Value))
                    .Where(name => name.StartsWith(space, StringComparison.Ordinal)).Select(name => name[space.Length..].Split('.')[0]);
                foreach (var other in used.Where(siblings.Contains).Except([.. allowed, folder.Split('/')[2]], StringComparer.Ordinal))
                    Assert.Fail($"{file.Path} uses {other}, which comes after it");
            }
        }
    }

    /// <summary>
    /// The evidence pack's records are the words in which sources, claims and findings are given, so they may be used
    /// anywhere; what builds, writes and checks packs stands above everything and may not.
    /// </summary>
    [Fact]
    public void Below_the_pack_only_its_records_are_used()
    {
        var machinery = SourceFiles.Under("src/Stemma/Evidence/").Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal) && file.Name != "EvidencePack.cs")
            .SelectMany(file => file.Code.SelectMany(line => Declared().Matches(line).Select(match => match.Groups["name"].Value))).ToHashSet(StringComparer.Ordinal);
        Assert.Contains("PackVerifier", machinery);
        foreach (var file in Folders.Keys.Where(folder => folder.StartsWith("src/Stemma/", StringComparison.Ordinal)).SelectMany(folder => SourceFiles.Under(folder + "/")))
        {
            var used = file.Code.SelectMany(line => Word().Matches(line).Select(match => match.Value)).Where(machinery.Contains).Distinct(StringComparer.Ordinal);
            Assert.True(!file.Text.Contains("using Stemma.Evidence;", StringComparison.Ordinal) || !used.Any(), $"{file.Path} uses {string.Join(", ", used)}");
        }
    }

    static IEnumerable<string> Items(string project, string kind) =>
        XDocument.Load(Path.Combine(Tree.Root, "src", project, project + ".csproj")).Descendants(kind).Select(item => item.Attribute("Include")!.Value);

    [GeneratedRegex(@"\bStemma(\.[A-Z]\w*)+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Qualified();

    [GeneratedRegex(@"^\s*((public|internal|static|sealed|readonly|abstract|partial) )*(class|record|record struct|struct|enum) (?<name>[A-Z]\w*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declared();

    [GeneratedRegex(@"\b[A-Z]\w*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}
