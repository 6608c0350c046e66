using System.Collections.Concurrent;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace WorthyNews.Tests.Support;

/// <summary>Stands before the whole house and writes down what it answered: printed pages have no line in its log.</summary>
public sealed class AnswerBook : IStartupFilter
{
    private readonly ConcurrentQueue<(string Path, int Status)> answers = new();

    /// <summary>The statuses of a path, oldest first.</summary>
    public IReadOnlyList<int> Of(string path) => [.. answers.Where(a => a.Path == path).Select(a => a.Status)];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, house) =>
        {
            var path = context.Request.Path.Value!;
            await house(context);
            answers.Enqueue((path, context.Response.StatusCode));
        });
        next(app);
    };
}
