namespace WorthyNews.Newsroom.Maps;

/// <summary>Where land is, in cells, to ask quickly.</summary>
internal sealed class LandGrid
{
    private const int Cell = 6;
    private readonly bool[,] land;

    public LandGrid(Frame frame, List<List<Spot>> rings)
    {
        land = new bool[frame.Width / Cell + 1, frame.Height / Cell + 1];
        for (var row = 0; row < land.GetLength(1); row++)
        {
            foreach (var (left, right) in Lettering.Spans(rings, (row + 0.5) * Cell))
            {
                var last = Math.Min(land.GetLength(0) - 1, (int)(right / Cell));
                for (var column = Math.Max(0, (int)(left / Cell)); column <= last; column++) land[column, row] = true;
            }
        }
    }

    public bool IsWater(Box box)
    {
        for (var x = (int)(box.Left / Cell); x <= (int)(box.Right / Cell); x++)
        {
            for (var y = (int)(box.Top / Cell); y <= (int)(box.Bottom / Cell); y++)
            {
                if (x >= 0 && y >= 0 && x < land.GetLength(0) && y < land.GetLength(1) && land[x, y]) return false;
            }
        }
        return true;
    }
}
