/* The letter that a survey waits, and the reminder: until when, how long it takes, what becomes of who stays silent; never what others answered. */
#include "surveys/tell.h"

#include "base/arena.h"
#include "base/buf.h"
#include "formats/id.h"
#include "forms/say_moment.h"
#include "http/routes.h"

enum { NUMBER_BYTES = 24 };

static struct str
minutes_text(struct visit *v, int64_t questions)
{
	struct buf text = buf_new(v->arena, NUMBER_BYTES);

	buf_whole(&text, survey_minutes(questions));
	return buf_str(&text);
}

enum outcome
survey_write(struct visit *v, const struct survey_of_row *survey, struct person_id person, enum letter_kind kind, int64_t questions)
{
	struct letter_desk desk = visit_letters(v);
	struct letter_reader reader;
	struct letter_wish wish = { .id = { visit_new_id(v) }, .kind = kind, .programme = v->programme->id, .reader = &reader, .expires_at = survey->closes_at };
	enum outcome said = letter_reader_find(&desk, person, letter_sort(kind)->topic, &reader);

	if (said == NOT_FOUND)
		return OK;
	TRY(said);
	letter_wish_add(&wish, "you", reader.name);
	letter_wish_add(&wish, "programme", v->programme->name);
	letter_wish_add(&wish, "title", survey->name);
	letter_wish_add(&wish, "about", survey->about);
	letter_wish_add(&wish, "minutes", minutes_text(v, questions));
	letter_wish_add(&wish, "until", say_moment(v->arena, letter_place(&reader), survey_last(survey->closes_at), v->now));
	letter_wish_add(&wish, "link", str_join(v->arena, 2, (struct str[]){ v->server->base_url, url_survey_show(v->arena, v->programme->slug, id_print(v->arena, survey->id.value)) }));
	return letter_put(&desk, &wish);
}
