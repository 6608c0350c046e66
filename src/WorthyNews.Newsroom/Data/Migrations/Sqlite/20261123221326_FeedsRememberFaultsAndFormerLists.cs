using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WorthyNews.Newsroom.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FeedsRememberFaultsAndFormerLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "FeedFaults",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Feed = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    Item = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    StoryId = table.Column<Guid>(type: "TEXT", nullable: true),
                    What = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FeedFaults", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FormerListings",
                columns: table => new
                {
                    StoryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    LeftAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerListings", x => new { x.StoryId, x.Kind, x.Slug });
                    table.ForeignKey(
                        name: "FK_FormerListings_Stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Stories",
                        principalColumn: "StoryId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WireTails",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WireTails", x => x.Name);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SubscriptionRequests_Host",
                table: "SubscriptionRequests",
                column: "Host");

            migrationBuilder.CreateIndex(
                name: "IX_FeedFaults_Feed",
                table: "FeedFaults",
                column: "Feed");

            migrationBuilder.CreateIndex(
                name: "IX_FormerListings_Kind_Slug",
                table: "FormerListings",
                columns: new[] { "Kind", "Slug" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FeedFaults");

            migrationBuilder.DropTable(
                name: "FormerListings");

            migrationBuilder.DropTable(
                name: "WireTails");

            migrationBuilder.DropIndex(
                name: "IX_SubscriptionRequests_Host",
                table: "SubscriptionRequests");
        }
    }
}
