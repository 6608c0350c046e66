using WorthyNews.Formats.Feeds;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Web.Http;

namespace WorthyNews.Web.Feeds;

/// <summary>Makes feeds of what stands at the Newsstand, before they have a dialect.</summary>
public sealed partial class NewsFeeds(Newsstand newsstand, Ledger ledger, SiteLinks links, HouseSettings settings)
{
    private const int SummaryChars = 400;

    /// <summary>What is said of a story that is withdrawn and whose own notice cannot be read.</summary>
    private const string Withdrawn = "This story was withdrawn.";

    /// <summary>The one language of what is not a feed of a language.</summary>
    private const string HouseLanguage = "en";

    /// <summary>The feed that an address names, before it has a format; null when there is none.</summary>
    public async Task<Feed?> OfAsync(FeedAddress address, DateTimeOffset now, CancellationToken cancel) =>
        address.Of == FeedAddress.Corrections ? await OfCorrectionsAsync(address, cancel)
        : address.Source is not { } source ? null
        : address.Archive is { } archive ? await OfArchiveAsync(address, archive, source, now, cancel)
        : await OfStoriesAsync(address, source, now, cancel);

    /// <summary>What a feed is, that of corrections but not; null when there is none of this name.</summary>
    public async Task<Feed?> OfStoriesAsync(FeedAddress address, FeedSource source, DateTimeOffset now, CancellationToken cancel)
    {
        if (await newsstand.FeedAsync(source, address.Items, now, cancel) is not { } reading) return null;
        var names = await NamesAsync(reading.Stories, cancel);
        var made = reading.Stories.Select(s => TryItem(s.Story.Urn, () => Item(s.Story, names, address.IsFull))).ToList();
        return Named(await FrameAsync(address, cancel), source, reading.Name) with
        {
            History = reading.Older is { } older ? new FeedHistory(false, To(address), To(address.In(older)), null) : null,
            Updated = reading.Stories.Select(s => s.Story.UpdatedAt).Concat(reading.Removed.Select(r => r.ChangedAt)).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max(),
            Items = [.. made.Select(m => m.Item).OfType<FeedItem>()],
            LeftOut = [.. reading.Unread.Select(FaultOf), .. made.Select(m => m.Fault).OfType<FeedFault>()],
            Removed =
            [
                .. reading.Removed.Select(r => new RemovedItem(r.Story.Urn, r.ChangedAt, NoticesOf(r.Story)))
                    .Concat(reading.Unread.Where(u => u.WithdrawnAt is not null).Select(u => new RemovedItem($"urn:uuid:{u.StoryId:D}", u.WithdrawnAt!.Value, Withdrawn)))
                    .OrderByDescending(r => r.When),
            ],
        };
    }

    /// <summary>What all documents of a feed say of it.</summary>
    /// <param name="name">Notices may stand for what was killed for its names: what nothing public bears any more (null) is not named.</param>
    private Feed Named(Feed frame, FeedSource source, string? name)
    {
        var of = name is null ? null : source.Kind == NameKind.Bureau ? $"{name} bureau" : name;
        return frame with
        {
            Title = of is null ? settings.SiteName : $"{settings.SiteName}: {of}",
            Description = of is null ? $"The latest dispatches of {settings.SiteName}." : $"The latest dispatches of {settings.SiteName}: {of}.",
            Link = of is null || source is not { Kind: { } kind and not NameKind.Language, Slug: { } slug } ? links.Home : links.Absolute(SiteLinks.To(kind, slug)),
            Language = source.Kind == NameKind.Language ? source.Slug! : HouseLanguage,
        };
    }

    private Uri To(FeedAddress address) => links.Absolute(address.Path);

