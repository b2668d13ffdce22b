/* The mentors' room: one message a request, edited through its life; details, mentions and notes in its thread (SLACK.md 4). Everything is a
 * letter of the same transaction; an edit that still waits is replaced by the newer one. */
#include "base/arena.h"
#include "base/buf.h"
#include "formats/id.h"
#include "formats/zone.h"
#include "forms/say_moment.h"
#include "http/routes.h"
#include "letters/store_shared.h"
#include "outside/slack/message_request.h"
#include "people/people.h"
#include "programmes/programmes.h"
#include "requests/desk.h"
#include "requests/requests.h"
#include "requests/rules_wait.h"
#include "requests/slack.h"
#include "requests/store_letters.h"
#include "requests/store_slack.h"
#include "requests/views.h"

enum { FITTING_MOST = 50, ORDER_BYTES = 40, ZONE_BYTES = 24, REPLIES_MOST = 20, SHUT_MOST = 3, MAILED_AT_ONCE = 20, SECONDS_PER_MINUTE = 60, MINUTES_PER_HOUR = 60 };

/* One event of one request on its way into the room. */
struct posting {
	struct visit *v;
	struct letter_desk desk;
	struct request_seen_by_row row;
	struct str event, room;       /* room: where its message stands or, if there is none yet, belongs */
	struct chat_post_of_row post;
	bool has_post, is_public;
	struct slack_request facts;
};

/* --- facts --- */

static enum slack_state
state_of(const struct request_seen_by_row *row)
{
	switch (row->state) {
	case REQUEST_STATE_RESERVED: return SLACK_STATE_RESERVED;
	case REQUEST_STATE_NEEDS_DETAIL: return SLACK_STATE_DETAIL;
	case REQUEST_STATE_CLAIMED: return SLACK_STATE_CLAIMED;
	case REQUEST_STATE_SCHEDULED: return SLACK_STATE_SCHEDULED;
	case REQUEST_STATE_CLOSED: break;
	default: return SLACK_STATE_OPEN;
	}
	if (!request_id_is_none(row->merged_into))
		return SLACK_STATE_MERGED;
	if (row->outcome == REQUEST_OUTCOME_HELD)
		return SLACK_STATE_HELD;
	return row->outcome == REQUEST_OUTCOME_WITHDRAWN ? SLACK_STATE_WITHDRAWN : SLACK_STATE_CLOSED;
}

/* "UTC-6", never the zone's name, which may say more than it must. */
static struct str
zone_words(struct visit *v, struct str zone)
{
	int seconds = zone_at(zone_find(zone), v->now).offset_seconds, minutes = (seconds < 0 ? -seconds : seconds) / SECONDS_PER_MINUTE;
	struct buf out = buf_new(v->arena, ZONE_BYTES);

	buf_format(&out, "UTC%s%d", seconds < 0 ? "-" : "+", minutes / MINUTES_PER_HOUR);
	if (minutes % MINUTES_PER_HOUR != 0)
		buf_format(&out, ":%02d", minutes % MINUTES_PER_HOUR);
	return buf_str(&out);
}

/* The id of whoever is linked to that person; empty: nobody. */
static enum outcome
chat_id_of(struct visit *v, struct person_id person, struct slack_id *out)
{
	struct chat_user_of_row row;
	enum outcome said = person_id_is_none(person) ? NOT_FOUND : chat_user_of(v->db, v->arena, person, &row);

	*out = (struct slack_id){ S("") };
	if (said == OK)
		(void)slack_id_read(row.chat_user, "UW", out);
	return said == NOT_FOUND ? OK : said;
}

