using CsCheck;

using WorthyNews.Web.Http.Widgets;

namespace WorthyNews.Tests.Web.Widgets;

/// <summary>Whatever colours somebody chooses, the words can be read.</summary>
public sealed class ColourTests
{
    private static readonly Gen<Colour> Any = Gen.Select(Gen.Byte, Gen.Byte, Gen.Byte, (red, green, blue) => new Colour(red, green, blue));

    [Fact]
    public void A_colour_that_was_made_readable_is_so_on_every_ground() =>
        Gen.Select(Any, Any).Sample((colour, ground) => colour.ReadableOn(ground).RatioTo(ground) >= Colour.ReadableRatio);

    [Fact]
    public void One_that_can_be_read_stays_as_it_is() =>
        Gen.Select(Any, Any).Sample((colour, ground) => colour.RatioTo(ground) < Colour.ReadableRatio || colour.ReadableOn(ground) == colour);

    [Fact]
    public void It_is_written_as_it_is_read() => Any.Sample(colour => Colour.TryParse(colour.Hex, out var read) && read == colour);

    [Theory]
    [InlineData("#1c4a78", "1c4a78")]
    [InlineData("ABC", "aabbcc")]
    public void People_write_colours_in_several_ways(string typed, string hex)
    {
        Assert.True(Colour.TryParse(typed, out var colour));
        Assert.Equal(hex, colour.Hex);
    }

    [Theory]
    [InlineData("")]
    [InlineData("red")]
    [InlineData("#12345")]
    [InlineData("1c4a7g")]
    [InlineData("url(x)")]
    [InlineData(null)]
    public void What_is_no_colour_is_none(string? typed) => Assert.False(Colour.TryParse(typed, out _));

    [Fact]
    public void Known_ratios_are_those_of_the_standard()
    {
        Assert.Equal(21, Colour.Black.RatioTo(Colour.White), 3);
        Assert.Equal(4.54, new Colour(0x76, 0x76, 0x76).RatioTo(Colour.White), 2);
    }
}
