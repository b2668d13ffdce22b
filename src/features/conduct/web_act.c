/* What responders do with a case. Each act names the state that its page showed; of two at once the second is told and keeps what they typed. */
#include "base/arena.h"
#include "conduct/act.h"
#include "conduct/form.h"
#include "conduct/lines.h"
#include "conduct/sanction.h"
#include "conduct/tell.h"
#include "formats/id.h"
#include "formats/text.h"
#include "formats/zone.h"
#include "forms/say.h"
#include "forms/say_moment.h"
#include "http/routes.h"

enum outcome
step_begin(struct visit *v, enum case_step what, struct step *out)
{
	struct str seen = form_text(v->form, "seen");
	int64_t version;

	TRY(case_find(v, &out->row));
	if (!str_whole(seen, &version) || version != out->row.version)
		return visit_refuse(v, CHANGED_SINCE, S("Somebody changed this case since you opened it. Below is what you typed: nothing is saved yet, and "
		    "nothing is lost. Look at what is new, then send it again."));
	out->assignee = out->row.assignee;
	out->measure = out->row.measure;
	return case_may(out->row.state, what, &out->next);
}

static struct moment
since(struct moment before, bool is_now, struct moment now)
{
	return is_now && moment_is_none(before) ? now : before;
}

enum outcome
step_end(struct visit *v, const struct step *s, const struct case_entry *entry)
{
	bool is_decided = s->next == REPORT_STATE_DECIDED || s->next == REPORT_STATE_CLOSED, is_closed = s->next == REPORT_STATE_CLOSED;
	int64_t changed;

	TRY(report_move(v->db, &(struct report_move_values){ .id = s->row.id, .version = s->row.version, .state = s->next, .assignee = s->assignee,
	    .measure = s->measure, .acknowledged = since(s->row.acknowledged_at, s->next != REPORT_STATE_SUBMITTED, v->now),
	    .decided = is_decided ? since(s->row.decided_at, true, v->now) : (struct moment){ 0 },
	    .closed = is_closed ? since(s->row.closed_at, true, v->now) : (struct moment){ 0 } }, &changed));
	if (changed != 1)
		return CHANGED_SINCE;
	TRY(case_note_down(v, s->row.id, entry));
	return visit_see_other(v, url_case_show(v->arena, v->programme->slug, id_print(v->arena, s->row.id.value)), S("case-saved"));
}

static enum outcome
end_and_tell(struct visit *v, const struct step *s, const struct case_entry *entry)
{
	TRY(tell_reporter(v, s->row.id, s->row.sharing, s->row.reporter_sealed));
	return step_end(v, s, entry);
}

enum outcome
case_acknowledge(struct visit *v)
{
	struct step s;

	TRY(step_begin(v, CASE_ACKNOWLEDGE, &s));
	return end_and_tell(v, &s, &(struct case_entry){ .kind = REPORT_ENTRY_KIND_ACKNOWLEDGED, .words = S("") });
}

/* To one of those who read it. They are told, unless they took it themselves. */
enum outcome
case_assign(struct visit *v)
{
	struct case_times times = case_times_of(v->programme);
	struct readers_of_rows readers;
	struct step s;
	bool is_told;

	TRY(step_begin(v, CASE_ASSIGN, &s));
	s.assignee = (struct person_id){ 0 };
	TRY(readers_of(v->db, v->arena, s.row.id, v->programme->id, REPORT_READERS_MOST, &readers));
	for (size_t i = 0; i < readers.count; i++)
		if (str_equal(form_text(v->form, "person"), id_print(v->arena, readers.at[i].id.value)))
			s.assignee = readers.at[i].id;
	if (person_id_is_none(s.assignee))
		return CASE_NOT_READER;
	if (!person_id_equal(s.assignee, v->who.id))
		TRY(tell_readers(v, &(struct telling){ .report = s.row.id, .only = s.assignee,
		    .until = case_due_at(s.next, s.row.clock_at, &times) }, &is_told));
	return step_end(v, &s, &(struct case_entry){ .kind = REPORT_ENTRY_KIND_ASSIGNED, .subject = s.assignee, .words = S("") });
}

enum outcome
case_ask(struct visit *v)
{
	struct step s;

	TRY(step_begin(v, CASE_ASK, &s));
	return end_and_tell(v, &s, &(struct case_entry){ .kind = REPORT_ENTRY_KIND_ASKED, .words = form_text(v->form, "words") });
}

enum outcome
case_note(struct visit *v)
{
	struct step s;

	TRY(step_begin(v, CASE_NOTE, &s));
	return step_end(v, &s, &(struct case_entry){ .kind = REPORT_ENTRY_KIND_NOTED, .words = form_text(v->form, "words") });
}

static bool
reads(const struct readers_of_rows *readers, struct person_id person)
{
	for (size_t i = 0; i < readers->count; i++)
		if (person_id_equal(readers->at[i].id, person))
			return true;
	return false;
}

/* Whoever keeps another responder from a case does it before the eyes of those who go on reading it; where nobody is left but them, contacts are told,
 * so that somebody is appointed who reads what comes after it. */
