using System.IO.Compression;

namespace Stemma.App.Pages.Served;

/// <summary>A page as it is kept in memory: compressed, a seventh of its bytes for a millisecond, where drawing one takes twenty.</summary>
static class PackedPage
{
    public static byte[] Of(byte[] page)
    {
        using var bytes = new MemoryStream();
        using (var packed = new DeflateStream(bytes, CompressionLevel.Fastest))
            packed.Write(page);
        return bytes.ToArray();
    }

    public static byte[] Unpacked(byte[] packed)
    {
        using var page = new MemoryStream();
        using (var unpacked = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress))
            unpacked.CopyTo(page);
        return page.ToArray();
    }
}
