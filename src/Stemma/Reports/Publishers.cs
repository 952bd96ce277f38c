using System.Collections.Frozen;

namespace Stemma.Reports;

/// <summary>The house behind an outlet.</summary>
/// <param name="Name">The outlet, as the table shows it.</param>
/// <param name="Family">The owner whose outlets share copy.</param>
/// <param name="Control">state, state-funded, public, nonprofit or private.</param>
/// <param name="SaidBy">Where that can be checked.</param>
/// <param name="Checked">When it was looked up there; empty where it was not.</param>
/// <param name="Own">A row of the user's own table, not of the one that ships.</param>
public sealed record Publisher(string Name, string Family, string Control, string SaidBy, string Checked, bool Own);

/// <summary>
/// Who owns which outlet: a small table that ships with the program, and rows of one's own that go before it. Found by the outlet's
/// name, else by the host of its address or a host above that. An outlet that is not in the table is unknown: nothing is guessed.
/// </summary>
public sealed class Publishers
{
    const string Resource = "Stemma.Reports.publishers.tsv";

    readonly FrozenDictionary<string, Publisher> byKey;

    Publishers(Dictionary<string, Publisher> rows, string sha256) => (byKey, Sha256) = (rows.ToFrozenDictionary(StringComparer.Ordinal), sha256);

    public static Publishers Shipped { get; } = FromShipped();

    /// <summary>Of what it was read from: results that rest on a table are kept under it.</summary>
    public string Sha256 { get; }

    public int Count => byKey.Values.Distinct().Count();

    /// <summary>The shipped table with these rows before it; and the first row that is none, if any.</summary>
    public static (Publishers Table, string? Problem) With(string rows)
    {
        var own = new Dictionary<string, Publisher>(StringComparer.Ordinal);
        var problem = Read(rows, own, isOwn: true);
        foreach (var (key, publisher) in Shipped.byKey)
            own.TryAdd(key, publisher);
        return (new Publishers(own, ContentId.Sha256(Shipped.Sha256 + rows)), problem);
    }

    public Publisher? Find(string? outlet, string? url)
    {
        if (outlet is not null && byKey.TryGetValue(Key(outlet), out var named))
            return named;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.HostNameType != UriHostNameType.Dns)
            return null;
        for (var host = address.Host.ToLowerInvariant(); host.Contains('.', StringComparison.Ordinal); host = host[(host.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (byKey.TryGetValue("@" + host, out var found))
                return found;
        }
        return null;
    }

    static Publishers FromShipped()
    {
        using var reader = new StreamReader(typeof(Publishers).Assembly.GetManifestResourceStream(Resource)!);
        var text = reader.ReadToEnd();
        var rows = new Dictionary<string, Publisher>(StringComparer.Ordinal);
        return Read(text, rows, isOwn: false) is { } problem ? throw new InvalidDataException(problem) : new Publishers(rows, ContentId.Sha256(text));
    }

    /// <summary>Lines of names, hosts, family, control, where that can be checked and when it was, between tabs; # begins a comment. Null where all can be read.</summary>
    static string? Read(string text, Dictionary<string, Publisher> rows, bool isOwn)
    {
        string? problem = null;
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith('#'))
                continue;
            var cells = line.TrimEnd('\r').Split('\t');
            if (cells.Length < 4 || string.IsNullOrWhiteSpace(cells[0]) || string.IsNullOrWhiteSpace(cells[2]))
            {
                problem ??= $"line {number}: names, hosts, family and control between tabs were expected";
                continue;
            }
            var names = cells[0].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var publisher = new Publisher(names[0], cells[2].Trim(), cells[3].Trim(), cells.Length > 4 ? cells[4].Trim() : "", cells.Length > 5 ? cells[5].Trim() : "", isOwn);
            foreach (var name in names)
                rows[Key(name)] = publisher;
            foreach (var host in cells[1].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                rows["@" + host.ToLowerInvariant()] = publisher;
        }
        return problem;
    }

    static string Key(string name)
    {
        var folded = name.Trim().ToLowerInvariant();
        return folded.StartsWith("the ", StringComparison.Ordinal) ? folded[4..] : folded;
    }
}
