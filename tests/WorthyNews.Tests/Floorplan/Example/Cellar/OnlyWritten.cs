using WorthyNews.Tests.Floorplan.Example.Attic;

namespace WorthyNews.Tests.Floorplan.Example.Cellar;

/// <summary>What the compiler copies leaves no trace of where it was copied from.</summary>
public static class OnlyWritten
{
    public const int Chests = Weights.HeavyChars;
}
