/* Reading applications: the list with what is taken up by whom, one with its answers, scores. Who reviews sees what their share is. */
#include "access/access.h"
#include "applications/applications.h"
#include "applications/form.h"
#include "applications/pages.h"
#include "applications/tell.h"
#include "applications/views.h"
#include "base/arena.h"
#include "base/buf.h"
#include "formats/id.h"
#include "formats/text.h"
#include "forms/say.h"
#include "http/routes.h"
#include "people/people.h"

enum { REVIEWS_MOST = 50, LINK_BYTES = 300, MEAN_BYTES = 24, REVIEWERS_MOST = 50 };

enum outcome
review_list(struct visit *v)
{
	struct review_list_view view = { .programme = v->programme, .side = request_query(v->request, S("side")), .state = request_query(v->request, S("state")), .next_page = S("") };
	struct page page;

	TRY(applications_to_review(v->db, v->arena, &(struct applications_to_review_values){ .programme = v->programme->id, .side = view.side, .state = view.state,
	    .viewer = v->who.id, .is_coordinator = visit_may(v, WHO_COORDINATOR), .after = { visit_after(v) }, .limit = PAGE_ROWS + 1 }, &view.rows));
	if (view.rows.count > PAGE_ROWS) {
		struct buf link = buf_new(v->arena, LINK_BYTES);

		view.rows.count = PAGE_ROWS;
		buf_format(&link, "%.*s?side=%s&state=%s&after=%.*s", STR_FORMAT(url_review_list(v->arena, v->programme->slug)),
		    intake_side_of(view.side) == INTAKE_SIDE_NONE ? "" : str_c(v->arena, view.side), application_state_of(view.state) == APPLICATION_STATE_NONE ? "" : str_c(v->arena, view.state),
		    STR_FORMAT(id_print(v->arena, view.rows.at[PAGE_ROWS - 1].id.value)));
		view.next_page = buf_str(&link);
	}
	page = visit_page(v);
	page_review_list(&page, &view);
	return OK;
}

/* Nobody reads their own there, or that of somebody they are kept apart from; a draft is nobody's but its author's; a share that somebody else took is theirs. */
enum outcome
review_find(struct visit *v, struct application_row_row *out)
{
	struct application_id id;
	bool is_theirs, is_apart;

	if (!id_read(v->params[1], &id.value))
		return NOT_FOUND;
	TRY(application_row(v->db, v->arena, id, out));
	TRY(visitor_is_apart(v, out->person, &is_apart));
	is_theirs = visit_may(v, WHO_COORDINATOR) || person_id_is_none(out->reviewer) || person_id_equal(out->reviewer, v->who.id);
	if (!programme_id_equal(out->programme, v->programme->id) || out->state == APPLICATION_STATE_DRAFT || person_id_equal(out->person, v->who.id) || !is_theirs || is_apart)
		return NOT_FOUND;
	return OK;
}

static bool
may(const struct application_row_row *row, enum application_act act)
{
	enum application_state next;

	return application_may(row->state, act, true, &next) == OK;
}

static bool
is_reader(const struct visit *v, const struct application_row_row *row)
{
	return visit_may(v, WHO_COORDINATOR) || person_id_equal(row->reviewer, v->who.id);
}

enum outcome
review_fill(struct visit *v, struct review_view *view)
{
	bool is_coordinator = visit_may(v, WHO_COORDINATOR);

	*view = (struct review_view){ .programme = v->programme, .score = visit_values(v, &score_form, NULL), .decide = visit_values(v, &decide_form, NULL) };
	TRY(review_find(v, &view->row));
	view->id = id_print(v->arena, view->row.id.value);
	view->can_decide = is_coordinator && application_is_waiting(view->row.state);
	TRY(application_hide_who(v, &view->row, &view->hides_who));
	TRY(answer_lines_find(v, &view->row, is_coordinator && !view->hides_who, &view->lines));
	if (view->hides_who)
		answer_lines_hide_who(&view->lines);
	if (view->can_decide)
		TRY(placing_waits_for_word(v, &view->row, &view->waits_for_word));
	if (view->row.side == INTAKE_SIDE_MENTOR)
		TRY(person_lacks_orientation(v, view->row.person, &view->lacks_orientation));
	TRY(reviews_of(v->db, v->arena, view->row.id, REVIEWS_MOST, &view->reviews));
	TRY(intake_find(v, view->row.intake, &view->intake));
	view->can_take = may(&view->row, APPLICATION_TAKE) || (is_coordinator && may(&view->row, APPLICATION_TAKE_OVER) && !person_id_equal(view->row.reviewer, v->who.id));
	view->can_score = is_reader(v, &view->row) && may(&view->row, APPLICATION_SCORE);
	return OK;
}

enum outcome
review_show(struct visit *v)
{
	struct review_view view;
	struct page page;

	TRY(review_fill(v, &view));
	page = visit_page(v);
	page_review(&page, &view);
	return OK;
}

static enum outcome
show(struct visit *v, struct str done)
{
	return visit_see_other(v, url_review_show(v->arena, v->programme->slug, v->params[1]), done);
}

