/* The coordinators' lists of people: who applied, the mentors, all members; and the acts on one person. */
#include "access/access.h"
#include "access/layout.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/id.h"
#include "formats/text.h"
#include "http/routes.h"
#include "people/form.h"
#include "people/pages.h"
#include "people/rules.h"
#include "people/store.h"
#include "people/store_cover.h"
#include "people/views.h"

enum { LINK_BYTES = 700 };

static struct str
next_link(struct visit *v, const struct people_view *view, struct person_id last)
{
	struct buf link = buf_new(v->arena, LINK_BYTES);

	buf_add(&link, url_people_list(v->arena, v->programme->slug));
	buf_add(&link, S("?after="));
	buf_add(&link, id_print(v->arena, last.value));
	buf_add(&link, S("&tab="));
	url_component(&link, view->tab);
	buf_add(&link, S("&state="));
	url_component(&link, view->state);
	buf_add(&link, S("&role="));
	url_component(&link, view->role);
	buf_add(&link, S("&q="));
	url_component(&link, view->q);
	return buf_str(&link);
}

/* One row more than a page was asked for: if it came, there is a next page. */
static bool
cut(size_t *count)
{
	if (*count <= PAGE_ROWS)
		return false;
	*count = PAGE_ROWS;
	return true;
}

static enum outcome
fill_rows(struct visit *v, struct people_view *view)
{
	struct person_id after = { visit_after(v) };
	struct str pattern = text_pattern(v->arena, view->q);

	if (str_equal(view->tab, S("pending"))) {
		TRY(people_pending(v->db, v->arena, v->programme->id, after, PAGE_ROWS + 1, &view->pending));
		if (cut(&view->pending.count))
			view->next_page = next_link(v, view, view->pending.at[PAGE_ROWS - 1].id);
	} else if (str_equal(view->tab, S("members"))) {
		TRY(people_members(v->db, v->arena, &(struct people_members_values){ .programme = v->programme->id, .role = view->role,
		    .pattern = pattern, .after = after, .limit = PAGE_ROWS + 1 }, &view->members));
		if (cut(&view->members.count))
			view->next_page = next_link(v, view, view->members.at[PAGE_ROWS - 1].id);
	} else {
		TRY(people_mentors(v->db, v->arena, &(struct people_mentors_values){ .programme = v->programme->id, .state = view->state,
		    .pattern = pattern, .after = after, .limit = PAGE_ROWS + 1 }, &view->mentors));
		if (cut(&view->mentors.count))
			view->next_page = next_link(v, view, view->mentors.at[PAGE_ROWS - 1].id);
	}
	return OK;
}

/* Whose form stands open: after a refusal the person of the act, else the one that the address names. */
static void
fill_chosen(struct visit *v, struct people_view *view)
{
	struct str decline = request_query(v->request, S("decline")), role = request_query(v->request, S("roles"));
	int64_t id;

	view->shows_decline = visit_is_again(v, &mentor_decline_form);
	view->shows_role = visit_is_again(v, &role_form);
	if (v->thing == NULL && (id_read(decline, &id) || id_read(role, &id)) && person_find_for(v, id) == OK) {
		view->shows_decline = !str_is_empty(decline);
		view->shows_role = !view->shows_decline;
	}
	if (v->thing == NULL || !(view->shows_decline || view->shows_role))
		return;
	view->chosen = v->thing;
	view->chosen_id = id_print(v->arena, view->chosen->id.value);
}

static struct str
tab_of(struct visit *v, int64_t pending)
{
	struct str tab = request_query(v->request, S("tab"));

	if (visit_is_again(v, &mentor_decline_form))
		return S("pending");
	if (visit_is_again(v, &orientation_form))
		return S("mentors");
	if (visit_is_again(v, &role_form) || visit_is_again(v, &person_add_form))
		return S("members");
	if (str_equal(tab, S("pending")) || str_equal(tab, S("mentors")) || str_equal(tab, S("members")))
		return tab;
	return pending > 0 ? S("pending") : S("mentors");
}

static struct str
known_state(struct str written)
{
	enum mentor_state state;

	return mentor_state_read(written, &state) ? written : S("");
}

static struct str
known_role(struct str written)
{
	enum role_role role;

	return role_role_read(written, &role) ? written : S("");
}

bool
people_is_picked(const struct page *page, const struct people_view *view, struct person_id person)
{
	const struct str_list *picked = form_many(view->orientation, "pick");
	struct str id = id_print(page->arena, person.value);

	for (size_t i = 0; i < picked->count; i++)
		if (str_equal(picked->at[i], id))
			return true;
	return false;
}

enum outcome
people_list(struct visit *v)
{
	struct people_view view = {
		.programme = v->programme, .q = request_query(v->request, S("q")),
		.state = known_state(request_query(v->request, S("state"))), .role = known_role(request_query(v->request, S("role"))),
		.add = visit_values(v, &person_add_form, NULL), .decline = visit_values(v, &mentor_decline_form, NULL),
		.role_form = visit_values(v, &role_form, NULL), .orientation = visit_values(v, &orientation_form, NULL), .export = visit_values(v, &people_export_form, NULL),
	};
	struct people_pending_count_row count;
	struct page page;

	TRY(people_pending_count(v->db, v->arena, v->programme->id, &count));
	view.pending_count = count.pending;
	view.tab = tab_of(v, count.pending);
	view.is_filtered = !str_is_empty(view.q) || !str_is_empty(view.state) || !str_is_empty(view.role);
	if (!visit_is_again(v, &person_add_form))
		form_set_text(view.add, "zone", v->programme->zone);
	form_set_text(view.export, "tab", view.tab);
	form_set_text(view.export, "state", view.state);
	form_set_text(view.export, "role", view.role);
	form_set_text(view.export, "q", view.q);
	fill_chosen(v, &view);
	TRY(fill_rows(v, &view));
	page = visit_page(v);
	page_people(&page, &view);
	return OK;
}

