using System.Buffers;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Stemma.App.Archive;
using Stemma.Reports;
using Stemma.Storage;

namespace Stemma.App.Serve;

/// <summary>
/// One import of JSON lines. Three hands: one reads lines off the request, one makes them durable some at a time (64, or what
/// came within 50 ms) and writes down the answers, one sends the answers off. A few lines wait between the first two, and up to
/// 16 MiB of answers between the last two, so that a client that sends everything before it reads anything is not stuck;
/// memory is bounded whatever comes. An answer is written only after the archive has returned: it means "on disk".
/// A line that is no report is answered with the reason and the rest goes on.
/// </summary>
sealed class Import(HttpContext http, Desk desk, ServeLimits limits, ServeMeter meter)
{
    const int LinesWaiting = 8;
    const int AnswersWaitingBytes = 16 * 1024 * 1024;
    const int BytesATime = 4 * 1024 * 1024;

    static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly Channel<RawLine> lines = Channel.CreateBounded<RawLine>(LinesWaiting);
    readonly Pipe answers = new(new PipeOptions(pauseWriterThreshold: AnswersWaitingBytes, resumeWriterThreshold: AnswersWaitingBytes / 2, useSynchronizationContext: false));
    Task<bool>? arriving;
    bool answered;

    public async Task RunAsync()
    {
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = limits.MaxImportBytes;
        http.Features.Get<IHttpBodyControlFeature>()!.AllowSynchronousIO = true;
        if (http.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
            rate.MinDataRate = null;
        var stopping = http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        var reading = Task.Factory.StartNew(() => Read(over.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var sending = answers.Reader.CopyToAsync(http.Response.BodyWriter, http.RequestAborted);
        string? ended = null;
        try
        {
            while (await TakeAsync(over.Token) is { Count: > 0 } some)
                await KeepAsync(some);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested && !http.RequestAborted.IsCancellationRequested)
        {
            ended = "the server is stopping: send the lines that have no answer again";
        }
        catch (BadHttpRequestException bad)
        {
            ended = bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? $"the import is larger than the limit of {limits.MaxImportBytes} bytes" : "the request ended in the middle: send the lines that have no answer again";
        }
        catch (StoreException failure) when (answered)
        {
            ended = failure.Message;
        }
        finally
        {
            await over.CancelAsync();
            if (ended is not null && !http.RequestAborted.IsCancellationRequested)
                Write(new ImportLine(null, null, null, "error", ended));
            await answers.Writer.CompleteAsync();
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await reading;
        }
    }

    void Read(CancellationToken over)
    {
        Exception? failure = null;
        try
        {
            foreach (var line in JsonLines.Split(http.Request.Body, maxLineBytes: limits.MaxLineBytes))
            {
                if (!lines.Writer.TryWrite(line))
                    lines.Writer.WriteAsync(line, over).AsTask().GetAwaiter().GetResult();
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or ChannelClosedException)
        {
            failure = error; // the reader of the lines meets it there
        }
        lines.Writer.TryComplete(failure);
    }

    /// <summary>What has come, as soon as it is enough or the first of it has waited long enough; empty at the end.</summary>
    async Task<List<RawLine>> TakeAsync(CancellationToken over)
    {
        var some = new List<RawLine>();
        var bytes = 0;
        Task? waited = null;
        while (true)
        {
            while (some.Count < limits.LinesATime && bytes < BytesATime && lines.Reader.TryRead(out var line))
            {
                some.Add(line);
                bytes += line.Bytes?.Length ?? 0;
            }
            if (some.Count >= limits.LinesATime || bytes >= BytesATime)
                return some;
            arriving ??= lines.Reader.WaitToReadAsync(over).AsTask();
            if (some.Count > 0)
            {
                waited ??= Task.Delay(limits.GatherMilliseconds, over);
                if (await Task.WhenAny(arriving, waited) == waited)
                    return some;
            }
            var more = await Arrived(some.Count > 0);
            if (!more)
                return some;
        }
    }

    /// <summary>Whether more is there. What is already in hand is kept before a failure is met.</summary>
    async Task<bool> Arrived(bool inHand)
    {
        if (inHand && arriving is { IsFaulted: true } or { IsCanceled: true })
            return false;
        var more = await arriving!;
        arriving = null;
        return more;
    }

    async Task KeepAsync(List<RawLine> some)
    {
        var parsed = some.AsParallel().AsOrdered().Select(line => Parse(line, limits.MaxLineBytes)).ToList();
        var kept = desk.Submit([.. parsed.Where(static line => line.Report is not null).Select(static line => line.Report!)]);
        var next = 0;
        foreach (var (line, report) in parsed)
        {
            var result = report is null ? "error" : Name(kept[next++]);
            meter.Lines.Add(1, Tag(result));
            Write(new ImportLine(line.Number, line.Fields.Id, report?.Id, result, line.Reason));
        }
        await answers.Writer.FlushAsync(http.RequestAborted);
    }

    void Write(ImportLine line)
    {
        using (var json = new Utf8JsonWriter(answers.Writer, Readable))
        {
            json.WriteStartObject();
            if (line.Line is { } number)
                json.WriteNumber("line", number);
            else
                json.WriteNull("line");
            json.WriteString("id", line.Id);
            json.WriteString("report", line.Report);
            json.WriteString("result", line.Result);
            json.WriteString("reason", line.Reason);
            json.WriteEndObject();
        }
        answers.Writer.Write("\n"u8);
        answered = true;
    }

    public static (JsonLine Line, Report? Report) Parse(RawLine raw, int maxLineBytes)
    {
        var line = JsonLines.Parse(raw, maxLineBytes);
        return (line, line.Text is { } text ? ReportReader.Read(line.Fields, text, ContentId.Sha256(raw.Bytes)) : null);
    }

    public static string Name(AddResult result) => result switch { AddResult.Added => "added", AddResult.AlreadyHere => "already here", _ => "deleted" };

    public static KeyValuePair<string, object?> Tag(string result) => new("result", result);
}
