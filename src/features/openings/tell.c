/* What is written about openings. The contact's address is in none of it. */
#include "openings/tell.h"

#include "applications/own.h"
#include "base/arena.h"
#include "base/buf.h"
#include "formats/id.h"
#include "forms/say.h"
#include "forms/say_moment.h"
#include "http/routes.h"
#include "letters/letters.h"

enum { DESK_MOST = 20, NUMBER_BYTES = 24, TOLD_AT_ONCE = 100 };

/* A letter to one reader, with all that an opening says of itself. */
struct draft {
	struct letter_desk desk;
	struct letter_reader reader;
	struct letter_wish wish;
};

static struct str
address_of(struct visit *v, struct str path)
{
	return str_join(v->arena, 2, (struct str[]){ v->server->base_url, path });
}

static struct str
whole(struct visit *v, int64_t number)
{
	struct buf text = buf_new(v->arena, NUMBER_BYTES);

	buf_whole(&text, number);
	return buf_str(&text);
}

/* NOT_FOUND: there is nobody to write to. */
static enum outcome
begin(struct visit *v, const struct opening_row_row *row, enum letter_kind kind, struct person_id person, struct draft **out)
{
	struct draft *d = ARENA_NEW(v->arena, struct draft);
	struct moment closes = opening_closes(row->round_closes_at, row->extended_to_at);

	d->desk = visit_letters(v);
	TRY(letter_reader_find(&d->desk, person, letter_sort(kind)->topic, &d->reader));
	d->wish = (struct letter_wish){ .id = { visit_new_id(v) }, .kind = kind, .programme = v->programme->id, .reader = &d->reader };
	letter_wish_add(&d->wish, "you", d->reader.name);
	letter_wish_add(&d->wish, "programme", v->programme->name);
	letter_wish_add(&d->wish, "title", row->project);
	letter_wish_add(&d->wish, "round", row->round_name);
	letter_wish_add(&d->wish, "goals", row->goals);
	letter_wish_add(&d->wish, "criteria", row->criteria);
	letter_wish_add(&d->wish, "places", whole(v, row->places));
	letter_wish_add(&d->wish, "term", opening_term_words(v->arena, d->reader.language, v->programme, row->term));
	letter_wish_add(&d->wish, "minimum", opening_meet_words(v->arena, d->reader.language, v->programme, row->minutes, row->period));
	letter_wish_add(&d->wish, "opens", say_moment(v->arena, letter_place(&d->reader), row->opens_at, v->now));
	letter_wish_add(&d->wish, "closes", say_moment(v->arena, letter_place(&d->reader), intake_last(closes), v->now));
	letter_wish_add(&d->wish, "link", address_of(v, url_opening_show(v->arena, v->programme->slug, id_print(v->arena, row->id.value))));
	*out = d;
	return OK;
}

static enum outcome
tell_contact(struct visit *v, const struct opening_row_row *row, const char *sentences[2], struct moment until, bool is_elsewhere)
{
	struct draft *d;
	enum outcome said = begin(v, row, LETTER_L18, row->contact, &d);

	if (said != OK)
		return said == NOT_FOUND ? OK : said;
	if (is_elsewhere)
		d->reader.channel = letter_other_channel(&d->reader);
	letter_wish_add(&d->wish, "what", say(d->reader.language, sentences[0]));
	letter_wish_add(&d->wish, "next", sentences[1] == NULL ? S("") : say(d->reader.language, sentences[1]));
	letter_wish_add(&d->wish, "words", row->words);
	letter_wish_add(&d->wish, "until", moment_is_none(until) ? S("") : say_moment(v->arena, letter_place(&d->reader), until, v->now));
	return letter_put(&d->desk, &d->wish);
}

enum outcome
opening_tell_contact(struct visit *v, const struct opening_row_row *row, const char *what, const char *next, struct moment until)
{
	return tell_contact(v, row, (const char *[]){ what, next }, until, false);
}

enum outcome
opening_tell_elsewhere(struct visit *v, const struct opening_row_row *row, const char *what, const char *next, struct moment until)
{
	return tell_contact(v, row, (const char *[]){ what, next }, until, true);
}

enum outcome
opening_tell_desk(struct visit *v, const struct opening_row_row *row, const char *what)
{
	struct opening_desk_rows desk;

	TRY(opening_desk(v->db, v->arena, v->programme->id, v->now, DESK_MOST, &desk));
	for (size_t i = 0; i < desk.count; i++) {
		struct draft *d;
		enum outcome said = begin(v, row, LETTER_L18C, desk.at[i].id, &d);

		if (said == NOT_FOUND)
			continue;
		TRY(said);
		letter_wish_add(&d->wish, "what", say(d->reader.language, what));
		letter_wish_add(&d->wish, "contact", row->contact_name);
		TRY(letter_put(&d->desk, &d->wish));
	}
	return OK;
}

static enum outcome
tell_one(struct visit *v, const struct opening_row_row *row, enum letter_kind kind, struct person_id person, enum intake_side side)
{
	struct str opening = id_print(v->arena, row->id.value), join;
	struct draft *d;
	enum outcome said = begin(v, row, kind, person, &d);

	if (said != OK)
		return said == NOT_FOUND ? OK : said;
	join = str_join(v->arena, 3, (struct str[]){ url_application_show(v->arena, v->programme->slug, intake_side_name(side)), S("?opening="), opening });
	letter_wish_add(&d->wish, "contact", row->contact_name);
	letter_wish_add(&d->wish, "side", intake_side_words(d->reader.language, side));
	letter_wish_add(&d->wish, "apply", address_of(v, join));
	d->wish.expires_at = kind == LETTER_L20O ? opening_closes(row->round_closes_at, row->extended_to_at) : (struct moment){ 0 };
	return letter_put(&d->desk, &d->wish);
}

enum outcome
opening_tell_nominee(struct visit *v, const struct opening_row_row *row, struct person_id person)
{
	return tell_one(v, row, LETTER_L18N, person, INTAKE_SIDE_MENTOR);
}

enum outcome
opening_tell_member(struct visit *v, const struct opening_row_row *row, struct person_id person)
{
	return tell_one(v, row, LETTER_L20O, person, INTAKE_SIDE_MENTEE);
}

enum outcome
opening_tell_applicants(struct visit *v, const struct opening_row_row *row)
{
	struct opening_applicants_rows rows = { .count = TOLD_AT_ONCE };
	struct application_id after = { 0 };

	while (rows.count == TOLD_AT_ONCE) {
		TRY(opening_applicants(v->db, v->arena, row->id, after, TOLD_AT_ONCE, &rows));
		for (size_t i = 0; i < rows.count; i++) {
			TRY(tell_one(v, row, LETTER_L20P, rows.at[i].person, rows.at[i].side));
			after = rows.at[i].id;
		}
	}
	return OK;
}
