using Stemma.Evidence;
using Stemma.Reports;

namespace Stemma.App.Output;

/// <summary>What an editor's note on a finding names it by. A finding has no id in the pack; it is the same finding while it says the same of the same statements.</summary>
static class FindingId
{
    public static string Of(PackFinding finding) => ContentId.Of('f', [finding.Kind, finding.Text, .. finding.Statements]);
}
