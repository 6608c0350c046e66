using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WorthyNews.Newsroom.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class StoriesHaveUrgency : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "FrontAt",
                table: "Stories",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "Urgency",
                table: "Stories",
                type: "character varying(16)",
                maxLength: 16,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Urgency",
                table: "Revisions",
                type: "character varying(16)",
                maxLength: 16,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "MergedInto",
                table: "DirectoryNames",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.Sql(OldStories.HaveUrgency);

            migrationBuilder.CreateIndex(
                name: "IX_Stories_State_FrontAt_FirstSequence",
                table: "Stories",
                columns: new[] { "State", "FrontAt", "FirstSequence" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "IX_DirectoryNames_MergedInto",
                table: "DirectoryNames",
                column: "MergedInto");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Stories_State_FrontAt_FirstSequence",
                table: "Stories");

            migrationBuilder.DropIndex(
                name: "IX_DirectoryNames_MergedInto",
                table: "DirectoryNames");

            migrationBuilder.DropColumn(
                name: "FrontAt",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "Urgency",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "Urgency",
                table: "Revisions");

            migrationBuilder.DropColumn(
                name: "MergedInto",
                table: "DirectoryNames");
        }
    }
}
