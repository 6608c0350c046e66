using System.Collections.Frozen;

namespace WorthyNews.Web.Http.Widgets;

/// <summary>The few words of a widget that no editor wrote.</summary>
/// <param name="LatestFrom">{0} is a bureau, section, topic, place or language.</param>
public sealed record WidgetWords(
    string Latest, string LatestFrom, string Corrected, string Sample, string Older, string Newer, string Back, string ReadOnSite,
    string Free, string Get, string Empty, string Everything, string Gone, string Retracted);

/// <summary>The languages that a widget has words in. A story is shown in its own, whatever these are.</summary>
public static class WidgetLanguages
{
    public const string Usual = "en";

    private static readonly FrozenDictionary<string, WidgetWords> Words = new Dictionary<string, WidgetWords>(StringComparer.Ordinal)
    {
        ["ar"] = new("آخر الأخبار", "آخر الأخبار: {0}", "مصحَّح", "نموذج", "الأقدم", "الأحدث", "العودة إلى العناوين", "اقرأ على موقعنا", "مجاناً للكنائس.", "احصل عليه", "لا جديد هنا.", "كل الأخبار", "سُحب هذا الخبر.", "سُحب نص هذا الخبر."),
        ["de"] = new("Neueste Meldungen", "Neueste Meldungen: {0}", "Berichtigt", "Muster", "Ältere", "Neuere", "Zurück zu den Schlagzeilen", "Auf unserer Seite lesen", "kostenlos für Gemeinden.", "Mitmachen", "Hier steht noch nichts.", "Alle Meldungen", "Diese Meldung wurde zurückgezogen.", "Der Text dieser Meldung wurde zurückgezogen."),
        ["en"] = new("Latest news", "Latest news: {0}", "Corrected", "Sample", "Older", "Newer", "Back to the headlines", "Read it on our site", "free for churches.", "Get it", "Nothing filed here yet.", "Latest from everywhere", "This story is gone.", "This story was retracted."),
        ["es"] = new("Últimas noticias", "Últimas noticias: {0}", "Corregido", "Muestra", "Anteriores", "Más recientes", "Volver a los titulares", "Leer en nuestro sitio", "gratis para iglesias.", "Obtenerlo", "Aún no hay nada aquí.", "Todas las noticias", "Esta noticia fue retirada.", "El texto de esta noticia fue retirado."),
        ["fr"] = new("Dernières nouvelles", "Dernières nouvelles : {0}", "Corrigé", "Exemple", "Plus anciennes", "Plus récentes", "Retour aux titres", "Lire sur notre site", "gratuit pour les églises.", "L’obtenir", "Rien ici pour le moment.", "Toutes les nouvelles", "Cet article a été retiré.", "Le texte de cet article a été retiré."),
        ["he"] = new("חדשות אחרונות", "חדשות אחרונות: {0}", "תוקן", "דוגמה", "ישנות יותר", "חדשות יותר", "חזרה לכותרות", "לקריאה באתר שלנו", "חינם לקהילות.", "לקבלה", "אין כאן עדיין דבר.", "כל החדשות", "הידיעה הוסרה.", "נוסח הידיעה הוסר."),
        ["hu"] = new("Friss hírek", "Friss hírek: {0}", "Javítva", "Minta", "Régebbiek", "Újabbak", "Vissza a címekhez", "Olvassa az oldalunkon", "ingyen a gyülekezeteknek.", "Kérem", "Itt még nincs semmi.", "Minden hír", "Ezt a hírt visszavontuk.", "A hír szövegét visszavontuk."),
        ["uk"] = new("Останні новини", "Останні новини: {0}", "Виправлено", "Зразок", "Старіші", "Новіші", "Назад до заголовків", "Читати на нашому сайті", "безкоштовно для церков.", "Отримати", "Тут ще нічого немає.", "Усі новини", "Цю новину вилучено.", "Текст цієї новини вилучено."),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>In the order of their tags.</summary>
    public static IReadOnlyList<string> Known { get; } = [.. Words.Keys.Order(StringComparer.Ordinal)];

    /// <exception cref="KeyNotFoundException">It is not <see cref="Known"/>.</exception>
    public static WidgetWords WordsOf(string language) => Words[language];

    /// <summary>The language itself, the one it is a kind of, or the usual one.</summary>
    public static string Nearest(string tag) => tag.Split('-')[0].ToLowerInvariant() is var root && Words.ContainsKey(root) ? root : Usual;
}
