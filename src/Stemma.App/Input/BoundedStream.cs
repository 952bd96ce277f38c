namespace Stemma.App.Input;

/// <summary>An archive unpacks to more than is allowed.</summary>
sealed class ArchiveLimitException(long limit) : IOException($"unpacks to more than the limit of {limit} bytes: the rest was not read");

/// <summary>Another stream, forward only, up to a number of bytes; reading on is an <see cref="ArchiveLimitException"/>.</summary>
sealed class BoundedStream(Stream inner, long limit) : Stream
{
    /// <summary>How much was read so far.</summary>
    public long Taken { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => Taken; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        Taken += read;
        return Taken <= limit ? read : throw new ArchiveLimitException(limit);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