/* Of two who take it up at the same moment one does. */
enum outcome
review_take(struct visit *v)
{
	struct application_row_row row;
	enum application_state next;

	TRY(review_find(v, &row));
	TRY(application_may(row.state, visit_may(v, WHO_COORDINATOR) ? APPLICATION_TAKE_OVER : APPLICATION_TAKE, true, &next));
	row.reviewer = v->who.id;
	if (row.state == APPLICATION_STATE_SENT) {
		TRY(application_becomes(v, &row, next));
		TRY(tell_applicant(v, &row, LETTER_L22));
	} else {
		TRY(application_becomes(v, &row, row.state));
	}
	return show(v, S("review-taken"));
}

enum outcome
review_score(struct visit *v)
{
	struct application_row_row row;
	enum application_state next;
	int64_t score = 0;

	TRY(review_find(v, &row));
	if (!is_reader(v, &row))
		return REVIEW_NOT_YOURS;
	TRY(application_may(row.state, APPLICATION_SCORE, true, &next));
	(void)str_whole(form_text(v->form, "score"), &score);
	TRY(review_put(v->db, &(struct review_put_values){ .application = row.id, .reviewer = v->who.id, .score = score, .words = form_text(v->form, "words"), .now = v->now }));
	return show(v, S("saved"));
}

/* --- who reviews --- */

enum outcome
reviewer_give(struct visit *v, struct programme_id programme, struct person_id person)
{
	return reviewer_add(v->db, (struct reviewer_id){ visit_new_id(v) }, programme, person, v->now);
}

enum outcome
reviewers_show(struct visit *v)
{
	struct reviewers_view view = { .programme = v->programme, .form = visit_values(v, &reviewer_form, NULL) };
	struct page page;

	TRY(reviewers_of(v->db, v->arena, v->programme->id, REVIEWERS_MOST, &view.rows));
	page = visit_page(v);
	page_reviewers(&page, &view);
	return OK;
}

enum outcome
reviewer_appoint(struct visit *v)
{
	struct member_by_email_row found;
	enum outcome said;

	if (!moment_is_none(v->who.stands_in_until))
		return STAND_IN_ONLY;
	said = member_by_email(v->db, v->arena, v->programme->id, text_folded(v->arena, form_text(v->form, "email")), &found);
	if (said == NOT_FOUND) {
		form_complain(v->form, "email", S("No member of this programme has this address."));
		return BAD_INPUT;
	}
	TRY(said);
	TRY(reviewer_give(v, v->programme->id, found.id));
	TRY(sessions_end_of(v, found.id));
	TRY(event_say(v, S("reviewer-added"), &(struct event_facts){ .person = found.id, .after = S("reviewer") }));
	return visit_see_other(v, url_reviewers_show(v->arena, v->programme->slug), S("saved"));
}

enum outcome
reviewer_end(struct visit *v)
{
	struct person_id person;
	int64_t changed;

	if (!moment_is_none(v->who.stands_in_until))
		return STAND_IN_ONLY;
	if (!id_read(form_text(v->form, "person"), &person.value))
		return STALE;
	TRY(reviewer_drop(v->db, v->programme->id, person, &changed));
	if (changed == 0)
		return STALE;
	TRY(sessions_end_of(v, person));
	TRY(event_say(v, S("reviewer-ended"), &(struct event_facts){ .person = person, .before = S("reviewer") }));
	return visit_see_other(v, url_reviewers_show(v->arena, v->programme->slug), S("saved"));
}

/* --- words --- */

struct str
review_state_words(const struct page *page, enum application_state state)
{
	static const char *const words[] = {
		[APPLICATION_STATE_NONE] = "", [APPLICATION_STATE_DRAFT] = N_("Not sent yet"), [APPLICATION_STATE_SENT] = N_("Nobody reads it yet"),
		[APPLICATION_STATE_IN_REVIEW] = N_("Being read"), [APPLICATION_STATE_SHORT_LISTED] = N_("On the short list"),
		[APPLICATION_STATE_WAIT_LISTED] = N_("On the waiting list"), [APPLICATION_STATE_OFFERED] = N_("A place is offered"), [APPLICATION_STATE_PLACED] = N_("Placed"),
		[APPLICATION_STATE_NOT_SELECTED] = N_("Not selected"), [APPLICATION_STATE_DECLINED] = N_("Declined the offer"),
		[APPLICATION_STATE_EXPIRED] = N_("Did not answer the offer"), [APPLICATION_STATE_WITHDRAWN] = N_("Withdrawn"),
	};

	return words[state][0] == '\0' ? S("") : say(page->language, words[state]);
}

struct str
review_mean(const struct page *page, int64_t sum, int64_t count)
{
	struct buf text = buf_new(page->arena, MEAN_BYTES);
	int64_t tenths = count == 0 ? 0 : (sum * 10 + count / 2) / count;

	buf_format(&text, "%lld.%lld", (long long)(tenths / 10), (long long)(tenths % 10));
	return buf_str(&text);
}
