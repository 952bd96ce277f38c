namespace Stemma.Storage;

/// <summary>How an archive is held open.</summary>
/// <param name="BusySeconds">How long a writer waits for another program that is writing. Range: 1 to 600.</param>
/// <param name="CacheKiB">Pages kept in memory by the writer, and a quarter of it by each reader. Range: 64 to 1,048,576.</param>
/// <param name="PagesMax">Most pages of 4 KiB the file may grow to; null: as the disk allows.</param>
public sealed record StoreOptions(int BusySeconds = 10, int CacheKiB = 2048, long? PagesMax = null)
{
    public static readonly StoreOptions Default = new();
}
