using System.Globalization;

namespace Stemma.Evidence;

/// <summary>
/// Times and places of one story of a pack: that each is well formed, that nothing over is called still to come, that places lie
/// in the content, and that the timeline is made of the statements' own times, each of them once. Packs from before there
/// were these have an empty timeline and no places.
/// </summary>
sealed class PackTimeCheck
{
    static readonly string[] Precisions = ["minute", "hour", "daypart", "day", "week", "month", "year"];

    readonly HashSet<string> _places = new(StringComparer.Ordinal);
    readonly Dictionary<string, Told> _dated = new(StringComparer.Ordinal);

    sealed record Told((string Start, string End, string Precision) When, string Words, bool Future, IReadOnlyList<string> Places);

    public void ReadPlaces(PackNode places)
    {
        if (places.IsNull)
            return;
        foreach (var place in places.Items())
        {
            if (!_places.Add(place["id"].Text()))
                throw place["id"].Off($"the id {PackStoryCheck.Shown(place["id"].Text())} is given twice");
            place["latitude"].Within(-90, 90);
            place["longitude"].Within(-180, 180);
        }
    }

    public void AddStatement(PackNode node, PackStatementFacts statement, PackTally tally)
    {
        var places = new List<string>();
        foreach (var mention in node["places"].Items())
        {
            var range = statement.Report.CheckRange(mention["range"], tally);
            if (!statement.Content.Any(content => content.Contains(range)))
                throw mention["range"].Off("the place is not named in what the statement states");
            places.Add(KnownPlace(mention["place"]));
        }
        if (node["when"].IsNull)
            return;
        var when = node["when"];
        var basis = statement.Report.CheckRange(when["basis"], tally);
        var known = when["known"].TextOrNull() ?? "stated";
        if (known is not ("stated" or "context"))
            throw when["known"].Off("“stated” or “context” was expected");
        if (known is "stated" && !statement.Content.Any(content => content.Contains(basis)))
            throw when["basis"].Off("the words of the time do not stand in what the statement states");
        var time = ReadWhen(when);
        var future = !node["future"].IsNull && node["future"].Flag();
        if (future && statement.Report.Published is { Length: >= 10 } published && string.CompareOrdinal(time.End[..10], published[..10]) < 0)
            throw node["future"].Off($"it is called still to come, and its time, {time.End}, is before its report’s, {published}");
        _dated.TryAdd(statement.Id, new Told(time, string.Join(" … ", node["content"].Items().Select(range => range["text"].Text())), future, places));
    }

    static (string Start, string End, string Precision) ReadWhen(PackNode when)
    {
        var (start, end, precision) = (when["start"].Text(), when["end"].Text(), when["precision"].Text());
        if (!Precisions.Contains(precision, StringComparer.Ordinal))
            throw when["precision"].Off($"one of {string.Join(", ", Precisions)} was expected, found “{VisibleText.Line(precision, 40)}”");
        if (Moment(when["start"], start) > Moment(when["end"], end))
            throw when["end"].Off($"the time ends, {VisibleText.Line(end, 40)}, before it starts, {VisibleText.Line(start, 40)}");
        return (start, end, precision);
    }

    /// <summary>At the place of the happening: an offset says where that is and moves nothing.</summary>
    static DateTime Moment(PackNode node, string iso)
    {
        string[] formats = iso.Length > 10 ? ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"] : ["yyyy-MM-dd"];
        var local = iso.Length > 16 && iso[^6] is '+' or '-' ? iso[..^6] : iso;
        return DateTime.TryParseExact(local, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : throw node.Off($"an ISO 8601 date or time was expected, found “{VisibleText.Line(iso, 60)}”");
    }

    public void CheckTimeline(PackNode timeline, PackNode claims, HashSet<string> known)
    {
        var claimsOf = claims.Items().SelectMany(static claim => claim["statements"].Items().Select(statement => (Statement: statement.Text(), Claim: claim["id"].Text()))).ToLookup(static pair => pair.Statement, static pair => pair.Claim, StringComparer.Ordinal);
        var (told, last) = (new HashSet<string>(StringComparer.Ordinal), "");
        foreach (var entry in timeline.Items())
        {
            PackStoryCheck.CheckClaims(entry["claims"], known);
            var when = ReadWhen(entry["when"]);
            if (string.CompareOrdinal(when.Start, last) < 0)
                throw entry["when"].Off("it comes after a later one");
            last = when.Start;
            if (entry["statements"].IsNull)
                continue;
            var own = entry["statements"].Items().Select(node => Dated(node, when, told)).ToList();
            if (own.Count == 0)
                throw entry["statements"].Off("it has no statement");
            if (!own.Exists(statement => statement.Words == entry["text"].Text()))
                throw entry["text"].Off("these are the words of none of its statements");
            if (entry["future"].Flag() != own.TrueForAll(static statement => statement.Future))
                throw entry["future"].Off("its statements say otherwise");
            Same(entry["claims"], entry["statements"].Items().SelectMany(statement => claimsOf[statement.Text()]), "claims");
            Same(entry["places"], own.SelectMany(static statement => statement.Places), "places");
        }
        if (told.Count > 0 && _dated.Keys.FirstOrDefault(id => !told.Contains(id)) is { } missing)
            throw timeline.Off($"the statement {PackStoryCheck.Shown(missing)} has a time and stands in no entry");
    }

    Told Dated(PackNode node, (string Start, string End, string Precision) when, HashSet<string> told)
    {
        if (!_dated.TryGetValue(node.Text(), out var statement))
            throw node.Off($"no statement with a time has the id {PackStoryCheck.Shown(node.Text())}");
        if (statement.When != when)
            throw node.Off("the statement has another time than the entry");
        return told.Add(node.Text()) ? statement : throw node.Off("the statement stands in two entries");
    }

    static void Same(PackNode list, IEnumerable<string> expected, string what)
    {
        if (!list.Items().Select(static item => item.Text()).ToHashSet(StringComparer.Ordinal).SetEquals(expected))
            throw list.Off($"these are not the {what} of its statements");
    }

    string KnownPlace(PackNode place) => _places.Contains(place.Text()) ? place.Text() : throw place.Off($"no place of this story has the id {PackStoryCheck.Shown(place.Text())}");
}
