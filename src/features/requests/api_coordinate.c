/* What programs of coordinators read: what needs them, what they leave for each other, their views of the table. */
#include "access/api.h"
#include "base/arena.h"
#include "base/check.h"
#include "formats/id.h"
#include "programmes/programmes.h"
#include "requests/api.h"
#include "requests/views.h"
#include "requests/views_coordinate.h"

#define T(sentence) S_STATIC(sentence)
#define SHAPE(called, title, list) const struct shape called = { .name = S_STATIC(title), .fields = (list), .count = ARRAY_LENGTH(list) }
#define LIST_OF(item) \
	{ .name = T("items"), .type = SHAPE_LIST, .of = &(item) }, { .name = T("next"), .type = SHAPE_TEXT, .may_be_null = true }

enum { LIST_ROWS = 50 };

static const char *const states[] = { "open", "needs-detail", "claimed", "scheduled", "closed", NULL };
static const char *const helps[] = { "helped", "partly", "not", NULL };

static const char *const need_kinds[] = { "escalated", "late", "no-detail", "no-contact", "session-over", "not-helped", NULL };
static const char *const need_acts[] = { "assign", "bump", "close", "release", "fulfil", "notes", NULL };
static const char *const people_kinds[] = { "volunteer", "no-conduct", "address-refused", "no-orientation", NULL };

static const struct shape_field need_fields[] = {
	{ .name = T("kind"), .type = SHAPE_WORD, .words = need_kinds, .about = T("Why it stands here.") },
	{ .name = T("act"), .type = SHAPE_WORD, .words = need_acts, .about = T("The call that usually helps.") },
	{ .name = T("id"), .type = SHAPE_ID }, { .name = T("number"), .type = SHAPE_TEXT }, { .name = T("state"), .type = SHAPE_WORD, .words = states },
	{ .name = T("title"), .type = SHAPE_TEXT }, { .name = T("mentee"), .type = SHAPE_TEXT },
	{ .name = T("mentor"), .type = SHAPE_TEXT, .may_be_null = true }, { .name = T("sent_at"), .type = SHAPE_MOMENT },
	{ .name = T("waited_seconds"), .type = SHAPE_WHOLE }, { .name = T("contact_due_at"), .type = SHAPE_MOMENT, .may_be_null = true },
	{ .name = T("session_at"), .type = SHAPE_MOMENT, .may_be_null = true }, { .name = T("escalated_at"), .type = SHAPE_MOMENT, .may_be_null = true },
	{ .name = T("reminded_at"), .type = SHAPE_MOMENT, .may_be_null = true },
	{ .name = T("helpful"), .type = SHAPE_WORD, .words = helps, .may_be_null = true, .about = T("\"not\": the session did not help, and no follow-up was asked.") },
	{ .name = T("is_follow_up"), .type = SHAPE_TICK, .about = T("The mentee wants another mentor than the first time.") },
};
static SHAPE(need_shape, "Need", need_fields);
static const struct shape_field need_person_fields[] = {
	{ .name = T("kind"), .type = SHAPE_WORD, .words = people_kinds, .about = T("Waits for approval; has not accepted the code of conduct; mail to them is refused, since asked_at; or has not taken part in an orientation.") },
	{ .name = T("id"), .type = SHAPE_ID }, { .name = T("name"), .type = SHAPE_TEXT }, { .name = T("asked_at"), .type = SHAPE_MOMENT },
};
static SHAPE(need_person_shape, "NeedPerson", need_person_fields);
static const struct shape_field need_letter_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID }, { .name = T("kind"), .type = SHAPE_TEXT }, { .name = T("recipient"), .type = SHAPE_TEXT },
	{ .name = T("subject"), .type = SHAPE_TEXT, .may_be_null = true }, { .name = T("trouble"), .type = SHAPE_TEXT, .may_be_null = true },
	{ .name = T("request"), .type = SHAPE_ID, .may_be_null = true }, { .name = T("ended_at"), .type = SHAPE_MOMENT },
};
static SHAPE(need_letter_shape, "NeedLetter", need_letter_fields);
static const struct shape_field need_opening_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID }, { .name = T("project"), .type = SHAPE_TEXT }, { .name = T("words"), .type = SHAPE_TEXT, .about = T("What is asked.") },
	{ .name = T("since_at"), .type = SHAPE_MOMENT },
};
static SHAPE(need_opening_shape, "NeedOpening", need_opening_fields);
static const struct shape_field need_list_fields[] = {
	{ .name = T("people"), .type = SHAPE_LIST, .of = &need_person_shape, .about = T("For coordinators.") },
	{ .name = T("letters"), .type = SHAPE_LIST, .of = &need_letter_shape, .about = T("For coordinators: given up, and nobody told their readers otherwise.") },
	{ .name = T("openings"), .type = SHAPE_LIST, .of = &need_opening_shape, .about = T("For coordinators: projects that wait for them.") },
	{ .name = T("items"), .type = SHAPE_LIST, .of = &need_shape }, { .name = T("has_more"), .type = SHAPE_TICK, .about = T("See to these first.") },
};
SHAPE(need_list_shape, "NeedList", need_list_fields);

