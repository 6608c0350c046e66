using CsCheck;

using WorthyNews.Web.Widgets;

namespace WorthyNews.Tests.Web.Widgets;

/// <summary>How much room a card says that it takes.</summary>
public sealed class CardShapeTests
{
    private static readonly CardShape Whole = new("Council At Nicaea Agrees On Creed", "The bishops agreed on a creed on Thursday, and two of them would not sign it.", HasMap: true, HasNote: false);

    private static readonly Gen<CardShape> AnyShape =
        from headline in Gen.String[Gen.Char["abcMW  شم漢—"], 1, 200]
        from summary in Gen.String[Gen.Char["abc ي字 "], 0, 260]
        from hasMap in Gen.Bool
        from hasNote in Gen.Bool
        select new CardShape(headline, summary.Length == 0 ? null : summary, hasMap, hasNote);

    [Fact]
    public void A_map_stands_above_in_a_narrow_frame_and_beside_in_a_wide_one()
    {
        var bare = Whole with { HasMap = false };

        Assert.Equal(235, Whole.HeightAt(380) - bare.HeightAt(380));
        Assert.InRange(Whole.HeightAt(381) - bare.HeightAt(381), 0, 60);
    }

    [Fact]
    public void A_note_a_summary_and_a_longer_headline_take_their_lines()
    {
        var bare = new CardShape("Council", null, HasMap: false, HasNote: false);

        Assert.Equal(142, bare.HeightAt(600));
        Assert.Equal(170, (bare with { HasNote = true }).HeightAt(600));
        Assert.Equal(172, (bare with { Summary = "One line." }).HeightAt(600));
        Assert.Equal(164, (bare with { Headline = "Council At Nicaea Agrees On Creed And Sends Two Bishops Into Exile" }).HeightAt(600));
    }

    [Fact]
    public void When_the_room_is_short_the_map_goes_first_and_then_the_summary()
    {
        var (_, _, whole) = CardShape.Fit(Whole, 300, null)!.Value;
        var bare = (Whole with { HasMap = false }).HeightAt(300);
        var least = (Whole with { HasMap = false, Summary = null }).HeightAt(300);

        Assert.Equal((Whole, 300, whole), CardShape.Fit(Whole, 300, whole));
        Assert.Equal((Whole with { HasMap = false }, 300, bare), CardShape.Fit(Whole, 300, whole - 1));
        Assert.Equal((Whole with { HasMap = false, Summary = null }, 300, least), CardShape.Fit(Whole, 300, bare - 1));
        Assert.Null(CardShape.Fit(Whole, 300, least - 1));
    }

    [Theory]
    [InlineData(199, null)]
    [InlineData(0, null)]
    [InlineData(null, 119)]
    public void There_is_a_room_too_small_for_any_card(int? maxWidth, int? maxHeight) =>
        Assert.Null(CardShape.Fit(new CardShape("A", null, HasMap: false, HasNote: false), maxWidth, maxHeight));

    [Fact]
    public void A_card_is_never_larger_than_it_was_allowed_and_never_smaller_than_its_words() =>
        Gen.Select(AnyShape, Gen.Int[0, 900], Gen.Int[0, 900]).Sample((shape, maxWidth, maxHeight) =>
        {
            if (CardShape.Fit(shape, maxWidth, maxHeight) is not var (fitted, width, height)) return maxWidth < CardShape.LeastWidth || (shape with { HasMap = false, Summary = null }).HeightAt(Math.Clamp(maxWidth, CardShape.LeastWidth, CardShape.UsualWidth)) > maxHeight || maxHeight < CardShape.LeastHeight;
            return width <= maxWidth && height <= maxHeight && width >= CardShape.LeastWidth && height >= CardShape.LeastHeight
                && fitted.HeightAt(width) == height && fitted.Headline == shape.Headline && fitted.HasNote == shape.HasNote;
        });

    [Fact]
    public void More_words_never_take_less_room() =>
        Gen.Select(AnyShape, Gen.Int[CardShape.LeastWidth, 600]).Sample((shape, width) =>
            (shape with { Headline = shape.Headline + " a" }).HeightAt(width) >= shape.HeightAt(width)
            && (shape with { Summary = null }).HeightAt(width) <= shape.HeightAt(width)
            && (shape with { HasNote = true }).HeightAt(width) >= shape.HeightAt(width)
            && (shape with { HasMap = true }).HeightAt(width) >= shape.HeightAt(width));
}
