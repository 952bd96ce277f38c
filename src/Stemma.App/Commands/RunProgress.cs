using System.Diagnostics;
using System.Globalization;

namespace Stemma.App.Commands;

/// <summary>
/// Tells on standard error how far a long run is: one line rewritten in place on a terminal, a line every few seconds
/// elsewhere. Nothing is shown for the first second. Safe to call from any thread.
/// </summary>
sealed class RunProgress(TextWriter output, bool terminal) : IDisposable
{
    static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);
    static readonly TimeSpan EveryOnTerminal = TimeSpan.FromMilliseconds(100);
    static readonly TimeSpan EveryElsewhere = TimeSpan.FromSeconds(5);

    readonly Lock gate = new();
    readonly Stopwatch watch = Stopwatch.StartNew();
    TimeSpan shownAt;
    string doing = "";
    int total;
    bool shown;

    public static RunProgress OnStandardError() => new(Console.Error, !Console.IsErrorRedirected);

    /// <param name="what">In words that go before a number: "read", "annotated".</param>
    /// <param name="of">How many there are in all; 0 where that is not known yet.</param>
    public void Begin(string what, int of = 0)
    {
        lock (gate)
            (doing, total) = (what, of);
    }

    public void Done(int count)
    {
        lock (gate)
        {
            var now = watch.Elapsed;
            if (now < Quiet || now - shownAt < (terminal ? EveryOnTerminal : EveryElsewhere))
                return;
            (shownAt, shown) = (now, true);
            var text = total > 0
                ? string.Create(CultureInfo.InvariantCulture, $"{Bar(count)} {doing} {count:N0} of {total:N0}")
                : string.Create(CultureInfo.InvariantCulture, $"{doing} {count:N0}");
            if (terminal)
                output.Write("\r\u001b[K" + text);
            else
                output.WriteLine("stemma: " + text.TrimStart());
        }
    }

    string Bar(int count)
    {
        const int width = 24;
        if (!terminal)
            return "";
        var full = (int)((long)width * Math.Min(count, total) / total);
        return "[" + new string('#', full) + new string('.', width - full) + "]";
    }

    /// <summary>Clears the line, so that what follows stands alone.</summary>
    public void Dispose()
    {
        lock (gate)
            if (terminal && shown)
                output.Write("\r\u001b[K");
    }
}