static struct str
list_tab(struct visit *v, const char *tab)
{
	return str_join(v->arena, 3, (struct str[]){ url_people_list(v->arena, v->programme->slug), S("?tab="), str_from(tab) });
}

/* Somebody new, or somebody whom this server knows from another programme: their own name and zone stay as they are. */
enum outcome
person_add(struct visit *v)
{
	struct person_wish wish = {
		.name = text_one_line(v->arena, form_text(v->form, "name")), .email = form_text(v->form, "email"), .zone = form_text(v->form, "zone"),
	};
	struct is_member_of_row row;
	struct person_id person;

	TRY(person_make(v, &wish, &person));
	TRY(is_member_of(v->db, v->arena, v->programme->id, person, &row));
	if (row.members > 0) {
		form_complain(v->form, "email", S("Somebody with this address is a member already."));
		return BAD_INPUT;
	}
	TRY(person_join(v, v->programme->id, person));
	TRY(event_say(v, S("person-added"), &(struct event_facts){ .person = person }));
	return visit_see_other(v, list_tab(v, "members"), S("person-added"));
}

/* The condition stands in the statement too: two coordinators at once decide once. */
static enum outcome
decide(struct visit *v, enum mentor_state state, struct str reason)
{
	const struct person_row *person = v->thing;
	int64_t changed;

	TRY(mentor_may_be_decided(person->mentor_state));
	TRY(mentor_decide(v->db, &(struct mentor_decide_values){ .programme = v->programme->id, .person = person->id, .state = state,
	    .reason = reason, .now = v->now }, &changed));
	return changed == 1 ? OK : MENTOR_NOT_PENDING;
}

enum outcome
mentor_approve(struct visit *v)
{
	const struct person_row *person = v->thing;
	bool lacks;

	TRY(mentor_may_be_decided(person->mentor_state));
	TRY(person_lacks_orientation(v, person->id, &lacks));
	if (lacks)
		return MENTOR_ORIENTATION_FIRST;    /* nobody becomes one who could claim nothing (F005) */
	TRY(decide(v, MENTOR_STATE_ACTIVE, S("")));
	TRY(role_give(v, v->programme->id, person->id, ROLE_ROLE_MENTOR));
	TRY(mentor_begins(v, person->id));
	TRY(event_say(v, S("mentor-approved"), &(struct event_facts){ .person = person->id, .before = S("pending"), .after = S("active") }));
	return visit_see_other(v, list_tab(v, "pending"), S("approved"));
}

enum outcome
mentor_decline(struct visit *v)
{
	const struct person_row *person = v->thing;

	TRY(decide(v, MENTOR_STATE_DECLINED, form_text(v->form, "reason")));
	TRY(event_say(v, S("mentor-declined"), &(struct event_facts){ .person = person->id, .before = S("pending"), .after = S("declined") }));
	return visit_see_other(v, list_tab(v, "pending"), S("declined"));
}

static bool
holds(const struct person_row *person, enum role_role role)
{
	return role == ROLE_ROLE_COORDINATOR ? person->is_coordinator : role == ROLE_ROLE_ESCALATION ? person->is_escalation : person->is_mentee;
}

static enum outcome
take_role(struct visit *v, const struct person_row *person, enum role_role role)
{
	struct role_count_row count;
	int64_t changed;

	TRY(role_count(v->db, v->arena, v->programme->id, ROLE_ROLE_COORDINATOR, &count));
	TRY(role_may_be_taken(role, holds(person, role), count.people));
	if (role == ROLE_ROLE_COORDINATOR)
		TRY(stand_in_drop(v->db, v->programme->id, person->id, &changed));    /* nobody stands in for whom is no coordinator */
	return role_remove(v->db, v->programme->id, person->id, role, &changed);
}

enum outcome
role_change(struct visit *v)
{
	const struct person_row *person = v->thing;
	bool is_given = str_equal(form_text(v->form, "act"), S("give"));
	struct str name = form_text(v->form, "role");
	enum role_role role;

	check(role_role_read(name, &role));    /* the form has checked */
	if (!moment_is_none(v->who.stands_in_until))
		return STAND_IN_ONLY;
	if (!moment_is_none(person->left_at))
		return STALE;
	TRY(is_given ? role_give(v, v->programme->id, person->id, role) : take_role(v, person, role));
	if (role == ROLE_ROLE_COORDINATOR || role == ROLE_ROLE_ESCALATION)
		TRY(sessions_end_of(v, person->id));    /* no session goes on with other rights than it began with (TRUST.md T13) */
	TRY(event_say(v, is_given ? S("role-given") : S("role-taken"), &(struct event_facts){
	    .person = person->id, .detail = name, .before = is_given ? S("") : name, .after = is_given ? name : S("") }));
	/* Who gave away the own role may not see this list any more. */
	if (!is_given && visit_may(v, WHO_OWNER) && role == ROLE_ROLE_COORDINATOR)
		return visit_see_other(v, url_programme_show(v->arena, v->programme->slug), S("role-changed"));
	return visit_see_other(v, list_tab(v, "members"), S("role-changed"));
}
