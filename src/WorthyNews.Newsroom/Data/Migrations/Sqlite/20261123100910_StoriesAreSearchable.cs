using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WorthyNews.Newsroom.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class StoriesAreSearchable : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SearchTexts",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false),
                    StoryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Format = table.Column<int>(type: "INTEGER", nullable: false),
                    Listed = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchTexts", x => x.Key);
                    table.ForeignKey(
                        name: "FK_SearchTexts_Stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Stories",
                        principalColumn: "StoryId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SearchTexts_StoryId",
                table: "SearchTexts",
                column: "StoryId",
                unique: true);

            // The words are folded before they come here: the tokenizer only cuts at spaces.
            migrationBuilder.Sql("""CREATE VIRTUAL TABLE "SearchWords" USING fts5("Listed", "Headline", "Kicker", "Standfirst", "Credits", "Body", tokenize = "ascii tokenchars '/-'")""");
            // A plain delete leaves the words in the index until it happens to be merged; this takes them out at once.
            migrationBuilder.Sql("""INSERT INTO "SearchWords"("SearchWords", rank) VALUES ('secure-delete', 1)""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE \"SearchWords\"");

            migrationBuilder.DropTable(
                name: "SearchTexts");
        }
    }
}
