using WorthyNews.Tests.Floorplan.Example.Attic;

namespace WorthyNews.Tests.Floorplan.Example.Cellar;

/// <summary>Each opens the door to the attic in another way, and none may.</summary>
public static class InAField
{
#pragma warning disable CS0649 // Never filled, so that the field alone is the door.
    internal static readonly Chest? Chest;
#pragma warning restore CS0649
}

public sealed class InAGenericArgument
{
    public IReadOnlyList<Dictionary<string, Chest[]>> Chests { get; } = [];
}

public static class InABase
{
    private sealed class Trunk : Chest;

    public static object New() => new Trunk();
}

public static class InASignature
{
    public static int Count(ref int start, params Chest?[] chests) => start + chests.Length;
}

public static class InABody
{
    public static string Look() => Chest.Open().ToString()!;
}

public static class InACast
{
    public static bool IsOne(object thing) => thing is Chest;
}

public static class InAnAsyncBody
{
    public static async Task<string> LookAsync()
    {
        await Task.Yield();
        return Chest.Open().ToString()!;
    }
}

public static class InAnIterator
{
    public static IEnumerable<string> Look()
    {
        yield return Chest.Open().ToString()!;
    }
}

public static class InALambda
{
    public static Func<int, string> Look(string before) => times => before + Chest.Open() + times;
}

public static class InACatch
{
    public static bool Fails(Action act)
    {
        try
        {
            act();
            return false;
        }
        catch (ChestIsLockedException)
        {
            return true;
        }
    }
}

[Label(Inside = [typeof(Chest)])]
public static class InAnAttribute;

public static class InAConstraint
{
    public static T Keep<T>(T thing)
        where T : Chest => thing;
}

public static class InAnExtension
{
    extension(IEnumerable<Chest> chests)
    {
        public bool AreMany => chests.Skip(1).Any();
    }
}

public static class ThroughAnExtension
{
    public static bool IsHeavy(string thing) => thing.IsHeavy();
}
