using WorthyNews.Newsroom.Places;
namespace WorthyNews.Newsroom.Maps;
public static class WorldMap { public const int Width=1000, Height=500; public static string Base => "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1000 500'><rect width='1000' height='500' fill='#e3e9ec'/></svg>"; public static (double X,double Y) PointOn(GeoPoint p) => ((p.Longitude+180)/360*1000, (90-p.Latitude)/180*500); }
