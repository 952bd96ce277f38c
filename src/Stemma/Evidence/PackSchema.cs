namespace Stemma.Evidence;

/// <summary>The published JSON Schema of the evidence pack, as <c>stemma schema</c> prints it.</summary>
public static class PackSchema
{
    /// <summary>The file's own bytes as text, with its final line feed.</summary>
    public static string Text { get; } = Load();

    static string Load()
    {
        using var stream = typeof(PackSchema).Assembly.GetManifestResourceStream("stemma-pack-1.schema.json")
            ?? throw new InvalidOperationException("The schema is not embedded in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
