/* A request in the mentors' room. Titles stand in plain_text; marked text holds only what is escaped. */
#include "outside/slack/message_request.h"

#include "base/arena.h"
#include "base/check.h"
#include "formats/id.h"
#include "formats/when.h"
#include "forms/say.h"
#include "outside/slack/message_blocks.h"

enum { VALUE_MAX = 64, LINES_MAX = 6, DAY_HOURS = 24 };

/* What every message of a request needs while it is printed. */
struct sheet {
	struct arena *arena;
	const struct slack_request *r;
	struct slack_fill fills[5];
};

bool
slack_pressed_read(struct str value, struct slack_pressed *out)
{
	struct str id, version;

	*out = (struct slack_pressed){ .version = -1 };
	if (!str_next(&value, '.', &out->verb) || out->verb.length == 0 || !str_next(&value, '.', &id) || !id_read(id, &out->id))
		return false;
	if (!str_next(&value, '.', &version))
		return !str_equal(out->verb, S("r"));
	return value.at == NULL && str_whole(version, &out->version) && out->version >= 0;
}

static struct str
title_of(struct arena *arena, const struct slack_request *r)
{
	struct str clean = slack_clean(arena, r->title, false);

	return str_trim(clean).length > 0 ? clean : r->number;
}

static struct slack_text
lasting(struct arena *arena, const struct slack_request *r)
{
	struct when_words words = when_lasting(r->waited_us);
	struct slack_line number = slack_line_new(arena), line = slack_line_new(arena);

	slack_number(&number, words.count);
	slack_filled(&line, say_plural(r->language, words.count, words.one, words.many), 1,
	    (struct slack_fill[]){ { "n", slack_line_end(&number) } });
	return slack_line_end(&line);
}

static struct slack_text
claimer(struct arena *arena, const struct slack_request *r, bool may_mention)
{
	struct slack_line line = slack_line_new(arena);

	if (may_mention)
		slack_mention(&line, r->claimer, r->claimer_name);
	else
		slack_theirs(&line, r->claimer_name);
	if (line.buf.length == 0)
		slack_ours(&line, say(r->language, N_("a mentor")));
	return slack_line_end(&line);
}

static struct sheet
sheet_of(struct arena *arena, const struct slack_request *r)
{
	return (struct sheet){ arena, r,
		{ { "number", slack_escape(arena, r->number) }, { "title", slack_escape(arena, title_of(arena, r)) },
		    { "mentor", claimer(arena, r, true) }, { "name", claimer(arena, r, false) }, { "time", lasting(arena, r) } } };
}

static struct slack_text
sentence(const struct sheet *sheet, const char *words)
{
	struct slack_line line = slack_line_new(sheet->arena);

	slack_filled(&line, say(sheet->r->language, words), ARRAY_LENGTH(sheet->fills), sheet->fills);
	return slack_line_end(&line);
}

static struct slack_surface
start(const struct sheet *sheet, struct slack_text text)
{
	return slack_message_start(sheet->arena, &(struct slack_message){ .text = text, .event_type = S("mentord_request"),
		.event_id = id_print(sheet->arena, sheet->r->id), .event_number = sheet->r->version });
}

/* Of one request many stand in its thread: each is known by its own letter. */
static struct slack_surface
start_reply(const struct sheet *sheet, struct slack_text text, bool is_broadcast)
{
	return slack_message_start(sheet->arena, &(struct slack_message){ .text = text, .event_type = S("mentord_letter"),
		.event_id = id_print(sheet->arena, sheet->r->letter), .event_number = sheet->r->version, .is_broadcast = is_broadcast });
}

/* Parts between dots; empty ones leave no gap. */
static void
part(struct slack_line *line, struct slack_text text)
{
	if (text.mrkdwn.length == 0)
		return;
	if (line->buf.length > 0)
		slack_ours(line, S(" · "));
	slack_done(line, text);
}

static struct slack_text
facts(const struct sheet *sheet)
{
	const struct slack_request *r = sheet->r;
	struct slack_line line = slack_line_new(sheet->arena), bold = slack_line_new(sheet->arena);

	if (r->service.length > 0) {
		slack_ours(&bold, S("*"));
		slack_theirs(&bold, r->service);
		slack_ours(&bold, S("*"));
	}
	part(&line, slack_line_end(&bold));
	part(&line, slack_escape(sheet->arena, r->skills));
	part(&line, slack_escape(sheet->arena, r->spoken));
	part(&line, slack_escape(sheet->arena, r->times));
	return slack_line_end(&line);
}

