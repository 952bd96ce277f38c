using Stemma.Language;
using Stemma.Reports;

namespace Stemma.Sources;

/// <summary>The id that a name has by itself, before names of one story are put together: what a ruling "not the same" needs for a name that was joined to another.</summary>
public static class SourceId
{
    /// <param name="kind">As the pack has it: person, organisation, agency, government or media.</param>
    public static string Of(string name, string kind) =>
        ContentId.Of('o', SourceNames.Key(name, Enum.TryParse<SpeakerKind>(kind, ignoreCase: true, out var known) ? known : SpeakerKind.Person));
}
