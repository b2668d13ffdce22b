/* L44: who must accept a document that is new or says something else, told when it came and a week later (T28), and by a coordinator's hand. */
#include "documents/tell.h"

#include "access/visit.h"
#include "base/arena.h"
#include "base/buf.h"
#include "documents/documents.h"
#include "documents/views.h"
#include "forms/say.h"
#include "forms/say_moment.h"
#include "http/routes.h"
#include "programmes/programmes.h"
#include "programmes/shelf.h"

enum { WORDS_BYTES = 300, CLAUSES_NAMED = 8, COMPARE_ARENA = 8 << 20 };

/* "3, 5.1, 8 and more": where it differs from what they accepted. */
static struct str
places_of(struct arena *arena, struct str language, const struct rewordings *changes)
{
	struct buf out = buf_new(arena, WORDS_BYTES);
	size_t named = 0;

	for (size_t i = 0; i < changes->count && named < CLAUSES_NAMED; i++) {
		if (str_is_empty(changes->at[i].number) || (i > 0 && str_equal(changes->at[i].number, changes->at[i - 1].number)))
			continue;
		buf_add(&out, named++ > 0 ? S(", ") : S(""));
		buf_add(&out, changes->at[i].number);
	}
	if (named == 0)
		return say_count(arena, language, (int64_t)changes->count, "{n} place", "{n} places");
	return say_filled(arena, say(language, changes->count > named ? N_("clauses {numbers} and more") : N_("clauses {numbers}")), 1,
	    (struct say_value[]){ { "numbers", buf_str(&out) } });
}

/* Those who accepted none read the whole. */
static enum outcome
changes_since(struct visit *v, const struct document_to_tell_row *row, int64_t accepted, struct str language, struct str *out)
{
	struct document_at_row old;
	struct arena *arena;
	struct clauses was, now;
	struct rewordings changes;
	enum outcome said;

	*out = S("");
	if (accepted == 0)
		return OK;
	arena_open(COMPARE_ARENA, &arena);
	said = document_at(v->db, arena, v->programme->id, row->slug, accepted, &old);
	if (said == OK) {
		was = clauses_read(arena, old.markdown);
		now = clauses_read(arena, row->markdown);
		changes = wording_compare(arena, &was, &now);
		*out = places_of(v->arena, language, &changes);
	}
	arena_close(&arena);
	return said;
}

static struct moment
accept_until(struct visit *v, const struct document_to_tell_row *row, const struct document_people_to_tell_row *person)
{
	struct acceptance_facts facts = { .in_force = row->version, .accepted = person->accepted, .changed_at = row->published_at,
		.asked_since_at = row->asked_since_at, .joined_at = person->joined_at };
	struct moment until;

	(void)acceptance_standing(&facts, v->programme->settings.conduct_grace_days, v->now, &until);
	return until;
}

static enum outcome
write_to(struct visit *v, const struct document_to_tell_row *row, const struct document_people_to_tell_row *person)
{
	struct letter_desk desk = visit_letters(v);
	struct letter_wish wish = { .id = { visit_new_id(v) }, .kind = LETTER_L44, .programme = v->programme->id };
	struct str base = v->server->base_url, changes, address = url_document_show(v->arena, v->programme->slug, row->slug);
	struct letter_reader reader;
	struct moment until;

	TRY(letter_reader_find(&desk, person->id, TOPIC_OWN, &reader));
	TRY(changes_since(v, row, person->accepted, reader.language, &changes));
	until = accept_until(v, row, person);
	wish.reader = &reader;
	address = str_join(v->arena, 2, (struct str[]){ base, address });
	letter_wish_add(&wish, "you", reader.name);
	letter_wish_add(&wish, "programme", v->programme->name);
	letter_wish_add(&wish, "document", row->title);
	letter_wish_add(&wish, "changes", changes);
	letter_wish_add(&wish, "until", moment_is_none(until) ? S("") : say_moment(v->arena, letter_place(&reader), until, v->now));
	letter_wish_add(&wish, "accept", address);
	letter_wish_add(&wish, "link", address);
	return letter_put(&desk, &wish);
}

enum outcome
document_tell(struct visit *v, struct document_id document, const struct document_to_tell_row *row, int64_t step, size_t *count)
{
	struct document_people_to_tell_rows people;
	int64_t changed;

	TRY(document_people_to_tell(v->db, v->arena, &(struct document_people_to_tell_values){
	    .programme = v->programme->id, .slug = row->slug, .document = document, .role = document_card_role_name(row->role), .step = step,
	    .limit = TOLD_AT_ONCE }, &people));
	for (size_t i = 0; i < people.count; i++) {
		TRY(write_to(v, row, &people.at[i]));
		TRY(document_told(v->db, document, people.at[i].id, step, v->now, &changed));
	}
	*count = people.count;
	return OK;
}

static enum outcome
look_again(struct visit *v, int64_t subject, struct moment at)
{
	return job_put(v->db, &(struct job_wish){ .id = { visit_new_id(v) }, .programme = v->programme->id, .kind = DOCUMENT_ASK, .subject = subject,
	    .due_at = at, .now = v->now });
}

/* The job: two rounds, a batch at a time. One that a newer version stands before, that is retired or binds nobody any more asks for nothing. */
enum outcome
document_ask_due(struct visit *v, int64_t subject)
{
	struct document_id document = { subject };
	struct document_to_tell_row row;
	struct moment since, second;
	size_t count;
	bool is_second;

	TRY(document_to_tell(v->db, v->arena, document, &row));
	if (row.newest != row.version || row.is_retired || !row.is_binding || !v->programme->settings.conduct_required)
		return OK;
	since = moment_later(row.published_at, row.asked_since_at);
	second = moment_plus(since, v->programme->settings.conduct_again_days * US_PER_DAY);
	is_second = !moment_is_after(second, v->now);
	TRY(document_tell(v, document, &row, is_second ? 2 : 1, &count));
	if (count == TOLD_AT_ONCE)
		return look_again(v, subject, v->now);
	return is_second ? OK : look_again(v, subject, second);
}