static struct slack_text
asked(const struct sheet *sheet)
{
	const struct slack_request *r = sheet->r;
	struct slack_line line = slack_line_new(sheet->arena), date = slack_line_new(sheet->arena), who = slack_line_new(sheet->arena);

	if (r->asker.length > 0)
		slack_filled(&who, say(r->language, N_("Asked by {name}")), 1,
		    (struct slack_fill[]){ { "name", slack_escape(sheet->arena, r->asker) } });
	else
		slack_ours(&who, say(r->language, N_("Asked by a member")));
	if (!r->is_room_public) {
		part(&line, slack_line_end(&who));
		part(&line, slack_escape(sheet->arena, r->zone));
	}
	part(&line, slack_escape(sheet->arena, r->number));
	if (!moment_is_none(r->asked_at)) {
		slack_date(&date, r->asked_at);
		part(&line, slack_line_end(&date));
	}
	return slack_line_end(&line);
}

/* What the context says beneath: who asked, and what mentors should know about its waiting. */
static void
context(struct slack_surface *s, const struct sheet *sheet)
{
	const struct slack_request *r = sheet->r;
	struct slack_text lines[LINES_MAX];
	size_t count = 0;

	lines[count++] = asked(sheet);
	if (r->state == SLACK_STATE_DETAIL)
		lines[count++] = sentence(sheet, N_("Waiting for more detail"));
	if (r->is_aged)
		lines[count++] = sentence(sheet, N_("⏳ Unclaimed for {time}"));
	if (r->was_released)
		lines[count++] = sentence(sheet, N_("Released once"));
	if (r->is_escalated)
		lines[count++] = sentence(sheet, N_("The coordinators look for somebody, too"));
	if (r->is_late)
		lines[count++] = sentence(sheet, N_("Posted late: Slack could not be reached"));
	slack_context(s, S("w"), count, lines);
}

static struct str
value_of(const struct sheet *sheet, const char *verb, bool has_version)
{
	struct buf value = buf_new(sheet->arena, VALUE_MAX);

	buf_add(&value, str_from(verb));
	buf_char(&value, '.');
	buf_add(&value, id_print(sheet->arena, sheet->r->id));
	if (has_version) {
		buf_char(&value, '.');
		buf_whole(&value, sheet->r->version);
	}
	return buf_str(&value);
}

static struct str
spoken_of(const struct sheet *sheet, const char *words)
{
	return str_join(sheet->arena, 3, (struct str[]){ say(sheet->r->language, words), S(" "), sheet->r->number });
}

static void
claim_button(struct slack_surface *s, const struct sheet *sheet, const char *label)
{
	slack_button(s, &(struct slack_button){ .action_id = S(SLACK_CLAIM), .text = say(sheet->r->language, label), .is_primary = true,
		.value = value_of(sheet, "r", true), .spoken = spoken_of(sheet, N_("Claim request")) });
}

static void
details_button(struct slack_surface *s, const struct sheet *sheet)
{
	slack_button(s, &(struct slack_button){ .action_id = S(SLACK_OPEN), .text = say(sheet->r->language, N_("Details")),
		.url = sheet->r->url, .spoken = spoken_of(sheet, N_("Details of request")) });
}

static void
more_menu(struct slack_surface *s, const struct sheet *sheet)
{
	struct str language = sheet->r->language;
	bool is_claimed = sheet->r->state == SLACK_STATE_CLAIMED;
	struct slack_option options[] = {
		{ .text = say(language, N_("Pass")), .value = value_of(sheet, "pass", false) },
		{ .text = say(language, N_("Needs detail")), .value = value_of(sheet, "detail", false) },
		{ .text = say(language, N_("Suggest someone")), .value = value_of(sheet, "suggest", false) },
		{ .text = say(language, N_("Set the session")), .value = value_of(sheet, "session", false) },
		{ .text = say(language, N_("I tried to reach them")), .value = value_of(sheet, "attempt", false) },
		{ .text = say(language, N_("Session held")), .value = value_of(sheet, "held", false) },
		{ .text = say(language, N_("Release")), .value = value_of(sheet, "release", false) },
	};

	slack_menu(s, &(struct slack_element){ .kind = SLACK_OVERFLOW, .action_id = S(SLACK_MORE), .options = is_claimed ? options + 3 : options,
		.option_count = is_claimed ? 4 : 3 });
}

/* In a public room: what everybody may know, and the way to the page, where it is asked who they are. */
static void
open_blocks(struct slack_surface *s, const struct sheet *sheet)
{
	struct slack_text about = facts(sheet);

	slack_header(s, S("t"), title_of(sheet->arena, sheet->r));
	if (!sheet->r->is_room_public && about.mrkdwn.length > 0)
		slack_section(s, S("f"), about);
	context(s, sheet);
	slack_actions_open(s, S("a"));
	if (!sheet->r->is_room_public)
		claim_button(s, sheet, N_("Claim"));
	details_button(s, sheet);
	if (!sheet->r->is_room_public)
		more_menu(s, sheet);
	slack_actions_close(s);
}

