using System.CommandLine;
using Stemma.App.Commands;

namespace Stemma.App;

static class Program
{
    static int Main(string[] args)
    {
        var root = new RootCommand("Reads many reports of one story and says who says what, on whose authority, and which report was copied from which.")
        {
            EvalCommand.Make(),
        };
        return root.Parse(args).Invoke();
    }
}
