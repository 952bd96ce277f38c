namespace Stemma.Tests.Support;

/// <summary>The source tree that the tests were built from: they run out of its artifacts folder.</summary>
static class Tree
{
    public static string Root { get; } = Find();

    static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Stemma.slnx")))
                return at.FullName;
        }
        throw new InvalidOperationException("Stemma.slnx was not found above the tests.");
    }
}
