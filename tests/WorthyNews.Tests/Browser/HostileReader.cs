using System.Collections.Concurrent;

using Microsoft.Playwright;

namespace WorthyNews.Tests.Browser;

/// <summary>Somebody who reads pages with payloads in them, and tells of all that they did and of all that they could have done.</summary>
internal sealed class HostileReader
{
    /// <summary>
    /// Every element and attribute there is, in shadow trees too, against what pages of ours are made of; then the words that must be seen.
    /// A style in a shadow tree is the editor’s, which sets it by script.
    /// </summary>
    private const string Look = """
        seen => {
          const found = [];
          const never = new Set(['object', 'embed', 'applet', 'frame', 'frameset', 'portal', 'fencedframe', 'math', 'template', 'video', 'audio', 'source', 'style', 'noscript', 'noembed', 'marquee', 'plaintext', 'xmp', 'image', 'foreignobject', 'animate', 'set', 'use', 'dialog']);
          const addresses = new Set(['href', 'src', 'action', 'formaction', 'data', 'poster', 'srcset', 'srcdoc', 'background', 'ping', 'manifest', 'xlink:href', 'lowsrc', 'dynsrc', 'archive', 'codebase', 'classid', 'code']);
          const isOwn = value => { const url = URL.parse(value, document.baseURI); return url?.origin === location.origin; };
          const look = (root, isShadow) => {
            for (const e of root.querySelectorAll('*')) {
              const name = e.localName.toLowerCase();
              const tell = why => found.push(`${why}: ${e.outerHTML.slice(0, 160)}`);
              if (never.has(name) && !(isShadow && name === 'style') || e instanceof HTMLUnknownElement || /[^a-z0-9]/.test(name)) tell('an element that is not ours');
              if (name === 'script' && e.type === 'application/ld+json') { try { JSON.parse(e.text); } catch { tell('broken data'); } }
              else if (name === 'script' && !(isOwn(e.getAttribute('src')) && URL.parse(e.src)?.pathname.startsWith('/js/') && e.text.trim() === '')) tell('a script');
              if (name === 'base' && e.hasAttribute('href')) tell('another base');
              if (name === 'iframe' && !(e.id === 'preview' && (e.getAttribute('src') ?? '').startsWith('/desk/dispatches/'))) tell('a frame');
              if (name === 'meta' && e.hasAttribute('http-equiv')) tell('an order to the browser');
              for (const { name: attribute, value } of e.attributes) {
                const key = attribute.toLowerCase();
                if (key.startsWith('on') || /[^a-z0-9:_-]/.test(key) || (key === 'style' && !isShadow)) tell(`an attribute ${key}`);
                if (!addresses.has(key)) continue;
                const scheme = URL.parse(value, document.baseURI)?.protocol;
                if (name === 'a' ? !['http:', 'https:', 'mailto:'].includes(scheme) : name === 'link' ? URL.parse(value, document.baseURI)?.hostname !== location.hostname : !isOwn(value)) tell(`an address in ${key}`);
              }
              if (e.shadowRoot) look(e.shadowRoot, true);
            }
          };
          look(document, false);
          const words = e => [e.value ?? '', e.textContent, ...[...e.querySelectorAll('input, textarea')].map(f => f.value)].join(' ').toLowerCase();
          for (const { where, marks } of seen) {
            const text = [...document.querySelectorAll(where)].map(words).join(' ');
            const missing = marks.filter(mark => !text.includes(mark));
            if (missing.length > 0) found.push(`not seen in ${where}: ${missing.join(' ')}`);
          }
          return found;
        }
        """;

    private readonly ConcurrentQueue<string> complaints = new();
    private readonly IPage page;
    private readonly Uri site;
    private string here = "";

    private HostileReader(IPage page, Uri site) => (this.page, this.site) = (page, site);

    public IPage Page => page;

    /// <summary>What went wrong, each with the page it went wrong on; empty when nothing did.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    public int PagesRead { get; private set; }

    public static async Task<HostileReader> OpenAsync(IBrowserContext browser, Uri site)
    {
        var reader = new HostileReader(await browser.NewPageAsync(), site);
        await browser.ExposeFunctionAsync("__ran", (int number) => { reader.Tell($"payload {number} ran"); return number; });
        await browser.RouteAsync(url => IsElsewhere(url, site), route => route.AbortAsync());
        browser.Request += (_, request) => { if (IsElsewhere(request.Url, site)) reader.Tell($"asked {request.Url}"); };
        browser.Page += (_, other) => { if (other != reader.page) reader.Tell($"opened {other.Url}"); };
        browser.Dialog += (_, dialog) => { reader.Tell($"a dialog: {dialog.Message}"); _ = dialog.DismissAsync(); };
        browser.Console += (_, line) => { if (line.Type == "error" && !line.Text.Contains("status of 4", StringComparison.Ordinal)) reader.Tell($"an error: {line.Text}"); };
        browser.WebError += (_, error) => reader.Tell($"an error: {error.Error}");
        return reader;
    }

    /// <param name="marks">What must be seen on the page.</param>
    public Task ReadAsync(string path, params IEnumerable<string> marks) => ReadPartsAsync(path, ("body", marks));

    /// <param name="seen">What must be seen, and in which elements.</param>
    public async Task ReadPartsAsync(string path, params (string Where, IEnumerable<string> Marks)[] seen)
    {
        here = path;
        try
        {
            await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
            await CheckAsync(seen);
            if (new Uri(page.Url).PathAndQuery != new Uri(site, path).PathAndQuery) Tell($"led to {page.Url}");
        }
        catch (PlaywrightException error)
        {
            Tell($"could not be read to its end: {error.Message}");      // it was left, or closed, by what ran
        }
    }

    /// <summary>Looks at the page as it stands, and into its frames.</summary>
    public async Task CheckAsync(params (string Where, IEnumerable<string> Marks)[] seen)
    {
        PagesRead++;
        // A moment for what starts by itself.
        await page.EvaluateAsync("new Promise(done => setTimeout(done, 60))");
        foreach (var complaint in await page.EvaluateAsync<string[]>(Look, seen.Select(s => new { where = s.Where, marks = s.Marks.ToArray() }).ToArray())) Tell(complaint);
        foreach (var frame in page.Frames.Where(f => f != page.MainFrame))
        {
            if (IsElsewhere(frame.Url, site)) Tell($"a frame shows {frame.Url}");
            if (!frame.Url.Contains("/preview", StringComparison.Ordinal)) continue;      // told of already: it is no frame of ours
            foreach (var complaint in await frame.EvaluateAsync<string[]>(Look, Array.Empty<object>())) Tell($"in a frame, {complaint}");
        }
    }

    /// <summary>A frame that is just being made has no address yet.</summary>
    private static bool IsElsewhere(string url, Uri site) => Uri.TryCreate(url, UriKind.Absolute, out var asked) && asked.Scheme is "http" or "https" or "ws" or "wss" && asked.Authority != site.Authority;

    private void Tell(string what) => complaints.Enqueue($"{here[..Math.Min(80, here.Length)]}: {what}");
}
