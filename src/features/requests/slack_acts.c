/* What a press does: the acts of the page, by its rules, for whoever Slack says pressed. The value of a button names a request and permits
 * nothing (SLACK.md 1.5). */
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/id.h"
#include "forms/say.h"
#include "http/routes.h"
#include "outside/slack/message_request.h"
#include "programmes/programmes.h"
#include "requests/act.h"
#include "requests/requests.h"
#include "requests/slack_view.h"
#include "requests/slack.h"
#include "requests/views.h"
#include "sql/sql.h"
#include "system/log.h"

enum { KEY_BYTES = 2200 };

/* --- acts --- */

static enum outcome
act_claim(struct scene *s)
{
	bool is_mine = visit_may(s->v, WHO_CLAIMER) && desk_thing(s->v)->facts.state != REQUEST_STATE_CLOSED;

	return is_mine ? OK : desk_claim(s->v);    /* a second click has no second effect */
}

static enum outcome
act_pass(struct scene *s)
{
	return visit_may(s->v, WHO_NAMED) ? desk_decline(s->v) : desk_pass(s->v, (struct person_id){ 0 });
}

static enum outcome
act_withdraw(struct scene *s)
{
	return request_withdraw(s->v);
}

/* act NULL: the modal that is called like the verb. */
static const struct press {
	struct str action_id, verb;
	unsigned who;
	enum outcome (*act)(struct scene *);
} presses[] = {
	{ S_STATIC(SLACK_CLAIM), S_STATIC("r"), WHO_MENTOR | WHO_LATE, act_claim },
	{ S_STATIC(SLACK_PASS), S_STATIC("pass"), WHO_MENTOR, act_pass },
	{ S_STATIC(SLACK_MORE), S_STATIC("pass"), WHO_MENTOR, act_pass },
	{ S_STATIC(SLACK_MORE), S_STATIC("detail"), WHO_MENTOR | WHO_COORDINATOR, NULL },
	{ S_STATIC(SLACK_MORE), S_STATIC("suggest"), WHO_MENTOR, NULL },
	{ S_STATIC(SLACK_MORE), S_STATIC("held"), WHO_CLAIMER | WHO_OWNER | WHO_COORDINATOR, NULL },
	{ S_STATIC(SLACK_MORE), S_STATIC("release"), WHO_CLAIMER | WHO_COORDINATOR, NULL },
	{ S_STATIC(SLACK_MORE), S_STATIC("session"), WHO_CLAIMER | WHO_OWNER, NULL },
	{ S_STATIC(SLACK_MORE), S_STATIC("attempt"), WHO_CLAIMER, NULL },
	{ S_STATIC(SLACK_TURN), S_STATIC("session"), WHO_CLAIMER | WHO_OWNER, NULL },
	{ S_STATIC(SLACK_TURN), S_STATIC("answer"), WHO_OWNER, NULL },
	{ S_STATIC(SLACK_TURN), S_STATIC("helpful"), WHO_OWNER, NULL },
	{ S_STATIC(SLACK_TURN), S_STATIC("held"), WHO_CLAIMER | WHO_OWNER | WHO_COORDINATOR, NULL },
	{ S_STATIC(SLACK_TURN), S_STATIC("met"), WHO_CLAIMER | WHO_OWNER, NULL },
	{ S_STATIC(SLACK_ABSENT), S_STATIC("absent"), WHO_CLAIMER | WHO_OWNER, NULL },
	{ S_STATIC("req_withdraw"), S_STATIC("withdraw"), WHO_OWNER, act_withdraw },
};

/* --- refusals --- */

static enum outcome
add_similar(struct scene *s, struct slack_refusal *r)
{
	struct visit *v = s->v;
	struct request_similar_rows rows;
	struct slack_similar *similar;

	TRY(request_similar(v->db, v->arena, v->programme->id, desk_thing(v)->row.id, v->who.id, DESK_SIMILAR, &rows));
	similar = ARENA_MANY(v->arena, rows.count + 1, struct slack_similar);
	for (size_t i = 0; i < rows.count; i++)
		similar[i] = (struct slack_similar){ .number = desk_number(v->arena, v->programme, rows.at[i].number), .title = rows.at[i].title,
			.url = slack_url(v, url_request_show(v->arena, v->programme->slug, id_print(v->arena, rows.at[i].id.value))) };
	r->similar = similar;
	r->similar_count = rows.count;
	return OK;
}

/* As the request is now: who came second reads who was first. */
static enum outcome
fill_taken(struct scene *s, struct slack_refusal *r)
{
	struct visit *v = s->v;

	r->kind = SLACK_REFUSED_TAKEN;
	TRY(request_find_for(v, desk_thing(v)->row.id.value));
	r->name = desk_thing(v)->row.claimer_name;
	return visit_may(v, WHO_MENTOR) ? add_similar(s, r) : OK;
}

static enum outcome
fill_unlinked(struct scene *s, struct slack_refusal *r)
{
	r->kind = SLACK_REFUSED_UNLINKED;
	r->act.text = say(visit_language(s->v), N_("Link my account"));
	TRY(chat_look_up(s->v, s->who));
	return chat_link_address(s->v, s->who, s->started, &r->act.url);
}

