/* The visitor's own application, its answers, and the words of states. */
#include "applications/own.h"

#include "applications/applications.h"
#include "applications/form.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "forms/say.h"

enum { NUMBER_BYTES = 24 };

enum outcome
application_form_find(struct visit *v, const struct form *of_route, const struct form **out)
{
	const struct question_form *form = programme_form(v->programme, v->params[1]);
	struct form *asked = ARENA_NEW(v->arena, struct form);
	struct own own;

	if (form == NULL)
		return NOT_FOUND;
	TRY(own_find(v, &own));
	*asked = question_fields(v->arena, form, of_route->name, of_route == &application_draft_form);
	asked->is_asked = true;
	own_opening_ask(v, &own, asked);
	*out = asked;
	return OK;
}

static enum outcome
find_intake(struct visit *v, struct own *own)
{
	struct intake_current_row current;
	enum outcome said = intake_current(v->db, v->arena, v->programme->id, intake_side_of(own->side), v->who.id, v->now, &current);

	if (said != OK)
		return said == NOT_FOUND ? OK : said;
	own->has_intake = true;
	TRY(intake_find(v, current.id, &own->intake));
	return own_openings_find(v, own);
}

enum outcome
own_find(struct visit *v, struct own *own)
{
	struct application_of_row found;
	enum outcome said;

	*own = (struct own){ .side = v->params[1], .form = programme_form(v->programme, v->params[1]) };
	if (intake_side_of(own->side) == INTAKE_SIDE_NONE)
		return NOT_FOUND;
	TRY(find_intake(v, own));
	if (!own->has_intake)
		return OK;
	said = application_of(v->db, v->arena, own->intake.id, v->who.id, &found);
	if (said != OK)
		return said == NOT_FOUND ? OK : said;
	own->has_row = true;
	return application_row(v->db, v->arena, found.id, &own->row);
}

/* By their keys: a question that was asked in other words before is begun with what was answered then. */
static enum outcome
fill(struct visit *v, const struct question_form *form, struct application_id from, struct values *values)
{
	struct answers_of_rows rows;

	TRY(answers_of(v->db, v->arena, from, true, QUESTIONS_MOST, &rows));
	for (size_t i = 0; i < form->count; i++)
		for (size_t k = 0; k < rows.count; k++)
			if (str_equal(form->questions[i].key, rows.at[k].key) && form->questions[i].kind != QUESTION_KIND_CONSENT)
				question_fill(v->arena, &form->questions[i], values, rows.at[k].words);
	return OK;
}

enum outcome
own_filled(struct visit *v, const struct own *own, const struct form *form, struct values **out)
{
	struct application_before_row before;
	enum outcome said;

	*out = form_start(v->arena, form, NULL);
	own_opening_fill(v, own, *out);
	if (own->has_row)
		return fill(v, own->form, own->row.id, *out);
	if (!own->has_intake)
		return OK;
	said = application_before(v->db, v->arena, v->programme->id, own->intake.side, v->who.id, own->intake.id, &before);
	return said == OK ? fill(v, own->form, before.id, *out) : said == NOT_FOUND ? OK : said;
}

enum outcome
answers_keep(struct visit *v, struct application_id id, const struct question_form *form, struct values *values)
{
	int64_t changed;

	TRY(answers_clear(v->db, id, &changed));
	for (size_t i = 0; i < form->count; i++) {
		struct str words = question_kept(v->arena, &form->questions[i], values);

		if (!str_is_empty(words))
			TRY(answer_add(v->db, id, form->questions[i].id, words));
	}
	return OK;
}

enum outcome
application_hide_who(struct visit *v, struct application_row_row *row, bool *hides)
{
	struct review_by_row mine;

	TRY(review_by(v->db, v->arena, row->id, v->who.id, &mine));
	*hides = application_hides_who(row->state, row->is_blind, mine.scores > 0);
	if (*hides)
		row->person_name = row->person_email = S("");
	return OK;
}

void
answer_lines_hide_who(struct answer_lines *lines)
{
	size_t kept = 0;

	for (size_t i = 0; i < lines->count; i++)
		if (!lines->at[i].is_link)
			lines->at[kept++] = lines->at[i];
	lines->count = kept;
}

enum outcome
answer_lines_find(struct visit *v, const struct application_row_row *row, bool with_confided, struct answer_lines *out)
{
	struct question_form form;
	struct answers_of_rows rows;

	TRY(question_form_find(v->db, v->arena, row->form, &form));
	TRY(answers_of(v->db, v->arena, row->id, with_confided, QUESTIONS_MOST, &rows));
	*out = (struct answer_lines){ .at = ARENA_MANY(v->arena, form.count + 1, struct answer_line) };
	for (size_t i = 0; i < form.count; i++) {
		const struct question *q = &form.questions[i];
		struct answer_line line = { .question = q->words, .answer = S(""), .is_confided = q->audience == QUESTION_AUDIENCE_COORDINATORS,
			.is_link = q->kind == QUESTION_KIND_LINK };

		if (line.is_confided && !with_confided)
			continue;
		for (size_t k = 0; k < rows.count; k++)
			if (question_id_equal(rows.at[k].question, q->id))
				line.answer = question_answer_words(v->arena, visit_language(v), q, rows.at[k].words);
		out->at[out->count++] = line;
	}
	return OK;
}

