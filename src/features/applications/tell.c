/* Letters to applicants: each says where it stands, what comes next and by when. */
#include "applications/tell.h"

#include "base/arena.h"
#include "base/buf.h"
#include "formats/text.h"
#include "forms/say.h"
#include "forms/say_moment.h"
#include "http/routes.h"
#include "programmes/resources.h"

enum { ANSWERS_BYTES = 3600, NUMBER_BYTES = 24 };

static struct str
address_of(struct visit *v, struct str path)
{
	return str_join(v->arena, 2, (struct str[]){ v->server->base_url, path });
}

static struct str
at(struct visit *v, const struct letter_reader *reader, struct moment m)
{
	return moment_is_none(m) ? S("") : say_moment(v->arena, letter_place(reader), m, v->now);
}

/* What was sent, for the receipt: cut where a letter has no more room. */
static enum outcome
copy_of_answers(struct visit *v, const struct application_row_row *row, struct str *out)
{
	struct buf text = buf_new(v->arena, ANSWERS_BYTES);
	struct answer_lines lines;

	TRY(answer_lines_find(v, row, true, &lines));
	for (size_t i = 0; i < lines.count; i++) {
		if (str_is_empty(lines.at[i].answer))
			continue;
		buf_add(&text, text.length > 0 ? S("\n") : S(""));
		buf_add(&text, lines.at[i].question);
		buf_char(&text, ' ');
		buf_add(&text, text_head(lines.at[i].answer, 300));
	}
	*out = text.length == 0 ? S("") : buf_str(&text);
	return OK;
}

enum outcome
tell_applicant(struct visit *v, const struct application_row_row *row, enum letter_kind kind)
{
	struct letter_desk desk = visit_letters(v);
	struct letter_reader reader;
	struct letter_wish wish = { .id = { visit_new_id(v) }, .kind = kind, .programme = v->programme->id, .reader = &reader };
	enum resource_role resource_role = row->side == INTAKE_SIDE_MENTOR ? RESOURCE_ROLE_MENTOR : RESOURCE_ROLE_MENTEE;
	struct str answers = S(""), reading = S(""), rooms = S(""), next, join = address_of(v, url_join_show(v->arena, v->programme->slug));
	enum outcome said = letter_reader_find(&desk, row->person, letter_sort(kind)->topic, &reader);

	if (said == NOT_FOUND)
		return OK;
	TRY(said);
	if (kind == LETTER_L19)
		TRY(copy_of_answers(v, row, &answers));
	if (kind == LETTER_L24)
		TRY(resources_for_letter(v, resource_role, &reading));
	if (kind == LETTER_L22 && row->state == APPLICATION_STATE_PLACED)
		TRY(rooms_for_letter(v, reader.language, resource_role, &rooms));
	TRY(application_next(v, reader.language, row, &next));
	letter_wish_add(&wish, "you", reader.name);
	letter_wish_add(&wish, "programme", v->programme->name);
	letter_wish_add(&wish, "number", application_number(v->arena, row->number));
	letter_wish_add(&wish, "title", row->cohort_name);
	letter_wish_add(&wish, "link", address_of(v, url_application_show(v->arena, v->programme->slug, intake_side_name(row->side))));
	letter_wish_add(&wish, "side", intake_side_words(reader.language, row->side));
	letter_wish_add(&wish, "status", application_standing_words(reader.language, row));
	letter_wish_add(&wish, "next", next);
	letter_wish_add(&wish, "until", at(v, &reader, kind == LETTER_L23 ? row->confirm_by_at : intake_last(row->closes_at)));
	letter_wish_add(&wish, "answers", answers);
	letter_wish_add(&wish, "reason", application_reason_words(reader.language, row->reason));
	letter_wish_add(&wish, "words", row->words);
	letter_wish_add(&wish, "reading", reading);
	letter_wish_add(&wish, "rooms", rooms);
	letter_wish_add(&wish, "resources", address_of(v, url_programme_show(v->arena, v->programme->slug)));
	letter_wish_add(&wish, "join", join);
	return letter_put(&desk, &wish);
}

static struct str
places_words(struct visit *v, int64_t places)
{
	struct buf text = buf_new(v->arena, NUMBER_BYTES);

	buf_whole(&text, places);
	return places <= 0 ? S("") : buf_str(&text);
}

enum outcome
tell_of_intake(struct visit *v, const struct intake_of_row *intake, struct person_id person, enum letter_kind kind)
{
	bool is_over = intake->state == INTAKE_STATE_CLOSED;
	struct letter_desk desk = visit_letters(v);
	struct letter_reader reader;
	struct letter_wish wish = { .id = { visit_new_id(v) }, .kind = kind, .programme = v->programme->id, .reader = &reader,
		.expires_at = is_over ? (struct moment){ 0 } : intake->closes_at };
	enum outcome said = letter_reader_find(&desk, person, letter_sort(kind)->topic, &reader);

	if (said == NOT_FOUND)
		return OK;
	TRY(said);
	letter_wish_add(&wish, "you", reader.name);
	letter_wish_add(&wish, "programme", v->programme->name);
	letter_wish_add(&wish, "title", intake->name);
	letter_wish_add(&wish, "side", intake_side_words(reader.language, intake->side));
	letter_wish_add(&wish, "until", is_over ? S("") : at(v, &reader, intake_last(intake->closes_at)));
	letter_wish_add(&wish, "places", places_words(v, intake->places));
	letter_wish_add(&wish, "criteria", intake->criteria);
	letter_wish_add(&wish, "link", address_of(v, url_application_show(v->arena, v->programme->slug, intake_side_name(intake->side))));
	return letter_put(&desk, &wish);
}
