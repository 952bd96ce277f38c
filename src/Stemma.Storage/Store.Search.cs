namespace Stemma.Storage;

public sealed partial class Store
{
    /// <summary>Best first. Any text is a valid query: words are looked for, whatever stands between them.</summary>
    public Page<SearchHit> Search(string query, HitKind? kind, int number, int size) => throw new NotSupportedException();
}
