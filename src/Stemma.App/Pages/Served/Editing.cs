using Stemma.App.Archive;
using Stemma.Language;
using Stemma.Rulings;
using Stemma.Storage;

namespace Stemma.App.Pages.Served;

/// <summary>
/// What an editor's part of a page needs beside the story: handed down to all components of the page. Static pages have none,
/// and show no form.
/// </summary>
public sealed record Editing(string StoryId, DeskStatus Desk)
{
    /// <summary>The name given last time, to spare typing it again.</summary>
    public string By { get; init; } = "";

    /// <summary>Notes of the story by what they are about.</summary>
    public ILookup<string, Note> Notes { get; init; } = Array.Empty<Note>().ToLookup(static note => note.Target, StringComparer.Ordinal);

    /// <summary>Rulings in force that touch the story.</summary>
    public IReadOnlyList<Ruling> Rulings { get; init; } = [];

    /// <summary>What the reports and sources go by that those rulings name.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>When the report of the page came in.</summary>
    public DateTimeOffset? Seen { get; init; }

    /// <summary>The report of the page as the language layer reads it.</summary>
    public Document? Document { get; init; }
}
