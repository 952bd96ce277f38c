namespace Stemma.Evidence;

/// <summary>
/// Packs that carry no full texts, for sending where the texts may not go: every range keeps its words, so each line can still
/// be read and most of the pack be checked. The verifier puts the known words of each report back where they stood, fills the
/// gaps with a character no word has, and checks everything against that; what lies in the gaps it cannot check (hashes, shares
/// of copied words, the far side of a passage) and says so. Cost: linear in the words of the pack.
/// </summary>
public static class PackExcerpts
{
    /// <summary>Stands where the words of a text are not known.</summary>
    internal const char Unknown = '\0';

    /// <summary>Most characters that all texts of one pack may have together: a few numbers must not be able to ask for all memory.</summary>
    internal const int CharactersMax = 64 * 1024 * 1024;

    public static EvidencePack Of(EvidencePack pack) =>
        pack with { ExcerptsOnly = true, Reports = [.. pack.Reports.Select(static report => report with { Text = "" })] };

    /// <summary>What is known of each report's text, by its id. Where two ranges disagree the first is kept, and the check of the second finds it.</summary>
    internal static Dictionary<string, string> Texts(PackNode pack)
    {
        var words = new Dictionary<string, List<(PackNode At, string Text)>>(StringComparer.Ordinal);
        foreach (var report in pack["reports"].Items())
        {
            var own = words[report["id"].Text()] = [];
            foreach (var part in report["advisories"].Items().Concat(report["furniture"].Items()))
                own.Add((part["range"], part["range"]["text"].Text()));
        }
        foreach (var story in pack["stories"].Items())
            Collect(story, words);
        var room = CharactersMax;
        return words.ToDictionary(static report => report.Key, report => Text(report.Value, ref room), StringComparer.Ordinal);
    }

    static void Collect(PackNode story, Dictionary<string, List<(PackNode At, string Text)>> words)
    {
        void Add(string report, PackNode at, string text)
        {
            if (words.TryGetValue(report, out var own))
                own.Add((at, text));
        }
        void AddLine(PackNode line)
        {
            // What stands in a title or a byline is not in the text.
            if (line["in"].TextOrNull() is null)
                Add(line["report"].Text(), line["range"], line["text"].Text());
        }
        foreach (var statement in story["statements"].Items())
        {
            var ranges = ((string[])["source", "cue", "content", "hedges"]).SelectMany(part => statement[part].Items())
                .Concat(statement["chain"].Items().Concat(statement["places"].Items()).Select(static part => part["range"]));
            if (!statement["terms"].IsNull)
                ranges = ranges.Append(statement["terms"]["range"]);
            foreach (var range in statement["when"].IsNull ? ranges : ranges.Append(statement["when"]["basis"]))
            {
                if (!range.IsNull)
                    Add(statement["report"].Text(), range, range["text"].Text());
            }
        }
        foreach (var edge in story["lineage"].Items())
        {
            foreach (var passage in edge["evidence"]["passages"].Items())
                Add(edge["from"].Text(), passage["a"], passage["text"].Text());
            foreach (var line in edge["evidence"]["lines"].Items())
                AddLine(line);
        }
        foreach (var source in story["sources"].Items().Where(static source => !source["roleSaid"].IsNull))
            AddLine(source["roleSaid"]);
        foreach (var lost in story["lost"].Items())
            AddLine(lost["testimony"]);
        foreach (var line in story["brief"].Items().SelectMany(static sentence => sentence["evidence"].Items()))
            AddLine(line);
    }

    static string Text(List<(PackNode At, string Text)> words, ref int room)
    {
        var length = 0;
        foreach (var (at, text) in words)
        {
            var (start, end) = (at["start"].Number(), at["end"].Number());
            if (start < 0 || end <= start || end - start != text.Length)
                throw at.Off(FormattableString.Invariant($"the range {start}-{end} does not have the length of its words, {text.Length}"));
            length = Math.Max(length, end);
        }
        if (length > room)
            throw words[0].At.Off("the ranges of this pack reach further than texts do");
        room -= length;
        return string.Create(length, words, static (text, words) =>
        {
            text.Clear();
            foreach (var (at, known) in words)
            {
                for (var (i, place) = (0, at["start"].Number()); i < known.Length; i++, place++)
                    text[place] = text[place] == Unknown ? known[i] : text[place];
            }
        });
    }
}
