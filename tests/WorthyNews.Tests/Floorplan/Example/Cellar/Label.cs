namespace WorthyNews.Tests.Floorplan.Example.Cellar;

[AttributeUsage(AttributeTargets.Class)]
public sealed class LabelAttribute : Attribute
{
    public Type[] Inside { get; set; } = [];
}
