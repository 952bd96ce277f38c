namespace Stemma.App.Input;

/// <summary>
/// A site's robots.txt (RFC 9309): the group for this program, else for all; of the rules that match a path the longest counts, and
/// of two as long the one that allows. <c>*</c> and a final <c>$</c> are understood. Cost: the rules times the path.
/// </summary>
sealed record Robots
{
    const int RulesMax = 5000;

    readonly List<(string Path, bool Allow)> rules = [];

    /// <summary>Why nobody knows what it says; null where it is known.</summary>
    public string? Unavailable { get; init; }

    public static readonly Robots AllowAll = new();

    public static readonly Robots AllowNone = new() { rules = { ("/", false) } };

    /// <param name="agent">This program's name in lower case.</param>
    public static Robots Parse(string text, string agent)
    {
        var (own, all) = (new Robots(), new Robots());
        var (forOwn, forAll, naming, named) = (false, false, false, false);
        foreach (var line in text.Split('\n'))
        {
            var content = line.Split('#')[0].Trim();
            var colon = content.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
                continue;
            var (key, value) = (content[..colon].Trim().ToLowerInvariant(), content[(colon + 1)..].Trim());
            if (key == "user-agent")
            {
                if (!naming)
                    (forOwn, forAll) = (false, false);
                naming = true;
                forAll |= value == "*";
                forOwn |= value.Equals(agent, StringComparison.OrdinalIgnoreCase);
                named |= forOwn;
                continue;
            }
            naming = false;
            if (key is not ("allow" or "disallow") || value.Length == 0)
                continue;
            if (forOwn && own.rules.Count < RulesMax)
                own.rules.Add((value, key == "allow"));
            if (forAll && all.rules.Count < RulesMax)
                all.rules.Add((value, key == "allow"));
        }
        return named ? own : all;
    }

    public bool Allows(string pathAndQuery)
    {
        var (longest, allow) = (-1, true);
        foreach (var (path, allows) in rules)
        {
            if ((path.Length > longest || (path.Length == longest && allows)) && Matches(path, pathAndQuery))
                (longest, allow) = (path.Length, allows);
        }
        return allow;
    }

    /// <summary>Piece by piece between stars, each at its first place: enough for a match from the start, and linear.</summary>
    static bool Matches(string rule, string path)
    {
        var ends = rule.EndsWith('$');
        var pieces = (ends ? rule[..^1] : rule).Split('*');
        if (!path.StartsWith(pieces[0], StringComparison.Ordinal))
            return false;
        var at = pieces[0].Length;
        for (var piece = 1; piece < pieces.Length; piece++)
        {
            var last = ends && piece == pieces.Length - 1;
            var found = last ? path.Length - pieces[piece].Length : path.IndexOf(pieces[piece], at, StringComparison.Ordinal);
            if (found < at || (last && !path.EndsWith(pieces[piece], StringComparison.Ordinal)))
                return false;
            at = found + pieces[piece].Length;
        }
        return !ends || at == path.Length;
    }
}
