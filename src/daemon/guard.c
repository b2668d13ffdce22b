/* Who may do what, from the route row (TRUST.md T5, T8, T14). No handler asks any of this. */
#include "daemon/guard.h"

#include "access/access.h"
#include "daemon/things.h"
#include "programmes/programmes.h"

static bool
is_about_programme(const struct route *route)
{
	return str_starts(route->path, S("/p/:p"));
}

/* The programme of the path. To somebody who is not a member it does not exist; somebody signed out is asked to sign in first,
 * whether it exists or not. */
static enum outcome
admit_to_programme(struct visit *v)
{
	struct programme_id id;
	int64_t version;
	bool is_there;

	TRY(visitor_find(v, is_about_programme(v->route) ? v->params[0] : S(""), &is_there, &id, &version));
	if (!is_about_programme(v->route))
		return OK;
	if (!visit_may(v, WHO_SIGNED_IN))
		return SIGN_IN_FIRST;
	if (!is_there || !visit_may(v, WHO_MEMBER))
		return NOT_FOUND;
	v->programme_id = id;
	return programme_of(v->db, v->programmes, id, version, &v->programme);
}

static enum outcome
admit_to_thing(struct visit *v)
{
	if (v->route->thing == NO_THING)
		return OK;
	return thing_find(v, v->route->thing, v->params[1]);
}

/* Sec-Fetch-Site is asked first: under no-referrer browsers send "Origin: null" with a form of our own (UX.md 9). */
static bool
is_from_our_page(const struct request *request)
{
	struct str site = request_header(request, S("sec-fetch-site"));
	struct str origin = request_header(request, S("origin"));
	struct str host = request_header(request, S("host"));

	if (!str_is_empty(site))
		return str_equal(site, S("same-origin")) || str_equal(site, S("none"));
	if (str_starts(origin, S("https://")))
		return str_equal(str_skip(origin, 8), host);
	if (str_starts(origin, S("http://")))
		return str_equal(str_skip(origin, 7), host);
	return false;
}

static bool
is_a_form(const struct request *request)
{
	struct str type = request_header(request, S("content-type"));

	return str_equal_ascii_case(str_trim(str_head(type, str_find(type, ';'))), S("application/x-www-form-urlencoded"));
}

static struct str
sent_token(const struct visit *v)
{
	struct pairs sent;

	if (request_read_form(v->arena, v->request->body, &sent) != OK)
		return S("");
	for (size_t i = 0; i < sent.count; i++)
		if (str_equal(sent.at[i].name, S("csrf")))
			return sent.at[i].value;
	return S("");
}

enum outcome
guard_admit_form(const struct visit *v)
{
	if (v->route->method != METHOD_POST)
		return OK;
	if (!is_from_our_page(v->request))
		return FOREIGN_FORM;
	if (!is_a_form(v->request))
		return WRONG_TYPE;
	if (!v->has_form_secret || !form_token_is(v->arena, &v->form_secret, sent_token(v)))
		return FOREIGN_FORM;
	return OK;
}

static enum outcome
refuse_role(const struct visit *v)
{
	return visit_may(v, WHO_SIGNED_IN) ? FORBIDDEN : SIGN_IN_FIRST;
}

/* A command of our own processes: no address, no form. One for a session carries that session's cookie. */
static enum outcome
admit_command(struct visit *v)
{
	struct programme_id none;
	int64_t version;
	bool is_there;

	v->may |= WHO_SERVER;
	TRY(visitor_find(v, S(""), &is_there, &none, &version));
	return visit_may(v, v->route->who) ? OK : FORBIDDEN;
}

enum outcome
guard_admit(struct visit *v)
{
	enum outcome found = route_find(v->request->method, v->request->path, &v->route, v->params);

	if (found != OK) {
		struct programme_id none;
		int64_t version;
		bool is_there;

		TRY(visitor_find(v, S(""), &is_there, &none, &version));    /* the page that says so shows the visitor's own frame */
		return found;
	}
	if (v->route->method == METHOD_OTHER)
		return admit_command(v);
	TRY(admit_to_programme(v));
	TRY(admit_to_thing(v));
	if (!visit_may(v, v->route->who))
		return refuse_role(v);
	return guard_admit_form(v);
}

void
guard_look_again(struct visit *v)
{
	if (v->route->thing != NO_THING)
		(void)admit_to_thing(v);
}
