/* The first set-up: a link printed on the operator's terminal makes the first administrator (TRUST.md 6.1). It is never open to
 * whoever comes first: without a live link both addresses answer 410. */
#include "access/access.h"
#include "access/api.h"
#include "access/layout.h"
#include "admin/admin.h"
#include "admin/form.h"
#include "admin/pages.h"
#include "admin/store.h"
#include "admin/views.h"
#include "base/arena.h"
#include "http/routes.h"
#include "people/people.h"
#include "programmes/programmes.h"

/* What a first showing proposes: the first programme. */
static void
propose(struct visit *v, struct values *form)
{
	const struct choices *programmes = &form_value(form, "programmes")->choices;
	struct str *first = ARENA_NEW(v->arena, struct str);

	form_set_text(form, "zone", v->who.zone);
	*first = programmes->at[0].value;
	form_set_many(form, "programmes", (struct str_list){ first, 1 });
}

/* Inert, like every page behind a link. */
enum outcome
setup_show(struct visit *v)
{
	bool is_again = visit_is_again(v, &setup_form);
	struct setup_view view = { .form = visit_values(v, &setup_form, NULL) };
	struct str token = is_again ? form_text(view.form, "token") : request_query(v->request, S("token"));
	struct way_in way;
	struct page page;
	enum outcome said;

	v->reply->carries_token = true;
	said = way_in_find(v, WAY_IN_KIND_SETUP, token, &way);
	if (said == GONE)
		return way_in_gone_show(v, WAY_IN_KIND_SETUP);
	TRY(said);
	form_set_text(view.form, "token", token);
	if (!is_again)
		propose(v, view.form);
	page = visit_page(v);
	page_setup(&page, &view);
	return OK;
}

/* A programme that is there already is left as its coordinators made it. */
static enum outcome
find_or_load(struct visit *v, struct str slug, struct programme_of_slug_row *out)
{
	enum outcome said = programme_of_slug(v->db, v->arena, slug, out);
	struct str file, complaint = S("");

	if (said != NOT_FOUND)
		return said;
	file = str_join(v->arena, 2, (struct str[]){ slug, S(".yaml") });
	said = programme_load_file(v, file, programme_builtin(slug), &complaint);
	if (said == BAD_INPUT)
		return visit_refuse(v, BAD_INPUT, complaint);
	TRY(said);
	return programme_of_slug(v->db, v->arena, slug, out);
}

static enum outcome
start_programme(struct visit *v, struct str slug, struct person_id admin)
{
	struct programme_of_slug_row programme;

	TRY(find_or_load(v, slug, &programme));
	return admin_coordinates(v, slug, admin);
}

enum outcome
setup_use(struct visit *v)
{
	const struct str_list *slugs = form_many(v->form, "programmes");
	struct person_id admin;
	struct way_in way;

	v->reply->carries_token = true;
	TRY(way_in_find(v, WAY_IN_KIND_SETUP, form_text(v->form, "token"), &way));
	TRY(way_in_take(v, &way));
	TRY(admin_make(v, v->form, &admin));
	v->who.id = admin;    /* who acts from here on: the record says so */
	for (size_t i = 0; i < slugs->count; i++)
		TRY(start_programme(v, slugs->at[i], admin));
	TRY(event_say(v, S("set-up"), &(struct event_facts){ .person = admin }));
	TRY(session_start(v, admin, false));
	return visit_see_other(v, url_factor_show(v->arena), S("welcome"));    /* no page of theirs opens without one */
}

enum outcome
accessibility_show(struct visit *v)
{
	struct accessibility_view view = { .is_demo = v->server->is_demo };
	struct page page = visit_page(v);

	page_accessibility(&page, &view);
	return OK;
}

/* How programs talk to us: the description itself is /openapi.json, the codes stand here so that a problem's type has an address. */
enum outcome
api_show(struct visit *v)
{
	struct api_code *codes = ARENA_MANY(v->arena, OUTCOME_COUNT, struct api_code);
	struct api_view view = { .codes = { .at = codes } };
	struct page page;

	for (int i = OK + 1; i < OUTCOME_COUNT; i++)
		codes[view.codes.count++] = (struct api_code){
			.code = problem_code(v->arena, (enum outcome)i), .words = outcome_words((enum outcome)i), .status = outcome_status((enum outcome)i),
		};
	page = visit_page(v);
	page_api(&page, &view);
	return OK;
}
