/* The record of backups: what the command line writes down, what the page shows. */
#include "access/layout.h"
#include "admin/admin.h"
#include "admin/pages.h"
#include "admin/rules.h"
#include "admin/store_backup.h"
#include "admin/views.h"
#include "base/arena.h"
#include "formats/backup_file.h"
#include "http/routes.h"

enum { BACKUPS_KEPT = 100, BACKUPS_SHOWN = 50 };

enum outcome
backup_note(struct visit *v, const struct backup_facts *facts)
{
	int64_t forgotten;

	TRY(backup_add(v->db, &(struct backup_add_values){
	    .id = { visit_new_id(v) }, .path = facts->path, .made = facts->made_at, .restored = facts->restored_at, .file_bytes = facts->file_bytes,
	    .database_bytes = facts->database_bytes, .people = facts->people, .schema = facts->schema, .key_name = facts->key_name,
	    .sha256 = facts->sha256 }));
	return backup_forget_old(v->db, BACKUPS_KEPT, &forgotten);
}

enum outcome
backup_tried(struct visit *v, struct str path, int64_t took_ms, bool is_well)
{
	int64_t changed;

	return backup_set_tried(v->db, path, v->now, took_ms, is_well, &changed);
}

enum outcome
backup_newest(struct visit *v, struct moment *made_at, bool *is_late)
{
	struct backups_known_rows known;

	TRY(backups_known(v->db, v->arena, 1, &known));
	*made_at = known.count > 0 ? known.at[0].made_at : (struct moment){ 0 };
	*is_late = backup_is_late(*made_at, v->now);
	return OK;
}

static void
fill_rows(struct visit *v, const struct backups_known_rows *known, struct backups_view *view)
{
	view->rows.at = ARENA_MANY(v->arena, known->count + 1, struct backup_line);
	for (size_t i = 0; i < known->count; i++) {
		const struct backups_known_row *row = &known->at[i];

		view->rows.at[view->rows.count++] = (struct backup_line){
			.path = row->path, .size = backup_size_print(v->arena, row->file_bytes), .key_name = row->key_name, .made_at = row->made_at,
			.restored_at = row->restored_at, .people = row->people, .is_restored = !moment_is_none(row->restored_at),
			.tried_at = row->tried_at, .tried_s = (row->tried_ms + 999) / 1000, .was_sound = row->tried_well,
		};
	}
}

enum outcome
backups_show(struct visit *v)
{
	struct backups_view view = { .late_hours = BACKUP_LATE_HOURS, .is_elsewhere = sql_engine(v->db) == SQL_POSTGRES };
	struct backups_known_rows known;
	struct page page;

	TRY(backups_known(v->db, v->arena, BACKUPS_SHOWN, &known));
	fill_rows(v, &known, &view);
	view.has_any = known.count > 0;
	if (view.has_any) {
		view.newest_at = known.at[0].made_at;
		view.is_open = str_is_empty(known.at[0].key_name);
	}
	view.is_late = backup_is_late(view.newest_at, v->now);
	page = visit_page(v);
	page_backups(&page, &view);
	return OK;
}
