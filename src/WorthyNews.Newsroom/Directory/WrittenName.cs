namespace WorthyNews.Newsroom.Directory;

/// <summary>A name as an author wrote it, for the day on which the directory hears of it first.</summary>
public sealed record WrittenName(NameKind Kind, string Slug, string Name);
