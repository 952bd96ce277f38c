namespace Stemma.App.Pages.Served;

/// <summary>
/// Pages as they were sent, by a key that stands for everything they show: what is found here is right, whatever happened since.
/// Holds a limited number of bytes; the page asked for longest ago goes first.
/// </summary>
sealed class PageCache(long bytesMax)
{
    readonly Lock gate = new();
    readonly Dictionary<string, LinkedListNode<(string Key, byte[] Page)>> kept = new(StringComparer.Ordinal);
    readonly LinkedList<(string Key, byte[] Page)> order = [];
    long bytes;

    public byte[]? Find(string key)
    {
        lock (gate)
        {
            if (!kept.TryGetValue(key, out var node))
                return null;
            order.Remove(node);
            order.AddFirst(node);
            return node.Value.Page;
        }
    }

    public void Keep(string key, byte[] page)
    {
        // One page must not push out many.
        if (page.Length > bytesMax / 8)
            return;
        lock (gate)
        {
            if (!kept.TryAdd(key, order.AddFirst((key, page))))
            {
                order.RemoveFirst();
                return;
            }
            for (bytes += page.Length; bytes > bytesMax; order.RemoveLast())
            {
                bytes -= order.Last!.Value.Page.Length;
                kept.Remove(order.Last.Value.Key);
            }
        }
    }

    /// <summary>For what must not even stay in memory: the text of a report that was removed.</summary>
    public void Clear()
    {
        lock (gate)
        {
            kept.Clear();
            order.Clear();
            bytes = 0;
        }
    }
}