static enum outcome
fill_facts(struct posting *p)
{
	struct visit *v = p->v;
	const struct request_seen_by_row *row = &p->row;
	struct request_facts facts = { .waiting_since_at = row->waiting_since_at, .waited_us = row->waited_us };
	int64_t waited = request_waited_us(&facts, v->now);

	p->facts = (struct slack_request){
		.language = v->server->language, .state = state_of(row), .number = desk_number(v->arena, v->programme, row->number), .id = row->id.value,
		.version = row->version, .url = slack_url(v, url_request_show(v->arena, v->programme->slug, id_print(v->arena, row->id.value))),
		.title = row->title, .service = programme_service_words(v->programme, row->service, desk_answered_at(row->id, row->sent_at)), .skills = row->skills, .spoken = row->language,
		.times = say_week(v->arena, v->server->language, row->hours), .asker = desk_shown_name(v->arena, row->mentee_name, row->shows_name),
		.zone = zone_words(v, row->mentee_zone), .asked_at = row->sent_at, .session_at = row->session_at, .waited_us = waited,
		.claimer_name = row->claimer_name, .is_room_public = p->is_public,
		.is_aged = waited >= v->programme->settings.bump_hours * US_PER_HOUR, .was_released = row->releases > 0,
		.is_escalated = !moment_is_none(row->escalated_at), .is_late = p->has_post && p->post.is_late,
	};
	return chat_id_of(v, row->claimer, &p->facts.claimer);
}

/* --- letters --- */

static struct str
order_of(const struct posting *p)
{
	struct buf order = buf_new(p->v->arena, ORDER_BYTES);

	buf_format(&order, "room/%lld", (long long)p->row.id.value);
	return buf_str(&order);
}

static enum outcome
put(struct posting *p, enum letter_act act, struct str kind, struct str body)
{
	return letter_put_act(&p->desk, &(struct letter_act_wish){
	    .id = { act == LETTER_ACT_REPLY ? p->facts.letter : visit_new_id(p->v) }, .act = act, .kind = kind, .subject = str_join(p->v->arena, 2, (struct str[]){ p->facts.number,
	    S(" in the mentors' room") }), .programme = p->v->programme->id, .request = p->row.id, .address = p->room,
	    .body = body, .order = order_of(p), .haste = LETTER_HASTE_SOON });
}

static enum outcome
put_details(struct posting *p)
{
	struct str body;

	if (p->is_public || str_is_empty(p->row.details))
		return OK;
	p->facts.letter = visit_new_id(p->v);
	TRY(slack_details_print(p->v->arena, &p->facts, p->row.details, &body));
	return put(p, LETTER_ACT_REPLY, S("L02"), body);
}

/* At most five, who are linked and were not mentioned too often this week; each is counted. */
static enum outcome
choose_fitting(struct posting *p, const struct mentors_fitting_rows *rows, struct slack_id *ids, size_t *count)
{
	struct visit *v = p->v;
	const struct settings *number = &v->programme->settings;
	bool is_fewer = number->mention_max > 0 && number->mention_max < SLACK_MENTIONS_MAX;
	size_t most = is_fewer ? (size_t)number->mention_max : SLACK_MENTIONS_MAX;

	for (size_t i = 0; i < rows->count && *count < most; i++) {
		struct chat_mentions_since_row asked;
		struct slack_id id;

		TRY(chat_id_of(v, rows->at[i].person, &id));
		TRY(chat_mentions_since(v->db, v->arena, rows->at[i].person, moment_plus(v->now, -7 * US_PER_DAY), &asked));
		if (str_is_empty(id.text) || asked.times >= number->mention_per_week)
			continue;
		TRY(chat_mention_add(v->db, p->row.id, rows->at[i].person, v->now));
		ids[(*count)++] = id;
	}
	return OK;
}

/* No skill chosen: nobody is mentioned. */
static enum outcome
put_fitting(struct posting *p)
{
	struct visit *v = p->v;
	const struct settings *number = &v->programme->settings;
	struct slack_id ids[SLACK_MENTIONS_MAX];
	struct slack_fitting fitting = { .at = ids };
	struct mentors_fitting_rows rows;
	struct str body;

	if (p->is_public || str_is_empty(p->row.skills))
		return OK;
	TRY(mentors_fitting(v->db, v->arena, &(struct mentors_fitting_values){
	    .request = p->row.id, .partial_below = number->partial_below, .most = number->mentor_capacity, .per_week = number->mention_per_week,
	    .week = moment_plus(v->now, -7 * US_PER_DAY), .now = v->now, .limit = FITTING_MOST }, &rows));
	TRY(choose_fitting(p, &rows, ids, &fitting.count));
	if (fitting.count == 0)
		return OK;
	fitting.more = (int64_t)(rows.count - fitting.count);
	p->facts.letter = visit_new_id(v);
	TRY(slack_fitting_print(v->arena, &p->facts, &fitting, &body));
	return put(p, LETTER_ACT_REPLY, S("L02"), body);
}

