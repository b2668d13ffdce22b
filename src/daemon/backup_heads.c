/* The heads of the record, for the manifest of a backup: whoever keeps the backup can tell later that nothing was cut off since. */
#include <stdio.h>

#include "access/record.h"
#include "base/arena.h"
#include "base/check.h"
#include "daemon/backup.h"
#include "daemon/process.h"

static enum outcome
find_heads(struct backup_work *work, struct process *p, struct backup_manifest *out)
{
	static const struct request nobody;
	struct record_heads heads;

	TRY(sql_begin_read(p->world.db));
	if (sql_is_current(p->world.db, work->arena) != OK) {
		sql_end_read(p->world.db);
		return OK;    /* an older schema: what a statement of today asks may not be there */
	}
	TRY(record_heads_find(dispatch_visit(&p->world, work->arena, &nobody), &heads));
	sql_end_read(p->world.db);
	out->heads.at = ARENA_MANY(work->arena, heads.count + 1, struct backup_record_head);
	for (size_t i = 0; i < heads.count && i < BACKUP_HEADS_MAX; i++)
		out->heads.at[out->heads.count++] = (struct backup_record_head){ heads.at[i].chain, heads.at[i].hash };
	return OK;
}

enum outcome
backup_heads(struct backup_work *work, const char *database, struct backup_manifest *out)
{
	struct orders orders = { .engine = SQL_SQLITE };
	struct process p;
	enum outcome said;

	check(strlen(database) < sizeof(orders.where));
	snprintf(orders.where, sizeof(orders.where), "%s", database);
	said = process_open(&orders, true, &p);
	if (said == OK)
		said = find_heads(work, &p, out);
	process_close(&p);
	return said;
}
