using CsCheck;

using WorthyNews.Newsroom.Text;

namespace WorthyNews.Tests.Newsroom.Text;

public sealed class ParagraphComparisonTests
{
    [Fact]
    public void What_each_changed_in_another_paragraph_comes_together_by_itself()
    {
        var compared = ParagraphComparison.Of(Text("One.", "Two.", "Three."), Text("One.", "Two.", "Three, they say."), Text("One, I say.", "Two.", "Three."));

        Assert.Equal([PieceChange.OnlyMine, PieceChange.Same, PieceChange.OnlyTheirs], compared.Pieces.Select(p => p.Change));
        Assert.False(compared.NeedsChoice);
        Assert.Equal(Text("One, I say.", "Two.", "Three, they say."), compared.Merge([]));
    }

    [Fact]
    public void Neighbours_that_each_changed_are_pieces_of_their_own()
    {
        var compared = ParagraphComparison.Of(Text("One.", "Two."), Text("One.", "Two, they say."), Text("One, I say.", "Two."));

        Assert.Equal(Text("One, I say.", "Two, they say."), compared.Merge([]));
    }

    [Theory]
    [InlineData(Choice.Theirs, "They.")]
    [InlineData(Choice.Mine, "I.")]
    [InlineData(Choice.Both, "They.\n\nI.")]
    public void What_both_changed_is_chosen(Choice choice, string middle)
    {
        var compared = ParagraphComparison.Of(Text("One.", "Two.", "Three."), Text("One.", "They.", "Three."), Text("One.", "I.", "Three."));

        Assert.True(compared.NeedsChoice);
        Assert.Equal($"One.\n\n{middle}\n\nThree.", compared.Merge([Choice.Theirs, choice, Choice.Theirs]));
    }

    [Fact]
    public void Without_a_choice_both_texts_are_kept()
    {
        var compared = ParagraphComparison.Of("", "They began it.", "I began it.");

        Assert.Equal(Text("They began it.", "I began it."), compared.Merge([]));
    }

    [Fact]
    public void The_same_change_twice_is_one()
    {
        var compared = ParagraphComparison.Of(Text("One.", "Two."), Text("One.", "Two, put right."), Text("One.", "Two, put right."));

        Assert.All(compared.Pieces, p => Assert.Equal(PieceChange.Same, p.Change));
        Assert.Equal(Text("One.", "Two, put right."), compared.Merge([]));
    }

    [Fact]
    public void A_paragraph_that_one_took_out_and_the_other_changed_is_chosen()
    {
        var compared = ParagraphComparison.Of(Text("One.", "Two.", "Three."), Text("One.", "Three."), Text("One.", "Two, I say.", "Three."));

        var piece = Assert.Single(compared.Pieces, p => p.Change == PieceChange.BothChanged);
        Assert.Empty(piece.Theirs);
        Assert.Equal(Text("One.", "Two, I say.", "Three."), compared.Merge([]));
    }

    [Fact]
    public void The_words_that_changed_are_marked()
    {
        var compared = ParagraphComparison.Of("The bishops met in spring.", "The bishops met in summer.", "Twelve bishops met in spring.");

        var piece = Assert.Single(compared.Pieces);
        Assert.Equal(["spring", "summer"], piece.TheirRuns.Where(r => r.Change != WordChange.Same).Select(r => r.Text));
        Assert.Equal(["The", "Twelve"], piece.MyRuns.Where(r => r.Change != WordChange.Same).Select(r => r.Text));
    }

    [Fact]
    public void However_texts_differ_either_can_be_had_back_and_nothing_is_lost()
    {
        string[] words = ["a", "b", "c", "d", "e", "a b", "c\nd"];
        var paragraphs = Gen.Int[0, words.Length - 1].Select(i => words[i]).Array[0, 9].Select(p => Text(p));

        Gen.Select(paragraphs, paragraphs, paragraphs).Sample((@base, theirs, mine) =>
        {
            var compared = ParagraphComparison.Of(@base, theirs, mine);
            var count = compared.Pieces.Count;
            Assert.Equal(theirs, compared.Merge([.. Enumerable.Repeat(Choice.Theirs, count)]));
            Assert.Equal(mine, compared.Merge([.. Enumerable.Repeat(Choice.Mine, count)]));
            Assert.Equal(@base, string.Join("\n\n", compared.Pieces.SelectMany(p => p.Base)));
            var merged = ParagraphComparison.Paragraphs(compared.Merge([]));
            // What somebody wrote new, and nobody took out again, stands in what is suggested.
            var began = ParagraphComparison.Paragraphs(@base);
            Assert.Empty(ParagraphComparison.Paragraphs(theirs).Concat(ParagraphComparison.Paragraphs(mine)).Except(began).Except(merged));
        }, iter: 3000, threads: 2);

    }

    private static string Text(params string[] paragraphs) => string.Join("\n\n", paragraphs);
}