static const struct shape_field steps_taken_fields[] = {
	{ .name = T("reminded"), .type = SHAPE_WHOLE }, { .name = T("asked"), .type = SHAPE_WHOLE }, { .name = T("escalated"), .type = SHAPE_WHOLE },
	{ .name = T("escalated_again"), .type = SHAPE_WHOLE },
};
static SHAPE(steps_taken_shape, "StepsTaken", steps_taken_fields);
static const struct shape_field rehearsal_fields[] = {
	{ .name = T("requests"), .type = SHAPE_WHOLE, .about = T("That were sent in those days.") },
	{ .name = T("as_set"), .type = SHAPE_OBJECT, .of = &steps_taken_shape }, { .name = T("as_tried"), .type = SHAPE_OBJECT, .of = &steps_taken_shape },
	{ .name = T("is_cut"), .type = SHAPE_TICK, .about = T("They are more than are read at once; fewer days are whole.") },
};
SHAPE(rehearsal_shape, "Rehearsal", rehearsal_fields);

static const struct shape_field handover_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID }, { .name = T("author"), .type = SHAPE_TEXT }, { .name = T("words"), .type = SHAPE_TEXT },
	{ .name = T("written_at"), .type = SHAPE_MOMENT },
};
static SHAPE(handover_shape, "Handover", handover_fields);
static const struct shape_field handover_list_fields[] = { LIST_OF(handover_shape) };
SHAPE(handover_list_shape, "HandoverList", handover_list_fields);

static const struct shape_field view_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID }, { .name = T("name"), .type = SHAPE_TEXT },
	{ .name = T("query"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("As it stands in the address of the table.") },
	{ .name = T("is_shared"), .type = SHAPE_TICK }, { .name = T("is_own"), .type = SHAPE_TICK },
};
static SHAPE(view_shape, "View", view_fields);
static const struct shape_field view_list_fields[] = { LIST_OF(view_shape) };
SHAPE(view_list_shape, "ViewList", view_list_fields);

/* Where the list begins and how long it is; an act that answers with the list begins at the start. */
struct part {
	int64_t after, limit;
};

static enum outcome
read_part(struct visit *v, struct part *out)
{
	bool is_asked = v->form != NULL && v->form->form == &part_list_form;
	struct str after = is_asked ? form_text(v->form, "after") : S("");

	*out = (struct part){ 0, is_asked && form_whole(v->form, "limit") > 0 ? form_whole(v->form, "limit") : LIST_ROWS };
	if (str_is_empty(after) || id_read(after, &out->after))
		return OK;
	form_complain(v->form, "after", S("This is no cursor of ours. Follow the link of the page before."));
	return BAD_INPUT;
}

