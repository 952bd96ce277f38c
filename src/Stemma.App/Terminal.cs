using Stemma.App.Output;

namespace Stemma.App;

/// <summary>What standard output is: its width, and whether colour is welcome (NO_COLOR, pipes).</summary>
static class Terminal
{
    const int WidthMax = 120;

    public static DossierOptions Options()
    {
        if (Console.IsOutputRedirected)
            return new DossierOptions();
        var width = Console.WindowWidth;
        return new DossierOptions { Width = width > 0 ? Math.Clamp(width, 40, WidthMax) : 100, Colour = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) };
    }
}