/* --- what happens --- */

static bool
is_over(const struct posting *p)
{
	return p->facts.state >= SLACK_STATE_WITHDRAWN;
}

/* Nothing new is posted then: it stands among what needs a coordinator, as text to copy. */
static bool
is_by_hand(const struct posting *p)
{
	return !moment_is_none(p->v->programme->by_hand_at);
}

static enum outcome
begin(struct posting *p)
{
	struct str body;

	TRY(slack_request_print(p->v->arena, &p->facts, &body));
	TRY(chat_post_add(p->v->db, p->row.id, p->room, p->v->now));
	TRY(put(p, LETTER_ACT_POST, S("L02"), body));
	TRY(put_details(p));
	return put_fitting(p);
}

static enum outcome
take_away(struct posting *p, struct str room, struct str ts)
{
	if (str_is_empty(ts))
		return OK;
	return letter_put_act(&p->desk, &(struct letter_act_wish){
	    .id = { visit_new_id(p->v) }, .act = LETTER_ACT_DELETE, .kind = S("L02"), .subject = str_join(p->v->arena, 2, (struct str[]){ p->facts.number,
	    S(" is taken out of the mentors' room") }), .programme = p->v->programme->id, .request = p->row.id, .address = room, .target = ts,
	    .order = order_of(p), .haste = LETTER_HASTE_SOON });
}

/* Replies that stand in the thread. Those that were taken away before are asked for again, which Slack does not mind. */
static enum outcome
take_replies_away(struct posting *p, struct str kind)
{
	struct letters_replies_of_rows rows;

	TRY(letters_replies_of(p->v->db, p->v->arena, p->row.id, kind, REPLIES_MOST, &rows));
	for (size_t i = 0; i < rows.count; i++)
		TRY(take_away(p, rows.at[i].address, rows.at[i].answer_ref));
	return OK;
}

static enum outcome
end(struct posting *p)
{
	int64_t count;

	TRY(letters_cancel_room(p->v->db, p->row.id, p->v->now, &count));
	TRY(chat_post_drop(p->v->db, p->row.id, &count));    /* it was never posted, so there is nothing to edit */
	return OK;
}

/* The newest version wins: one that still waits takes the newer words. */
static enum outcome
edit(struct posting *p)
{
	struct str body;
	int64_t changed;

	if (is_over(p))
		TRY(end(p));
	TRY(slack_request_print(p->v->arena, &p->facts, &body));
	TRY(letter_act_renew(p->v->db, p->row.id, body, &changed));
	if (changed == 0 && !(is_over(p) && str_is_empty(p->post.ts)))
		TRY(put(p, LETTER_ACT_EDIT, S("L02"), body));
	return is_over(p) ? take_replies_away(p, S("L02")) : OK;
}

static bool
is_one_of(struct str event, const char *const *events, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_equal(event, str_from(events[i])))
			return true;
	return false;
}

/* What is said in the thread as well. */
static enum outcome
note(struct posting *p)
{
	static const char *const bumps[] = { "bumped", "reminded", "mentors-asked" }, *const backs[] = { "released", "unassigned", "lapsed", "mentor-silent", "claim-ended" };
	bool is_bump = is_one_of(p->event, bumps, sizeof(bumps) / sizeof(bumps[0]));
	struct str body;

	if (!is_bump && !is_one_of(p->event, backs, sizeof(backs) / sizeof(backs[0])))
		return OK;
	p->facts.letter = visit_new_id(p->v);
	TRY(is_bump ? slack_bump_print(p->v->arena, &p->facts, &body) : slack_back_print(p->v->arena, &p->facts, &body));
	return put(p, LETTER_ACT_REPLY, is_bump ? S("L06") : S("L10"), body);
}

