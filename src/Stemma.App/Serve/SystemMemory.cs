using System.Runtime.InteropServices;
using Stemma.Language;

namespace Stemma.App.Serve;

/// <summary>Memory back to the system: managed memory, and what SQLite and the runtime have let go of but the C library keeps for them.</summary>
static partial class SystemMemory
{
    /// <summary>Not every system's C library has it.</summary>
    static bool trims = OperatingSystem.IsLinux();

    /// <summary>
    /// Lets go of working memory and collects everything: whoever asks for a page meanwhile waits some tens of milliseconds. Without a word
    /// to it the C library kept 8 MB that nobody used, under 50 readers.
    /// </summary>
    public static void GiveBack()
    {
        Analyzer.LetGo();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        try
        {
            if (trims)
                _ = Trim(0);
        }
        catch (EntryPointNotFoundException)
        {
            trims = false;
        }
    }

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Trim(nuint keep);
}
