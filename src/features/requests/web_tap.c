/* Links in letters that act (SLACK.md 16): looking shows one button, pressing does the one thing, for the one person whom the letter was
 * written to, by the same rules as on the page. */
#include "access/layout.h"
#include "access/tap.h"
#include "base/arena.h"
#include "base/check.h"
#include "formats/when.h"
#include "forms/say.h"
#include "http/routes.h"
#include "people/people.h"
#include "programmes/programmes.h"
#include "requests/act.h"
#include "requests/desk.h"
#include "requests/pages.h"
#include "requests/requests.h"
#include "requests/views.h"

static enum outcome
act_claim(struct visit *v)
{
	return desk_claim(v);
}

static enum outcome
act_pass(struct visit *v)
{
	return visit_may(v, WHO_NAMED) ? desk_decline(v) : desk_pass(v, (struct person_id){ 0 });
}

static struct str
today(struct visit *v)
{
	return when_date(v->arena, zone_find(v->who.zone), v->now);
}

static enum outcome
act_on_it(struct visit *v)
{
	return desk_attempt(v, today(v), ATTEMPT_WAY_EMAIL, S(""));
}

static enum outcome
act_give_back(struct visit *v)
{
	return desk_release(v, S(""));
}

static enum outcome
act_here(struct visit *v)
{
	return desk_here(v);
}

static enum outcome
act_cannot_come(struct visit *v)
{
	return desk_call_off(v);
}

static enum outcome
act_back(struct visit *v)
{
	return mentor_return(v);
}

static enum outcome
act_met(struct visit *v)
{
	return desk_fulfil(v, when_date(v->arena, zone_find(v->who.zone), desk_thing(v)->row.session_at), S(""));
}

static enum outcome
act_not_met(struct visit *v)
{
	return desk_say(v, desk_thing(v)->row.id, S("not-met"), S(""));
}

static enum outcome
act_helped(struct visit *v)
{
	return desk_helpful(v, REQUEST_HELPFUL_HELPED, S(""));
}

static enum outcome
act_partly(struct visit *v)
{
	return desk_helpful(v, REQUEST_HELPFUL_PARTLY, S(""));
}

static enum outcome
act_not_helped(struct visit *v)
{
	return desk_helpful(v, REQUEST_HELPFUL_NOT, S(""));
}

static const struct act {
	struct str name;
	enum outcome (*act)(struct visit *);
	unsigned who;
	const char *title, *button, *done;
} acts[] = {
#define TAP(act, function, who, title, button, done) { S_STATIC(act), function, who, title, button, done },
#include "requests/taps.def"
#undef TAP
};

static const struct act *
act_called(struct str name)
{
	for (size_t i = 0; i < ARRAY_LENGTH(acts); i++)
		if (str_equal(acts[i].name, name))
			return &acts[i];
	return NULL;
}

/* The link, the request as its person sees it, and that person as the visitor. GONE for all that is not (any more) a link of ours. */
static enum outcome
enter(struct visit *v, struct tap *tap, const struct act **act)
{
	v->reply->carries_token = true;
	TRY(tap_find(v, v->params[0], tap));
	*act = act_called(tap->act);
	if (*act == NULL || programme_id_is_none(tap->programme))
		return GONE;
	TRY(programme_enter(v, tap->programme));
	TRY(visitor_as(v, tap->person));
	return request_id_is_none(tap->request) ? OK : request_find_for(v, tap->request.value);
}

static enum outcome
show(struct visit *v, struct tap_view *view)
{
	struct page page = visit_page(v);

	page_tap(&page, view);
	return OK;
}

/* Who looks may be anybody, a scanner of mail among them: whose link it is stays unsaid. */
enum outcome
tap_show(struct visit *v)
{
	struct visitor asking = v->who;
	unsigned may = v->may;
	struct tap_view view = { .is_gone = true, .title = say(visit_language(v), N_("This link is over")) };
	const struct act *act;
	struct tap tap;
	enum outcome said = enter(v, &tap, &act);

	if (said == OK)
		view = (struct tap_view){ .token = v->params[0], .title = say(visit_language(v), act->title), .button = say(visit_language(v), act->button),
			.done = say(visit_language(v), act->done), .used_at = tap.used_at, .programme = v->programme,
			.row = request_id_is_none(tap.request) ? NULL : &desk_thing(v)->row };
	else if (said != GONE && said != NOT_FOUND)
		return said;
	v->who = asking;
	v->may = may;
	if (str_is_empty(v->who.zone))
		v->who.zone = S("UTC");
	if (view.is_gone)
		v->reply->status = outcome_status(GONE);
	return show(v, &view);
}

enum outcome
tap_act(struct visit *v)
{
	const struct act *act;
	struct tap tap;
	enum outcome said = enter(v, &tap, &act);

	if (said == NOT_FOUND)
		return GONE;
	TRY(said);
	if (!moment_is_none(tap.used_at))
		return visit_see_other(v, url_tap_show(v->arena, v->params[0]), S(""));    /* pressed again: one effect, the same answer */
	if (!visit_may(v, act->who))
		return FORBIDDEN;
	TRY(tap_take(v, &tap));
	TRY(act->act(v));
	return visit_see_other(v, url_tap_show(v->arena, v->params[0]), S(""));
}
