using System.IO.Pipelines;

using Microsoft.AspNetCore.Http.Features;

namespace WorthyNews.Web.Http.Printing;

/// <summary>Takes an answer down in memory, as the rest of the house writes it for nobody in particular.</summary>
/// <remarks>Nothing counts as sent before all of it is written: a page that breaks half-way becomes an error page as a whole.</remarks>
internal sealed class PrintedResponse : IHttpResponseFeature, IHttpResponseBodyFeature, IDisposable
{
    private readonly Stack<(Func<object, Task> Callback, object State)> starting = new();
    private readonly Stack<(Func<object, Task> Callback, object State)> completed = new();
    private readonly MemoryStream buffer = new();
    private PipeWriter? writer;

    public PrintedResponse() => Body = buffer;

    public int StatusCode { get; set; } = StatusCodes.Status200OK;

    public string? ReasonPhrase { get; set; }

    public IHeaderDictionary Headers { get; set; } = new HeaderDictionary();

    /// <inheritdoc/>
    public Stream Body { get; set; }

    public bool HasStarted { get; private set; }

    public Stream Stream => buffer;

    public PipeWriter Writer => writer ??= PipeWriter.Create(buffer, new StreamPipeWriterOptions(leaveOpen: true));

    public void OnStarting(Func<object, Task> callback, object state) => starting.Push((callback, state));

    public void OnCompleted(Func<object, Task> callback, object state) => completed.Push((callback, state));

    public void DisableBuffering()
    {
        // It is all held anyhow.
    }

    public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task CompleteAsync() => Task.CompletedTask;

    public async Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default)
    {
        await using var file = File.OpenRead(path);
        file.Seek(offset, SeekOrigin.Begin);
        var bytes = new byte[count ?? (file.Length - offset)];
        await file.ReadExactlyAsync(bytes, cancellationToken);
        await buffer.WriteAsync(bytes, cancellationToken);
    }

    /// <returns>All that was written.</returns>
    public async Task<byte[]> FinishAsync()
    {
        if (writer is not null) await writer.FlushAsync();
        while (starting.TryPop(out var call)) await call.Callback(call.State);
        HasStarted = true;
        return buffer.ToArray();
    }

    public void Dispose() => buffer.Dispose();

    /// <summary>Lets go of what the request held, whatever became of it.</summary>
    public async Task CloseAsync()
    {
        if (writer is not null) await writer.CompleteAsync();
        while (completed.TryPop(out var call)) await call.Callback(call.State);
    }
}
