/* Events and answers as a few words each: the timeline says more, to those who open the page. */
#include "requests/letters_history.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "forms/say.h"
#include "requests/store_letters.h"

enum { HISTORY_BYTES = 4000, STEPS_MOST = 30, ASKED_MOST = 40 };

static const struct {
	struct str kind;
	const char *words;
} steps[] = {
	{ S_STATIC("sent"), N_("sent") }, { S_STATIC("sent-follow-up"), N_("sent, as a follow-up") }, { S_STATIC("entered"), N_("written down by a coordinator") },
	{ S_STATIC("bumped"), N_("mentors reminded by hand") }, { S_STATIC("reminded"), N_("mentors reminded") },
	{ S_STATIC("mentors-asked"), N_("mentors asked one by one") }, { S_STATIC("escalated"), N_("escalated") },
	{ S_STATIC("escalated-again"), N_("escalated once more") }, { S_STATIC("detail-asked"), N_("more detail asked") },
	{ S_STATIC("detail-given"), N_("detail given") }, { S_STATIC("claimed"), N_("claimed") }, { S_STATIC("claimed-again"), N_("claimed again") },
	{ S_STATIC("assigned"), N_("assigned") }, { S_STATIC("released"), N_("given back") }, { S_STATIC("unassigned"), N_("taken back") },
	{ S_STATIC("lapsed"), N_("the claim ran out") }, { S_STATIC("mentor-silent"), N_("the mentor fell silent") },
	{ S_STATIC("claim-ended"), N_("the claim ended") },
	{ S_STATIC("hold-declined"), N_("the named mentor declined") }, { S_STATIC("hold-over"), N_("the named mentor did not answer") },
};

static const char *
words_of(struct str kind)
{
	for (size_t i = 0; i < ARRAY_LENGTH(steps); i++)
		if (str_equal(steps[i].kind, kind))
			return steps[i].words;
	return "";
}

enum outcome
desk_steps_taken(struct visit *v, struct request_id request, struct say_place place, struct str *out)
{
	struct buf words = buf_new(v->arena, HISTORY_BYTES);
	struct request_steps_taken_rows rows;

	TRY(request_steps_taken(v->db, v->arena, request, STEPS_MOST, &rows));
	for (size_t i = rows.count; i-- > 0;) {
		buf_add(&words, words.length > 0 ? S("; ") : S(""));
		buf_add(&words, say_day(v->arena, place, rows.at[i].happened_at, v->now));
		buf_add(&words, S(": "));
		buf_add(&words, say(place.language, words_of(rows.at[i].kind)));
	}
	*out = buf_str(&words);
	return OK;
}

static const char *
answer_of(const struct request_asked_row *row)
{
	switch (row->ending) {
	case CLAIM_ENDING_RELEASED: return N_("claimed it and gave it back");
	case CLAIM_ENDING_LAPSED: return N_("claimed it, and no sign of contact came");
	case CLAIM_ENDING_UNASSIGNED: return N_("claimed it, and a coordinator took it back");
	case CLAIM_ENDING_UNDONE: return N_("claimed it and undid that");
	default: return row->has_passed ? N_("passed") : N_("no answer");
	}
}

enum outcome
desk_who_was_asked(struct visit *v, struct request_id request, struct str language, struct str *out)
{
	struct buf words = buf_new(v->arena, HISTORY_BYTES);
	struct request_asked_rows rows;

	TRY(request_asked(v->db, v->arena, request, ASKED_MOST, &rows));
	for (size_t i = 0; i < rows.count; i++) {
		buf_add(&words, words.length > 0 ? S("; ") : S(""));
		buf_add(&words, rows.at[i].name);
		buf_add(&words, S(": "));
		buf_add(&words, say(language, answer_of(&rows.at[i])));
	}
	*out = rows.count == 0 ? say(language, N_("nobody yet: no mentor fits it, or all who do are full, away or asked enough")) : buf_str(&words);
	return OK;
}
