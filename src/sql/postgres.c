/* PostgreSQL through libpq, set up as TRUST.md 5.6 says. Values travel as text; statements are prepared once, by their slot. */
#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "sql/catalogue.h"
#include "sql/engine.h"
#include "sql/libpq.h"
#include "system/log.h"

enum { OID_BYTES = 17, OID_WHOLE = 20, OID_TEXT = 25, PARAMETERS_MAX = 64, VALUES_ARENA = 4 << 20, NAME_MAX_BYTES = 24,
       SHOWN_BYTES = 16 << 10, SHOWN_VALUE = 256 };    /* libpq knows some 40 options */

static const struct libpq *pq;    /* set by whoever opens a connection */

struct postgres {
	struct db db;
	struct arena *arena;
	struct arena *values;             /* texts of one query's parameters */
	PGconn *connection;
	bool *is_prepared;                /* by slot */
};

static struct postgres *
of(struct db *db)
{
	return (struct postgres *)db;
}

/* SQLSTATE says which kind of trouble it is. */
static enum outcome
trouble_of(struct postgres *p, const PGresult *result, const char *what)
{
	const char *state = pq->result_error_field(result, PG_DIAG_SQLSTATE);
	const char *words = pq->result_error_field(result, PG_DIAG_MESSAGE_PRIMARY);

	snprintf(p->db.trouble, sizeof(p->db.trouble), "%s: %s %s", what, state == NULL ? "" : state, words == NULL ? "connection lost" : words);
	p->db.is_lost = state == NULL || pq->status(p->connection) != CONNECTION_OK || strncmp(state, "57P", 3) == 0;
	if (p->db.is_lost)
		return STORE_LOST;
	if (strncmp(state, "23", 2) == 0 || strcmp(state, "40001") == 0 || strcmp(state, "40P01") == 0)
		return STORE_CONFLICT;
	if (strcmp(state, "55P03") == 0 || strcmp(state, "57014") == 0)
		return BUSY;
	if (strcmp(state, "53100") == 0)
		return STORE_FULL;
	return STORE_FAILED;
}

