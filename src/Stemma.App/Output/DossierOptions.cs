namespace Stemma.App.Output;

public sealed record DossierOptions
{
    /// <summary>Columns of a line, 40 or more. Pass the terminal's width; 100 suits a pipe.</summary>
    public int Width { get; init; } = 100;

    /// <summary>Bold and dim by ANSI codes. Only for a terminal, and never with <c>NO_COLOR</c>.</summary>
    public bool Colour { get; init; }

    /// <summary>With more stories than this, a table of them comes first and only the larger ones are told in full; 1 or more.</summary>
    public int StoriesInFullMax { get; init; } = 20;

    /// <summary>Rows of that table; 0 or more.</summary>
    public int TableRowsMax { get; init; } = 100;

    /// <summary>Lines a source is given under "Who says what"; 1 or more. What is left out is counted.</summary>
    public int LinesPerSourceMax { get; init; } = 12;

    /// <summary>Sources listed under "Who says what"; 1 or more. What is left out is counted.</summary>
    public int SourcesMax { get; init; } = 60;

    /// <summary>Reports listed by themselves in one story; 1 or more. What is left out is counted.</summary>
    public int ReportsMax { get; init; } = 200;

    /// <summary>Characters shown of a statement; 40 or more.</summary>
    public int WordsLengthMax { get; init; } = 160;
}
