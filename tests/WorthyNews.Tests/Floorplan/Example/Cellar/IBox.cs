namespace WorthyNews.Tests.Floorplan.Example.Cellar;

/// <summary>Has no code, so that only the type itself can say where it was written.</summary>
public interface IBox
{
    LabelAttribute Label { get; }
}
