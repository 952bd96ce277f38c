namespace Stemma.Language.Attributions;

/// <summary>
/// How often a pattern was right on the training part of PolNeAR (cue found, source and content overlapping the gold by more
/// than half), rounded to two places. Measured by <c>stemma eval attribution --patterns</c>; a pattern's figure is its confidence.
/// </summary>
static class Confidence
{
    public static double Of(Pattern pattern) => pattern switch
    {
        Pattern.Inverted => 0.9,
        Pattern.After => 0.9,
        Pattern.Interrupted => 0.9,
        Pattern.AccordingTo => 0.9,
        Pattern.Before => 0.8,
        Pattern.QuotedAs => 0.8,
        Pattern.Relative => 0.7,
        Pattern.Evaluation => 0.6,
        Pattern.Passive => 0.6,
        Pattern.Elided => 0.6,
        _ => 0.5,
    };
}