static enum outcome
print_open(const struct sheet *sheet, struct str *out)
{
	const struct slack_request *r = sheet->r;
	struct slack_line line = slack_line_new(sheet->arena);
	struct slack_surface s;

	slack_done(&line, sentence(sheet, r->was_released || r->is_aged ? N_("Mentoring request {number} is open: {title}")
	                                                                : N_("New mentoring request {number}: {title}")));
	if (!r->is_room_public && r->skills.length > 0) {
		slack_ours(&line, S(" ("));
		slack_theirs(&line, r->skills);
		slack_ours(&line, S(")"));
	}
	slack_ours(&line, S(". "));
	slack_ours(&line, say(r->language, N_("Open it to claim.")));
	s = start(sheet, slack_line_end(&line));
	open_blocks(&s, sheet);
	return slack_surface_end(&s, out);
}

/* To the mentor whom the mentee asked by name. */
static enum outcome
print_reserved(const struct sheet *sheet, struct str *out)
{
	struct slack_text about = facts(sheet);
	struct slack_surface s = start(sheet, sentence(sheet, N_("{number}: you were asked by name. {title}")));

	slack_section(&s, S("s"), sentence(sheet, N_("*You were asked by name.* Nobody else sees this request until you answer, or for two days.")));
	slack_section_plain(&s, S("t"), title_of(sheet->arena, sheet->r));
	if (about.mrkdwn.length > 0)
		slack_section(&s, S("f"), about);
	context(&s, sheet);
	slack_actions_open(&s, S("a"));
	claim_button(&s, sheet, N_("Accept"));
	slack_button(&s, &(struct slack_button){ .action_id = S(SLACK_PASS), .text = say(sheet->r->language, N_("Pass")),
		.value = value_of(sheet, "pass", false), .spoken = spoken_of(sheet, N_("Pass request")) });
	details_button(&s, sheet);
	slack_actions_close(&s);
	return slack_surface_end(&s, out);
}

static struct slack_text
state_words(const struct sheet *sheet)
{
	const struct slack_request *r = sheet->r;
	struct slack_line date = slack_line_new(sheet->arena), line = slack_line_new(sheet->arena);

	if (r->state == SLACK_STATE_CLAIMED)
		return sentence(sheet, r->is_room_public ? N_("✅ *Claimed* · {time} after it was asked")
		                                         : N_("✅ *Claimed by {mentor}* · {time} after it was asked"));
	if (r->state == SLACK_STATE_HELD)
		return sentence(sheet, N_("🎉 *Session held*"));
	slack_date(&date, r->session_at);
	slack_filled(&line, say(r->language, N_("📅 *Session on {date}*")), 1, (struct slack_fill[]){ { "date", slack_line_end(&date) } });
	return slack_line_end(&line);
}

/* Claimed, scheduled, held: the facts stay readable. */
static enum outcome
print_held(const struct sheet *sheet, struct str *out)
{
	const struct slack_request *r = sheet->r;
	bool is_claimed = r->state == SLACK_STATE_CLAIMED;
	struct slack_line facts_line = slack_line_new(sheet->arena);
	struct slack_text text = is_claimed && !r->is_room_public ? sentence(sheet, N_("{number} claimed by {name}"))
	    : is_claimed                                          ? sentence(sheet, N_("{number} is claimed"))
	    : r->state == SLACK_STATE_HELD                        ? sentence(sheet, N_("{number}: the session was held"))
	                                                          : sentence(sheet, N_("{number}: a session is planned"));
	struct slack_surface s = start(sheet, text);

	slack_section(&s, S("s"), state_words(sheet));
	slack_section_plain(&s, S("t"), title_of(sheet->arena, r));
	if (!r->is_room_public)
		part(&facts_line, slack_escape(sheet->arena, r->skills));
	part(&facts_line, slack_escape(sheet->arena, r->number));
	slack_context(&s, S("w"), 1, (struct slack_text[]){ slack_line_end(&facts_line) });
	slack_actions_open(&s, S("a"));
	details_button(&s, sheet);
	if (is_claimed && !r->is_room_public)
		more_menu(&s, sheet);
	slack_actions_close(&s);
	return slack_surface_end(&s, out);
}

