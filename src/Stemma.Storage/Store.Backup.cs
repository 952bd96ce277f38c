namespace Stemma.Storage;

public sealed partial class Store
{
    /// <summary>A consistent copy while the archive is in use.</summary>
    public void Backup(string file) => throw new NotSupportedException(file);

    /// <summary>Removes a report's text everywhere (search, derived stories, free pages of the file) and leaves a tombstone.</summary>
    public bool Remove(string reportId, string by, string reason, DateTimeOffset at) => throw new NotSupportedException();
}
