using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WorthyNews.Newsroom.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class DispatchesAreWorkedOn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Dispatches_State_PublishAt",
                table: "Dispatches");

            migrationBuilder.AddColumn<Guid>(
                name: "ById",
                table: "Revisions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ActCount",
                table: "Dispatches",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "ApprovedRevision",
                table: "Dispatches",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AssignedTo",
                table: "Dispatches",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "AssignedToId",
                table: "Dispatches",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Bureau",
                table: "Dispatches",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "Dispatches",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<DateTime>(
                name: "CorrectionAskedAt",
                table: "Dispatches",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CreatedBy",
                table: "Dispatches",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "CreatedById",
                table: "Dispatches",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "FailedAt",
                table: "Dispatches",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Failure",
                table: "Dispatches",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "NextTryAt",
                table: "Dispatches",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Tries",
                table: "Dispatches",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "ById",
                table: "Acts",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Number",
                table: "Acts",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "DeskNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DispatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    Verb = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: true),
                    Text = table.Column<string>(type: "text", nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeskNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DeskNotes_Dispatches_DispatchId",
                        column: x => x.DispatchId,
                        principalTable: "Dispatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DeskSettings",
                columns: table => new
                {
                    Bureau = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    UndoMinutes = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeskSettings", x => x.Bureau);
                });

            migrationBuilder.CreateTable(
                name: "Presences",
                columns: table => new
                {
                    DispatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Presences", x => new { x.DispatchId, x.PersonId });
                });

            migrationBuilder.CreateTable(
                name: "PreviewLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DispatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    TokenHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    MadeBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    MadeById = table.Column<Guid>(type: "uuid", nullable: true),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PreviewLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PreviewLinks_Dispatches_DispatchId",
                        column: x => x.DispatchId,
                        principalTable: "Dispatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WatchedNames",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DispatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AddedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AddedById = table.Column<Guid>(type: "uuid", nullable: true),
                    AddedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RemovedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    RemovedById = table.Column<Guid>(type: "uuid", nullable: true),
                    RemovedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WatchedNames", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WatchedNames_Dispatches_DispatchId",
                        column: x => x.DispatchId,
                        principalTable: "Dispatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WorkingCopies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DispatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    BaseRevision = table.Column<int>(type: "integer", nullable: true),
                    Copy = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    IsInConflict = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkingCopies", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Dispatches_CorrectionAskedAt",
                table: "Dispatches",
                column: "CorrectionAskedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Dispatches_Public_PublishedAt",
                table: "Dispatches",
                columns: new[] { "Public", "PublishedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Dispatches_PublishAt",
                table: "Dispatches",
                column: "PublishAt");

            migrationBuilder.CreateIndex(
                name: "IX_Dispatches_State_ChangedAt",
                table: "Dispatches",
                columns: new[] { "State", "ChangedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_DeskNotes_DispatchId_At",
                table: "DeskNotes",
                columns: new[] { "DispatchId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Presences_At",
                table: "Presences",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_PreviewLinks_DispatchId",
                table: "PreviewLinks",
                column: "DispatchId");

            migrationBuilder.CreateIndex(
                name: "IX_PreviewLinks_TokenHash",
                table: "PreviewLinks",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WatchedNames_DispatchId",
                table: "WatchedNames",
                column: "DispatchId");

            migrationBuilder.CreateIndex(
                name: "IX_WorkingCopies_PersonId_DispatchId",
                table: "WorkingCopies",
                columns: new[] { "PersonId", "DispatchId" });

            migrationBuilder.Sql(OldDispatches.WorkedOn);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DeskNotes");

            migrationBuilder.DropTable(
                name: "DeskSettings");

            migrationBuilder.DropTable(
                name: "Presences");

            migrationBuilder.DropTable(
                name: "PreviewLinks");

            migrationBuilder.DropTable(
                name: "WatchedNames");

            migrationBuilder.DropTable(
                name: "WorkingCopies");

            migrationBuilder.DropIndex(
                name: "IX_Dispatches_CorrectionAskedAt",
                table: "Dispatches");

            migrationBuilder.DropIndex(
                name: "IX_Dispatches_Public_PublishedAt",
                table: "Dispatches");

            migrationBuilder.DropIndex(
                name: "IX_Dispatches_PublishAt",
                table: "Dispatches");

            migrationBuilder.DropIndex(
                name: "IX_Dispatches_State_ChangedAt",
                table: "Dispatches");

            migrationBuilder.DropColumn(
                name: "ById",
                table: "Revisions");

            migrationBuilder.DropColumn(
                name: "ActCount",
                table: "Dispatches");

            migrationBuilder.DropColumn(
                name: "ApprovedRevision",
                table: "Dispatches");

            migrationBuilder.DropColumn(
                name: "AssignedTo",
                table: "Dispatches");

            migrationBuilder.DropColumn(
                name: "AssignedToId",
                table: "Dispatches");

            migrationBuilder.DropColumn(
                name: "Bureau",
                table: "Dispatches");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "Dispatches");

            migrationBuilder.DropColumn(
                name: "CorrectionAskedAt",
                table: "Dispatches");

            migrationBuilder.DropColumn(
                name: "CreatedBy",
                table: "Dispatches");

            migrationBuilder.DropColumn(
                name: "CreatedById",
                table: "Dispatches");

            migrationBuilder.DropColumn(
                name: "FailedAt",
                table: "Dispatches");

            migrationBuilder.DropColumn(
                name: "Failure",
                table: "Dispatches");

            migrationBuilder.DropColumn(
                name: "NextTryAt",
                table: "Dispatches");

            migrationBuilder.DropColumn(
                name: "Tries",
                table: "Dispatches");

            migrationBuilder.DropColumn(
                name: "ById",
                table: "Acts");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "Acts");

            migrationBuilder.CreateIndex(
                name: "IX_Dispatches_State_PublishAt",
                table: "Dispatches",
                columns: new[] { "State", "PublishAt" });
        }
    }
}
