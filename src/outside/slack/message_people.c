/* Direct messages, refusals, unfurls. The home is in message_home.c. */
#include "outside/slack/message_people.h"

#include "base/arena.h"
#include "base/check.h"
#include "formats/json.h"
#include "forms/say.h"

enum { NOTE_UNITS = 8800, NOTE_BLOCKS = 40, TOP_WORDS = 400 };    /* leaves room for subject, button and the last word within 10,000 */

static void
act_row(struct slack_surface *s, const struct slack_act *act)
{
	if (act->text.length == 0)
		return;
	slack_actions_open(s, S("a"));
	slack_button(s, &(struct slack_button){ .action_id = act->action_id.length > 0 ? act->action_id : S("open_0"), .text = act->text,
		.value = act->value, .url = act->url });
	slack_actions_close(s);
}

/* block_ids "p0", "p1" … */
static struct str
numbered(struct arena *arena, char letter, size_t number)
{
	struct buf id = buf_new(arena, 32);

	buf_char(&id, letter);
	buf_whole(&id, (int64_t)number);
	return buf_str(&id);
}

enum outcome
slack_note_print(struct arena *arena, const struct slack_note *note, struct str *out)
{
	struct str subject = slack_clean(arena, note->subject, false);
	struct slack_surface s = slack_message_start(arena, &(struct slack_message){ .text = slack_escape(arena, slack_cut(arena, subject, TOP_WORDS)),
		.event_type = note->event_id.length > 0 ? S("mentord_letter") : S(""), .event_id = note->event_id });
	size_t left = NOTE_UNITS;
	bool is_cut = false;

	slack_header(&s, S("t"), subject);
	for (size_t i = 0; i < note->paragraphs.count && !is_cut; i++) {
		struct str words = slack_clean(arena, note->paragraphs.at[i], true);
		size_t most = left < SLACK_LIMIT_SECTION ? left : SLACK_LIMIT_SECTION;

		if (str_trim(words).length == 0)
			continue;
		is_cut = slack_length(words) > most || i >= NOTE_BLOCKS;
		words = slack_cut(arena, words, most > 0 ? most : 1);
		slack_section_plain(&s, numbered(arena, 'p', i), words);
		left -= slack_length(words) < left ? slack_length(words) : left;
	}
	if (is_cut)
		slack_section_plain(&s, S("more"), say(note->language, N_("There is more of this on the page.")));
	act_row(&s, &note->act);
	return slack_surface_end(&s, out);
}

static const char *
refusal_words(enum slack_refusal_kind kind, int64_t count)
{
	switch (kind) {
	case SLACK_REFUSED_TAKEN:
		return N_("{name} got there first.");
	case SLACK_REFUSED_FULL:
		return count == 1 ? N_("You have one open claim, as many as you wanted. Finish or release it first.")
		                  : N_("You have {n} open claims, as many as you wanted. Finish or release one first.");
	case SLACK_REFUSED_CONDUCT:
		return N_("Please accept the code of conduct first.");
	case SLACK_REFUSED_NOT_MENTOR:
		return N_("Only mentors can claim requests. You can become one.");
	case SLACK_REFUSED_NOT_HOLDER:
		return N_("Only the mentor who claimed it, or a coordinator, can release it.");
	case SLACK_REFUSED_UNLINKED:
		return N_("We do not know yet who you are here. Link your account first.");
	case SLACK_REFUSED_BUSY:
		return N_("The server is busy and changed nothing. Please try again in a moment.");
	case SLACK_REFUSED_TOO_SLOW:
		return N_("Slack closed this form before it opened. The same form is on the web.");
	case SLACK_REFUSED_WORDS:
		break;
	}
	return "{words}";
}

static struct slack_text
similar_words(struct arena *arena, const struct slack_refusal *r)
{
	struct slack_line line = slack_line_new(arena);

	slack_ours(&line, say(r->language, N_("Similar ones are open:")));
	for (size_t i = 0; i < r->similar_count && i < SLACK_SIMILAR_MAX; i++) {
		slack_ours(&line, S("\n• "));
		slack_link(&line, r->similar[i].url, r->similar[i].number);
		slack_ours(&line, S(" "));
		slack_done(&line, slack_escape(arena, slack_cut(arena, r->similar[i].title, SLACK_LIMIT_HEADER)));
	}
	return slack_line_end(&line);
}

enum outcome
slack_refusal_print(struct arena *arena, const struct slack_refusal *r, struct str *out)
{
	struct slack_line line = slack_line_new(arena), count = slack_line_new(arena);
	struct slack_text words, name = slack_escape(arena, r->name.length > 0 ? r->name : say(r->language, N_("Another mentor")));
	struct slack_surface s;

	slack_number(&count, r->count);
	slack_filled(&line, say(r->language, refusal_words(r->kind, r->count)), 3, (struct slack_fill[]){ { "name", name },
		{ "n", slack_line_end(&count) }, { "words", slack_escape(arena, r->words) } });
	words = slack_line_end(&line);
	s = slack_message_start(arena, &(struct slack_message){ .text = words, .is_answer = true });
	slack_section(&s, S("s"), words);
	if (r->similar_count > 0)
		slack_section(&s, S("l"), similar_words(arena, r));
	act_row(&s, &r->act);
	return slack_surface_end(&s, out);
}

enum outcome
slack_unfurl_print(struct arena *arena, const struct slack_unfurl *u, struct str *out)
{
	struct slack_surface s = slack_message_start(arena, &(struct slack_message){ .text = slack_escape(arena, S("-")) });
	struct buf json = buf_new(arena, SLACK_LIMIT_VIEW_BYTES);
	struct slack_line about = slack_line_new(arena);
	struct str message;
	size_t blocks;

	slack_theirs(&about, u->number);
	if (u->state_words.length > 0) {
		slack_ours(&about, S(" · "));
		slack_theirs(&about, u->state_words);
	}
	slack_section_plain(&s, S("t"), slack_cut(arena, u->title, SLACK_LIMIT_HEADER));
	slack_context(&s, S("w"), 1, (struct slack_text[]){ slack_line_end(&about) });
	TRY(slack_surface_end(&s, &message));
	buf_add(&json, S("{\"unfurls\":{"));
	json_quote(&json, u->url);
	buf_add(&json, S(":{"));
	for (blocks = 0; !str_starts(str_skip(message, blocks), S("\"blocks\":[{")); blocks++)
		check(blocks < message.length);
	buf_add(&json, str_skip(message, blocks));    /* the members of a message, from its blocks on */
	buf_add(&json, S("}}"));
	*out = buf_str(&json);
	return json.is_overflown || u->url.length == 0 || u->url.length > SLACK_LIMIT_URL ? BAD_INPUT : OK;
}
