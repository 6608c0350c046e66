using System.Text;

using WorthyNews.Newsroom.Staff;

namespace WorthyNews.Tests.Newsroom.Staff;

public sealed class TotpTests
{
    private static readonly string Key = Totp.Base32(Encoding.ASCII.GetBytes("12345678901234567890"));

    /// <remarks>Source: RFC 6238, appendix B, the SHA-1 column; six of its eight figures.</remarks>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeOf(Key, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    /// <remarks>Source: RFC 4648, 10.</remarks>
    [Theory]
    [InlineData("f", "MY")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Keys_are_written_in_base_32(string bytes, string text) => Assert.Equal(text, Totp.Base32(Encoding.ASCII.GetBytes(bytes)));

    [Fact]
    public void A_code_is_good_for_the_step_before_and_after_and_for_none_that_was_taken()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1234567890);
        var step = Totp.StepAt(now);

        Assert.Equal(step, Totp.StepOf(Key, "005 924", now, 0));
        Assert.Equal(step, Totp.StepOf(Key, "005924", now.AddSeconds(30), 0));
        Assert.Equal(step, Totp.StepOf(Key, "005924", now.AddSeconds(-30), 0));
        Assert.Null(Totp.StepOf(Key, "005924", now.AddSeconds(60), 0));
        Assert.Null(Totp.StepOf(Key, "005924", now, step));
        Assert.Null(Totp.StepOf(Key, "", now, 0));
        Assert.Null(Totp.StepOf(Key, "００５９２４", now, 0));
    }
}
