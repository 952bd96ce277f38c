namespace Stemma.App.Input;

/// <summary>
/// Paths to the files they stand for, in an order that does not depend on the file system: paths as given, folders by name
/// (ordinal). A real directory is entered once, however many links lead to it; a link back to a folder above itself is
/// reported. Hidden entries and version control are passed over in silence, as are the notes that lie beside data
/// (<c>.md</c>); other files that are no text, page or archive are named and passed over. A file named by the user is always tried.
/// </summary>
sealed class InputWalk(InputOptions options)
{
    static readonly string[] TextExtensions = [".txt", ".text", ".jsonl", ".ndjson"];

    static readonly string[] SidecarNames = ["README", "ABOUT", "LICENSE", "LICENCE", "NOTICE", "CHANGELOG"];

    static readonly string[] VersionControl = ["CVS", "_darcs", "RCS"];

    static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false, RecurseSubdirectories = false };

    readonly HashSet<string> entered = new(StringComparer.Ordinal);

    public IEnumerable<InputFile> Files(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            foreach (var file in FilesOf(path))
                yield return file;
        }
    }

    IEnumerable<InputFile> FilesOf(string path)
    {
        if (path == "-" || new InputFile(path, null).IsAddress)
            return [new InputFile(path, null)];
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal))
            return [InputFile.Refused(path, "not a path")];
        try
        {
            var full = Path.GetFullPath(path);
            if (Directory.Exists(full))
                return Folder(path, full, []);
            return [File.Exists(full) || IsLink(full) ? new InputFile(path, full) : InputFile.Refused(path, "there is no such file or folder")];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [InputFile.Refused(path, InputFile.ReasonOf(error))];
        }
    }

    IEnumerable<InputFile> Folder(string path, string full, IReadOnlyList<string> above)
    {
        string real;
        string[]? names = null;
        InputFile? refused = null;
        try
        {
            real = RealPath(full);
            if (above.Contains(real, StringComparer.Ordinal))
                refused = InputFile.Refused(path, "a link back to a folder above it");
            else if (above.Count >= options.MaxFolderDepth)
                refused = InputFile.Refused(path, $"more than {options.MaxFolderDepth} folders deep");
            else if (entered.Add(real))
                names = [.. Directory.EnumerateFileSystemEntries(full, "*", Everything).Select(entry => Path.GetFileName(entry)!)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            (real, refused) = (full, InputFile.Refused(path, InputFile.ReasonOf(error)));
        }
        if (refused is not null)
            yield return refused;
        if (names is null)
            yield break;
        Array.Sort(names, StringComparer.Ordinal);
        foreach (var name in names)
        {
            foreach (var file in Entry(Path.Join(path, name), Path.Join(full, name), name, [.. above, real]))
                yield return file;
        }
    }

    IEnumerable<InputFile> Entry(string path, string full, string name, IReadOnlyList<string> above)
    {
        if (name.StartsWith('.') || VersionControl.Contains(name, StringComparer.Ordinal))
            return [];
        if (Directory.Exists(full))
            return Folder(path, full, above);
        var extension = Path.GetExtension(name).ToLowerInvariant();
        if (extension is ".md" || (extension is "" or ".txt" && SidecarNames.Contains(Path.GetFileNameWithoutExtension(name), StringComparer.OrdinalIgnoreCase)))
            return [];
        if (TextExtensions.Contains(extension, StringComparer.Ordinal) || PageInput.IsPageName(name) || Archives.IsArchive(name) || (IsLink(full) && !File.Exists(full)))
            return [new InputFile(path, full)];
        return [InputFile.Refused(path, $"not a kind of file that Stemma reads ({(extension.Length == 0 ? "no extension" : extension)})", passedOver: true)];
    }

    static bool IsLink(string full) => new FileInfo(full).LinkTarget is not null;

    /// <summary>The path with every link on it resolved. The file system itself refuses chains of links without end.</summary>
    static string RealPath(string full)
    {
        var real = Path.GetPathRoot(full)!;
        foreach (var name in full[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = new DirectoryInfo(Path.Join(real, name));
            real = next.LinkTarget is null ? next.FullName : RealPath(next.ResolveLinkTarget(returnFinalTarget: true)!.FullName);
        }
        return real;
    }
}
