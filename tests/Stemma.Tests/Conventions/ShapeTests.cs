using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Stemma.App.Output;
using Stemma.Language;
using Xunit;

namespace Stemma.Tests.Conventions;

/// <summary>The shape of types: closed, immutable from outside, and named for what they are.</summary>
public sealed partial class ShapeTests
{
    static readonly Assembly[] Own = [typeof(Analyzer).Assembly, typeof(StoryAnalysis).Assembly, typeof(Dossier).Assembly];

    static IEnumerable<Type> Types => Own.SelectMany(assembly => assembly.GetTypes())
        .Where(type => type.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !type.Name.Contains('<', StringComparison.Ordinal) && type.Namespace?.StartsWith("Stemma", StringComparison.Ordinal) == true);

    /// <summary>The framework makes and fills the components of pages; their parameters need a setter and their classes are written by a generator.</summary>
    static bool IsComponent(Type type) => typeof(IComponent).IsAssignableFrom(type);

    [Fact]
    public void A_class_is_sealed_abstract_or_static() =>
        Assert.Empty(Types.Where(type => type.IsClass && !type.IsSealed && !type.IsAbstract && !IsComponent(type) && !Types.Any(other => other.BaseType == type)).Select(type => type.FullName));

    [Fact]
    public void Nothing_public_can_be_set_after_it_was_made() =>
        Assert.Empty(Types.Where(type => type.IsVisible && !IsComponent(type))
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(property => property.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
            .Select(property => $"{property.DeclaringType!.FullName}.{property.Name}"));

    [Fact]
    public void No_public_field_can_be_written() =>
        Assert.Empty(Types.Where(type => type.IsVisible && !type.IsEnum)
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsInitOnly && !field.IsLiteral).Select(field => $"{field.DeclaringType!.FullName}.{field.Name}"));

    [Fact]
    public void Names_say_what_a_thing_is()
    {
        Assert.DoesNotContain(Types.Select(type => type.Name), name => Vague().IsMatch(name));
        Assert.DoesNotContain(SourceFiles.Paths, path => Vague().IsMatch(Path.GetFileNameWithoutExtension(path)));
    }

    /// <summary>An interface needs two implementations; there is none yet.</summary>
    [Fact]
    public void An_interface_has_two_implementations() =>
        Assert.Empty(Types.Where(type => type.IsInterface && Types.Count(other => other != type && type.IsAssignableFrom(other)) < 2).Select(type => type.FullName));

    [GeneratedRegex("(Utils?|Utility|Utilities|Helpers?|Managers?|Services?|Common|Base|Misc)(?![a-z])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Vague();
}
