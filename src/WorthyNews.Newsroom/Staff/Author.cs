namespace WorthyNews.Newsroom.Staff;

/// <summary>Who does something at the desk, as the record names them.</summary>
/// <param name="PersonId">Their account; null for who has none: see <see cref="Operator"/>.</param>
/// <param name="Name">As colleagues know them; never public.</param>
public sealed record Author(Guid? PersonId, string Name)
{
    /// <summary>The same for the audit, with the session; null for who leaves no line there: a clock, the samples.</summary>
    public Actor? Actor { get; init; }

    /// <summary>Stands at the machine itself, and answers for what goes out: the command line, the samples, a clock.</summary>
    public bool IsOperator => PersonId is null;

    /// <summary>Who needs no account. Never made from what a request says.</summary>
    public static Author Operator(string name) => new(null, name);
}
