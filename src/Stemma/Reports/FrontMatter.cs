using System.Buffers;
using System.Text;

namespace Stemma.Reports;

/// <summary>
/// The block between two <c>---</c> lines at the very start of a text file. A line format, on purpose simpler than YAML:
/// <c>key: value</c>, one a line; keys id, title, published, outlet, byline, url and agency, in any case; a value may stand in double
/// quotes (<c>\"</c> and <c>\\</c> inside) or single quotes (<c>''</c> inside) and is otherwise taken as it stands, without the
/// blanks around it; <c>#</c> begins a comment only at the start of a line. Other keys are ignored, with the list or indented
/// lines that belong to them. The last of two equal keys counts.
/// <para>A block that is not closed within <see cref="LinesMax"/> lines, that holds any other line, or that knows none of the
/// keys is part of the text and stays there: a report may well begin with a rule of dashes. Cost: linear in the block.</para>
/// </summary>
public static class FrontMatter
{
    const int LinesMax = 200;

    static readonly SearchValues<char> KeyCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.");

    public static (ReportFields Fields, string Text) Read(string text)
    {
        var at = 0;
        if (!IsFence(NextLine(text, ref at)))
            return (ReportFields.None, text);
        var fields = ReportFields.None;
        bool known = false, mayContinue = false;
        for (var line = 0; line < LinesMax && at < text.Length; line++)
        {
            var content = NextLine(text, ref at);
            if (IsFence(content))
                return known ? (fields, text[at..]) : (ReportFields.None, text);
            if (content.IsWhiteSpace() || content[0] == '#' || (mayContinue && IsContinuation(content)))
                continue;
            var colon = content.IndexOf(':');
            if (colon <= 0 || !IsKey(content[..colon]) || (colon + 1 < content.Length && !char.IsWhiteSpace(content[colon + 1])))
                break;
            if (Unquoted(content[(colon + 1)..].Trim()) is not { } value)
                break;
            var with = With(fields, content[..colon].ToString(), value.Length == 0 ? null : value);
            known |= with is not null;
            mayContinue = with is null;
            fields = with ?? fields;
        }
        return (ReportFields.None, text);
    }

    static ReadOnlySpan<char> NextLine(string text, ref int at)
    {
        var rest = text.AsSpan(at);
        var length = rest.IndexOf('\n');
        at = length < 0 ? text.Length : at + length + 1;
        return (length < 0 ? rest : rest[..length]).TrimEnd('\r');
    }

    static bool IsFence(ReadOnlySpan<char> line) => line.TrimEnd() is "---";

    static bool IsContinuation(ReadOnlySpan<char> line) => line[0] is ' ' or '\t' || line.StartsWith("- ", StringComparison.Ordinal);

    static bool IsKey(ReadOnlySpan<char> key) =>
        char.IsAsciiLetter(key[0]) && key.IndexOfAnyExcept(KeyCharacters) < 0;

    static ReportFields? With(ReportFields fields, string key, string? value) => key.ToLowerInvariant() switch
    {
        "id" => fields with { Id = value },
        "title" => fields with { Title = value },
        "published" => fields with { Published = value },
        "outlet" => fields with { Outlet = value },
        "byline" => fields with { Byline = value },
        "url" => fields with { Url = value },
        "agency" => fields with { Agency = value },
        _ => null,
    };

    /// <summary>The value without its quotation marks; null where a mark that opens is not closed at the end of the line.</summary>
    static string? Unquoted(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty || value[0] is not ('"' or '\''))
            return value.ToString();
        var mark = value[0];
        var plain = new StringBuilder(value.Length);
        for (var at = 1; at < value.Length; at++)
        {
            var next = at + 1 < value.Length ? value[at + 1] : '\0';
            if (mark == '"' && value[at] == '\\' && next is '"' or '\\')
                plain.Append(value[++at]);
            else if (mark == '\'' && value[at] == mark && next == mark)
                plain.Append(value[++at]);
            else if (value[at] == mark)
                return at == value.Length - 1 ? plain.ToString() : null;
            else
                plain.Append(value[at]);
        }
        return null;
    }
}
