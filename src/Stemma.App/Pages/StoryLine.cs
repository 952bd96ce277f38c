using Stemma.App.Output;

namespace Stemma.App.Pages;

/// <summary>What the list of stories says of one of them.</summary>
public sealed record StoryLine(string Id, string Title, string Size, string Period, string Standing)
{
    internal static StoryLine Of(StoryView story)
    {
        var claims = story.Story.Claims;
        (int Count, string One, string Several)[] parts =
        [
            (claims.Count(claim => claim.Standing is "independent"), "claim with independent origins", "claims with independent origins"),
            (claims.Count(claim => claim.Standing is "repeated"), "claim repeated from one origin", "claims repeated from one origin"),
            (story.Story.Findings.Count, "finding", "findings"),
        ];
        return new(story.Story.Id, story.Story.Title, Wording.Size(story), Wording.Period(story.Reports),
            string.Join(" · ", parts.Where(part => part.Count > 0).Select(part => Wording.Count(part.Count, part.One, part.Several))));
    }
}