static bool
is_fine(const PGresult *result)
{
	ExecStatusType status = pq->result_status(result);

	return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

static enum outcome
postgres_text(struct db *db, const char *sql)
{
	struct postgres *p = of(db);
	PGresult *result = pq->exec(p->connection, sql);
	enum outcome said = is_fine(result) ? OK : trouble_of(p, result, "statement");

	pq->clear(result);
	return said;
}

static enum outcome
prepare(struct postgres *p, const struct sql_statement *statement, const char *name)
{
	Oid types[PARAMETERS_MAX] = { 0 };
	PGresult *result;
	enum outcome said;

	check(statement->parameter_count <= PARAMETERS_MAX);
	for (unsigned i = 0; i < statement->parameter_count; i++)
		types[i] = statement->types[i] == 'w' ? OID_WHOLE : statement->types[i] == 't' ? OID_TEXT : OID_BYTES;
	result = pq->prepare(p->connection, name, statement->for_postgres, (int)statement->parameter_count, types);
	said = is_fine(result) ? OK : trouble_of(p, result, statement->name);
	pq->clear(result);
	return said;
}

static const char *
hex_of(struct arena *arena, struct str bytes)
{
	static const char digits[] = "0123456789abcdef";
	char *text = arena_take(arena, 2 * bytes.length + 3);

	text[0] = '\\';
	text[1] = 'x';
	for (size_t i = 0; i < bytes.length; i++) {
		text[2 + 2 * i] = digits[(unsigned char)bytes.at[i] >> 4];
		text[3 + 2 * i] = digits[(unsigned char)bytes.at[i] & 15];
	}
	return text;
}

static const char *
text_of(struct arena *arena, const struct sql_value *value)
{
	struct buf number;

	switch (value->type) {
	case SQL_WHOLE:
		number = buf_new(arena, NAME_MAX_BYTES);
		buf_whole(&number, value->whole);
		return str_c(arena, buf_str(&number));
	case SQL_TEXT:
		return str_c(arena, value->text);
	case SQL_BYTES:
		return hex_of(arena, value->text);
	case SQL_NULL:
		break;
	}
	return NULL;
}

static enum outcome
postgres_query(struct db *db, const struct sql_statement *statement, size_t count, const struct sql_value *values, struct sql_query *out)
{
	struct postgres *p = of(db);
	const char *texts[PARAMETERS_MAX];
	bool is_kept = statement->slot < sql_catalogue_count;
	char name[NAME_MAX_BYTES] = "";
	PGresult *result;

	arena_reset(p->values);
	if (is_kept)
		snprintf(name, sizeof(name), "s%u", statement->slot);
	if (!is_kept || !p->is_prepared[statement->slot]) {
		TRY(prepare(p, statement, name));
		if (is_kept)
			p->is_prepared[statement->slot] = true;
	}
	for (size_t i = 0; i < count; i++)
		texts[i] = text_of(p->values, &values[i]);
	result = pq->exec_prepared(p->connection, name, (int)count, texts, NULL, NULL, 0);
	if (!is_fine(result)) {
		enum outcome said = trouble_of(p, result, statement->name);

		pq->clear(result);
		return said;
	}
	out->state = result;
	return OK;
}

static enum outcome
postgres_row(struct sql_query *query)
{
	query->row++;
	return query->row < pq->ntuples(query->state) ? OK : NOT_FOUND;
}

static int64_t
postgres_get_whole(const struct sql_query *query, int column)
{
	const char *text = pq->getvalue(query->state, query->row, column);
	int64_t number = 0;

	if (pq->getisnull(query->state, query->row, column))
		return 0;
	if (strcmp(text, "t") == 0 || strcmp(text, "f") == 0)
		return text[0] == 't';    /* a comparison: SQLite says 1 and 0 */
	check(str_whole(str_from(text), &number));
	return number;
}

static int
digit_of(char c)
{
	return c >= 'a' ? c - 'a' + 10 : c - '0';
}

static struct str
postgres_get_bytes(const struct sql_query *query, struct arena *arena, int column, bool is_binary)
{
	struct str text = { pq->getvalue(query->state, query->row, column), (size_t)pq->getlength(query->state, query->row, column) };
	char *bytes;

	if (!is_binary)
		return str_copy(arena, text);
	if (text.length < 2)
		return S("");
	bytes = arena_take(arena, text.length / 2);
	for (size_t i = 2; i + 1 < text.length; i += 2)
		bytes[i / 2 - 1] = (char)(digit_of(text.at[i]) << 4 | digit_of(text.at[i + 1]));
	return (struct str){ bytes, text.length / 2 - 1 };
}

static int64_t
postgres_changed(const struct sql_query *query)
{
	int64_t changed = 0;

	return str_whole(str_from(pq->cmd_tuples(query->state)), &changed) ? changed : 0;
}

static void
postgres_done(struct sql_query *query)
{
	pq->clear(query->state);
	query->state = NULL;
}

/* A lost connection counts as open: the statement that follows says what happened. */
static enum turn
postgres_turn(const struct db *db)
{
	switch (pq->transaction_status(((const struct postgres *)db)->connection)) {
	case PQTRANS_IDLE:
		return TURN_NONE;
	case PQTRANS_INERROR:
		return TURN_BROKEN;
	default:
		return TURN_OPEN;
	}
}

static int
postgres_descriptor(const struct db *db)
{
	return pq->socket(((const struct postgres *)db)->connection);
}

/* An idle server says nothing but its farewell. */
static bool
postgres_is_alive(struct db *db)
{
	PGconn *connection = of(db)->connection;

	return pq->consume_input(connection) == 1 && pq->status(connection) == CONNECTION_OK;
}

static void
postgres_checkpoint(struct db *db)
{
	(void)db;    /* the server's own business */
}

static void
postgres_close(struct db *db)
{
	struct postgres *p = of(db);
	struct arena *arena = p->arena;

	if (pq != NULL)
		pq->finish(p->connection);
	arena_close(&p->values);
	arena_close(&arena);
}

static const struct engine engine_postgres = {
	.kind = SQL_POSTGRES, .close = postgres_close, .text = postgres_text, .query = postgres_query, .row = postgres_row,
	.get_whole = postgres_get_whole, .get_bytes = postgres_get_bytes, .changed = postgres_changed, .done = postgres_done,
	.begin = "begin", .begin_read = "begin isolation level repeatable read read only", .turn = postgres_turn,
	.descriptor = postgres_descriptor, .is_alive = postgres_is_alive, .checkpoint = postgres_checkpoint,
};

static void
on_notice(void *self, const PGresult *result)
{
	(void)self;
	(void)result;    /* notices carry names of tables at most, and nobody reads them */
}

/* fsync=off would make "saved" a lie; there is no way around this, tests start their servers with it on. */
static enum outcome
refuse_unsafe(struct postgres *p)
{
	PGresult *result = pq->exec(p->connection, "select 1 where current_setting('fsync') = 'on' and current_setting('full_page_writes') = 'on'");
	bool is_safe = is_fine(result) && pq->ntuples(result) == 1;

	pq->clear(result);
	if (is_safe)
		return OK;
	snprintf(p->db.trouble, sizeof(p->db.trouble), "the server runs with fsync or full_page_writes off");
	return STORE_FAILED;
}

static enum outcome
set_up(struct postgres *p, const struct sql_place *place)
{
	TRY(postgres_text(&p->db, "set search_path to public; set synchronous_commit to on; set lock_timeout to '2s';"
	    "set idle_in_transaction_session_timeout to '10s'; set client_encoding to 'UTF8'; set client_min_messages to warning;"
	    "set bytea_output to hex; set standard_conforming_strings to on"));
	TRY(refuse_unsafe(p));
	if (place->is_check)
		return postgres_text(&p->db, "set default_transaction_read_only to on; set statement_timeout to '1h'");
	if (place->is_read_only)
		return postgres_text(&p->db, "set default_transaction_read_only to on; set statement_timeout to '5s'");
	return postgres_text(&p->db, "set statement_timeout to '60s'");
}

/* What the operator's own words do not say. A host that does not answer is given up soon, a peer that fell silent is noticed. */
static PGconn *
connect_to(const char *where)
{
	const char *const names[] = { "connect_timeout", "keepalives_idle", "keepalives_interval", "keepalives_count", "tcp_user_timeout", "dbname", NULL };
	const char *const values[] = { "2", "5", "2", "3", "10000", where, NULL };

	return pq->connectdb_params(names, values, 1);
}

static bool
is_loaded(void)
{
	pq = libpq_load();
	if (pq == NULL)
		LOG(LOG_ERROR, "database", LOG_TEXT("words", S("libpq cannot be loaded: install libpq5")));
	return pq != NULL;
}

enum outcome
postgres_open(const struct sql_place *place, struct db **out)
{
	struct arena *arena;
	struct postgres *p;
	enum outcome said;

	arena_open(ARENA_VISIT, &arena);
	p = ARENA_NEW(arena, struct postgres);
	p->arena = arena;
	p->db.engine = &engine_postgres;
	p->is_prepared = ARENA_MANY(arena, sql_catalogue_count + 1, bool);
	arena_open(VALUES_ARENA, &p->values);
	if (is_loaded())
		p->connection = connect_to(place->where);
	if (p->connection != NULL && pq->status(p->connection) == CONNECTION_OK) {
		pq->set_notice_receiver(p->connection, on_notice, NULL);
		said = set_up(p, place);
	} else {
		said = STORE_LOST;
	}
	if (said != OK) {
		struct db *db = &p->db;

		sql_close(&db);
		return said;
	}
	*out = &p->db;
	return OK;
}

struct str
sql_place_shown(struct arena *arena, struct str connection)
{
	PQconninfoOption *options = is_loaded() ? pq->conninfo_parse(str_c(arena, connection), NULL) : NULL;
	struct buf out = buf_new(arena, SHOWN_BYTES);

	for (PQconninfoOption *at = options; at != NULL && at->keyword != NULL; at++) {
		if (at->val == NULL)
			continue;
		buf_add(&out, out.length == 0 ? S("") : S(" "));
		buf_add(&out, str_from(at->keyword));
		buf_char(&out, '=');
		buf_add(&out, at->dispchar[0] == '*' ? S("…") : str_head(str_from(at->val), SHOWN_VALUE));    /* libpq's mark of a secret */
	}
	if (options != NULL)
		pq->conninfo_free(options);
	return options == NULL ? S("(not a connection string)") : buf_str(&out);
}
