using Mono.Cecil;
using Mono.Cecil.Cil;

namespace WorthyNews.Tests.Floorplan.Reading;

/// <summary>Takes compiled things apart into the types that they mention.</summary>
internal static class TypeParts
{
    public static IEnumerable<TypeReference> Of(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType made => [.. Of(made.ElementType), .. made.GenericArguments.SelectMany(Of)],
        FunctionPointerType pointer => Of((IMethodSignature)pointer),
        IModifierType modified => [.. Of(modified.ElementType), .. Of(modified.ModifierType)],
        TypeSpecification wrapped => Of(wrapped.ElementType),
        _ => [type],
    };

    /// <summary>What stands at the head of a type: what it is made of, except its methods.</summary>
    public static IEnumerable<TypeReference> OfHead(TypeDefinition type) =>
    [
        .. Of(type.BaseType), .. OfParameters(type), .. OfAttributes(type),
        .. type.Interfaces.SelectMany(i => Of(i.InterfaceType).Concat(OfAttributes(i))),
        .. type.Fields.SelectMany(f => Of(f.FieldType).Concat(OfAttributes(f))),
        .. type.Properties.SelectMany(p => Of(p.PropertyType).Concat(OfAttributes(p))),
        .. type.Events.SelectMany(e => Of(e.EventType).Concat(OfAttributes(e))),
    ];

    public static IEnumerable<TypeReference> Of(MethodDefinition method) =>
    [
        .. Of((IMethodSignature)method), .. OfParameters(method), .. OfAttributes(method), .. OfAttributes(method.MethodReturnType),
        .. method.Parameters.SelectMany(OfAttributes), .. method.Overrides.SelectMany(OfMember),
        .. method.HasBody ? Of(method.Body) : [],
    ];

    private static IEnumerable<TypeReference> Of(MethodBody body) =>
    [
        .. body.Variables.SelectMany(v => Of(v.VariableType)),
        .. body.ExceptionHandlers.SelectMany(h => Of(h.CatchType)),
        .. body.Instructions.SelectMany(i => OfOperand(i.Operand)),
    ];

    private static IEnumerable<TypeReference> OfOperand(object? operand) => operand switch
    {
        TypeReference type => Of(type),
        MemberReference member => OfMember(member),
        IMethodSignature signature => Of(signature),
        _ => [],
    };

    private static IEnumerable<TypeReference> OfMember(MemberReference member) => member switch
    {
        GenericInstanceMethod made => [.. OfMember(made.ElementMethod), .. made.GenericArguments.SelectMany(Of)],
        MethodReference method => [.. Of(method.DeclaringType), .. Of((IMethodSignature)method)],
        FieldReference field => [.. Of(field.DeclaringType), .. Of(field.FieldType)],
        _ => Of(member.DeclaringType),
    };

    private static IEnumerable<TypeReference> Of(IMethodSignature signature) =>
        [.. Of(signature.ReturnType), .. signature.Parameters.SelectMany(p => Of(p.ParameterType))];

    private static IEnumerable<TypeReference> OfParameters(IGenericParameterProvider generic) =>
        generic.GenericParameters.SelectMany(p =>
            p.Constraints.SelectMany(c => Of(c.ConstraintType).Concat(OfAttributes(c))).Concat(OfAttributes(p)));

    private static IEnumerable<TypeReference> OfAttributes(ICustomAttributeProvider thing) => thing.CustomAttributes.SelectMany(a =>
        Of(a.AttributeType)
            .Concat(a.ConstructorArguments.SelectMany(OfArgument))
            .Concat(a.Fields.Concat(a.Properties).SelectMany(named => OfArgument(named.Argument))));

    private static IEnumerable<TypeReference> OfArgument(CustomAttributeArgument argument) => argument.Value switch
    {
        TypeReference type => [.. Of(argument.Type), .. Of(type)],
        CustomAttributeArgument boxed => OfArgument(boxed),
        CustomAttributeArgument[] many => many.SelectMany(OfArgument),
        _ => Of(argument.Type),
    };
}
