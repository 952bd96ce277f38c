namespace Stemma.Language.Syntax;

/// <summary>
/// Labels of words in names: outside, and for each kind whether the word begins, continues, ends or alone is the name (BIOES).
/// Which may follow which is a rule, not learned.
/// </summary>
static class NameLabels
{
    /// <summary>What the kinds are called in corpora, in the order of <see cref="NameKind"/>.</summary>
    public static readonly string[] Kinds = ["PER", "ORG", "LOC", "MISC"];

    public const int Outside = 0;

    public static int Count { get; } = 1 + (4 * Kinds.Length);

    public enum Part { Begin, Inside, End, Single }

    public static int Of(int kind, Part part) => 1 + (kind * 4) + (int)part;

    public static int KindOf(int label) => (label - 1) / 4;

    public static Part PartOf(int label) => (Part)((label - 1) % 4);

    /// <summary>Whether a name is under way after this label.</summary>
    static bool Open(int label) => label != Outside && PartOf(label) is Part.Begin or Part.Inside;

    /// <summary>Whether this label goes on with a name that is under way.</summary>
    static bool GoesOn(int label) => label != Outside && PartOf(label) is Part.Inside or Part.End;

    public static bool MayFollow(int before, int label) =>
        Open(before) ? GoesOn(label) && KindOf(before) == KindOf(label) : !GoesOn(label);

    public static bool MayBegin(int label) => !GoesOn(label);

    public static bool MayEnd(int label) => !Open(label);
}
