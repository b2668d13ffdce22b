/* What a project's contact does with people: nominating and electing mentors (F038), choosing mentees from the short list (F047). */
#include "applications/own.h"
#include "applications/tell.h"
#include "base/arena.h"
#include "formats/id.h"
#include "formats/text.h"
#include "forms/say.h"
#include "http/routes.h"
#include "openings/form.h"
#include "openings/opening.h"
#include "openings/tell.h"
#include "openings/views.h"
#include "people/people.h"
#include "programmes/questions.h"

static bool
may(enum application_state state, enum application_act act)
{
	enum application_state next;

	return application_may(state, act, true, &next) == OK;
}

static bool
is_among(const struct str_list *list, struct str id)
{
	for (size_t i = 0; i < list->count; i++)
		if (str_equal(list->at[i], id))
			return true;
	return false;
}

/* An elected one can be left out again, and one who is on the short list can be elected; what is offered or over cannot. */
static bool
can_elect(const struct opening_candidates_row *row)
{
	return may(row->state, APPLICATION_REFUSE);
}

/* As the visitor may see them: mentors who applied, mentees on the short list. */
static enum outcome
candidates_find(struct visit *v, struct opening_id opening, enum intake_side side, struct opening_candidates_rows *out)
{
	return opening_candidates(v->db, v->arena, &(struct opening_candidates_values){ .opening = opening, .side = side, .is_listed = side == INTAKE_SIDE_MENTEE,
	    .viewer = v->who.id, .is_coordinator = visit_may(v, WHO_COORDINATOR), .limit = CANDIDATES_MOST }, out);
}

/* As it was sent, if the form comes back. */
static bool
is_picked(struct visit *v, const struct candidate *one, bool is_mentor)
{
	if (is_mentor)
		return visit_is_again(v, &elect_form) && str_equal(form_text(v->form, "application"), one->id);
	if (visit_is_again(v, &choose_form))
		return is_among(form_many(v->form, "chosen"), one->id);
	return !moment_is_none(one->row.chosen_at);
}

/* The lines of one candidate: the next ones of what was answered by all, which stands in the order of the candidates; behind those of
 * whoever the visitor does not see. */
static void
take_lines(struct visit *v, const struct candidate_answers_rows *all, size_t *at, struct candidate *one)
{
	size_t first;

	while (*at < all->count && all->at[*at].application.value < one->row.id.value)
		(*at)++;
	first = *at;
	while (*at < all->count && application_id_equal(all->at[*at].application, one->row.id))
		(*at)++;
	one->lines = (struct answer_lines){ .at = ARENA_MANY(v->arena, *at - first + 1, struct answer_line) };
	for (size_t i = first; i < *at; i++) {
		struct question q = { .kind = all->at[i].kind, .lowest = all->at[i].lowest, .highest = all->at[i].highest };

		one->lines.at[one->lines.count++] = (struct answer_line){ .question = all->at[i].words, .is_link = q.kind == QUESTION_KIND_LINK,
			.answer = question_answer_words(v->arena, visit_language(v), &q, all->at[i].answer) };
	}
}

/* Two queries, however many they are: who they are, and what they answered. */
static enum outcome
fill(struct visit *v, struct opening_view *view, enum intake_side side, struct candidates *out)
{
	bool is_mentor = side == INTAKE_SIDE_MENTOR;
	struct opening_candidates_rows rows;
	struct candidate_answers_rows answers;
	size_t at = 0;

	TRY(candidates_find(v, view->row.id, side, &rows));
	TRY(candidate_answers(v->db, v->arena, view->row.id, side, !is_mentor, CANDIDATES_MOST * QUESTIONS_MOST, &answers));
	*out = (struct candidates){ .at = ARENA_MANY(v->arena, rows.count + 1, struct candidate) };
	for (size_t i = 0; i < rows.count; i++) {
		struct candidate one = { .row = rows.at[i], .id = id_print(v->arena, rows.at[i].id.value) };
		bool is_blind = application_hides_who(one.row.state, one.row.is_blind, one.row.scores > 0);

		one.name = is_blind ? S("") : one.row.person_name;
		take_lines(v, &answers, &at, &one);
		if (is_blind)
			answer_lines_hide_who(&one.lines);
		one.can_elect = is_mentor && view->can_elect && can_elect(&one.row);
		one.can_choose = !is_mentor && view->can_choose && one.row.state == APPLICATION_STATE_SHORT_LISTED;
		one.is_picked = is_picked(v, &one, is_mentor);
		out->at[out->count++] = one;
	}
	return OK;
}

/* Mentors are shown to a contact who elects them; mentees once the short list was sent, never before. */
enum outcome
opening_candidates_fill(struct visit *v, struct opening_view *view)
{
	if (visit_may(v, WHO_COORDINATOR) || v->programme->settings.mentor_approval == MENTOR_BY_PROJECT)
		TRY(fill(v, view, INTAKE_SIDE_MENTOR, &view->mentors));
	view->is_electing = visit_is_again(v, &elect_form);
	for (size_t i = 0; i < view->mentors.count; i++)
		view->electable += view->mentors.at[i].can_elect ? 1 : 0;
	if (!moment_is_none(view->row.listed_at))
		TRY(fill(v, view, INTAKE_SIDE_MENTEE, &view->mentees));
	return nominations_of(v->db, v->arena, view->row.id, v->who.id, visit_may(v, WHO_COORDINATOR), NOMINATIONS_MOST, &view->nominations);
}

