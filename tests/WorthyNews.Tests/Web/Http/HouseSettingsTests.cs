using Microsoft.Extensions.Configuration;

using WorthyNews.Web.Http;

namespace WorthyNews.Tests.Web.Http;

public sealed class HouseSettingsTests
{
    [Fact]
    public void Without_any_setting_the_house_stands_on_SQLite_in_the_folder_it_was_started_from()
    {
        var settings = Read(isProduction: false);

        Assert.Equal(Path.Combine(Environment.CurrentDirectory, "data"), settings.DataDirectory);
        Assert.Equal($"Data Source={Path.Combine(settings.DataDirectory, "worthynews.db")}", settings.ConnectionString);
        Assert.Equal(("Worthy News", TimeZoneInfo.Utc, false), (settings.SiteName, settings.TimeZone, settings.LoadSeeds));
    }

    [Theory]
    [InlineData("Site:PublicUrl", "news.example.org")]
    [InlineData("Site:PublicUrl", "ftp://news.example.org")]
    [InlineData("Site:PublicUrl", "https://news.example.org/news")]
    [InlineData("Site:PublicUrl", "https://news.example.org/?a=b")]
    [InlineData("Site:PublicUrl", "https://me@news.example.org/")]
    [InlineData("Site:ContactEmail", "editor")]
    [InlineData("Site:ContactEmail", "Editor <editor@example.org>")]
    [InlineData("Site:ContactEmail", "editor@example.org?bcc=x")]
    [InlineData("Site:TimeZone", "Budapest")]
    [InlineData("Seeds:Load", "perhaps")]
    [InlineData("Log:Json", "1")]
    [InlineData("Database:Provider", "MySql")]
    [InlineData("Database:Provider", "1")]
    [InlineData("Data:Directory", "a\0b")]
    [InlineData("Backup:At", "3 am")]
    [InlineData("Backup:At", "24:00")]
    [InlineData("Backup:Keep", "0")]
    [InlineData("Backup:Keep", "all")]
    [InlineData("Backup:Nightly", "a\0b")]
    [InlineData("urls", "nonsense")]
    public void A_wrong_value_is_a_sentence_that_names_its_key(string key, string value)
    {
        var error = Assert.Throws<SettingsException>(() => Read(isProduction: false, (key, value)));

        Assert.StartsWith(key, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_wrong_values_are_told_at_once()
    {
        var error = Assert.Throws<SettingsException>(() => Read(isProduction: true, ("Site:TimeZone", "X"), ("Database:Provider", "Postgres")));

        Assert.Contains("Site:PublicUrl", error.Message, StringComparison.Ordinal);
        Assert.Contains("Site:TimeZone", error.Message, StringComparison.Ordinal);
        Assert.Contains("Database:ConnectionString", error.Message, StringComparison.Ordinal);
    }

    private static HouseSettings Read(bool isProduction, params (string Key, string Value)[] values) => HouseSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(v => KeyValuePair.Create(v.Key, (string?)v.Value))).Build(), isProduction);
}
