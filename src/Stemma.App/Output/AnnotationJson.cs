using System.Text.Encodings.Web;
using System.Text.Json;
using Stemma.Language;
using Stemma.Language.Times;

namespace Stemma.App.Output;

/// <summary>A document's annotation as one line of JSON: what <c>stemma annotate</c> prints. Offsets are UTF-16 code units of "text".</summary>
static class AnnotationJson
{
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream output, string id, Document document)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("text", document.Text);
            json.WriteString("language", document.Language);
            json.WriteBoolean("analysed", document.Analysed);
            Ranges(json, "sentences", document.Sentences.Select(static sentence => sentence.Range));
            Tokens(json, document);
            Names(json, document);
            Times(json, document.Times);
            Places(json, document.Places);
            json.WriteStartArray("attributions");
            foreach (var attribution in document.Attributions)
                Write(json, document, attribution);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    /// <summary>"head" is the index of a token in this list, -1 for the root of a sentence. Without an analysis only the ranges.</summary>
    static void Tokens(Utf8JsonWriter json, Document document)
    {
        if (document.Syntax.IsEmpty)
        {
            Ranges(json, "tokens", document.TokenRanges);
            return;
        }
        json.WriteStartArray("tokens");
        for (var i = 0; i < document.TokenCount; i++)
        {
            json.WriteStartObject();
            json.WriteNumber("start", document.TokenRanges[i].Start);
            json.WriteNumber("end", document.TokenRanges[i].End);
            json.WriteString("lemma", document.Syntax.Lemmas[i]);
            json.WriteString("upos", document.Syntax.Upos(i));
            json.WriteNumber("head", document.Syntax.Heads[i]);
            json.WriteString("deprel", document.Syntax.Relation(i));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void Names(Utf8JsonWriter json, Document document)
    {
        json.WriteStartArray("names");
        foreach (var name in document.Syntax.Names)
        {
            json.WriteStartObject();
            json.WriteNumber("start", name.Range.Start);
            json.WriteNumber("end", name.Range.End);
            json.WriteString("kind", name.Label);
            json.WriteString("name", name.Range.Of(document.Text));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>The line for an input that could not be read: its id and the reason.</summary>
    public static void WriteProblem(Stream output, string? id, string reason)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteBoolean("analysed", false);
            json.WriteString("reason", reason);
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    static void Write(Utf8JsonWriter json, Document document, Attribution attribution)
    {
        json.WriteStartObject();
        Ranges(json, "source", attribution.Source);
        Ranges(json, "cue", attribution.Cue);
        Ranges(json, "content", attribution.Content);
        json.WriteString("quoted", Lower(attribution.Quoted));
        json.WriteString("stance", Lower(attribution.Stance));
        json.WriteString("polarity", Lower(attribution.Polarity));
        json.WriteBoolean("committed", attribution.Committed);
        Ranges(json, "hedges", attribution.Hedges);
        if (attribution.Terms is var (kind, said))
        {
            json.WriteString("terms", JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()));
            Ranges(json, "termsSaid", [said]);
        }
        Names(json, "speakers", attribution.Speakers.Where(static speaker => speaker.Kind != SpeakerKind.Unnamed));
        Names(json, "chain", Chain(document, attribution));
        if (attribution.Parent >= 0)
            json.WriteNumber("parent", attribution.Parent);
        else
            json.WriteNull("parent");
        json.WriteNumber("confidence", attribution.Confidence);
        json.WriteEndObject();
    }

    /// <summary>The speaker, then the source of each attribution around this one.</summary>
    static IEnumerable<Speaker> Chain(Document document, Attribution attribution)
    {
        for (var at = attribution; ; at = document.Attributions[at.Parent])
        {
            if (at.Speakers.Length > 0)
                yield return at.Speakers[0];
            if (at.Parent < 0)
                yield break;
        }
    }

    /// <summary>"near": the name itself is unknown, and this is the place the report is about most.</summary>
    static void Places(Utf8JsonWriter json, PlaceMention[] places)
    {
        json.WriteStartArray("places");
        foreach (var place in places)
        {
            json.WriteStartObject();
            json.WriteNumber("start", place.Range.Start);
            json.WriteNumber("end", place.Range.End);
            json.WriteString("name", place.Name);
            json.WriteString("country", place.Country);
            json.WriteNumber("lat", place.Latitude);
            json.WriteNumber("lon", place.Longitude);
            if (place.GeoNames > 0)
                json.WriteNumber("geonames", place.GeoNames);
            else
                json.WriteNull("geonames");
            json.WriteString("use", Lower(place.Use));
            if (place.Near)
                json.WriteBoolean("near", true);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>TIMEX3 without the report's own date: a weekday is "XXXX-WXX-3", a day without a year "XXXX-09-13".</summary>
    static void Times(Utf8JsonWriter json, TimeMention[] times)
    {
        var resolved = TimeResolver.Resolve(times, reported: null);
        json.WriteStartArray("times");
        for (var i = 0; i < times.Length; i++)
        {
            json.WriteStartObject();
            json.WriteNumber("start", times[i].Range.Start);
            json.WriteNumber("end", times[i].Range.End);
            json.WriteString("type", resolved[i].Type);
            json.WriteString("value", resolved[i].Value);
            if (resolved[i].Modifier is { } modifier)
                json.WriteString("mod", modifier);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void Names(Utf8JsonWriter json, string name, IEnumerable<Speaker> speakers)
    {
        json.WriteStartArray(name);
        foreach (var speaker in speakers)
            json.WriteStringValue(speaker.Name);
        json.WriteEndArray();
    }

    static void Ranges(Utf8JsonWriter json, string name, IEnumerable<TextRange> ranges)
    {
        json.WriteStartArray(name);
        foreach (var range in ranges)
        {
            json.WriteStartObject();
            json.WriteNumber("start", range.Start);
            json.WriteNumber("end", range.End);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static string Lower<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
