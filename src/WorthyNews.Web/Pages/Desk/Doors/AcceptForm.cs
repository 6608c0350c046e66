using Microsoft.AspNetCore.Mvc.ModelBinding;

using WorthyNews.Newsroom.Staff;

namespace WorthyNews.Web.Pages.Desk.Doors;

/// <summary>What somebody says of himself who comes in by a link.</summary>
/// <param name="Key">The secret of the link.</param>
public sealed record AcceptForm(string? Key, string? UserName, string? DisplayName, string? Password)
{
    /// <summary>Says what is missing; whether the name is free and the password strong is asked later.</summary>
    public void Check(ModelStateDictionary problems)
    {
        problems.Clear();
        if (!Person.IsUserName(UserName)) problems.AddModelError("Form.UserName", "A user name has 2 to 40 small letters, digits, dots, dashes or underscores, and begins with a letter.");
        if (string.IsNullOrWhiteSpace(DisplayName) || DisplayName.Length > Person.MaxNameChars) problems.AddModelError("Form.DisplayName", $"Your name is missing, or longer than {Person.MaxNameChars} characters.");
        if (string.IsNullOrEmpty(Password)) problems.AddModelError("Form.Password", "The password is missing.");
    }
}