/* Facts of the request as it is now; *is_there false: nothing of it stands or belongs in the room. */
static enum outcome
look(struct posting *p, struct request_id request, bool *is_there)
{
	struct visit *v = p->v;
	struct chat_room_of_row room = { 0 };
	enum outcome said;

	TRY(request_seen_by(v->db, v->arena, request, v->programme->id, (struct person_id){ 0 }, &p->row));
	said = chat_post_of(v->db, v->arena, request, &p->post);
	if (said != OK && said != NOT_FOUND)
		return said;
	p->has_post = said == OK;
	p->room = p->has_post ? p->post.channel : programme_room(v, v->programme);
	said = chat_room_of(v->db, v->arena, p->room, &room);
	if (said != OK && said != NOT_FOUND)
		return said;
	p->is_public = said == NOT_FOUND || !room.is_private;
	*is_there = p->has_post || p->row.state == REQUEST_STATE_OPEN || p->row.state == REQUEST_STATE_NEEDS_DETAIL;
	return *is_there ? fill_facts(p) : OK;
}

enum outcome
desk_post(struct visit *v, struct request_id request, struct str event)
{
	struct posting p = { .v = v, .desk = visit_letters(v), .event = event };
	bool is_there;

	TRY(look(&p, request, &is_there));
	if (!is_there || str_is_empty(p.room) || p.post.is_withdrawn || (is_by_hand(&p) && !p.has_post))
		return OK;
	TRY(p.has_post ? edit(&p) : begin(&p));
	return is_over(&p) || !p.has_post || is_by_hand(&p) ? OK : note(&p);
}

/* What came while coordinators looked after the room: once, and marked late. */
enum outcome
desk_post_catch_up(struct visit *v, struct request_id request)
{
	struct posting p = { .v = v, .desk = visit_letters(v), .event = S("") };
	bool is_there;
	int64_t changed;

	TRY(look(&p, request, &is_there));
	if (!is_there || p.has_post || str_is_empty(p.room))
		return OK;
	p.facts.is_late = true;
	TRY(begin(&p));
	return chat_post_late(v->db, request, &changed);
}

/* --- by a coordinator's hand (F154) --- */

static enum outcome
take_out(struct posting *p)
{
	static const char *const kinds[] = { "L02", "L06", "L10" };
	int64_t count;

	TRY(letters_cancel_room(p->v->db, p->row.id, p->v->now, &count));
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		TRY(take_replies_away(p, str_from(kinds[i])));
	return take_away(p, p->post.channel, p->post.ts);
}

enum outcome
desk_post_take_out(struct visit *v, struct request_id request)
{
	struct posting p = { .v = v, .desk = visit_letters(v), .event = S("") };
	bool is_there;
	int64_t changed;

	TRY(look(&p, request, &is_there));
	if (!p.has_post || p.post.is_withdrawn)
		return POST_NOT_THERE;
	TRY(take_out(&p));
	TRY(chat_post_withdraw(v->db, request, &changed));
	return event_say(v, S("post-taken-out"), &(struct event_facts){ .request = request });
}

/* In the room that is the programme's now; what stood anywhere goes. */
enum outcome
desk_post_again(struct visit *v, struct request_id request)
{
	struct posting p = { .v = v, .desk = visit_letters(v), .event = S("") };
	bool is_there;

	TRY(look(&p, request, &is_there));
	if (!is_there || is_over(&p))
		return REQUEST_NOT_OPEN;
	if (p.has_post && !p.post.is_withdrawn)
		TRY(take_out(&p));
	p.has_post = false;
	p.room = programme_room(v, v->programme);
	if (str_is_empty(p.room))
		return POST_NO_ROOM;
	TRY(begin(&p));
	return event_say(v, S("posted-again"), &(struct event_facts){ .request = request });
}

