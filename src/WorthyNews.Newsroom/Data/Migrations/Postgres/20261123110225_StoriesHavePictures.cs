using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WorthyNews.Newsroom.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class StoriesHavePictures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Map",
                table: "Stories",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MapKey",
                table: "Stories",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TranslationOf",
                table: "Stories",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TranslationOf",
                table: "Revisions",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CardPictures",
                columns: table => new
                {
                    StoryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Png = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CardPictures", x => x.StoryId);
                    table.ForeignKey(
                        name: "FK_CardPictures_Stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Stories",
                        principalColumn: "StoryId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Maps",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Svg = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Maps", x => x.Key);
                });

            migrationBuilder.CreateIndex(
                name: "IX_WireEntries_Kind_Sequence",
                table: "WireEntries",
                columns: new[] { "Kind", "Sequence" },
                descending: new[] { false, true });

            migrationBuilder.CreateIndex(
                name: "IX_Stories_MapKey",
                table: "Stories",
                column: "MapKey");

            migrationBuilder.CreateIndex(
                name: "IX_Stories_TranslationOf",
                table: "Stories",
                column: "TranslationOf");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CardPictures");

            migrationBuilder.DropTable(
                name: "Maps");

            migrationBuilder.DropIndex(
                name: "IX_WireEntries_Kind_Sequence",
                table: "WireEntries");

            migrationBuilder.DropIndex(
                name: "IX_Stories_MapKey",
                table: "Stories");

            migrationBuilder.DropIndex(
                name: "IX_Stories_TranslationOf",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "Map",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "MapKey",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "TranslationOf",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "TranslationOf",
                table: "Revisions");
        }
    }
}