static enum outcome
tell_of_lost_reader(struct visit *v, struct report_id report, const struct readers_of_rows *before, struct person_id person)
{
	struct readers_of_rows readers;
	bool is_told;

	if (!reads(before, person))
		return OK;
	TRY(readers_of(v->db, v->arena, report, v->programme->id, REPORT_READERS_MOST, &readers));
	for (size_t i = 0; i < readers.count; i++)
		if (!person_id_equal(readers.at[i].id, v->who.id))
			TRY(tell_readers(v, &(struct telling){ .report = report, .only = readers.at[i].id }, &is_told));
	return readers.count <= 1 ? tell_contacts(v, report, readers.count == 1) : OK;
}

/* Whom it is about sees no more of it from this moment, whoever they are; also the one who writes it down. */
enum outcome
case_name(struct visit *v)
{
	struct members_called_rows found;
	struct readers_of_rows before;
	struct step s;
	int64_t changed;

	TRY(step_begin(v, CASE_NAME, &s));
	TRY(readers_of(v->db, v->arena, s.row.id, v->programme->id, REPORT_READERS_MOST, &before));
	TRY(members_called(v->db, v->arena, v->programme->id, text_folded(v->arena, form_text(v->form, "who")), 2, &found));
	if (found.count != 1) {
		form_complain(v->form, "who", found.count == 0 ? S("No member of this programme has this name or address.") :
		    S("More than one member has this name. Write the address."));
		return BAD_INPUT;
	}
	TRY(reader_put(v->db, s.row.id, found.at[0].id, true, &changed));
	TRY(tell_of_lost_reader(v, s.row.id, &before, found.at[0].id));
	if (person_id_equal(s.assignee, found.at[0].id))
		s.assignee = (struct person_id){ 0 };
	TRY(step_end(v, &s, &(struct case_entry){ .kind = REPORT_ENTRY_KIND_NAMED, .subject = found.at[0].id, .words = S("") }));
	return person_id_equal(found.at[0].id, v->who.id) ? visit_see_other(v, url_cases_show(v->arena, v->programme->slug), S("case-saved")) : OK;
}

/* The name of a confidential reporter: shown once, on the page that answers; the reason stays, and whoever reported sees it. */
enum outcome
case_reveal(struct visit *v)
{
	struct case_view view;
	struct str plain;
	struct step s;

	TRY(step_begin(v, CASE_REVEAL, &s));
	if (s.row.sharing != REPORT_SHARING_CONFIDENTIAL)
		return CASE_NOT_NOW;
	TRY(step_end(v, &s, &(struct case_entry){ .kind = REPORT_ENTRY_KIND_REVEALED, .words = form_text(v->form, "reason") }));
	v->reply = reply_new(v->arena);
	v->form = NULL;
	TRY(case_view_fill(v, &view));
	TRY(report_open(v, REPORT_REPORTER, s.row.id.value, s.row.reporter_sealed, &plain));
	view.reporter = reporter_read(v, plain);
	view.has_reporter = true;
	view.is_reporter_sealed = false;
	return case_page(v, &view);
}

/* What was decided and why, so that the case still tells it when something else was decided since. */
static struct str
decided_words(struct visit *v, const struct sanction *s)
{
	struct str language = visit_language(v), until = S(""), clauses = S("");
	struct say_place place = { language, zone_find(v->programme->zone) };

	if (!moment_is_none(s->until))
		until = str_join(v->arena, 2, (struct str[]){ S(", "), say_filled(v->arena, say(language, N_("until {day}")), 1,
		    (struct say_value[]){ { "day", say_moment(v->arena, place, moment_plus(s->until, -US_PER_SECOND), v->now) } }) });
	if (!str_is_empty(s->clauses))
		clauses = str_join(v->arena, 2, (struct str[]){ S("\n"), say_filled(v->arena, say(language, N_("Clauses of the code of conduct: {numbers}")), 1,
		    (struct say_value[]){ { "numbers", s->clauses } }) });
	return str_join(v->arena, 5, (struct str[]){ measure_words(language, s->measure), until, clauses, S("\n"), form_text(v->form, "words") });
}

enum outcome
report_decide(struct visit *v, struct decided *out)
{
	struct sanction sanction;
	struct step s;

	*out = (struct decided){ .count = 0 };
	TRY(step_begin(v, CASE_DECIDE, &s));
	s.measure = report_measure_of(form_text(v->form, "measure"));
	TRY(sanction_read(v, s.measure, &sanction));
	s.sanction = &sanction;
	TRY(sanctions_over(v, s.row.id, s.measure != REPORT_MEASURE_SUSPENSION && s.measure != REPORT_MEASURE_REMOVAL));
	if (measure_is_for_somebody(s.measure))
		TRY(step_do(v, &s, out));    /* at once, whatever coordinators do after it */
	return end_and_tell(v, &s, &(struct case_entry){ .kind = REPORT_ENTRY_KIND_DECIDED, .words = decided_words(v, &sanction) });
}

enum outcome
case_close(struct visit *v)
{
	struct step s;

	TRY(step_begin(v, CASE_CLOSE, &s));
	return end_and_tell(v, &s, &(struct case_entry){ .kind = REPORT_ENTRY_KIND_CLOSED, .words = S("") });
}

enum outcome
case_reopen(struct visit *v)
{
	struct step s;
	int64_t changed;

	TRY(step_begin(v, CASE_REOPEN, &s));
	TRY(report_reopened(v->db, s.row.id, v->now, &changed));
	return end_and_tell(v, &s, &(struct case_entry){ .kind = REPORT_ENTRY_KIND_REOPENED, .words = form_text(v->form, "words") });
}
