using System.Text;
using Stemma.Language.Syntax;

namespace Stemma.Language.Cues;

/// <summary>
/// The attribution network and how sure its answers are. As bytes: a mark, then each matrix with its length before it, then the two
/// tables, little-endian. A length that cannot be is refused.
/// </summary>
sealed record AttributionModel(AttributionNetwork Network, Calibration Calibration)
{
    /// <summary>"Stemma parts, layout 1".</summary>
    const ulong Mark = 0x31_73_6C_52_6D_74_53_2E;

    static readonly Lazy<AttributionModel> Shipped = new(static () => Read(ModelFile.Open("attribution.model")));

    /// <summary>The model that comes with the program.</summary>
    public static AttributionModel English => Shipped.Value;

    public byte[] Write()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Mark);
        foreach (var weights in Network.Weights.All)
            ModelFile.Numbers<float>(writer, weights);
        foreach (var table in new[] { Network.Features, Network.Pairs })
            ModelFile.Table(writer, table);
        ModelFile.Numbers<double>(writer, Calibration.Weights);
        return stream.ToArray();
    }

    public static AttributionModel Read(byte[] bytes) => Read(new MemoryStream(bytes));

    static AttributionModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        if (reader.ReadUInt64() != Mark)
            throw new InvalidDataException("This is not an attribution model of this version.");
        var weights = new AttributionWeights();
        foreach (var to in weights.All)
            ModelFile.Numbers<float>(reader, to.Length).CopyTo(to, 0);
        var features = ModelFile.Table(reader, AttributionShape.Width, AttributionInput.TotalRows);
        var pairs = ModelFile.Table(reader, AttributionShape.PairInput, CueWindow.TotalRows);
        return new AttributionModel(new AttributionNetwork(weights, features, pairs), new Calibration(ModelFile.Numbers<double>(reader, Calibration.Count)));
    }
}
