namespace WorthyNews.Newsroom.Places;

/// <summary>What a name on a map stands for.</summary>
public enum PlaceKind
{
    City,

    /// <summary>A city that is the seat of a country's government.</summary>
    Capital,

    /// <summary>A state, a province, or a stretch of land that has no borders.</summary>
    Region,

    Country,
}
