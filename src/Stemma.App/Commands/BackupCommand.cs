using System.CommandLine;
using Stemma.Storage;

namespace Stemma.App.Commands;

/// <summary>stemma backup: a consistent copy of the archive, also while it is being served.</summary>
static class BackupCommand
{
    public static Command Make()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "The archive's folder.", HelpName = "DIR", Required = true };
        var to = new Option<FileInfo>("--to") { Description = "The copy to write; it must not be there yet.", HelpName = "FILE", Required = true };
        var command = new Command("backup", $"Copies the archive while it may be in use. To restore, put the copy into an empty folder under the name {Store.FileName} and serve that folder.") { data, to };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(data), parsed.GetRequiredValue(to)));
        return command;
    }

    static int Run(DirectoryInfo data, FileInfo to)
    {
        if (!File.Exists(Path.Combine(data.FullName, Store.FileName)))
            return Refused($"There is no archive in {data.FullName}: name the folder that is given to serve --data.");
        if (to.Exists || Directory.Exists(to.FullName))
            return Refused($"{to.FullName} is there already: name a new file, so that no earlier copy is lost.");
        if (to.Directory is { Exists: false } folder)
            return Refused($"The folder {folder.FullName} is not there: make it first.");
        try
        {
            using var store = Store.Open(data.FullName);
            store.Backup(to.FullName);
            return ExitStatus.Done;
        }
        catch (StoreException refused)
        {
            return Refused(refused.Message);
        }
    }

    static int Refused(string sentence)
    {
        Console.Error.WriteLine("stemma: " + sentence);
        return ExitStatus.WrongUsage;
    }
}
