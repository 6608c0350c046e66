namespace WorthyNews.Web.Http;

/// <summary>Addresses of the desk that more than one room names.</summary>
public static class DeskPaths
{
    public const string Desk = "/desk";
    public const string SignIn = "/desk/sign-in";
    public const string SetUp = "/desk/set-up";
    public const string Invitation = "/desk/invitation";
    public const string Reset = "/desk/reset";
    public const string Account = "/desk/account";
    public const string SecondFactor = "/desk/account/second-factor";
    public const string SignOut = "/desk/sign-out";
    /// <summary>With the key of a preview link behind it.</summary>
    public const string Preview = "/desk/preview";
    public const string People = "/desk/people";
    public const string Audit = "/desk/audit";

    extension(PathString path)
    {
        /// <summary>Whether it lies behind sign-in, or is the way to it.</summary>
        public bool IsDesk() => path.StartsWithSegments(Desk, StringComparison.OrdinalIgnoreCase);
    }
}
