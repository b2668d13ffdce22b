/* The schema's steps: each in a transaction of its own, remembered with its checksum; a newer or changed schema is refused. */
#include <stdio.h>

#include "base/arena.h"
#include "sql/engine.h"
#include "sql/migrations.h"

#define MIGRATION_TABLE \
	"create table if not exists migration (number bigint not null primary key, checksum bigint not null, applied_at bigint not null)"

static const struct sql_statement applied_sql = {
	.name = "migrations_applied", .slot = SLOT_ONCE, .types = "",
	.for_sqlite = "select number, checksum from migration order by number",
	.for_postgres = "select number, checksum from migration order by number",
};

static const struct sql_statement remember_sql = {
	.name = "migration_remember", .slot = SLOT_ONCE, .parameter_count = 3, .types = "www", .is_write = true,
	.for_sqlite = "insert into migration (number, checksum, applied_at) values (?1, ?2, ?3)",
	.for_postgres = "insert into migration (number, checksum, applied_at) values ($1, $2, $3)",
};

/* Is the step that the database has at this place ours? */
static enum outcome
compare(struct sql_query *query, size_t place)
{
	long long number = (long long)sql_get_whole(query, 0);

	if (place == migration_count) {
		snprintf(query->db->trouble, TROUBLE_MAX, "migration %lld is newer than this program", number);
		return STORE_TOO_NEW;
	}
	if (number == migrations[place].number && sql_get_whole(query, 1) == migrations[place].checksum)
		return OK;
	snprintf(query->db->trouble, TROUBLE_MAX, "migration %lld was applied with another text than %s", number, migrations[place].name);
	return STORE_CHANGED;
}

/* How many steps the database has; STORE_TOO_NEW or STORE_CHANGED if they are not ours. */
static enum outcome
count_applied(struct db *db, size_t *out)
{
	struct sql_query query;
	enum outcome said;

	*out = 0;
	TRY(sql_query(db, &applied_sql, 0, NULL, &query));
	while ((said = sql_row(&query)) == OK) {
		said = compare(&query, *out);
		if (said != OK)
			break;
		(*out)++;
	}
	sql_done(&query);
	return said == NOT_FOUND ? OK : said;
}

enum outcome
sql_schema_number(struct db *db, int64_t *out)
{
	size_t applied;

	TRY(count_applied(db, &applied));
	*out = applied == 0 ? 0 : migrations[applied - 1].number;
	return OK;
}

static enum outcome
apply(struct db *db, const struct migration *m, struct moment now)
{
	const struct sql_value values[] = { sql_whole(m->number), sql_whole(m->checksum), sql_whole(now.us) };

	TRY(db->engine->text(db, sql_engine(db) == SQL_SQLITE ? m->for_sqlite : m->for_postgres));
	return sql_run(db, &remember_sql, 3, values, NULL);
}

static enum outcome
migrate_turn(struct db *db, struct moment now, bool *is_done)
{
	size_t applied;

	if (sql_engine(db) == SQL_POSTGRES)
		TRY(db->engine->text(db, "select pg_advisory_xact_lock(5640)"));    /* two starting servers take turns */
	TRY(db->engine->text(db, MIGRATION_TABLE));
	TRY(count_applied(db, &applied));
	*is_done = applied == migration_count;
	return *is_done ? OK : apply(db, &migrations[applied], now);
}

enum outcome
sql_migrate(struct db *db, struct moment now)
{
	bool is_done = false;

	while (!is_done) {
		enum outcome said;

		TRY(sql_begin(db));
		sql_allow(db, ALLOWS_ALL);
		said = migrate_turn(db, now, &is_done);
		sql_allow(db, ALLOWS_ROWS);
		if (said != OK) {
			sql_rollback(db);
			return said;
		}
		TRY(sql_commit(db));
	}
	return OK;
}

enum outcome
sql_is_current(struct db *db, struct arena *arena)
{
	size_t applied;

	(void)arena;
	TRY(count_applied(db, &applied));
	if (applied == migration_count)
		return OK;
	snprintf(db->trouble, sizeof(db->trouble), "the database lacks migration %s", migrations[applied].name);
	return STORE_FAILED;
}

/* A turn that changes nothing commits without a byte: a row that comes and goes must pass through the log to the disk. */
enum outcome
sql_try_write(struct db *db)
{
	TRY(db->engine->text(db, "insert into migration (number, checksum, applied_at) values (0, 0, 0)"));
	return db->engine->text(db, "delete from migration where number = 0");
}