    /// <summary>The ledger: an item for each time that something was put right.</summary>
    public async Task<Feed> OfCorrectionsAsync(FeedAddress address, CancellationToken cancel)
    {
        var page = await ledger.LinesAsync(address.Items, null, cancel);
        var lines = page.Lines;
        var made = lines.Select(l => TryItem(IdOf(l), () => Item(l))).ToList();
        return await FrameAsync(address, cancel) with
        {
            Title = $"{settings.SiteName}: Corrections",
            Description = $"What {settings.SiteName} corrected, retracted, killed and reinstated.",
            Link = links.Absolute("/corrections"),
            Updated = lines.Select(l => l.UpdatedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max(),
            Items = [.. made.Select(m => m.Item).OfType<FeedItem>()],
            LeftOut = [.. page.Unread.Select(FaultOf), .. made.Select(m => m.Fault).OfType<FeedFault>()],
        };
    }

    /// <summary>All there are, in groups.</summary>
    public async Task<IReadOnlyList<FeedGroup>> GroupsAsync(FeedFormat format, CancellationToken cancel)
    {
        ListedFeed Listed(string title, string of, string? page) => new(title, links.Absolute(new FeedAddress(of, format).Path), page is null ? null : links.Absolute(page));

        var groups = new List<FeedGroup>
        {
            new(settings.SiteName, [Listed($"{settings.SiteName}: everything", FeedAddress.All, "/"), Listed($"{settings.SiteName}: Corrections", FeedAddress.Corrections, "/corrections")]),
        };
        foreach (var (kind, title) in FeedAddress.Kinds)
        {
            var names = await newsstand.NamesAsync(kind, cancel);
            if (names.Count > 0) groups.Add(new(title, [.. names.Select(n => Listed($"{settings.SiteName}: {n.Name}", FeedAddress.OfName(kind, n.Slug), SiteLinks.To(n)))]));
        }

        var languages = await newsstand.LanguagesAsync(cancel);
        if (languages.Count > 0) groups.Add(new("Languages", [.. languages.Select(l => Listed($"{settings.SiteName}: {LanguageTag.NativeName(l)}", FeedAddress.OfName(NameKind.Language, l), null))]));
        return groups;
    }

    private async Task<Feed> FrameAsync(FeedAddress address, CancellationToken cancel) => new()
    {
        // What it is of, not how it is written: one subscription in three formats is one feed.
        Id = await newsstand.FeedIdAsync($"feeds/{address.Of}", cancel),
        Title = settings.SiteName,
        Description = "",
        Link = links.Home,
        Self = links.Absolute(address.Path),
        Language = HouseLanguage,
        Publisher = new FeedAuthor(settings.SiteName, links.Home),
        Rights = $"© {settings.SiteName}. Free for churches and ministries, with credit and a link.",
        License = links.Absolute(PluginTerms.Path),
        Icon = links.Absolute("/icon-144.png"),
        LargeIcon = links.Absolute("/icon-512.png"),
        Hubs = links.Hubs,
        Updated = DateTimeOffset.UnixEpoch,
        Items = [],
    };

    /// <param name="names">As people read them; what is not among them is not named.</param>
    internal FeedItem Item(Story story, IReadOnlyDictionary<(NameKind Kind, string Slug), string> names, bool isFull) => new()
    {
        Id = story.Urn,
        Title = Title(story),
        // A slug is mostly the headline, and of a kill not even that is left.
        Link = story.State == StoryState.Killed ? null : links.Absolute(story.Address),
        Published = story.PublishedAt,
        Updated = story.UpdatedAt,
        Language = story.Language,
        Authors = [.. story.Bylines.Select(b => new FeedAuthor(b.Name, b.Contributor is { } slug && names.ContainsKey((NameKind.Contributor, slug)) ? links.Absolute(SiteLinks.To(NameKind.Contributor, slug)) : null))],
        Categories = story.IsLive
            ? [.. Categories(story).Where(names.ContainsKey).Select(c => new FeedCategory(c.Slug, names[c])).DistinctBy(c => c.Name), .. story.Sample ? [new FeedCategory("sample", "Sample")] : Array.Empty<FeedCategory>()]
            : [],
        Summary = Summary(story),
        ContentHtml = isFull && story is { IsLive: true, MaySyndicate: true } ? SyndicatedHtml.Write(story, links.Home) : null,
        Images = story.IsLive ? [new FeedImage(links.Absolute(SiteLinks.ToCard(story.Address, story.Version)), "image/png", null, CardPicture.Width, CardPicture.Height, CardAlt.Of(story, settings.SiteName), settings.SiteName)] : [],
        Notices = [.. story.Notices.Select(n => new FeedNotice(Word(n.Kind), n.At, n.Text))],
        Rights = !story.IsLive ? null
            : story.MaySyndicate ? $"© {settings.SiteName}. Free for churches and ministries. Credit: {settings.SiteName}, with a link to the story."
            : $"© {settings.SiteName}. Headline, summary and link only.",
        MaySyndicate = story is { IsLive: true, MaySyndicate: true },
    };

    private FeedItem Item(LedgerLine line) => new()
    {
        Id = IdOf(line),
        Title = line.Headline is { } headline ? $"{WordOf(line.Kind)}: {headline}" : $"{WordOf(line.Kind)}: a story that is gone",
        Link = links.Absolute(line.Address ?? "/corrections"),
        Published = line.At,
        // A kill takes the headline out of every line that the story ever had.
        Updated = line.UpdatedAt,
        Language = line.Language,
        Summary = line.Notice ?? "This story was killed since; what was said of it before is gone with it.",
    };

    private static string IdOf(LedgerLine line) => $"urn:uuid:{NamedUuid.Of(line.StoryId, $"version {line.Version}"):D}";

    private static FeedFault FaultOf(UnreadStory unread) => new($"urn:uuid:{unread.StoryId:D}", unread.Why);

    /// <summary>An item, or what is wrong with it: one that cannot be made does not keep the others from their readers.</summary>
    private static (FeedItem? Item, FeedFault? Fault) TryItem(string id, Func<FeedItem> make)
    {
        try
        {
            return (make(), null);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Its words may quote the text.
            return (null, new FeedFault(id, $"It cannot be made ({error.GetType().Name})."));
        }
    }

    private static string Title(Story story) => story.State switch
    {
        StoryState.Killed => "This story is gone",
        StoryState.Retracted => $"Retracted: {story.Headline}",
        _ => story.Headline,
    };

    private static string Summary(Story story)
    {
        if (!story.IsLive) return NoticesOf(story);
        var summary = story.Standfirst ?? BlockText.Summary(story.Body, SummaryChars);
        return string.Join(' ', story.Notices.Select(n => $"{WordOf(n.Kind)}: {n.Text}").Append(summary).Where(t => t.Length > 0));
    }

    private static string NoticesOf(Story story) => string.Join(' ', story.Notices.Select(n => n.Text));

    private static string Word(WireKind kind) => kind.ToString().ToLowerInvariant();

    private static string WordOf(WireKind kind) => kind switch
    {
        WireKind.Corrected => "Correction",
        WireKind.Retracted => "Retracted",
        WireKind.Killed => "Killed",
        _ => "Reinstated",
    };

    private static IEnumerable<(NameKind Kind, string Slug)> Categories(Story story)
    {
        if (story.Section is { } section) yield return (NameKind.Section, section);
        foreach (var topic in story.Topics) yield return (NameKind.Topic, topic);
    }

    private async Task<IReadOnlyDictionary<(NameKind Kind, string Slug), string>> NamesAsync(IReadOnlyList<StandingStory> stories, CancellationToken cancel)
    {
        var names = new Dictionary<(NameKind, string), string>();
        var asked = stories.SelectMany(s => Categories(s.Story).Concat(s.Story.Bylines.Where(b => b.Contributor is not null).Select(b => (Kind: NameKind.Contributor, Slug: b.Contributor!))));
        foreach (var kind in asked.Distinct().GroupBy(c => c.Kind))
        {
            foreach (var name in await newsstand.NamesAsync(kind.Key, [.. kind.Select(c => c.Slug)], cancel))
            {
                if (!name.IsHidden) names[(kind.Key, name.Slug)] = name.Name;
            }
        }

        return names;
    }
}
