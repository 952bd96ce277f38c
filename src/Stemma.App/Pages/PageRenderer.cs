using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Stemma.App.Serve;

namespace Stemma.App.Pages;

/// <summary>Components to HTML, the same bytes for the same parameters, whether for a file or for an answer.</summary>
sealed class PageRenderer(PageLinks links) : IAsyncDisposable
{
    // Every letter stays as it is; what markup needs escaped is escaped.
    readonly ServiceProvider services = new ServiceCollection().AddSingleton(links).AddSingleton(PlainPage.Encoder).AddSingleton<IComponentActivator, PlainActivator>().BuildServiceProvider();

    // A renderer keeps what it has drawn, so each page gets its own.
    public async Task<string> RenderAsync<TPage>(Dictionary<string, object?> parameters) where TPage : IComponent
    {
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        return html.ReplaceLineEndings("\n");
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    /// <summary>No component asks for anything when it is made: so nothing need be compiled to make one, nor what compiles it be loaded (3 MB).</summary>
    sealed class PlainActivator : IComponentActivator
    {
        public IComponent CreateInstance(Type componentType) => (IComponent)Activator.CreateInstance(componentType)!;
    }
}