static enum outcome
fill_refusal(struct scene *s, enum outcome said, struct slack_refusal *r)
{
	struct visit *v = s->v;
	struct str slug = v->programme == NULL ? S("") : v->programme->slug;

	switch (said) {
	case REQUEST_TAKEN:
		return fill_taken(s, r);
	case SIGN_IN_FIRST:
		return fill_unlinked(s, r);
	case MENTOR_FULL:
		r->kind = SLACK_REFUSED_FULL;
		r->count = v->who.running;
		return OK;
	case CONDUCT_FIRST:
		r->kind = SLACK_REFUSED_CONDUCT;
		r->act = (struct slack_act){ .text = say(visit_language(v), N_("Read the code of conduct")), .url = slack_url(v, url_conduct_show(v->arena, slug)) };
		return OK;
	case MENTOR_NOT_ACTIVE:
		r->kind = SLACK_REFUSED_NOT_MENTOR;
		r->act = (struct slack_act){ .text = say(visit_language(v), N_("Become one")), .url = slack_url(v, url_mentor_apply_show(v->arena, slug)) };
		return OK;
	case REQUEST_NOT_YOURS:
		r->kind = SLACK_REFUSED_NOT_HOLDER;
		return OK;
	default:
		r->words = str_is_empty(v->refusal_words) ? outcome_words(said) : v->refusal_words;
		return OK;
	}
}

enum outcome
slack_refusal_of(struct scene *s, enum outcome said, struct str *out)
{
	struct slack_refusal refusal = { .language = visit_language(s->v), .kind = SLACK_REFUSED_WORDS };

	TRY(fill_refusal(s, said, &refusal));
	return slack_refusal_print(s->v->arena, &refusal, out);
}

/* --- presses --- */

static const struct press *
press_of(const struct slack_action *action, struct str verb)
{
	for (size_t i = 0; i < ARRAY_LENGTH(presses); i++)
		if (str_equal(presses[i].action_id, action->action_id) && str_equal(presses[i].verb, verb))
			return &presses[i];
	return NULL;
}

static enum outcome
act_on(struct scene *s, const struct press *press, int64_t id)
{
	TRY(slack_enter_request(s, id));
	TRY(slack_may(s->v, press->who));
	return press->act == NULL ? slack_open_act(s, press->verb) : press->act(s);
}

/* A message that stands twice, since an answer of Slack was once lost: the press counts, the stray goes (SLACK.md 6). */
static enum outcome
drop_stray(struct scene *s, const struct slack_interact *in, struct request_id request)
{
	struct letter_desk desk = visit_letters(s->v);
	struct chat_post_of_row post;
	enum outcome said = chat_post_of(s->v->db, s->v->arena, request, &post);

	if (said == NOT_FOUND)
		return OK;
	TRY(said);
	if (!str_equal(post.channel, in->channel.text) || str_is_empty(post.ts) || str_is_empty(in->message_ts) || str_equal(post.ts, in->message_ts))
		return OK;
	return letter_put_act(&desk, &(struct letter_act_wish){ .id = { visit_new_id(s->v) }, .act = LETTER_ACT_DELETE, .kind = S("L02"),
	    .subject = S("A message that stood twice"), .programme = s->v->programme->id, .request = request, .address = post.channel,
	    .target = in->message_ts, .haste = LETTER_HASTE_SOON });
}

/* What the button names: a way on, or an act on a request. *request: none for the former. */
static enum outcome
run_press(struct scene *s, const struct slack_interact *in, const struct slack_action *action, struct request_id *request)
{
	struct slack_pressed pressed;
	const struct press *press;

	if (str_equal(in->view.type, S("modal")) && str_equal(action->block_id, S("which")))
		return slack_choose_programme(s, &in->view, action->values.at[0]);
	if (str_starts(action->action_id, S(SLACK_GO)))
		return slack_go(s, action->values.at[0]);
	press = slack_pressed_read(action->values.at[0], &pressed) ? press_of(action, pressed.verb) : NULL;
	if (press == NULL) {
		LOG(LOG_WARN, "slack-unknown", LOG_TEXT("what", S("action")));
		return OK;
	}
	request->value = pressed.id;
	return act_on(s, press, pressed.id);
}

/* An act that is refused leaves nothing but the answer to whoever pressed. */
static enum outcome
press_once(struct scene *s, const struct slack_interact *in, const struct slack_action *action)
{
	struct request_id request = { 0 };
	struct str words;
	enum outcome said;

	if (action->values.count == 0)
		return OK;    /* a button with an address: followed by the client, told to us */
	TRY(sql_part(s->v->db));
	said = run_press(s, in, action, &request);
	if (outcome_kind(said) == KIND_TROUBLE)
		return said;
	TRY(said == OK ? sql_part_keep(s->v->db) : sql_part_undo(s->v->db));
	if (said == OK)
		return request_id_is_none(request) ? OK : drop_stray(s, in, request);
	TRY(slack_refusal_of(s, said, &words));
	return chat_answer(s->v, s->response_url, words);
}

enum outcome
slack_press_all(struct scene *s, const struct slack_interact *in)
{
	for (size_t i = 0; i < in->action_count; i++) {
		const struct slack_action *action = &in->actions[i];
		struct buf key = buf_new(s->v->arena, KEY_BYTES);
		bool is_again;

		buf_format(&key, "%.*s:%.*s:%.*s:%.*s:%.*s", STR_FORMAT(in->who.team.text), STR_FORMAT(in->who.user.text),
		    STR_FORMAT(str_is_empty(in->message_ts) ? in->view.id : in->message_ts), STR_FORMAT(action->action_id), STR_FORMAT(action->action_ts));
		TRY(chat_seen_before(s->v, S("slack-action"), buf_str(&key), &is_again));
		if (is_again)
			continue;
		TRY(press_once(s, in, action));
		chat_reply(s->v, S(""));    /* the pages that acts lead to are not for Slack */
		TRY(chat_seen_now(s->v, S("slack-action"), buf_str(&key)));
	}
	return OK;
}
