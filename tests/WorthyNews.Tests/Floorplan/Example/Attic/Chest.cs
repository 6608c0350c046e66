using WorthyNews.Tests.Floorplan.Example.Cellar;

namespace WorthyNews.Tests.Floorplan.Example.Attic;

/// <summary>May use the cellar, which comes before it.</summary>
[Label]
public class Chest
{
    public static Chest Open() => new();
}

public sealed class ChestIsLockedException : Exception
{
    public ChestIsLockedException()
    {
    }

    public ChestIsLockedException(string message)
        : base(message)
    {
    }

    public ChestIsLockedException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
