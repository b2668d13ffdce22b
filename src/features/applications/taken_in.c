/* Taking in what a form elsewhere was answered with. The hash of what the file said is kept: by it the same line is known again, whatever its
 * applicant has changed here since. */
#include "applications/taken_in.h"

#include "applications/applications.h"
#include "applications/own.h"
#include "applications/tell.h"
#include "base/arena.h"
#include "base/buf.h"
#include "formats/id.h"
#include "secrets/secrets.h"

enum { KEY_BYTES = 32, SAID_BYTES = 16 << 10, ROUNDS_MOST = 20 };

static void
add_hash(struct buf *out, struct str bytes)
{
	static const char digits[] = "0123456789abcdef";
	struct hash hash = hash_of(bytes);

	for (size_t i = 0; i < KEY_BYTES / 2; i++) {
		buf_char(out, digits[hash.bytes[i] >> 4]);
		buf_char(out, digits[hash.bytes[i] & 15]);
	}
}

/* Of all answers by their keys: a question that nobody answered says nothing, so a new one changes no hash. */
static struct str
hash_of_answers(struct visit *v, const struct application_taken *t)
{
	struct buf said = buf_new(v->arena, SAID_BYTES), out = buf_new(v->arena, KEY_BYTES);

	buf_format(&said, "%lld\n", (long long)t->opening.value);
	for (size_t i = 0; i < t->form->count; i++) {
		struct str words = question_kept(v->arena, &t->form->questions[i], t->values);

		if (str_is_empty(words))
			continue;
		buf_add(&said, t->form->questions[i].key);
		buf_char(&said, '\n');
		add_hash(&said, words);
	}
	add_hash(&out, buf_str(&said));
	return buf_str(&out);
}

static enum outcome
keep(struct visit *v, const struct application_taken *t, struct application_id id, struct str hash, struct moment sent_at)
{
	int64_t changed;

	TRY(answers_keep(v, id, t->form, t->values));
	TRY(application_keep(v->db, id, t->form->id, t->opening, v->now, &changed));
	return application_take_mark(v->db, id, hash, sent_at, v->now, &changed);
}

static enum outcome
tell(struct visit *v, const struct application_taken *t, struct application_id id, struct str event)
{
	struct application_row_row row;

	TRY(application_row(v->db, v->arena, id, &row));
	TRY(event_say(v, event, &(struct event_facts){ .person = t->person, .detail = application_in_record(v->arena, &row), .after = application_state_name(row.state) }));
	return t->has_receipt ? tell_applicant(v, &row, LETTER_L19) : OK;
}

static enum outcome
make(struct visit *v, const struct application_taken *t, struct str hash, struct application_id *out)
{
	struct application_next_number_row number;
	struct moment sent_at = moment_is_none(t->sent_at) ? v->now : t->sent_at;
	int64_t changed;

	out->value = visit_new_id(v);
	TRY(application_add(v->db, &(struct application_add_values){ .id = *out, .programme = v->programme->id, .intake = t->intake, .person = t->person,
	    .form = t->form->id, .now = v->now }));
	TRY(application_next_number(v->db, v->arena, v->programme->id, &number));
	TRY(application_send(v->db, *out, number.last_application, sent_at, &changed));
	TRY(keep(v, t, *out, hash, sent_at));
	return tell(v, t, *out, S("application-taken-in"));
}

/* Whether the applicant, not a file, said last what stands there. */
static bool
is_theirs(const struct application_taken_in_row *row)
{
	return str_is_empty(row->taken_in_hash) || moment_is_after(row->saved_at, row->taken_in_at);
}

static enum application_fate
fate_of(const struct application_taken *t, const struct application_taken_in_row *row, struct str hash)
{
	if (str_equal(row->taken_in_hash, hash))
		return FATE_SAME;
	if (!application_is_waiting(row->state) || is_theirs(row))
		return FATE_LEFT;
	if (!moment_is_none(t->sent_at) && moment_is_after(row->sent_at, t->sent_at))
		return FATE_SAME;
	return t->is_again && (moment_is_none(t->sent_at) || !moment_is_after(t->sent_at, row->sent_at)) ? FATE_TWICE : FATE_CHANGED;
}

enum outcome
application_take_in(struct visit *v, const struct application_taken *t, struct application_id *out, enum application_fate *fate)
{
	struct application_taken_in_row row;
	struct str hash = hash_of_answers(v, t);
	enum outcome said = application_taken_in(v->db, v->arena, t->intake, t->person, &row);

	*fate = FATE_MADE;
	if (said == NOT_FOUND)
		return make(v, t, hash, out);
	TRY(said);
	*out = row.id;
	*fate = fate_of(t, &row, hash);
	if (*fate != FATE_CHANGED)
		return OK;
	TRY(keep(v, t, row.id, hash, moment_is_none(t->sent_at) ? row.sent_at : t->sent_at));
	return tell(v, t, row.id, S("application-retaken"));
}

enum outcome
rounds_to_fill_choices(struct visit *v, struct choices *out)
{
	struct rounds_to_fill_rows rows;
	struct choice *at;

	TRY(rounds_to_fill(v->db, v->arena, v->programme->id, ROUNDS_MOST, &rows));
	at = ARENA_MANY(v->arena, rows.count + 1, struct choice);
	for (size_t i = 0; i < rows.count; i++)
		at[i] = (struct choice){ .value = id_print(v->arena, rows.at[i].id.value), .label = rows.at[i].name };
	*out = (struct choices){ at, rows.count };
	return OK;
}
