using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WorthyNews.Newsroom.Data.Migrations.Sqlite
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ActCount",
                table: "Dispatches",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "ApprovedRevision",
                table: "Dispatches",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AssignedTo",
                table: "Dispatches",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "AssignedToId",
                table: "Dispatches",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Bureau",
                table: "Dispatches",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "Dispatches",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<DateTime>(
                name: "CorrectionAskedAt",
                table: "Dispatches",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CreatedBy",
                table: "Dispatches",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "CreatedById",
                table: "Dispatches",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "FailedAt",
                table: "Dispatches",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Failure",
                table: "Dispatches",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "NextTryAt",
                table: "Dispatches",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Tries",
                table: "Dispatches",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "ById",
                table: "Acts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Number",
                table: "Acts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "DeskNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DispatchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Verb = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: true),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                    Bureau = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    UndoMinutes = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeskSettings", x => x.Bureau);
                });

            migrationBuilder.CreateTable(
                name: "Presences",
                columns: table => new
                {
                    DispatchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Presences", x => new { x.DispatchId, x.PersonId });
                });

            migrationBuilder.CreateTable(
                name: "PreviewLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DispatchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    TokenHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    MadeBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    MadeById = table.Column<Guid>(type: "TEXT", nullable: true),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DispatchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AddedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AddedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RemovedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    RemovedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DispatchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BaseRevision = table.Column<int>(type: "INTEGER", nullable: true),
                    Copy = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsInConflict = table.Column<bool>(type: "INTEGER", nullable: false)
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