static void
end_list(struct visit *v, struct answer *a, bool has_more, int64_t last)
{
	answer_close(a);
	answer_text(a, "next", has_more && v->request->method == METHOD_GET ? api_next(v, id_print(v->arena, last)) : S(""));
	answer_close(a);
}

/* Why a request is in the list, as an index of both tables of words. */
static size_t
need_of(const struct needs_requests_row *row)
{
	switch (row->state) {
	case REQUEST_STATE_NEEDS_DETAIL:
		return 2;
	case REQUEST_STATE_CLAIMED:
		return 3;
	case REQUEST_STATE_SCHEDULED:
		return 4;
	case REQUEST_STATE_CLOSED:
		return 5;
	default:
		return moment_is_none(row->escalated_at) ? 1 : 0;
	}
}

static void
print_need(struct visit *v, struct answer *a, const struct needs_requests_row *row)
{
	struct request_facts facts = { .state = row->state, .waiting_since_at = row->waiting_since_at, .waited_us = row->waited_us };

	answer_open(a, &need_shape);
	answer_word(a, "kind", str_from(need_kinds[need_of(row)]));
	answer_word(a, "act", str_from(need_acts[need_of(row)]));
	answer_id(a, "id", row->id.value);
	answer_text(a, "number", desk_number(v->arena, v->programme, row->number));
	answer_word(a, "state", request_state_name(row->state));
	answer_text(a, "title", row->title);
	answer_text(a, "mentee", row->mentee_name);
	answer_text(a, "mentor", row->claimer_name);
	answer_moment(a, "sent_at", row->sent_at);
	answer_whole(a, "waited_seconds", request_waited_us(&facts, v->now) / US_PER_SECOND);
	answer_moment(a, "contact_due_at", row->lease_due_at);
	answer_moment(a, "session_at", row->session_at);
	answer_moment(a, "escalated_at", row->escalated_at);
	answer_moment(a, "reminded_at", row->bumped_at);
	answer_word(a, "helpful", request_helpful_name(row->helpful));
	answer_tick(a, "is_follow_up", !request_id_is_none(row->follow_up_of));
	answer_close(a);
}

static void
print_need_person(struct answer *a, size_t kind, struct person_id id, struct str name)
{
	answer_open(a, &need_person_shape);
	answer_word(a, "kind", str_from(people_kinds[kind]));
	answer_id(a, "id", id.value);
	answer_text(a, "name", name);
}

static void
print_need_people(struct answer *a, const struct needs_mentors_rows *people, const struct readers_refused_rows *refused)
{
	answer_list(a, "people");
	for (size_t i = 0; i < people->count; i++) {
		print_need_person(a, people->at[i].state == MENTOR_STATE_PENDING ? 0 : people->at[i].lacks_orientation ? 3 : 1, people->at[i].id, people->at[i].name);
		answer_moment(a, "asked_at", people->at[i].asked_at);
		answer_close(a);
	}
	for (size_t i = 0; i < refused->count; i++) {
		print_need_person(a, 2, refused->at[i].id, refused->at[i].name);
		answer_moment(a, "asked_at", refused->at[i].refused_at);
		answer_close(a);
	}
	answer_close(a);
}

static void
print_need_letters(struct answer *a, const struct letters_in_trouble_rows *letters)
{
	answer_list(a, "letters");
	for (size_t i = 0; i < letters->count; i++) {
		const struct letters_in_trouble_row *row = &letters->at[i];

		answer_open(a, &need_letter_shape);
		answer_id(a, "id", row->id.value);
		answer_text(a, "kind", row->kind);
		answer_text(a, "recipient", row->name);
		answer_text(a, "subject", row->subject);
		answer_text(a, "trouble", row->trouble);
		answer_id(a, "request", row->request.value);
		answer_moment(a, "ended_at", row->ended_at);
		answer_close(a);
	}
	answer_close(a);
}

