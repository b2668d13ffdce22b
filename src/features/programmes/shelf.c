/* Keeping documents and acceptances. */
#include "programmes/shelf.h"

#include "access/visit.h"
#include "base/arena.h"
#include "later/later.h"
#include "programmes/programmes.h"
#include "secrets/backup_seal.h"
#include "secrets/secrets.h"

struct document_card
document_card_start(struct str slug)
{
	bool is_conduct = str_equal(slug, S("conduct"));

	return (struct document_card){
		.kind = is_conduct ? DOCUMENT_CARD_KIND_CONDUCT : str_has(slug, S("handbook")) ? DOCUMENT_CARD_KIND_HANDBOOK : DOCUMENT_CARD_KIND_GUIDE,
		.role = DOCUMENT_CARD_ROLE_ALL, .audience = DOCUMENT_CARD_AUDIENCE_MEMBERS, .is_binding = is_conduct,
	};
}

struct str
document_hash(struct arena *arena, struct str markdown)
{
	struct hash hash = hash_of(markdown);

	return hash_print(arena, &hash);
}

static bool
is_same_text(const struct document_newest_row *row, const struct document_wish *wish)
{
	return row->version > 0 && str_equal(row->markdown, wish->markdown) && str_equal(row->title, wish->title);
}

static bool
is_same_card(const struct document_newest_row *row, const struct document_card *card)
{
	return row->version > 0 && row->kind == card->kind && row->role == card->role && row->audience == card->audience && row->is_binding == card->is_binding &&
	    row->is_retired == card->is_retired;
}

static enum outcome
ask_people(struct visit *v, struct programme_id programme, struct document_id document)
{
	return job_put(v->db, &(struct job_wish){ .id = { visit_new_id(v) }, .programme = programme, .kind = DOCUMENT_ASK, .subject = document.value,
	    .due_at = v->now, .now = v->now });
}

static enum outcome
write_card(struct visit *v, struct programme_id programme, const struct document_wish *wish, struct moment since)
{
	return document_card_set(v->db, &(struct document_card_set_values){
	    .programme = programme, .slug = wish->slug, .kind = wish->card.kind, .role = wish->card.role, .audience = wish->card.audience,
	    .is_binding = wish->card.is_binding, .is_retired = wish->card.is_retired, .since = since });
}

static enum outcome
write_version(struct visit *v, struct programme_id programme, const struct document_wish *wish, int64_t version, struct document_id *out)
{
	*out = (struct document_id){ visit_new_id(v) };
	return document_add(v->db, &(struct document_add_values){
	    .id = *out, .programme = programme, .slug = wish->slug, .title = wish->title, .version = version, .markdown = wish->markdown,
	    .hash = document_hash(v->arena, wish->markdown), .author = v->who.id, .now = v->now });
}

/* Since when it binds: from its first version on, or from now where it was there and did not. */
static struct moment
asked_since(struct visit *v, const struct document_newest_row *was, const struct document_card *card)
{
	return was->version > 0 && !was->is_binding && card->is_binding ? v->now : was->asked_since_at;
}

enum outcome
document_write(struct visit *v, struct programme_id programme, const struct document_wish *wish, bool *has_changed)
{
	struct document_newest_row was = { 0 };
	enum outcome said = document_newest(v->db, v->arena, programme, wish->slug, &was);
	bool is_same;

	if (said != OK && said != NOT_FOUND)
		return said;
	is_same = is_same_card(&was, &wish->card);
	*has_changed = !is_same || !is_same_text(&was, wish);
	if (!is_same)
		TRY(write_card(v, programme, wish, asked_since(v, &was, &wish->card)));
	if (!is_same_text(&was, wish))
		TRY(write_version(v, programme, wish, was.version + 1, &was.id));
	if (!*has_changed || !wish->card.is_binding || wish->card.is_retired || wish->is_begun)
		return OK;
	return ask_people(v, programme, was.id);
}

enum outcome
documents_asked(struct visit *v, struct person_id person, unsigned as, struct asked_documents *out)
{
	struct documents_asked_of_rows rows = { .count = 0 };

	if (v->programme->settings.conduct_required)
		TRY(documents_asked_of(v->db, v->arena, &(struct documents_asked_of_values){
		    .programme = v->programme->id, .person = person, .as_mentee = (as & AS_MENTEE) != 0, .as_mentor = (as & AS_MENTOR) != 0,
		    .as_coordinator = (as & AS_COORDINATOR) != 0, .limit = DOCUMENTS_MOST }, &rows));
	*out = (struct asked_documents){ ARENA_MANY(v->arena, rows.count + 1, struct asked_document), rows.count };
	for (size_t i = 0; i < rows.count; i++) {
		struct acceptance_facts facts = { .in_force = rows.at[i].version, .accepted = rows.at[i].accepted, .changed_at = rows.at[i].changed_at,
			.asked_since_at = rows.at[i].asked_since_at, .joined_at = rows.at[i].joined_at };

		out->at[i].row = rows.at[i];
		out->at[i].standing = acceptance_standing(&facts, v->programme->settings.conduct_grace_days, v->now, &out->at[i].until_at);
	}
	return OK;
}

enum outcome
documents_are_accepted(struct visit *v, struct person_id person, unsigned as, bool *out)
{
	struct asked_documents asked;

	TRY(documents_asked(v, person, as, &asked));
	*out = true;
	for (size_t i = 0; i < asked.count; i++)
		*out = *out && asked.at[i].standing != STANDING_MISSING;
	return OK;
}

static enum outcome
keep(struct visit *v, struct person_id person, struct document_id document, struct str hash)
{
	return acceptance_add(v->db, &(struct acceptance_add_values){
	    .id = { visit_new_id(v) }, .programme = v->programme->id, .person = person, .document = document, .hash = hash, .now = v->now });
}

enum outcome
documents_keep(struct visit *v, struct person_id person, unsigned as)
{
	struct asked_documents asked;

	TRY(documents_asked(v, person, as, &asked));
	for (size_t i = 0; i < asked.count; i++)
		if (asked.at[i].standing != STANDING_ACCEPTED)
			TRY(keep(v, person, asked.at[i].row.id, asked.at[i].row.hash));
	return OK;
}

enum outcome
document_keep(struct visit *v, struct person_id person, struct str slug, bool *is_new)
{
	struct document_newest_row row;
	struct acceptance_of_row accepted;
	enum outcome said;

	TRY(document_newest(v->db, v->arena, v->programme->id, slug, &row));
	said = acceptance_of(v->db, v->arena, person, row.id, &accepted);
	*is_new = said == NOT_FOUND;
	if (said != NOT_FOUND)
		return said;
	return keep(v, person, row.id, document_hash(v->arena, row.markdown));
}

enum outcome
conduct_is_accepted(struct visit *v, struct person_id person, bool *out)
{
	return documents_are_accepted(v, person, AS_MENTEE, out);
}

enum outcome
conduct_keep(struct visit *v, struct person_id person)
{
	return documents_keep(v, person, AS_MENTEE);
}
