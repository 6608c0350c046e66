using System.Diagnostics;
using WorthyNews.Formats.WireCopy;

namespace WorthyNews.Tests.Formats.WireCopy;

/// <summary>Measured while no other test runs.</summary>
[CollectionDefinition(nameof(LinearityTests), DisableParallelization = true)]
[Collection(nameof(LinearityTests))]
public class LinearityTests
{
    private const int QuarterLength = 64 * 1024;
    private const int Runs = 9;

    // The rest is for a machine that does other things meanwhile. Work that grows with the square comes to about four.
    private const double MaxRatio = 3;

    // Below this a clock measures the collector rather than the reader; what is not linear takes far longer.
    private const double FloorMilliseconds = 8;

    [Theory]
    [InlineData("a")]
    [InlineData("A")]
    [InlineData(" ")]
    [InlineData("(")]
    [InlineData("()")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("\n")]
    [InlineData("a\n")]
    [InlineData("A\n")]
    [InlineData("(\n")]
    [InlineData("(ADDS)\n")]
    [InlineData("(Update)")]
    [InlineData("WATCH:")]
    [InlineData("By Ada Beda and ")]
    [InlineData("By Ada Beda\n")]
    [InlineData("ROME (AP) – ")]
    [InlineData("ROME (AP) –\n")]
    [InlineData("ROME/")]
    [InlineData("ROME, July 12 ")]
    [InlineData("THE DIET MEETS\n")]
    [InlineData("ENDS\n")]
    [InlineData("ROME , ")]
    [InlineData("EMBARGO: ")]
    [InlineData("Latest Worthy News\n")]
    [InlineData("free syndication service for churches ")]
    [InlineData("The town woke to a paper nailed on a door and nobody in it\n")]
    [InlineData("The town woke to a paper nailed on a door and nobody in it\n\n")]
    [InlineData("“Nobody slept,” said the beadle of the town, who had not slept either.\n\n")]
    public void Four_times_the_text_takes_no_longer_than_four_readings(string piece)
    {
        var quarter = Repeated(piece, QuarterLength);
        var whole = Repeated(piece, 4 * QuarterLength);

        var (quarters, once, ratio) = (double.MaxValue, double.MaxValue, double.MaxValue);
        for (var run = 0; run < Runs && ratio >= MaxRatio; run++)
        {
            quarters = Math.Min(quarters, Time(quarter, times: 4));
            once = Math.Min(once, Time(whole, times: 1));
            ratio = once / Math.Max(quarters, FloorMilliseconds);
        }

        Assert.True(ratio < MaxRatio, $"It took {ratio:F1} times as long.");
    }

    private static string Repeated(string piece, int length) => string.Concat(Enumerable.Repeat(piece, length / piece.Length));

    private static double Time(string copy, int times)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < times; i++) WireCopyReader.Read(copy);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