enum outcome
application_becomes(struct visit *v, struct application_row_row *row, enum application_state next)
{
	struct str before = application_state_name(row->state);
	int64_t changed;

	TRY(application_move(v->db, &(struct application_move_values){ .id = row->id, .before = row->state, .state = next, .reviewer = row->reviewer, .reason = row->reason,
	    .words = row->words, .waits = row->waits_since_at, .offered = row->offered_at, .confirm = row->confirm_by_at, .decided = row->decided_at,
	    .elected = row->elected_at, .chosen = row->chosen_at, .now = v->now,
	    .is_queued = row->is_queued && next == APPLICATION_STATE_WAIT_LISTED }, &changed));
	if (changed != 1)
		return STALE;
	row->is_queued = row->is_queued && next == APPLICATION_STATE_WAIT_LISTED;
	row->state = next;
	row->version++;
	return event_say(v, S("application-moved"), &(struct event_facts){ .person = row->person, .detail = application_in_record(v->arena, row), .before = before,
	    .after = application_state_name(next) });
}

struct str
application_number(struct arena *arena, int64_t number)
{
	struct buf text = buf_new(arena, NUMBER_BYTES);

	buf_format(&text, "A-%lld", (long long)number);
	return number == 0 ? S("") : buf_str(&text);
}

struct str
application_in_record(struct arena *arena, const struct application_row_row *row)
{
	return row->is_blind ? row->cohort_name : application_number(arena, row->number);
}

struct str
application_state_words(struct str language, enum application_state state)
{
	static const char *const words[] = {
		[APPLICATION_STATE_NONE] = "", [APPLICATION_STATE_DRAFT] = N_("Not sent yet"), [APPLICATION_STATE_SENT] = N_("Received"),
		[APPLICATION_STATE_IN_REVIEW] = N_("Being read"), [APPLICATION_STATE_SHORT_LISTED] = N_("On the short list"),
		[APPLICATION_STATE_WAIT_LISTED] = N_("On the waiting list"), [APPLICATION_STATE_OFFERED] = N_("A place is offered to you"),
		[APPLICATION_STATE_PLACED] = N_("You have a place"), [APPLICATION_STATE_NOT_SELECTED] = N_("Not selected this time"),
		[APPLICATION_STATE_DECLINED] = N_("You declined the offer"), [APPLICATION_STATE_EXPIRED] = N_("The offer was not answered in time"),
		[APPLICATION_STATE_WITHDRAWN] = N_("Withdrawn"),
	};

	check((size_t)state < ARRAY_LENGTH(words));
	return words[state][0] == '\0' ? S("") : say(language, words[state]);
}

struct str
application_next_words(struct str language, enum application_state state)
{
	static const char *const words[] = {
		[APPLICATION_STATE_NONE] = N_("Answer the questions and send them. You can save at any time and go on later."),
		[APPLICATION_STATE_DRAFT] = N_("It is saved and nobody reads it yet. Send it before the window closes."),
		[APPLICATION_STATE_SENT] = N_("It waits for somebody who reads it. Until the window closes you can change it."),
		[APPLICATION_STATE_IN_REVIEW] = N_("Somebody reads it. You hear when it is decided, whatever the decision is."),
		[APPLICATION_STATE_SHORT_LISTED] = N_("It fits. Places are given once all applications are read; you hear in any case."),
		[APPLICATION_STATE_WAIT_LISTED] = N_("All places are taken for now. Whoever waits longest gets the next one that becomes free."),
		[APPLICATION_STATE_OFFERED] = N_("Accept or decline it. If you do neither in time, it goes to the next in line."),
		[APPLICATION_STATE_PLACED] = N_("There is nothing for you to do here. The coordinators write to you with what comes next."),
		[APPLICATION_STATE_NOT_SELECTED] = N_("You are welcome to apply again in the next window; it begins with your answers of now."),
		[APPLICATION_STATE_DECLINED] = N_("Thank you for saying so. You can apply again in another window."),
		[APPLICATION_STATE_EXPIRED] = N_("The place went to the next in line. You can apply again in another window."),
		[APPLICATION_STATE_WITHDRAWN] = N_("Nobody reads it any more. While the window is open you can take that back."),
	};

	check((size_t)state < ARRAY_LENGTH(words));
	return say(language, words[state]);
}

struct str
application_reason_words(struct str language, enum application_reason reason)
{
	static const char *const words[] = {
		[APPLICATION_REASON_NONE] = "", [APPLICATION_REASON_NO_PLACE] = N_("There were more good applications than places."),
		[APPLICATION_REASON_CRITERIA] = N_("It does not meet the criteria that stand on the page of the window."),
		[APPLICATION_REASON_LANGUAGE] = N_("We found nobody who speaks a language with you."),
		[APPLICATION_REASON_TIMES] = N_("We found nobody who has time when you have."), [APPLICATION_REASON_LATER] = N_("It fits a later window better than this one."),
	};

	check((size_t)reason < ARRAY_LENGTH(words));
	return words[reason][0] == '\0' ? S("") : say(language, words[reason]);
}

struct str
intake_side_words(struct str language, enum intake_side side)
{
	return say(language, side == INTAKE_SIDE_MENTOR ? N_("mentor") : N_("mentee"));
}
