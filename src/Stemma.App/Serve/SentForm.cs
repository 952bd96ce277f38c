using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Stemma.App.Serve;

/// <summary>The fields of a form as they were sent. What is no form, or a broken one, is the sender's fault and is said to be.</summary>
static class SentForm
{
    /// <exception cref="BadHttpRequestException">It is no form (415), a broken one (400), or more than is taken (413).</exception>
    public static async Task<IFormCollection> ReadAsync(HttpContext http, FormOptions? options = null)
    {
        if (!http.Request.HasFormContentType)
            throw new BadHttpRequestException("not a form", StatusCodes.Status415UnsupportedMediaType);
        try
        {
            return options is null ? await http.Request.ReadFormAsync(http.RequestAborted) : await http.Request.ReadFormAsync(options, http.RequestAborted);
        }
        catch (InvalidDataException failure) when (failure.Message.Contains("limit", StringComparison.OrdinalIgnoreCase))
        {
            throw new BadHttpRequestException("more than is taken", StatusCodes.Status413PayloadTooLarge, failure);
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException("a broken form", StatusCodes.Status400BadRequest, failure);
        }
    }
}
