using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Stemma.Language;
using Stemma.Language.Times;

namespace Stemma.App.Evaluation;

/// <summary>One annotated time of a corpus, in UTF-16 offsets.</summary>
readonly record struct GoldTime(TextRange Range, string Type, string Value);

/// <summary>A text with its annotated times and the day it was written.</summary>
sealed record TimedText(string Id, string Text, DateTime? Written, GoldTime[] Times);

/// <summary>
/// Found against annotated times after TempEval-3 (UzZaman et al. 2013): strict and relaxed ranges, and the share of right types
/// and values among those found at all. Value F1 is relaxed F1 times that share. Values are compared as texts, as that task's own
/// script does, but for notations of one value: "2000-W7" is "2000-W07", "199X" is "199", "1994-XX-XX" is "1994".
/// </summary>
sealed class TimeEvaluation
{
    readonly SortedDictionary<string, (int Right, int All)> types = new(StringComparer.Ordinal);
    long found, gold, strict, relaxed, values, typed;

    public int Texts { get; private set; }

    public static IEnumerable<TimedText> Read(string path, string part) =>
        CorpusFile.Objects(path).Where(line => PartOf(line.GetProperty("id").GetString()!) == part).Select(Of);

    /// <summary>Where a corpus has no parts of its own: by the last hexadecimal digit of the MD5 of the id, 0 to 3 dev.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5351", Justification = "A way to draw lots, not to keep secrets.")]
    public static string PartOf(string id) => MD5.HashData(Encoding.UTF8.GetBytes(id))[^1] % 16 < 4 ? "dev" : "train";

    static TimedText Of(JsonElement line)
    {
        var text = line.GetProperty("text").GetString()!;
        var units = CorpusFile.CodePointOffsets(text);
        var times = line.GetProperty("timexes").EnumerateArray().Select(time => new GoldTime(
            new TextRange(units[time.GetProperty("start").GetInt32()], units[time.GetProperty("end").GetInt32()]), time.GetProperty("type").GetString()!, time.GetProperty("value").GetString() ?? ""));
        return new TimedText(line.GetProperty("id").GetString()!, text, Moment(line.GetProperty("dct").GetString()), [.. times]);
    }

    public static DateTime? Moment(string? written) =>
        DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment.DateTime : null;

    public void Add(TimedText text, TimeMention[] mentions)
    {
        var resolved = TimeResolver.Resolve(mentions, text.Written);
        Texts++;
        found += mentions.Length;
        gold += text.Times.Length;
        var used = new bool[mentions.Length];
        foreach (var time in text.Times)
        {
            var at = Array.FindIndex(mentions, mention => mention.Range.Overlaps(time.Range));
            while (at >= 0 && used[at])
                at = Array.FindIndex(mentions, at + 1, mention => mention.Range.Overlaps(time.Range));
            if (at < 0)
                continue;
            used[at] = true;
            relaxed++;
            strict += mentions[at].Range == time.Range ? 1 : 0;
            typed += resolved[at].Type == time.Type ? 1 : 0;
            var right = Plain(resolved[at].Value) == Plain(time.Value);
            values += right ? 1 : 0;
            var (before, all) = types.GetValueOrDefault(time.Type);
            types[time.Type] = (before + (right ? 1 : 0), all + 1);
        }
    }

    /// <summary>One notation for one value.</summary>
    static string Plain(string value)
    {
        while (value.EndsWith("-XX", StringComparison.Ordinal) && !value.StartsWith('X'))
            value = value[..^3];
        if (value.Length == 4 && value[3] == 'X' && char.IsAsciiDigit(value[2]))
            value = value[..3];
        return value.Length == 7 && value[5] == 'W' && char.IsAsciiDigit(value[6]) ? $"{value[..6]}0{value[6]}" : value;
    }

    public double ValueAccuracy => relaxed == 0 ? 0 : (double)values / relaxed;

    public IEnumerable<(string Name, Scores Scores)> Figures()
    {
        yield return ("strict", new Scores(found, gold, strict, strict));
        yield return ("relaxed", new Scores(found, gold, relaxed, relaxed));
        yield return ("type", new Scores(found, gold, typed, typed));
        yield return ("value", new Scores(found, gold, values, values));
    }

    public IEnumerable<(string Type, int Right, int All)> ByType() => types.Select(static pair => (pair.Key, pair.Value.Right, pair.Value.All));
}
