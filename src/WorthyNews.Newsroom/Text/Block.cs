using System.Text.Json.Serialization;

namespace WorthyNews.Newsroom.Text;

/// <summary>One piece of a body, without any markup of an outlet. The discriminators are stored for ever: never rename one.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(Crosshead), "crosshead")]
[JsonDerivedType(typeof(Quote), "quote")]
[JsonDerivedType(typeof(BlockList), "list")]
[JsonDerivedType(typeof(Divider), "divider")]
public abstract record Block;

public sealed record Paragraph(IReadOnlyList<Inline> Text) : Block;

/// <summary>A small heading inside the body. There is one level of them.</summary>
public sealed record Crosshead(IReadOnlyList<Inline> Text) : Block;

public sealed record Quote(IReadOnlyList<Block> Blocks) : Block;

/// <param name="Start">The first number; null for a list without numbers.</param>
/// <param name="Items">Each item is a list of blocks, never empty.</param>
public sealed record BlockList(int? Start, IReadOnlyList<IReadOnlyList<Block>> Items) : Block;

public sealed record Divider : Block;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(TextRun), "text")]
[JsonDerivedType(typeof(Emphasis), "em")]
[JsonDerivedType(typeof(Strong), "strong")]
[JsonDerivedType(typeof(Link), "link")]
[JsonDerivedType(typeof(LineBreak), "break")]
public abstract record Inline;

public sealed record TextRun(string Value) : Inline;

public sealed record Emphasis(IReadOnlyList<Inline> Text) : Inline;

public sealed record Strong(IReadOnlyList<Inline> Text) : Inline;

/// <param name="Href">http, https, mailto, or an address of our own that starts with one stroke. Checked when the text is read.</param>
public sealed record Link(string Href, IReadOnlyList<Inline> Text) : Inline;

public sealed record LineBreak : Inline;
