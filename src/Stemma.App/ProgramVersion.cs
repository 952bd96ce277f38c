using System.Reflection;

namespace Stemma.App;

static class ProgramVersion
{
    /// <summary>"0.1.0": without the commit, so that the same program and input give the same pack wherever it was built.</summary>
    public static string Text { get; } = typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
