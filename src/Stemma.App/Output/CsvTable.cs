using System.Text;

namespace Stemma.App.Output;

/// <summary>
/// A table as CSV (RFC 4180, UTF-8 with a mark, so that a spreadsheet reads the letters right). A cell that a spreadsheet would take
/// for a formula gets an apostrophe before it: text from a report must never be computed.
/// </summary>
public sealed class CsvTable
{
    readonly StringBuilder lines = new("\uFEFF");

    public CsvTable(params ReadOnlySpan<string> head) => Add(head);

    public void Add(params ReadOnlySpan<string?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
            lines.Append(i > 0 ? "," : "").Append('"').Append(Harmless(cells[i] ?? "").Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        lines.Append("\r\n");
    }

    public override string ToString() => lines.ToString();

    // Spreadsheets look past blanks and line ends before the sign.
    static string Harmless(string cell) => cell.AsSpan().TrimStart() is ['=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20', ..] ? "'" + cell : cell;
}
