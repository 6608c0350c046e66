using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Data.Tables;

/// <summary>Kinds of columns that more than one table has.</summary>
internal static class Columns
{
    public const int Slug = 100;
    public const int Path = 200;
    public const int Key = 32;

    /// <summary>A person as the record names them.</summary>
    public const int Person = 200;

    /// <summary>A small value that is read and written whole, as JSON text.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property) => property.HasConversion(
        value => WireJson.WriteColumn(value),
        json => WireJson.ReadColumn<T>(json),
        new ValueComparer<T>(
            (a, b) => WireJson.WriteColumn(a) == WireJson.WriteColumn(b),
            value => WireJson.WriteColumn(value).GetHashCode(StringComparison.Ordinal),
            value => value));

    /// <inheritdoc cref="AsJson{T}(PropertyBuilder{T})"/>
    public static ComplexTypePropertyBuilder<T> AsJson<T>(this ComplexTypePropertyBuilder<T> property) => property.HasConversion(
        value => WireJson.WriteColumn(value),
        json => WireJson.ReadColumn<T>(json),
        new ValueComparer<T>(
            (a, b) => WireJson.WriteColumn(a) == WireJson.WriteColumn(b),
            value => WireJson.WriteColumn(value).GetHashCode(StringComparison.Ordinal),
            value => value));

    public static PropertyBuilder<IReadOnlyList<Block>> AsBlocks(this PropertyBuilder<IReadOnlyList<Block>> property) => property.HasConversion(
        blocks => BlockJson.Write(blocks),
        json => BlockJson.Read(json),
        new ValueComparer<IReadOnlyList<Block>>((a, b) => ReferenceEquals(a, b), blocks => blocks.Count, blocks => blocks));
}
