using System.CommandLine;
using Stemma.App.Input;
using Stemma.App.Output;

namespace Stemma.App.Commands;

/// <summary>stemma extract PATH…: web pages to their articles, one JSON object a page, whatever the page is.</summary>
static class ExtractCommand
{
    public static Command Make()
    {
        var paths = CommandInput.Paths();
        var limit = new Option<int>("--max-page-bytes") { Description = $"Largest page in bytes, unpacked; from 1024 to {1 << 30}.", DefaultValueFactory = static _ => InputOptions.Default.MaxPageBytes };
        limit.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<int>() is < 1024 or > 1 << 30)
                result.AddError($"--max-page-bytes must be from 1024 to {1 << 30}");
        });
        var publishers = CommandInput.Publishers();
        var hosts = CommandInput.AllowedHosts();
        var command = new Command("extract", "Reads web pages and prints one JSON object a page: its article's text, title, byline, outlet, times and language, what the wires left in it for editors, or what the page is instead of an article.") { paths, limit, publishers, hosts };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(paths), CommandInput.With(InputOptions.Default with { MaxPageBytes = parsed.GetValue(limit) }, parsed.GetValue(publishers), parsed.GetValue(hosts))));
        return command;
    }

    static int Run(string[] paths, InputOptions options)
    {
        int read = 0, failed = 0;
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        using var progress = RunProgress.OnStandardError();
        progress.Begin("extracted");
        foreach (var page in PageReading.Read(paths, options, CommandInput.StandardInput))
        {
            if (page.PassedOver || page.Failed)
                Console.Error.WriteLine($"stemma: {(page.PassedOver ? "passed over" : "not read")}: {page.Path}: {page.Article.Reason}");
            failed += page.Failed ? 1 : 0;
            if (page.PassedOver)
                continue;
            PageJson.Write(output, page, options.Publishers);
            progress.Done(++read);
        }
        return failed == 0 ? ExitStatus.Done : ExitStatus.SomeFailed;
    }
}
