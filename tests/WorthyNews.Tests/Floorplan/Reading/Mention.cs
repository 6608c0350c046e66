namespace WorthyNews.Tests.Floorplan.Reading;

/// <summary>A name of ours that is used somewhere.</summary>
/// <param name="File">Where, from the top of the repository.</param>
/// <param name="By">Full name of the type that uses it (the outermost one), or the file where it is only written.</param>
/// <param name="Name">Full name of the type that is used (the outermost one), or the dotted name as written.</param>
/// <param name="NamedFile">Where that stands, from the top of the repository.</param>
internal sealed record Mention(string File, string By, string Name, string NamedFile);
