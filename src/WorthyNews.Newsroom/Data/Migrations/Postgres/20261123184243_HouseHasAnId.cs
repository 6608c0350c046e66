using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WorthyNews.Newsroom.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class HouseHasAnId : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "House",
                columns: table => new
                {
                    Key = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_House", x => x.Key);
                });

            // Random, version 4 (RFC 9562, 5.4).
            migrationBuilder.Sql(
                """
                INSERT INTO "House"("Key", "Id") VALUES (1, gen_random_uuid())
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "House");
        }
    }
}
