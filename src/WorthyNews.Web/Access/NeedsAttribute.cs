using Microsoft.AspNetCore.Authorization;

using WorthyNews.Newsroom.Staff;

namespace WorthyNews.Web.Access;

/// <summary>What a route of the desk asks of who comes: to be signed in, and, with a verb, to hold it in some bureau. Which dispatch it is about, the page asks itself.</summary>
/// <remarks>A closed route without one of these lets nobody in. Who may not see it is told that nothing is there.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute : AuthorizeAttribute, IAuthorizationRequirementData
{
    public NeedsAttribute()
        : base(DeskDoor.Policy)
    {
    }

    public NeedsAttribute(DeskVerb verb)
        : this() => Verb = verb;

    /// <summary>Null: whoever is signed in.</summary>
    public DeskVerb? Verb { get; }

    /// <summary>Open, too, to somebody who still has to set up a second factor.</summary>
    public bool BeforeSecondFactor { get; init; }

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new Held(Verb, BeforeSecondFactor)];

    internal sealed record Held(DeskVerb? Verb, bool BeforeSecondFactor) : IAuthorizationRequirement;
}

/// <summary>In the policy of the desk: the route must say what it needs.</summary>
internal sealed class SaysWhatItNeeds : IAuthorizationRequirement;

internal sealed class NeedsHandler(SignedIn signedIn) : IAuthorizationHandler
{
    public Task HandleAsync(AuthorizationHandlerContext context)
    {
        var endpoint = (context.Resource as HttpContext)?.GetEndpoint();
        foreach (var requirement in context.PendingRequirements.ToList())
        {
            var isMet = requirement switch
            {
                SaysWhatItNeeds => endpoint?.Metadata.GetMetadata<NeedsAttribute>() is not null,
                NeedsAttribute.Held needs => signedIn.IsSomebody
                    && (needs.BeforeSecondFactor || !signedIn.Person.LacksSecondFactor)
                    && (needs.Verb is not { } verb || signedIn.MaySomewhere(verb)),
                _ => false,
            };
            if (isMet) context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
