using System.Globalization;

namespace Stemma.Training;

static class Program
{
    const string Usage = "usage: Stemma.Training word-frequencies --corpora DIR --out FILE";

    static int Main(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        if (args is not ["word-frequencies", "--corpora", var corpora, "--out", var file])
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }
        var lines = WordFrequencyTable.Build(FreeTexts.Read(corpora));
        File.WriteAllText(file, string.Join('\n', lines) + "\n");
        Console.Error.WriteLine($"{lines.Count - 1} words");
        return 0;
    }
}
