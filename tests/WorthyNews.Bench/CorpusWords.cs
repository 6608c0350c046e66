using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Bench;

/// <summary>The words and names of generated dispatches. Every person is invented.</summary>
internal static class CorpusWords
{
    public static readonly (string Slug, string Name, string Zone)[] Bureaus =
    [
        ("europe", "Europe", "Europe/Budapest"), ("middle-east", "Middle East", "Asia/Beirut"), ("asia", "Asia", "Asia/Kolkata"),
        ("africa", "Africa", "Africa/Nairobi"), ("americas", "Americas", "America/New_York"), ("jerusalem", "Jerusalem", "Asia/Jerusalem"),
    ];

    public static readonly string[] Sections = ["world", "church-life", "persecution", "missions", "bible"];

    private static readonly string[] Topics =
    [
        "bible-translation", "church-and-state", "councils-and-creeds", "dialogue", "elections", "freedom-of-worship", "manuscripts",
        "migration", "prayer", "reformation", "relief", "revival", "schools", "slavery", "war-and-peace",
    ];

    private static readonly (string Name, string Country)[] Cities =
    [
        ("Kyiv", "Ukraine"), ("Budapest", "Hungary"), ("Vienna", "Austria"), ("Leipzig", "Germany"), ("London", "United Kingdom"),
        ("Geneva", "Switzerland"), ("Lviv", "Ukraine"), ("Rome", "Italy"), ("Athens", "Greece"), ("Oslo", "Norway"),
        ("Beirut", "Lebanon"), ("Baghdad", "Iraq"), ("Amman", "Jordan"), ("Cairo", "Egypt"), ("Antioch", "Turkey"),
        ("Tokyo", "Japan"), ("Seoul", "South Korea"), ("Serampore", "India"), ("Manila", "Philippines"), ("Jakarta", "Indonesia"),
        ("Nairobi", "Kenya"), ("Lagos", "Nigeria"), ("Aksum", "Ethiopia"), ("Kampala", "Uganda"), ("Accra", "Ghana"),
        ("Lima", "Peru"), ("Boston", "United States"), ("Bogota", "Colombia"), ("Toronto", "Canada"), ("Havana", "Cuba"),
    ];

    private static readonly string[] Given = ["Marta", "Edmund", "Leila", "Priya", "Adaeze", "Josiah"];
    private static readonly string[] Family = ["Veldhoek", "Farleigh", "Orsted", "Kurosato"];

    private static readonly Dictionary<string, string[]> Languages = new(StringComparer.Ordinal)
    {
        ["en"] = Split("""
            the a of to in and for with after before while church bishop pastor court village people members leaders school hospital city river
            said told asked prayed sang opened closed rebuilt gave found held met wrote signed left returned called waited stood counted bread
            roof winter morning evening Sunday week year officials neighbors families children teachers doctors judges farmers old new small
            open quiet long first last two three many every Scripture hymn letter law border train road window bell meeting council peace
            freedom worship water light hope news question answer nobody
            """),
        ["es"] = Split("""
            la el de en y para con después antes iglesia obispo pastor pueblo gente jueces niños maestros escuela ciudad río dijo pidió oró
            cantó abrió cerró dio encontró escribió firmó volvió esperó pan techo invierno mañana domingo semana año familias nuevo pequeño
            largo primero último dos tres muchos carta ley frontera camino ventana campana paz libertad agua luz esperanza pregunta nadie
            """),
        ["uk"] = Split("""
            у на та для з після перед церква єпископ пастор суд село люди школа лікарня місто річка сказав просив молився співали відкрили
            закрили знайшли написали підписали повернулися чекали хліб дах зима ранок неділя тиждень рік родини діти вчителі новий малий
            довгий перший останній два три багато лист закон дорога вікно дзвін мир свобода вода світло надія питання ніхто
            """),
        ["ar"] = Split("""
            في من إلى على مع بعد قبل كنيسة أسقف قس محكمة قرية ناس مدرسة مستشفى مدينة نهر قال طلب صلى فتح أغلق وجد كتب وقع عاد انتظر خبز
            سقف شتاء صباح مساء أسبوع سنة عائلات أطفال معلمون جديد صغير طويل أول آخر اثنان ثلاثة رسالة قانون طريق نافذة جرس سلام حرية ماء نور
            """),
    };

    public static string[] Of(string language) => Languages[language];

    public static string Pick(string[] from, Random random) => from[random.Next(from.Length)];

    public static IReadOnlyList<string> SomeTopics(int count, Random random) => Some(Topics, count, random);

    public static IEnumerable<DirectoryName> Places(int count, Random random) => Some(Cities, count, random).Select(Place);

    public static IEnumerable<DirectoryName> Contributors(string bureau, int count, Random random) => Some(Given, count, random)
        .Select(given => Contributor(bureau, given, Family[random.Next(Family.Length)]));

    /// <summary>Everything the dispatches name, so that each size of corpus has the same directory.</summary>
    public static IEnumerable<DirectoryName> Names() =>
    [
        .. Bureaus.Select((b, order) => new DirectoryName { Kind = NameKind.Bureau, Slug = b.Slug, Name = b.Name, TimeZone = b.Zone, Order = order }),
        .. Sections.Select((s, order) => new DirectoryName { Kind = NameKind.Section, Slug = s, Name = DirectoryName.NameFromSlug(s), Order = order }),
        .. Topics.Select(t => new DirectoryName { Kind = NameKind.Topic, Slug = t, Name = DirectoryName.NameFromSlug(t), Order = DirectoryName.LastOrder }),
        .. Cities.Select(Place),
        .. Bureaus.SelectMany(b => Given.SelectMany(given => Family.Select(family => Contributor(b.Slug, given, family)))),
    ];

    private static DirectoryName Place((string Name, string Country) city) => new()
    {
        Kind = NameKind.Place,
        Slug = Slug.From(city.Name).Value,
        Name = city.Name,
        Country = city.Country,
        Order = DirectoryName.LastOrder,
    };

    /// <summary>A person of that name for each bureau.</summary>
    private static DirectoryName Contributor(string bureau, string given, string family) => new()
    {
        Kind = NameKind.Contributor,
        Slug = Slug.From($"{given} {family} {bureau}").Value,
        Name = $"{given} {family}",
        Role = "Correspondent",
        Bureau = bureau,
        Order = DirectoryName.LastOrder,
    };

    private static string[] Split(string words) => words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static List<T> Some<T>(T[] from, int count, Random random)
    {
        var start = random.Next(from.Length);
        return [.. Enumerable.Range(0, count).Select(n => from[(start + (n * 5)) % from.Length]).Distinct()];
    }
}
