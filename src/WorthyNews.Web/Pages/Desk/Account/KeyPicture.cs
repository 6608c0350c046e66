using System.Globalization;
using System.Text;

using QRCoder;

namespace WorthyNews.Web.Pages.Desk.Account;

/// <summary>The key as the picture that a phone reads, drawn as one path: no picture file holds it, and no style is needed.</summary>
/// <param name="Side">In squares, with the white border that readers ask for.</param>
public sealed record KeyPicture(int Side, string Path)
{
    /// <remarks>Source of the address: the key URI format of Google Authenticator, which all read.</remarks>
    public static KeyPicture Of(string site, string userName, string key)
    {
        var address = $"otpauth://totp/{Uri.EscapeDataString(site)}:{Uri.EscapeDataString(userName)}?secret={key}&issuer={Uri.EscapeDataString(site)}";
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        var rows = code.ModuleMatrix;
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Length; x++)
            {
                if (!rows[y][x]) continue;
                var from = x;
                while (x + 1 < rows[y].Length && rows[y][x + 1]) x++;
                path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from + 1}v1h-{x - from + 1}z");
            }
        }

        return new KeyPicture(rows.Count, path.ToString());
    }
}
