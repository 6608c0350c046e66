using WorthyNews.Newsroom.Staff;

namespace WorthyNews.Tests.Newsroom.Staff;

public sealed class PasswordRulesTests
{
    private static readonly string[] Own = ["Worthy News", "bmerton", "Basil Merton", "news.test"];

    [Theory]
    [InlineData("nine lamps before the gate")]
    [InlineData("kettle moss orbit")]
    [InlineData("8315 2291 0042 7713")]
    [InlineData("überall ist es später")]
    [InlineData("السلام على من اتبع الهدى")]
    [InlineData("merton forgot seven umbrellas again")]
    public void What_is_long_and_not_to_be_guessed_is_taken(string password) =>
        Assert.Empty(PasswordRules.ReasonsNotToTake(password, hasSecondFactor: false, Own));

    [Theory]
    [InlineData("fourteen chars")]
    [InlineData("password1234567")]
    [InlineData("Password2026!!!!")]
    [InlineData("passwordpassword")]
    [InlineData("dragonmonkey12345")]
    [InlineData("123456789987654321")]
    [InlineData("aaaaaaaaaaaaaaaaaa")]
    [InlineData("xy7xy7xy7xy7xy7xy7")]
    [InlineData("abcdefghijklmnopq")]
    [InlineData("worthynews12345678")]
    [InlineData("bmerton-bmerton-1985")]
    [InlineData("Basil Merton 2026")]
    [InlineData("1qaz2wsx3edc4rfv")]
    public void What_others_would_try_is_refused_with_a_reason(string password) =>
        Assert.NotEmpty(PasswordRules.ReasonsNotToTake(password, hasSecondFactor: false, Own));

    [Fact]
    public void A_second_factor_makes_twelve_characters_enough()
    {
        const string Twelve = "kettle moss!";

        Assert.Empty(PasswordRules.ReasonsNotToTake(Twelve, hasSecondFactor: true, Own));
        Assert.NotEmpty(PasswordRules.ReasonsNotToTake(Twelve, hasSecondFactor: false, Own));
        Assert.NotEmpty(PasswordRules.ReasonsNotToTake(Twelve[..11], hasSecondFactor: true, Own));
    }

    [Fact]
    public void Long_ones_are_welcome_up_to_two_hundred_and_fifty_six()
    {
        var words = string.Join(' ', Enumerable.Range(0, 60).Select(i => $"w{i * 7919 % 1000}"));

        Assert.Empty(PasswordRules.ReasonsNotToTake(words[..256], hasSecondFactor: false, Own));
        Assert.NotEmpty(PasswordRules.ReasonsNotToTake(words[..257], hasSecondFactor: false, Own));
    }

    [Fact]
    public void A_letter_counts_once_however_it_was_typed()
    {
        var composed = "café".Normalize(System.Text.NormalizationForm.FormC);
        var taken = "café".Normalize(System.Text.NormalizationForm.FormD);

        Assert.NotEqual(composed, taken);
        Assert.Equal(PasswordRules.Spelled(composed), PasswordRules.Spelled(taken));
        Assert.NotEmpty(PasswordRules.ReasonsNotToTake("half a \ud83d character", hasSecondFactor: false, Own));
    }
}
