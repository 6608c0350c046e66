using System.Diagnostics;

namespace WorthyNews.Tests.Support;

/// <summary>The program as an operator gets it, published once for all tests that start it.</summary>
public static class PublishedProgram
{
    private static readonly Lazy<Task<string>> Published = new(PublishAsync);

    /// <summary>Where it lies; gone when the tests end.</summary>
    public static Task<string> FolderAsync() => Published.Value;

    private static async Task<string> PublishAsync()
    {
        var output = System.IO.Directory.CreateTempSubdirectory("worthynews-program-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => System.IO.Directory.Delete(output, recursive: true);

        var bin = new DirectoryInfo(AppContext.BaseDirectory);
        var configuration = bin.Parent!.Name;
        var root = bin;
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "WorthyNews.sln"))) root = root.Parent;

        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var arg in new[] { "publish", Path.Combine(root!.FullName, "src", "WorthyNews.Web"), "--no-build", "-c", configuration, "-o", output }) start.ArgumentList.Add(arg);
        using var publish = Process.Start(start)!;
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        Assert.True(publish.ExitCode == 0, said);
        return output;
    }
}
