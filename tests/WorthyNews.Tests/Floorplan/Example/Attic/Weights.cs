namespace WorthyNews.Tests.Floorplan.Example.Attic;

public static class Weights
{
    public const int HeavyChars = 12;

    extension(string thing)
    {
        public bool IsHeavy() => thing.Length > HeavyChars;
    }
}
