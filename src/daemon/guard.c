/* Who may do what, from the route row (TRUST.md T5, T8, T14). No handler asks any of this. */
#include "daemon/guard.h"

#include "access/access.h"
#include "access/api.h"
#include "base/limits.h"
#include "daemon/things.h"
#include "http/sent.h"
#include "outside/slack/message_signature.h"
#include "programmes/programmes.h"
#include "requests/requests.h"
#include "system/log.h"

static bool
is_about_programme(const struct route *route)
{
	return str_starts(route->path, S("/p/:p")) || str_starts(route->path, S("/api/v1/programmes/:p")) || route->thing == A_REQUEST;
}

/* The slug that the path names; for a program that names a request alone, the slug of its programme. Empty if there is none. */
static enum outcome
programme_named(struct visit *v, struct str *slug)
{
	*slug = route_parameter(v->route, v->params, S(":p"));
	if (v->route->thing != A_REQUEST || !str_is_empty(*slug))
		return OK;
	return request_programme_find(v, route_parameter(v->route, v->params, S(":id")), slug);
}

static enum outcome
refuse_role(const struct visit *v)
{
	if (visit_may(v, WHO_HALF))
		return FACTOR_FIRST;
	return visit_may(v, WHO_SIGNED_IN) ? FORBIDDEN : SIGN_IN_FIRST;
}

static enum outcome
hide_programme(const struct visit *v)
{
	return visit_may(v, WHO_SIGNED_IN) ? NOT_FOUND : refuse_role(v);
}

/* The programme of the path. To somebody who is not a member it does not exist; somebody signed out is asked to sign in first,
 * whether it exists or not. What is open to anyone (a report) is so to whoever knows the programme's address. */
static enum outcome
admit_to_programme(struct visit *v)
{
	struct programme_id id;
	struct str slug;
	int64_t version;
	bool is_there;

	TRY(programme_named(v, &slug));
	TRY(visitor_find(v, slug, &is_there, &id, &version));
	if (!is_about_programme(v->route))
		return OK;
	if ((v->route->who & (WHO_ANYONE | WHO_FRONT)) == 0 && !visit_may(v, WHO_MEMBER))
		return hide_programme(v);
	if (!is_there)
		return (v->route->who & WHO_ANYONE) != 0 ? NOT_FOUND : hide_programme(v);
	v->programme_id = id;
	TRY(programme_of(v->db, v->programmes, id, version, &v->programme));
	if (v->programme->settings.front_public || visit_may(v, WHO_MEMBER))
		v->may |= WHO_FRONT;
	return (v->route->who & WHO_FRONT) != 0 && !visit_may(v, WHO_FRONT) ? hide_programme(v) : OK;
}

static enum outcome
admit_to_thing(struct visit *v)
{
	if (v->route->thing == NO_THING)
		return OK;
	return thing_find(v, v->route->thing, route_parameter(v->route, v->params, S(":id")));
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
	return sent_is_form(request) && !sent_has_file(request);
}

/* A file is taken where the row takes more than a form without one. */
static bool
is_our_form(const struct visit *v)
{
	return sent_has_file(v->request) ? v->route->body_max > LIMIT_BODY_BYTES : is_a_form(v->request);
}

/* A body that nobody can read (a zero byte, no UTF-8, too many fields) says so itself; whose form it was is not known then. */
static enum outcome
sent_token(const struct visit *v, struct str *out)
{
	struct pairs sent;

	*out = S("");
	TRY(sent_read(v->arena, v->request, &sent));
	for (size_t i = 0; i < sent.count && str_is_empty(*out); i++)
		if (str_equal(sent.at[i].name, S("csrf")))
			*out = sent.at[i].value;
	return OK;
}

/* A program's call carries its token in a header, which no page can make a browser send, so it needs no form token. */
static enum outcome
admit_call(const struct visit *v)
{
	struct str type = request_header(v->request, S("content-type"));

	if (!api_key_is_fine(v->request))
		return BAD_REQUEST;
	if (str_is_empty(v->request->body) && str_is_empty(type))
		return OK;
	return str_equal_ascii_case(str_trim(str_head(type, str_find(type, ';'))), S("application/json")) ? OK : WRONG_TYPE;
}

/* Over the raw bytes, before anything is read (TRUST T20). Without a secret there is no such address; why a signature is refused is counted
 * in the log and told to nobody. */
static enum outcome
admit_signed(const struct visit *v)
{
	struct slack_signed_parts parts = { .headers = &v->request->headers, .body = v->request->body };
	enum slack_signed said;

	if (str_is_empty(v->server->slack_secrets))
		return NOT_FOUND;
	said = slack_signature_judge(&parts, v->server->slack_secrets, v->now);
	if (said == SLACK_SIGNED_FINE)
		return OK;
	LOG(LOG_WARN, "slack-refused", LOG_WHOLE("number", v->request->number), LOG_WHOLE("why", said));
	return NOT_SIGNED;
}

