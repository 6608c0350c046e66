using WorthyNews.Newsroom.Text;

namespace WorthyNews.Web.Http;

/// <summary>A part of an address that a slug can be; anything else is an unknown address, not an error.</summary>
public sealed class SlugConstraint : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values[routeKey] is string value && Slug.TryParse(value, null, out _);
}

/// <summary>Four digits, 0001 to 9999.</summary>
public sealed class YearConstraint : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values[routeKey] is string { Length: 4 } value && value.All(char.IsAsciiDigit) && value != "0000";
}

/// <summary>Exactly two digits: an address has one spelling.</summary>
public sealed class TwoDigitsConstraint : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values[routeKey] is string { Length: 2 } value && value.All(char.IsAsciiDigit);
}
