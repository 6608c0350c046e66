using System.Text.Json.Serialization;

namespace WorthyNews.Newsroom.Text;

/// <summary>One piece of a body, without any markup of an outlet. The discriminators are stored for ever: never rename one.</summary>
/// <remarks>Two blocks are equal when they say the same: lists are compared by what is in them.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(Crosshead), "crosshead")]
[JsonDerivedType(typeof(Quote), "quote")]
[JsonDerivedType(typeof(BlockList), "list")]
[JsonDerivedType(typeof(Divider), "divider")]
public abstract record Block;

public sealed record Paragraph(IReadOnlyList<Inline> Text) : Block
{
    public bool Equals(Paragraph? other) => other is not null && Text.SequenceEqual(other.Text);

    public override int GetHashCode() => Sequence.Hash(Text);
}

/// <summary>A small heading inside the body. There is one level of them.</summary>
public sealed record Crosshead(IReadOnlyList<Inline> Text) : Block
{
    public bool Equals(Crosshead? other) => other is not null && Text.SequenceEqual(other.Text);

    public override int GetHashCode() => Sequence.Hash(Text);
}

public sealed record Quote(IReadOnlyList<Block> Blocks) : Block
{
    public bool Equals(Quote? other) => other is not null && Blocks.SequenceEqual(other.Blocks);

    public override int GetHashCode() => Sequence.Hash(Blocks);
}

/// <param name="Start">The first number; null for a list without numbers.</param>
/// <param name="Items">Each item is a list of blocks, never empty.</param>
public sealed record BlockList(int? Start, IReadOnlyList<IReadOnlyList<Block>> Items) : Block
{
    public bool Equals(BlockList? other) =>
        other is not null && Start == other.Start && Items.Count == other.Items.Count
        && Items.Zip(other.Items).All(pair => pair.First.SequenceEqual(pair.Second));

    public override int GetHashCode() => HashCode.Combine(Start, Sequence.Hash(Items.Select(Sequence.Hash)));
}

public sealed record Divider : Block;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(TextRun), "text")]
[JsonDerivedType(typeof(Emphasis), "em")]
[JsonDerivedType(typeof(Strong), "strong")]
[JsonDerivedType(typeof(Link), "link")]
[JsonDerivedType(typeof(LineBreak), "break")]
public abstract record Inline;

public sealed record TextRun(string Value) : Inline;

public sealed record Emphasis(IReadOnlyList<Inline> Text) : Inline
{
    public bool Equals(Emphasis? other) => other is not null && Text.SequenceEqual(other.Text);

    public override int GetHashCode() => Sequence.Hash(Text);
}

public sealed record Strong(IReadOnlyList<Inline> Text) : Inline
{
    public bool Equals(Strong? other) => other is not null && Text.SequenceEqual(other.Text);

    public override int GetHashCode() => Sequence.Hash(Text);
}

/// <param name="Href">http, https, mailto, or an address of our own that starts with one stroke. See <see cref="LinkAddress"/>.</param>
public sealed record Link(string Href, IReadOnlyList<Inline> Text) : Inline
{
    public bool Equals(Link? other) => other is not null && Href == other.Href && Text.SequenceEqual(other.Text);

    public override int GetHashCode() => HashCode.Combine(Href, Sequence.Hash(Text));
}

public sealed record LineBreak : Inline;

internal static class Sequence
{
    public static int Hash<T>(IEnumerable<T> items)
    {
        var hash = new HashCode();
        foreach (var item in items) hash.Add(item);
        return hash.ToHashCode();
    }
}
