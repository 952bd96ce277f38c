using System.CommandLine;
using System.Text.Json;
using Stemma.App.Input;
using Stemma.Evidence;

namespace Stemma.App.Commands;

/// <summary>stemma group FILE.jsonl: which story each report belongs to, one line out per line in.</summary>
static class GroupCommand
{
    public static Command Make()
    {
        var paths = CommandInput.Paths();
        var command = new Command("group", "Puts reports into stories and prints {\"id\", \"story\"} for each, in the order of the input.") { paths };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(paths)));
        return command;
    }

    static int Run(string[] paths)
    {
        var items = new List<InputItem>();
        using (var progress = RunProgress.OnStandardError())
        {
            progress.Begin("read");
            foreach (var item in InputReader.Read(paths, standardInput: CommandInput.StandardInput))
            {
                items.Add(item);
                progress.Done(items.Count);
                if (item.Problem is { } problem)
                    CommandInput.Name(problem);
            }
        }
        var reports = items.Where(static item => item.Report is not null && !item.Repeated).Select(static item => item.Report!).ToList();
        var (inOrder, stories) = PackBuilder.Group(reports, []);
        var storyOf = stories.SelectMany(story => story.Reports.Select(report => (inOrder[report].Id, story.Id))).ToDictionary(StringComparer.Ordinal);
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        foreach (var item in items.Where(static item => item.Report is not null || item.Problem?.Line is not null))
            Write(output, item, storyOf);
        return items.Exists(static item => item.Problem is { PassedOver: false }) ? ExitStatus.SomeFailed : ExitStatus.Done;
    }

    static void Write(Stream output, InputItem item, Dictionary<string, string> storyOf)
    {
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteString("id", item.Report is { } report ? report.InputId ?? report.Id : item.Problem!.InputId);
            json.WriteString("story", item.Report is { } grouped ? storyOf[grouped.Id] : null);
            if (item.Problem is { } problem)
                json.WriteString("reason", problem.Reason);
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }
}
