using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

using WorthyNews.Newsroom.Staff;

namespace WorthyNews.Tests.Support;

/// <summary>A browser at the desk: keeps cookies, reads pages, fills in forms and follows where they lead. No script.</summary>
/// <param name="client">The way to the site, which keeps cookies; null for the usual one.</param>
public sealed class DeskVisitor(SiteUnderTest site, HttpClient? client = null) : IDisposable
{
    public const string Password = "nine lamps before the gate";

    private long lastStep;

    public HttpClient Client { get; } = client ?? site.Visit();

    public string UserName { get; set; } = "";

    /// <summary>Of the authenticator; null when there is none.</summary>
    public string? Key { get; set; }

    /// <summary>The page that was read last.</summary>
    public IDocument Page { get; private set; } = null!;

    /// <summary>Where it stands.</summary>
    public string Path { get; private set; } = "";

    public int Status { get; private set; }

    /// <summary>Whether the page was read by somebody who is signed in.</summary>
    public bool IsIn => Page.QuerySelector(".bar .who") is not null;

    /// <summary>The text of what can be read on the page.</summary>
    public string Text => Page.QuerySelector("body")?.TextContent ?? "";

    /// <summary>A code that was not used yet.</summary>
    public string NextCode()
    {
        lastStep = Math.Max(lastStep + 1, Totp.StepAt(site.Clock.GetUtcNow()));
        return Totp.CodeOf(Key!, lastStep);
    }

    public async Task<IDocument> GoAsync(string path) => await FollowAsync(await Client.GetAsync(new Uri(path, UriKind.Relative)), path);

    /// <summary>Sends a form of the page as a browser would, with some fields filled in, and follows.</summary>
    /// <param name="form">A selector; the one form with a filled-in field when null.</param>
    public async Task<IDocument> SendAsync(string? form, params (string Name, string? Value)[] fields)
    {
        using var answer = await SendRawAsync(form, fields);
        return await FollowAsync(answer, Path);
    }

    /// <summary>As <see cref="SendAsync"/>, and follows nothing.</summary>
    public async Task<HttpResponseMessage> SendRawAsync(string? form, params (string Name, string? Value)[] fields)
    {
        var (action, values) = Read(form, fields);
        using var content = new FormUrlEncodedContent(values);
        return await Client.PostAsync(new Uri(action, UriKind.Relative), content);
    }

    public async Task<DeskVisitor> SignInAsync(string password = Password)
    {
        await GoAsync("/desk/sign-in");
        await SendAsync(null, ("Form.UserName", UserName), ("Form.Password", password));
        if (Page.QuerySelector("input[name='Form.Code']") is not null) await SendAsync(null, ("Form.Code", NextCode()));
        return this;
    }

    /// <summary>Comes back to a page that stayed open in another tab.</summary>
    public void Show(IDocument page, string path) => (Page, Path) = (page, path);

    public void Dispose() => Client.Dispose();

    private (string Action, List<KeyValuePair<string, string>> Values) Read(string? selector, (string Name, string? Value)[] fields)
    {
        var form = selector is null
            ? Page.QuerySelectorAll<IHtmlFormElement>("form[method=post]").Single(f => fields.All(x => f.Elements.Any(e => e.GetAttribute("name") == x.Name)))
            : Page.QuerySelector<IHtmlFormElement>(selector) ?? throw new InvalidOperationException($"{Path} has no form {selector}.");
        var values = new List<KeyValuePair<string, string>>();
        foreach (var element in form.Elements)
        {
            if (element.GetAttribute("name") is not { Length: > 0 } name || Array.Exists(fields, f => f.Name == name)) continue;
            var value = element switch
            {
                IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? box.Value : null,
                IHtmlInputElement input => input.Value,
                IHtmlTextAreaElement area => area.Value,
                IHtmlSelectElement select => select.Value,
                _ => null,
            };
            if (value is not null) values.Add(new(name, value));
        }

        values.AddRange(fields.Where(f => f.Value is not null).Select(f => new KeyValuePair<string, string>(f.Name, f.Value!)));
        var action = form.GetAttribute("action");
        return (action is null or "" ? Path : action[0] == '?' ? Path.Split('?')[0] + action : action, values);
    }

    private async Task<IDocument> FollowAsync(HttpResponseMessage answer, string path)
    {
        for (var i = 0; i < 5 && answer.Headers.Location is { } next; i++)
        {
            path = next.IsAbsoluteUri ? next.PathAndQuery : next.OriginalString;
            answer.Dispose();
            answer = await Client.GetAsync(new Uri(path, UriKind.Relative));
        }

        (Path, Status) = (path, (int)answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        answer.Dispose();
        Page = await BrowsingContext.New(Configuration.Default).OpenAsync(page => page.Content(html).Address(SiteUnderTest.PublicUrl + path));
        return Page;
    }
}