/* Its message stands there now. Somebody may have taken it out while it was on its way. */
enum outcome
desk_post_is_out(struct visit *v, struct request_id request, struct str room, struct str ts)
{
	struct letter_desk desk = visit_letters(v);
	struct request_in_programme_row in;
	struct chat_post_of_row post = { 0 };
	enum outcome said = chat_post_of(v->db, v->arena, request, &post);
	int64_t changed;

	if (said == NOT_FOUND)
		return OK;
	TRY(said);
	if (!post.is_withdrawn)
		return chat_post_is(v->db, request, ts, &changed);
	TRY(request_in_programme(v->db, v->arena, request, &in));
	return letter_put_act(&desk, &(struct letter_act_wish){ .id = { visit_new_id(v) }, .act = LETTER_ACT_DELETE, .kind = S("L02"),
	    .subject = S("A message that was taken out"), .programme = in.programme, .request = request, .address = room, .target = ts, .haste = LETTER_HASTE_SOON });
}

/* A fault of its own ends when somebody mends it, and what coordinators took over when they say so; Slack's own may be over in a moment. */
enum outcome
desk_room_shut(struct visit *v, struct room_shut *out)
{
	struct str room = programme_room(v, v->programme);
	struct channels_shut_rows rows;

	*out = (struct room_shut){ .is_all = false };
	if (str_is_empty(room))
		return OK;
	out->since_at = v->programme->by_hand_at;
	TRY(channels_shut(v->db, v->arena, str_join(v->arena, 2, (struct str[]){ LETTER_ROOM_CHANNEL, room }), SHUT_MOST, &rows));
	for (size_t i = 0; i < rows.count; i++) {
		bool is_brief = str_equal(rows.at[i].name, S("slack")) && moment_between(rows.at[i].since_at, v->now) < v->programme->settings.manual_minutes * US_PER_MINUTE;

		if (is_brief)
			continue;
		if (moment_is_none(v->programme->by_hand_at))
			out->since_at = rows.at[i].since_at;
		out->is_all = out->is_all || !str_starts(rows.at[i].name, LETTER_ROOM_CHANNEL);
	}
	return OK;
}

/* The next of them, in the order of their posts; a second later those behind, until none is left. */
static enum outcome
mail_next(struct visit *v, struct str room, struct letter_id after)
{
	struct rooms_wait_rows rows;

	TRY(rooms_wait(v->db, v->arena, room, after, MAILED_AT_ONCE, &rows));
	for (size_t i = 0; i < rows.count; i++) {
		TRY(programme_enter(v, rows.at[i].programme));
		TRY(desk_write(v, rows.at[i].request, S("room-shut")));
	}
	if (rows.count < MAILED_AT_ONCE)
		return OK;
	return job_put(v->db, &(struct job_wish){ .id = { visit_new_id(v) }, .kind = S("room-mails"), .subject = rows.at[rows.count - 1].id.value,
	    .due_at = moment_plus(v->now, US_PER_SECOND), .now = v->now });
}

enum outcome
desk_mails_waiting(struct visit *v, struct str room)
{
	return mail_next(v, room, (struct letter_id){ 0 });
}

/* The subject is the post of the last one that was looked at. Whatever room those behind it wait for: where it takes things again, nobody is written to. */
enum outcome
room_mails_due(struct visit *v, int64_t subject)
{
	return mail_next(v, S(""), (struct letter_id){ subject });
}

/* The post waited while Slack was away: it says what is so now, and that it is late. */
enum outcome
desk_post_late(struct visit *v, struct request_id request, struct letter_id letter)
{
	struct posting p = { .v = v, .desk = visit_letters(v), .event = S("") };
	struct request_in_programme_row in;
	struct str body;
	bool is_there;
	int64_t changed;

	TRY(request_in_programme(v->db, v->arena, request, &in));
	TRY(programme_enter(v, in.programme));
	TRY(chat_post_late(v->db, request, &changed));
	TRY(look(&p, request, &is_there));
	if (!is_there)
		return OK;
	TRY(slack_request_print(v->arena, &p.facts, &body));
	return letter_act_reword(v->db, letter, body, &changed);
}
