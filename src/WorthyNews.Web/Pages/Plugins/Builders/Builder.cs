namespace WorthyNews.Web.Pages.Plugins.Builders;

/// <summary>A place where a church's site may live, and the steps for it.</summary>
/// <param name="Name">As a volunteer calls it.</param>
/// <param name="Partial">The name of the view that holds the steps.</param>
public sealed record Builder(string Name, string Partial)
{
    /// <summary>In the order of <c>/plugins</c>: what most have first, the ways out last.</summary>
    public static IReadOnlyList<Builder> All { get; } =
    [
        new("WordPress", At("_WordPress")),
        new("Squarespace", At("_Squarespace")),
        new("Wix", At("_Wix")),
        new("Joomla", At("_Joomla")),
        new("Drupal", At("_Drupal")),
        new("Another site builder", At("_Another")),
        new("Plain HTML", At("_Html")),
        new("Newsletter or bulletin", At("_Newsletter")),
        new("Somebody else looks after our site", At("_SomebodyElse")),
    ];

    private static string At(string view) => $"/Pages/Plugins/Builders/{view}.cshtml";
}
