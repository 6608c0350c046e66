using Deque.AxeCore.Commons;

using Microsoft.Playwright;

namespace WorthyNews.Tests.Browser;

/// <summary>What a browser met on one page at one width. Each list is empty when all is well.</summary>
public sealed class PageVisit
{
    private const string Watch = """
        window.seen = { shift: 0, refused: [] };
        new PerformanceObserver(list => { for (const e of list.getEntries()) window.seen.shift += e.value; }).observe({ type: 'layout-shift', buffered: true });
        document.addEventListener('securitypolicyviolation', e => window.seen.refused.push(e.violatedDirective + ' ' + e.blockedURI));
        """;

    private const string Complaints = """
        only => axe.run(document, { resultTypes: ['violations'], ...(only ? { runOnly: only } : {}) })
          .then(found => found.violations.flatMap(rule => rule.nodes.map(node => rule.id + ': ' + node.html)))
        """;

    /// <summary>The rules for which it matters whether it is day or night.</summary>
    private static readonly string[] OfColor = ["color-contrast", "link-in-text-block"];

    private static readonly string AxeScript = new BundledAxeScriptProvider().GetScript();

    private PageVisit(PageKind page, int width) => (Page, Width) = (page, width);

    public PageKind Page { get; }

    public int Width { get; }

    /// <summary>Rule, scheme and element of each complaint.</summary>
    public List<string> Axe { get; } = [];

    /// <summary>Requests to another host.</summary>
    public List<string> Elsewhere { get; } = [];

    /// <summary>Errors in the console, and what the policy refused.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>Widths in CSS pixels at which one must scroll sideways.</summary>
    public List<int> TooWideAt { get; } = [];

    /// <summary>The sum of what moved while the page came in; 0 when nothing did.</summary>
    public double Shift { get; private set; }

    public int MainHeadings { get; private set; }

    public int Status { get; private set; }

    /// <summary>The words that can be seen.</summary>
    public string Words { get; private set; } = "";

    /// <summary>What axe says of a page as it stands, by day and by night. Leaves it by night.</summary>
    public static async Task<IReadOnlyList<string>> AxeAsync(IPage page)
    {
        await page.EvaluateAsync(AxeScript);
        var byDay = await page.EvaluateAsync<string[]>(Complaints, null);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        return [.. byDay, .. (await page.EvaluateAsync<string[]>(Complaints, OfColor)).Select(c => $"by night, {c}")];
    }

    public override string ToString() => $"{Page.Name} ({Page.Path}) at {Width}";

    public static async Task<PageVisit> ToAsync(IPage page, Uri site, PageKind kind, int width)
    {
        var visit = new PageVisit(kind, width);
        page.Request += (_, request) => { if (new Uri(request.Url).Host != site.Host) visit.Elsewhere.Add(request.Url); };
        page.Console += (_, line) =>
        {
            // The browser writes the page's own answer there, when it is a refusal.
            var isOwn = kind.Status >= 400 && line.Text.Contains($"status of {kind.Status}", StringComparison.Ordinal);
            if (line.Type == "error" && !isOwn) visit.Errors.Add(line.Text);
        };
        page.PageError += (_, error) => visit.Errors.Add(error);

        await page.AddInitScriptAsync(Watch);
        visit.Status = (await page.GotoAsync(kind.Path, new() { WaitUntil = WaitUntilState.Load }))!.Status;
        visit.Shift = await page.EvaluateAsync<double>("document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(window.seen.shift), 50))))");
        visit.Errors.AddRange(await page.EvaluateAsync<string[]>("window.seen.refused"));
        visit.MainHeadings = await page.Locator("h1").CountAsync();
        visit.Words = await page.Locator("body").InnerTextAsync();

        // A page that leaves its paper to the browser: axe would take it for white by night too.
        if (kind.IsText) await page.EvaluateAsync("document.documentElement.style.background = 'Canvas'");
        visit.Axe.AddRange(await AxeAsync(page));

        // Its own width; for a phone the narrowest there is, for a desk the same window enlarged to 200 %.
        foreach (var narrow in new[] { width, width < 600 ? 320 : width / 2 })
        {
            await page.SetViewportSizeAsync(narrow, 800);
            if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth")) visit.TooWideAt.Add(narrow);
        }

        return visit;
    }
}