static enum outcome
show(struct visit *v, struct opening_id id, struct str done)
{
	return visit_see_other(v, url_opening_show(v->arena, v->programme->slug, id_print(v->arena, id.value)), done);
}

/* Whether somebody is here already is told to nobody: the list shows the name that was typed. */
enum outcome
opening_nominate(struct visit *v)
{
	struct nominations_of_rows present;
	struct opening_row_row row;
	enum opening_state next;
	struct person_id person;
	struct str name = text_one_line(v->arena, form_text(v->form, "name"));
	int64_t changed;
	bool are_apart;

	TRY(opening_find_own(v, &row));
	TRY(opening_may(row.state, OPENING_NOMINATE, &next));
	TRY(nominations_of(v->db, v->arena, row.id, v->who.id, visit_may(v, WHO_COORDINATOR), NOMINATIONS_MOST, &present));
	if (present.count == NOMINATIONS_MOST)
		return NOMINATIONS_ENOUGH;
	TRY(person_make(v, &(struct person_wish){ .name = name, .email = form_text(v->form, "email"), .zone = v->programme->zone }, &person));
	TRY(person_join(v, v->programme->id, person));
	TRY(nomination_add(v->db, &(struct nomination_add_values){ .id = { visit_new_id(v) }, .opening = row.id, .person = person, .name = name, .now = v->now }, &changed));
	if (changed == 1) {
		TRY(event_say(v, S("mentor-nominated"), &(struct event_facts){ .person = person, .detail = row.project }));
		TRY(people_are_apart(v, row.contact, person, &are_apart));
		if (!are_apart)
			TRY(opening_tell_nominee(v, &row, person));
	}
	return show(v, row.id, S("mentor-nominated"));
}

/* The application that was named: of this opening, of this side, sent, of nobody whom the visitor is kept apart from. */
static enum outcome
find_candidate(struct visit *v, const struct opening_row_row *row, struct str written, enum intake_side side, struct application_row_row *out)
{
	struct application_id id;
	bool is_apart;

	if (!id_read(written, &id.value))
		return STALE;
	if (application_row(v->db, v->arena, id, out) == NOT_FOUND)
		return STALE;
	TRY(visitor_is_apart(v, out->person, &is_apart));
	return opening_id_equal(out->opening, row->id) && out->side == side && out->state != APPLICATION_STATE_DRAFT && !is_apart ? OK : STALE;
}

static enum outcome
refuse(struct visit *v, struct application_row_row *application)
{
	enum application_state next;

	TRY(application_may(application->state, APPLICATION_REFUSE, true, &next));
	application->reason = application_reason_of(form_text(v->form, "reason"));
	if (application->reason == APPLICATION_REASON_NONE) {
		form_complain(v->form, "reason", str_from(N_("Choose the reason that they are told.")));
		return BAD_INPUT;
	}
	application->decided_at = v->now;
	application->elected_at = (struct moment){ 0 };
	TRY(application_becomes(v, application, next));
	TRY(tell_applicant(v, application, LETTER_L24));
	return reading_goes_on(v, application->intake, application->opening);
}

static enum outcome
elect(struct visit *v, struct application_row_row *application)
{
	if (!moment_is_none(application->elected_at) || !may(application->state, APPLICATION_REFUSE))
		return APPLICATION_NOT_NOW;
	TRY(placing_may_be_wanted(v, application));
	application->elected_at = v->now;
	application->waits_since_at = (struct moment){ 0 };
	TRY(application_becomes(v, application, APPLICATION_STATE_SHORT_LISTED));
	TRY(tell_applicant(v, application, LETTER_L22));
	return mentors_joined(v, application->intake);
}

enum outcome
opening_elect(struct visit *v)
{
	struct application_row_row application;
	struct opening_row_row row;
	enum opening_state next;

	TRY(opening_find_own(v, &row));
	if (!visit_may(v, WHO_COORDINATOR) && v->programme->settings.mentor_approval != MENTOR_BY_PROJECT)
		return OPENING_NOT_YOURS;
	TRY(opening_may(row.state, OPENING_ELECT, &next));
	TRY(find_candidate(v, &row, form_text(v->form, "application"), INTAKE_SIDE_MENTOR, &application));
	application.words = form_text(v->form, "words");
	if (str_equal(form_text(v->form, "decision"), S("refuse")))
		TRY(refuse(v, &application));
	else
		TRY(elect(v, &application));
	TRY(opening_plan(v, row.id));
	return show(v, row.id, S("decided"));
}

/* --- the short list --- */

