using System.Diagnostics;

using Microsoft.AspNetCore.Http;

using WorthyNews.Tests.Floorplan.Reading;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Recipes;

/// <summary>A folder on somebody else's server where a recipe of docs/recipes runs, and a house that it asks: a real one, on a loopback port.</summary>
internal sealed class ChurchServer : IAsyncDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("worthynews-church-").FullName;
    private Subscriber? house;

    public string File(string name) => Path.Combine(folder, name);

    /// <summary>Where the recipe asks; the same while the house is away.</summary>
    public string Address { get; private set; } = "";

    public int Asked => house!.Asked.Count;

    public static async Task<ChurchServer> OpenAsync(string recipe)
    {
        var church = new ChurchServer { house = await Subscriber.StartAsync() };
        church.Address = church.house.At("/embed/headlines.html?from=bureaus/europe&count=5").AbsoluteUri;
        System.IO.File.Copy(Path.Combine(Repository.Top, "docs", "recipes", recipe), church.File(recipe));
        return church;
    }

    /// <summary>What the house says from now on.</summary>
    /// <param name="after">How long it thinks before.</param>
    public void Says(int status, string html, TimeSpan after = default) => house!.Verify = async context =>
    {
        await Task.Delay(after, context.RequestAborted);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "max-age=15";
        await context.Response.WriteAsync(html);
    };

    /// <summary>The house promises more than it sends.</summary>
    public void BreaksOff(string html) => house!.Verify = async context =>
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = html.Length + 1000;
        await context.Response.WriteAsync(html);
        await context.Response.Body.FlushAsync();
        context.Abort();
    };

    public async Task GoesAwayAsync() => await house!.DisposeAsync();

    /// <summary>Makes all that the recipe keeps as old as if so much time had passed.</summary>
    public void Passes(TimeSpan time)
    {
        foreach (var file in System.IO.Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            System.IO.File.SetLastWriteTimeUtc(file, System.IO.File.GetLastWriteTimeUtc(file) - time);
        }
    }

    /// <returns>What it printed, and what it complained of.</returns>
    public async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, string.Concat(output));
        return string.Concat(output);
    }

    public async ValueTask DisposeAsync()
    {
        await house!.DisposeAsync();
        System.IO.Directory.Delete(folder, recursive: true);
    }
}
