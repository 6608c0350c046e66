namespace WorthyNews.Formats.WireCopy;

/// <summary>Countries, territories and states of the United States as datelines name them.</summary>
internal static class CountryNames
{
    public const string UnitedStates = "United States";

    private static readonly HashSet<string> Countries = Names("""
        Afghanistan, Albania, Algeria, Andorra, Angola, Antigua and Barbuda, Argentina, Armenia, Australia, Austria, Azerbaijan,
        Bahamas, Bahrain, Bangladesh, Barbados, Belarus, Belgium, Belize, Benin, Bhutan, Bolivia, Bosnia, Bosnia and Herzegovina,
        Bosnia-Herzegovina, Botswana, Brazil, Britain, Brunei, Bulgaria, Burkina Faso, Burma, Burundi, Cambodia, Cameroon, Canada,
        Cape Verde, Central African Republic, Chad, Chile, China, Colombia, Comoros, Congo, Costa Rica, Croatia, Cuba, Cyprus,
        Czech Republic, Czechia, Democratic Republic of Congo, Democratic Republic of the Congo, Denmark, Djibouti, Dominica,
        Dominican Republic, DRC, East Timor, Ecuador, Egypt, El Salvador, England, Equatorial Guinea, Eritrea, Estonia, Eswatini,
        Ethiopia, Fiji, Finland, France, Gabon, Gambia, Gaza, Gaza Strip, Georgia, Germany, Ghana, Greece, Greenland, Grenada,
        Guatemala, Guinea, Guinea-Bissau, Guyana, Haiti, Honduras, Hong Kong, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland,
        Israel, Italy, Ivory Coast, Jamaica, Japan, Jordan, Kazakhstan, Kenya, Kiribati, Kosovo, Kuwait, Kyrgyzstan, Laos, Latvia,
        Lebanon, Lesotho, Liberia, Libya, Liechtenstein, Lithuania, Luxembourg, Macau, Macedonia, Madagascar, Malawi, Malaysia,
        Maldives, Mali, Malta, Marshall Islands, Mauritania, Mauritius, Mexico, Micronesia, Moldova, Monaco, Mongolia, Montenegro,
        Morocco, Mozambique, Myanmar, Namibia, Nauru, Nepal, Netherlands, the Netherlands, New Zealand, Nicaragua, Niger, Nigeria,
        North Korea, North Macedonia, Northern Ireland, Norway, Oman, Pakistan, Palau, Palestine, Panama, Papua New Guinea, Paraguay,
        Peru, Philippines, Poland, Portugal, Puerto Rico, Qatar, Romania, Russia, Rwanda, Samoa, San Marino, Saudi Arabia, Scotland,
        Senegal, Serbia, Seychelles, Sierra Leone, Singapore, Slovakia, Slovenia, Solomon Islands, Somalia, Somaliland, South Africa,
        South Korea, South Sudan, Spain, Sri Lanka, Sudan, Suriname, Sweden, Switzerland, Syria, Taiwan, Tajikistan, Tanzania, Thailand,
        Timor-Leste, Togo, Tonga, Trinidad and Tobago, Tunisia, Turkey, Türkiye, Turkmenistan, Tuvalu, U.K., U.S., UAE, Uganda, UK,
        Ukraine, United Arab Emirates, United Kingdom, United States, Uruguay, USA, Uzbekistan, Vanuatu, Vatican, Vatican City,
        Venezuela, Vietnam, Wales, West Bank, Yemen, Zambia, Zimbabwe
        """);

    // Georgia is left to the countries: see IsAmbiguous.
    private static readonly HashSet<string> States = Names("""
        Alabama, Ala., Alaska, Arizona, Ariz., Arkansas, Ark., California, Calif., Colorado, Colo., Connecticut, Conn., Delaware, Del.,
        Florida, Fla., Ga., Hawaii, Idaho, Illinois, Ill., Indiana, Ind., Iowa, Kansas, Kan., Kentucky, Ky., Louisiana, La., Maine,
        Maryland, Md., Massachusetts, Mass., Michigan, Mich., Minnesota, Minn., Mississippi, Miss., Missouri, Mo., Montana, Mont.,
        Nebraska, Neb., Nevada, Nev., New Hampshire, N.H., New Jersey, N.J., New Mexico, N.M., New York, N.Y., North Carolina, N.C.,
        North Dakota, N.D., Ohio, Oklahoma, Okla., Oregon, Ore., Pennsylvania, Pa., Rhode Island, R.I., South Carolina, S.C.,
        South Dakota, S.D., Tennessee, Tenn., Texas, Utah, Vermont, Vt., Virginia, Va., Washington State, Wash., West Virginia, W.Va.,
        Wisconsin, Wis., Wyoming, Wyo.
        """);

    public static bool IsCountry(string name) => Countries.Contains(name);

    public static bool IsState(string name) => States.Contains(name);

    /// <summary>A country and a state of the United States at once.</summary>
    public static bool IsAmbiguous(string name) => string.Equals(name, "Georgia", StringComparison.OrdinalIgnoreCase);

    private static HashSet<string> Names(string list) =>
        list.Split([',', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
}
