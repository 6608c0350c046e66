using WorthyNews.Newsroom.Places;

namespace WorthyNews.Newsroom.Maps;

/// <summary>A name that may be set on water.</summary>
/// <param name="Name">English, in a form that no neighbour refuses, or the one most atlases use.</param>
/// <param name="Middle">In open water.</param>
/// <param name="RadiusKm">How far from there the name still holds.</param>
internal sealed record Sea(string Name, GeoPoint Middle, double RadiusKm)
{
    /// <summary>Points set by us from the map; a sea of an odd shape has several.</summary>
    public static readonly IReadOnlyList<Sea> All =
    [
        At("North Sea", 56, 3.2, 380), At("Baltic Sea", 56.3, 18.6, 200), At("Gulf of Bothnia", 62, 19.8, 200), At("Norwegian Sea", 67, 3, 650),
        At("Barents Sea", 74, 38, 650), At("Kara Sea", 76, 75, 550), At("Laptev Sea", 76, 125, 450), At("East Siberian Sea", 73, 160, 500),
        At("Greenland Sea", 76, -7, 500), At("Labrador Sea", 58, -53, 550), At("Baffin Bay", 73.5, -67, 350), At("Hudson Bay", 59.5, -85.5, 420),
        At("Beaufort Sea", 72.5, -138, 450), At("Celtic Sea", 50.3, -7.6, 170), At("Bay of Biscay", 45.4, -5, 300), At("English Channel", 50.1, -1.9, 120),
        At("Mediterranean Sea", 40, 5.5, 260), At("Mediterranean Sea", 34.4, 18.5, 420), At("Mediterranean Sea", 33.6, 29.5, 420),
        At("Tyrrhenian Sea", 39.9, 12.2, 180), At("Adriatic Sea", 42.7, 15.8, 180), At("Ionian Sea", 38, 18.6, 170), At("Aegean Sea", 38.6, 25, 170),
        At("Black Sea", 43.3, 34.2, 400), At("Caspian Sea", 41.8, 50.5, 300), At("Caspian Sea", 38.8, 51.5, 200), At("Red Sea", 20, 38.5, 420), At("Red Sea", 25.2, 35.6, 250),
        At("Gulf of Aden", 12.3, 48, 300), At("The Gulf", 27, 51.3, 260), At("Gulf of Oman", 24.7, 58.6, 130), At("Arabian Sea", 15.5, 63.5, 1000),
        At("Bay of Bengal", 14.5, 87.5, 750), At("Andaman Sea", 10.5, 95.8, 350), At("Laccadive Sea", 8, 75, 250), At("Gulf of Thailand", 9.8, 101.6, 230),
        At("South China Sea", 14.2, 114.6, 700), At("Gulf of Tonkin", 19.8, 107.6, 130), At("East China Sea", 29, 125.5, 350), At("Yellow Sea", 35.8, 123.3, 230),
        At("Sea of Japan", 40, 134.6, 450), At("Sea of Okhotsk", 53.5, 149.5, 550), At("Bering Sea", 58.5, -178, 800), At("Philippine Sea", 18.5, 131, 1000),
        At("Sulu Sea", 8.6, 120, 200), At("Celebes Sea", 3.6, 122, 260), At("Java Sea", -5, 111, 350), At("Banda Sea", -5.7, 127, 300), At("Arafura Sea", -9.5, 135.5, 350),
        At("Timor Sea", -11.3, 127.3, 250), At("Gulf of Carpentaria", -13.8, 139, 200), At("Coral Sea", -17, 153, 750), At("Tasman Sea", -38, 160, 600), At("Solomon Sea", -8.3, 153.5, 220),
        At("Bismarck Sea", -3.9, 148.3, 220), At("Gulf of Mexico", 25, -90.3, 600), At("Caribbean Sea", 15, -74, 750), At("Caribbean Sea", 17.5, -83, 350), At("Gulf of Guinea", 2, 3.2, 550),
        At("Mozambique Channel", -18.5, 41.5, 450), At("Great Australian Bight", -34, 130.5, 500), At("Gulf of Alaska", 57, -145, 550), At("Gulf of California", 27, -111.3, 200),
        At("Arctic Ocean", 84.5, 0, 700), At("Arctic Ocean", 80, -150, 800), At("Arctic Ocean", 82, 150, 700),
        At("Atlantic Ocean", 44, -35, 2600), At("Atlantic Ocean", 33, -18, 1200), At("Atlantic Ocean", 22, -45, 2600), At("Atlantic Ocean", 3, -26, 1800), At("Atlantic Ocean", -22, -14, 2600),
        At("Atlantic Ocean", -42, -30, 2300), At("Indian Ocean", -8, 70, 2500), At("Indian Ocean", -27, 80, 3000), At("Indian Ocean", -20, 105, 1500), At("Indian Ocean", 0, 85, 1200), At("Indian Ocean", -4, 48, 900),
        At("Pacific Ocean", 33, -160, 4000), At("Pacific Ocean", 38, 165, 2000), At("Pacific Ocean", 5, -150, 4500), At("Pacific Ocean", 6, 160, 2300), At("Pacific Ocean", -14, -168, 2500),
        At("Pacific Ocean", -28, -120, 4000), At("Pacific Ocean", -22, -85, 1600), At("Pacific Ocean", 5, -95, 1900), At("Pacific Ocean", -38, -160, 1900), At("Pacific Ocean", -28, 175, 900),
        At("Southern Ocean", -61, 100, 1600), At("Southern Ocean", -62, -140, 1600), At("Southern Ocean", -60, 10, 1600), At("Ross Sea", -75, -175, 500), At("Weddell Sea", -72, -45, 550),
    ];

    private static Sea At(string name, double latitude, double longitude, double radiusKm) => new(name, new(latitude, longitude), radiusKm);
}