enum outcome
opening_list(struct visit *v)
{
	struct moment choose_by = moment_plus(v->now, v->programme->settings.shortlist_days * US_PER_DAY);
	struct opening_candidates_rows rows;
	struct opening_row_row row;
	enum opening_state next;
	int64_t changed;

	TRY(opening_find(v, &row));
	TRY(opening_may(row.state, OPENING_LIST, &next));
	if (!v->programme->settings.choice_by_project)
		return CHOICE_OF_COORDINATORS;
	TRY(candidates_find(v, row.id, INTAKE_SIDE_MENTEE, &rows));
	if (rows.count == 0)
		return SHORT_LIST_EMPTY;
	TRY(opening_listed(v->db, row.id, v->now, choose_by, row.stepped & ~(int64_t)STEP_OF_LIST, &changed));
	TRY(opening_plan(v, row.id));
	TRY(event_say(v, S("short-list-sent"), &(struct event_facts){ .person = row.contact, .detail = row.project }));
	TRY(opening_tell_contact(v, &row, N_("The short list is there."), N_("Choose whom the project takes."), choose_by));
	return show(v, row.id, S("short-list-sent"));
}

/* Whoever was ticked is chosen, and nobody else of those who can be. */
static enum outcome
mark(struct visit *v, const struct opening_candidates_row *row, bool is_chosen)
{
	struct application_row_row application;

	if (row->state != APPLICATION_STATE_SHORT_LISTED || !moment_is_none(row->chosen_at) == is_chosen)
		return OK;
	TRY(application_row(v->db, v->arena, row->id, &application));
	if (is_chosen)
		TRY(placing_may_be_wanted(v, &application));
	application.chosen_at = is_chosen ? v->now : (struct moment){ 0 };
	application.words = S("");
	TRY(application_becomes(v, &application, application.state));
	return is_chosen ? tell_applicant(v, &application, LETTER_L22) : OK;
}

/* Whoever takes a place already: of those who are listed, and of those whom the visitor does not see, since they are kept apart. */
static int64_t
places_held(const struct opening_row_row *row, const struct opening_candidates_rows *rows)
{
	int64_t held = 0, counted = 0;

	for (size_t i = 0; i < rows->count; i++) {
		bool is_chosen = !moment_is_none(rows->at[i].chosen_at) && rows->at[i].state != APPLICATION_STATE_NOT_SELECTED;
		bool is_listed = rows->at[i].state == APPLICATION_STATE_SHORT_LISTED;
		bool is_over = rows->at[i].state == APPLICATION_STATE_DECLINED || rows->at[i].state == APPLICATION_STATE_EXPIRED;

		held += is_chosen && !is_listed ? 1 : 0;
		counted += is_chosen && !is_over ? 1 : 0;
	}
	return held + (row->chosen > counted ? row->chosen - counted : 0);
}

/* Every id that was sent is one that can be chosen, and there are places for all of them. */
static enum outcome
judge_choice(struct visit *v, const struct opening_row_row *row, const struct opening_candidates_rows *rows, const struct str_list *ids)
{
	size_t fitting = 0;

	for (size_t i = 0; i < rows->count; i++)
		if (rows->at[i].state == APPLICATION_STATE_SHORT_LISTED && is_among(ids, id_print(v->arena, rows->at[i].id.value)))
			fitting++;
	if (fitting != ids->count)
		return STALE;
	if (!opening_has_places(row->places, (int64_t)fitting + places_held(row, rows))) {
		form_complain(v->form, "chosen", str_from(N_("These are more people than the opening has places.")));
		return BAD_INPUT;
	}
	return OK;
}

enum outcome
opening_choose(struct visit *v)
{
	const struct str_list *ids = form_many(v->form, "chosen");
	struct opening_candidates_rows rows;
	struct opening_row_row row;
	enum opening_state next;
	int64_t changed;

	TRY(opening_find_own(v, &row));
	TRY(opening_may(row.state, OPENING_CHOOSE, &next));
	if (moment_is_none(row.listed_at) || !moment_is_none(row.chosen_at))
		return OPENING_NOT_NOW;
	TRY(candidates_find(v, row.id, INTAKE_SIDE_MENTEE, &rows));
	TRY(judge_choice(v, &row, &rows, ids));
	for (size_t i = 0; i < rows.count; i++)
		TRY(mark(v, &rows.at[i], is_among(ids, id_print(v->arena, rows.at[i].id.value))));
	TRY(opening_chosen(v->db, row.id, v->now, &changed));
	TRY(opening_plan(v, row.id));
	TRY(event_say(v, S("project-chose"), &(struct event_facts){ .person = row.contact, .detail = row.project }));
	TRY(opening_tell_desk(v, &row, N_("the project has chosen from its short list")));
	return show(v, row.id, S("project-chose"));
}

struct str
candidate_words(const struct page *page, const struct candidate *one)
{
	struct application_row_row row = { .state = one->row.state, .elected_at = one->row.elected_at, .chosen_at = one->row.chosen_at };

	return application_standing_words(page->language, &row);
}