static enum outcome
print_gone(const struct sheet *sheet, struct str *out)
{
	struct slack_text words = sheet->r->state == SLACK_STATE_WITHDRAWN ? sentence(sheet, N_("{number} was withdrawn"))
	    : sheet->r->state == SLACK_STATE_MERGED                        ? sentence(sheet, N_("{number} was merged with another request"))
	    : sheet->r->state == SLACK_STATE_CLOSED                        ? sentence(sheet, N_("{number} was closed"))
	                                                                   : sentence(sheet, N_("{number} was removed"));
	struct slack_surface s = start(sheet, words);

	slack_section(&s, S("s"), words);
	return slack_surface_end(&s, out);
}

enum outcome
slack_request_print(struct arena *arena, const struct slack_request *r, struct str *out)
{
	struct sheet sheet = sheet_of(arena, r);

	switch (r->state) {
	case SLACK_STATE_OPEN:
	case SLACK_STATE_DETAIL:
		return print_open(&sheet, out);
	case SLACK_STATE_RESERVED:
		return print_reserved(&sheet, out);
	case SLACK_STATE_CLAIMED:
	case SLACK_STATE_SCHEDULED:
	case SLACK_STATE_HELD:
		return print_held(&sheet, out);
	default:
		return print_gone(&sheet, out);
	}
}

/* The next piece of a long text, on the border of a character; nothing is lost between two. */
static struct str
next_piece(struct arena *arena, struct str *rest)
{
	struct str piece = slack_cut(arena, *rest, SLACK_LIMIT_SECTION);

	if (piece.length == rest->length && piece.at == rest->at) {
		rest->length = 0;
		return piece;
	}
	piece.length -= sizeof("…") - 1;
	*rest = str_skip(*rest, piece.length);
	return piece;
}

enum outcome
slack_details_print(struct arena *arena, const struct slack_request *r, struct str details, struct str *out)
{
	static const char ids[SLACK_DETAIL_PIECES + 1] = "xyz";
	struct sheet sheet = sheet_of(arena, r);
	struct str rest = slack_clean(arena, details, true);
	struct slack_surface s = start_reply(&sheet, sentence(&sheet, N_("Details of {number}")), false);

	for (size_t i = 0; i < SLACK_DETAIL_PIECES && rest.length > 0; i++)
		slack_section_plain(&s, (struct str){ &ids[i], 1 }, i + 1 < SLACK_DETAIL_PIECES ? next_piece(arena, &rest) : rest);
	if (r->is_room_public)
		slack_refuse(&s);    /* a request's words go into a private room only */
	return slack_surface_end(&s, out);
}

enum outcome
slack_fitting_print(struct arena *arena, const struct slack_request *r, const struct slack_fitting *fitting, struct str *out)
{
	struct sheet sheet = sheet_of(arena, r);
	struct slack_line names = slack_line_new(arena), more = slack_line_new(arena), line = slack_line_new(arena);
	struct slack_surface s;
	struct slack_text words;

	if (fitting->count == 0 || fitting->count > SLACK_MENTIONS_MAX)
		return BAD_INPUT;
	for (size_t i = 0; i < fitting->count; i++) {
		if (i > 0)
			slack_ours(&names, S(" "));
		slack_mention(&names, fitting->at[i], S(""));
	}
	slack_number(&more, fitting->more);
	slack_filled(&line, fitting->more > 0 ? say(r->language, N_("May fit: {names} and {n} more")) : say(r->language, N_("May fit: {names}")),
	    2, (struct slack_fill[]){ { "names", slack_line_end(&names) }, { "n", slack_line_end(&more) } });
	words = slack_line_end(&line);
	s = start_reply(&sheet, words, false);
	slack_section(&s, S("m"), words);
	return slack_surface_end(&s, out);
}

static enum outcome
print_note(const struct sheet *sheet, struct slack_text words, bool is_broadcast, struct str *out)
{
	struct slack_surface s = start_reply(sheet, words, is_broadcast);

	slack_section_button(&s, S("n"), words, &(struct slack_button){ .action_id = S(SLACK_OPEN), .text = say(sheet->r->language, N_("Details")),
		.url = sheet->r->url, .spoken = spoken_of(sheet, N_("Details of request")) });
	return slack_surface_end(&s, out);
}

enum outcome
slack_bump_print(struct arena *arena, const struct slack_request *r, struct str *out)
{
	struct sheet sheet = sheet_of(arena, r);

	return print_note(&sheet, sentence(&sheet, N_("{number} still waits for a mentor, for {time} now. Would you take it?")), true, out);
}

enum outcome
slack_back_print(struct arena *arena, const struct slack_request *r, struct str *out)
{
	struct sheet sheet = sheet_of(arena, r);

	return print_note(&sheet, sentence(&sheet, N_("{number} is back in the queue.")), false, out);
}
