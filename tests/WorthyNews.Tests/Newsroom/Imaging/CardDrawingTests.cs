using NetVips;

using WorthyNews.Newsroom.Imaging;

namespace WorthyNews.Tests.Newsroom.Imaging;

public sealed class CardDrawingTests
{
    private const string Map = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 300" width="1200" height="300"><rect width="1200" height="300" fill="#00ff00"/></svg>""";

    [Theory]
    [InlineData("Council At Nicaea Agrees On Creed", false)]
    [InlineData("مجمع نيقية يتفق على قانون الإيمان", true)]
    [InlineData("Надруковано Острозьку Біблію", false)]
    [InlineData("ירושלים", true)]
    [InlineData("A <b>bold</b> & \"quoted\" headline ]]> &amp; 'so'", false)]
    [InlineData("", false)]
    public void A_card_is_a_picture_of_the_size_that_networks_ask_for(string headline, bool isRightToLeft)
    {
        var png = CardDrawing.Draw(new CardWords("Worthy News", headline, "Nicaea, 325", null, isRightToLeft));

        using var picture = Image.PngloadBuffer(png);
        Assert.Equal((1200, 630), (picture.Width, picture.Height));
        Assert.InRange(png.Length, 1_000, 100_000);
    }

    [Fact]
    public void The_headline_is_on_the_card_and_another_headline_is_another_card()
    {
        var one = CardDrawing.Draw(new CardWords("Worthy News", "Council At Nicaea", null, null, false));
        var again = CardDrawing.Draw(new CardWords("Worthy News", "Council At Nicaea", null, null, false));
        var other = CardDrawing.Draw(new CardWords("Worthy News", "Council At Ephesus", null, null, false));

        Assert.Equal(one, again);
        Assert.NotEqual(one, other);
        Assert.True(Darkness(one, 0, 600) > 0.3, "The words stand at the left.");
    }

    [Fact]
    public void Words_that_run_from_the_right_stand_at_the_right()
    {
        var png = CardDrawing.Draw(new CardWords("Worthy News", "القدس", null, null, IsRightToLeft: true));

        Assert.True(Darkness(png, 600, 600) > Darkness(png, 0, 600));
    }

    [Fact]
    public void The_map_stands_above_the_words()
    {
        using var picture = Image.PngloadBuffer(CardDrawing.Draw(new CardWords("Worthy News", "Council At Nicaea", null, Map, false)));

        Assert.True(picture.Getpoint(600, 150) is [< 60, > 200, < 60, ..], "Green of the map.");
        Assert.True(picture.Getpoint(600, 400) is [> 240, > 240, > 240, ..], "Paper below it.");
    }

    [Fact]
    public void A_headline_longer_than_any_card_is_cut_and_stays_above_the_name()
    {
        var endless = string.Concat(Enumerable.Repeat("Scholars Announce Isaiah Scroll ", 60)) + new string('W', 400);

        using var picture = Image.PngloadBuffer(CardDrawing.Draw(new CardWords("Worthy News", endless, "Kicker", Map, false)));

        using var gap = picture.Crop(0, 536, 1200, 12).Colourspace(Enums.Interpretation.Bw);
        Assert.True(gap.Min() > 200, "Nothing runs into the name of the house.");
    }

    /// <summary>How much ink stands in a column of the upper half, 0 to 255.</summary>
    private static double Darkness(byte[] png, int left, int width)
    {
        using var picture = Image.PngloadBuffer(png).Colourspace(Enums.Interpretation.Bw).ExtractBand(0);
        using var part = picture.Crop(left, 0, width, 500);
        return 253 - part.Avg();
    }
}
