using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WorthyNews.Newsroom.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SubscribersAreTold : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SubscriptionRequests",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Callback = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Host = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Of = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    LeaseSeconds = table.Column<long>(type: "INTEGER", nullable: true),
                    Secret = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Challenge = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    NextTryAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubscriptionRequests", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Subscriptions",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Callback = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Host = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Of = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Secret = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    EndsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Cursor = table.Column<long>(type: "INTEGER", nullable: false),
                    Tag = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    NextTryAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TriedThrough = table.Column<long>(type: "INTEGER", nullable: false),
                    BusyUntil = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Subscriptions", x => x.Key);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SubscriptionRequests_NextTryAt",
                table: "SubscriptionRequests",
                column: "NextTryAt");

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_Cursor",
                table: "Subscriptions",
                column: "Cursor");

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_EndsAt",
                table: "Subscriptions",
                column: "EndsAt");

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_Host",
                table: "Subscriptions",
                column: "Host");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SubscriptionRequests");

            migrationBuilder.DropTable(
                name: "Subscriptions");
        }
    }
}
