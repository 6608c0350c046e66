using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WorthyNews.Newsroom.Data.Migrations.Postgres
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
                    Key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Callback = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Host = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Topic = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Of = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    LeaseSeconds = table.Column<long>(type: "bigint", nullable: true),
                    Secret = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Challenge = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Tries = table.Column<int>(type: "integer", nullable: false),
                    NextTryAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubscriptionRequests", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Subscriptions",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Callback = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Host = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Topic = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Of = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Secret = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    EndsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Cursor = table.Column<long>(type: "bigint", nullable: false),
                    Tag = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Failures = table.Column<int>(type: "integer", nullable: false),
                    NextTryAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    TriedThrough = table.Column<long>(type: "bigint", nullable: false),
                    BusyUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