static void
print_need_openings(struct visit *v, struct answer *a, const struct openings_in_need_rows *rows)
{
	answer_list(a, "openings");
	for (size_t i = 0; i < rows->count; i++) {
		answer_open(a, &need_opening_shape);
		answer_id(a, "id", rows->at[i].id.value);
		answer_text(a, "project", rows->at[i].project);
		answer_text(a, "words", opening_need_words(visit_language(v), &rows->at[i]));
		answer_moment(a, "since_at", rows->at[i].changed_at);
		answer_close(a);
	}
	answer_close(a);
}

enum outcome
need_list_json(struct visit *v)
{
	struct needs_mentors_rows people = { .count = 0 };
	struct needs_letters post = { .refused.count = 0 };
	struct openings_in_need_rows openings = { .count = 0 };
	struct needs_requests_rows rows;
	struct answer a;

	TRY(needs_find(v, &rows));
	if (visit_may(v, WHO_COORDINATOR)) {
		TRY(openings_to_see_to(v, v->programme, NEEDS_ROWS, &openings));
		TRY(desk_mentors_in_need(v, v->programme, NEEDS_ROWS, &people));
		TRY(needs_letters_find(v, v->programme, NEEDS_ROWS, &post));
	}
	a = api_answer(v);
	answer_open(&a, &need_list_shape);
	print_need_people(&a, &people, &post.refused);
	print_need_letters(&a, &post.letters);
	print_need_openings(v, &a, &openings);
	answer_list(&a, "items");
	for (size_t i = 0; i < rows.count && i < NEEDS_ROWS; i++)
		print_need(v, &a, &rows.at[i]);
	answer_close(&a);
	answer_tick(&a, "has_more", rows.count > NEEDS_ROWS);
	answer_close(&a);
	return OK;
}

enum outcome
handover_list_json(struct visit *v)
{
	struct handovers_of_rows rows;
	struct part part;
	struct answer a;
	size_t shown;

	TRY(read_part(v, &part));
	TRY(handovers_of(v->db, v->arena, v->programme->id, (struct handover_id){ part.after }, part.limit + 1, &rows));
	shown = rows.count > (size_t)part.limit ? (size_t)part.limit : rows.count;
	a = api_answer(v);
	answer_open(&a, &handover_list_shape);
	answer_list(&a, "items");
	for (size_t i = 0; i < shown; i++) {
		answer_open(&a, &handover_shape);
		answer_id(&a, "id", rows.at[i].id.value);
		answer_text(&a, "author", rows.at[i].author_name);
		answer_text(&a, "words", rows.at[i].words);
		answer_moment(&a, "written_at", rows.at[i].written_at);
		answer_close(&a);
	}
	end_list(v, &a, rows.count > shown, shown > 0 ? rows.at[shown - 1].id.value : 0);
	return OK;
}

enum outcome
view_list_json(struct visit *v)
{
	struct saved_views_of_rows rows;
	struct part part;
	struct answer a;
	size_t shown;

	TRY(read_part(v, &part));
	TRY(saved_views_of(v->db, v->arena, v->programme->id, v->who.id, (struct saved_view_id){ part.after }, part.limit + 1, &rows));
	shown = rows.count > (size_t)part.limit ? (size_t)part.limit : rows.count;
	a = api_answer(v);
	answer_open(&a, &view_list_shape);
	answer_list(&a, "items");
	for (size_t i = 0; i < shown; i++) {
		answer_open(&a, &view_shape);
		answer_id(&a, "id", rows.at[i].id.value);
		answer_text(&a, "name", rows.at[i].name);
		answer_text(&a, "query", rows.at[i].query);
		answer_tick(&a, "is_shared", rows.at[i].is_shared);
		answer_tick(&a, "is_own", person_id_equal(rows.at[i].owner, v->who.id));
		answer_close(&a);
	}
	end_list(v, &a, rows.count > shown, shown > 0 ? rows.at[shown - 1].id.value : 0);
	return OK;
}
