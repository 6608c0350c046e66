namespace WorthyNews.Web.Pages.Desk.Doors;

/// <summary>A page with the form by which somebody becomes a person of the desk.</summary>
public interface IAcceptPage
{
    AcceptForm Form { get; }

    /// <summary>What the button says.</summary>
    string Press { get; }

    /// <summary>Of the password.</summary>
    int LeastChars { get; }
}