/* Numbers for a monitor. Without a token there is no such address; hashes are compared, so the time tells nothing of it. */
static enum outcome
admit_watcher(const struct visit *v)
{
	struct str sent = request_header(v->request, S("authorization"));
	struct hash theirs, ours;

	if (str_is_empty(v->server->metrics_token))
		return NOT_FOUND;
	if (!str_equal_ascii_case(str_head(sent, 7), S("bearer ")))
		return NOT_SIGNED;
	theirs = hash_of(str_skip(sent, 7));
	ours = hash_of(v->server->metrics_token);
	return hash_equal(&theirs, &ours) ? OK : NOT_SIGNED;
}

enum outcome
guard_admit_form(const struct visit *v)
{
	struct str token;

	if (v->route->is_signed)
		return NOT_SIGNED;    /* what is signed is judged as such, and is nobody's form */

	if (v->route->method != METHOD_POST)
		return OK;
	if (v->route->is_api)
		return admit_call(v);
	if (v->route->is_by_link)
		return is_a_form(v->request) ? OK : WRONG_TYPE;
	if (!is_from_our_page(v->request))
		return FOREIGN_FORM;
	if (!is_our_form(v))
		return WRONG_TYPE;
	TRY(sent_token(v, &token));
	/* A session that is over still says whose form it was; whether that is worth anything is not asked here. */
	if (!person_id_is_none(v->lapsed) && form_token_is(v->arena, &v->lapsed_secret, token))
		return OK;
	if (!v->has_form_secret || !form_token_is(v->arena, &v->form_secret, token))
		return FOREIGN_FORM;
	return OK;
}

/* Who may not see the thing, but know that it was there, passes only where the row says so, whatever else they are. */
static bool
is_let_in(const struct visit *v)
{
	if (v->route->thing != NO_THING && !visit_may(v, WHO_SEES))
		return visit_may(v, v->route->who & WHO_LATE);
	return visit_may(v, v->route->who);
}

static enum outcome
admit_by_role(struct visit *v)
{
	TRY(admit_to_thing(v));
	if (!is_let_in(v) && v->route->is_hidden)
		return NOT_FOUND;
	if (!is_let_in(v))
		return v->route->thing == A_REQUEST && visit_may(v, WHO_SIGNED_IN) ? request_why_refused(v, v->route->who) : refuse_role(v);
	return v->route->kind == WRITE && visit_may(v, WHO_READER) ? TOKEN_READS : OK;
}

bool
guard_is_refusal_of_role(enum outcome said)
{
	int status = outcome_status(said);

	if (said == SIGN_IN_FIRST || said == FACTOR_FIRST || said == PROOF_FIRST || said == FOREIGN_FORM)
		return false;
	return outcome_kind(said) == KIND_REFUSAL && (status == 403 || status == 404 || status == 409);
}

/* What a second factor would open is not refused as forbidden or unknown: it says what is missing, and admits nobody. */
static enum outcome
judge_held_back(struct visit *v, enum outcome said)
{
	unsigned may = v->may;
	enum outcome with;

	if (v->who.held_back == 0 || !guard_is_refusal_of_role(said))
		return said;
	v->may |= v->who.held_back;
	with = admit_by_role(v);
	v->may = may;
	v->thing = NULL;
	return with == OK ? FACTOR_FIRST : said;
}

/* Who may, without the question whether the form is ours and the proof is fresh. */
static enum outcome
admit_to_page(struct visit *v)
{
	TRY(admit_to_programme(v));
	return judge_held_back(v, admit_by_role(v));
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

/* Two who edit the same: a request has a version, all else is told by what its row answers. */
static enum outcome
admit_version(const struct visit *v)
{
	if (v->route->thing == A_REQUEST)
		return api_may_change(v, v->thing_version);
	return v->route->answer == NULL ? OK : api_may_change_shown(v, v->route->answer);
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
	if (v->route->is_signed)
		return admit_signed(v);
	if (v->route->is_watched)
		return admit_watcher(v);
	TRY(admit_to_page(v));
	TRY(guard_admit_form(v));
	if (v->route->is_fresh && !v->who.is_fresh)
		return PROOF_FIRST;
	return v->route->is_api && v->route->kind == WRITE ? admit_version(v) : OK;
}

enum outcome
guard_admit_kept(struct visit *v)
{
	TRY(route_find(v->request->method, v->request->path, &v->route, v->params));
	return v->route->again == NULL ? NOT_FOUND : admit_to_page(v);
}

enum outcome
guard_look_again(struct visit *v)
{
	enum outcome said = v->route->thing == NO_THING ? OK : admit_to_thing(v);

	return outcome_kind(said) == KIND_TROUBLE ? said : OK;
}
