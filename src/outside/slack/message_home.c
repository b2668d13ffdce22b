/* The app's home: my turn, the next session, what fits me, and the ways on. */
#include "outside/slack/message_people.h"

#include "base/arena.h"
#include "forms/say.h"

static struct slack_text
bold(struct arena *arena, struct str words)
{
	struct slack_line line = slack_line_new(arena);

	slack_ours(&line, S("*"));
	slack_theirs(&line, words);
	slack_ours(&line, S("*"));
	return slack_line_end(&line);
}

/* block_ids like "turn0", "turn0w", "turn0a". */
static struct str
id_of(struct arena *arena, const char *name, size_t number, const char *part)
{
	struct buf id = buf_new(arena, 64);

	buf_format(&id, "%s%zu%s", name, number, part);
	return buf_str(&id);
}

static void
button(struct slack_surface *s, const struct slack_act *act)
{
	slack_button(s, &(struct slack_button){ .text = act->text, .value = act->value, .url = act->url,
		.action_id = act->action_id.length > 0 ? act->action_id : id_of(s->arena, "open_", s->elements, "") });
}

/* Each row: its words, which may be anybody's and so stand in plain_text; what it is about; one button. */
static void
rows(struct slack_surface *s, const char *name, const struct slack_home_row *at, size_t count)
{
	for (size_t i = 0; i < count && i < SLACK_HOME_ROWS; i++) {
		slack_section_plain(s, id_of(s->arena, name, i, ""), slack_cut(s->arena, at[i].words, SLACK_LIMIT_HEADER));
		if (at[i].about.length > 0)
			slack_context(s, id_of(s->arena, name, i, "w"), 1, (struct slack_text[]){ slack_escape(s->arena, at[i].about) });
		if (at[i].act.text.length == 0)
			continue;
		slack_actions_open(s, id_of(s->arena, name, i, "a"));
		button(s, &at[i].act);
		slack_actions_close(s);
	}
}

void
slack_next_session(struct slack_surface *s, const struct slack_home *home)
{
	struct slack_line line = slack_line_new(s->arena);

	if (moment_is_none(home->session_at))
		return;
	slack_ours(&line, say(home->language, N_("*Next session*")));
	slack_ours(&line, S(" · "));
	slack_date(&line, home->session_at);
	slack_section(s, S("next"), slack_line_end(&line));
	if (home->session_words.length > 0)
		slack_context(s, S("nextw"), 1, (struct slack_text[]){ slack_escape(s->arena, home->session_words) });
	if (home->move.text.length + home->absent.text.length + home->open.text.length == 0)
		return;
	slack_actions_open(s, S("nexta"));
	if (home->move.text.length > 0)
		button(s, &home->move);
	if (home->absent.text.length > 0)
		button(s, &home->absent);
	if (home->open.text.length > 0)
		button(s, &home->open);
	slack_actions_close(s);
}

static void
fitting(struct slack_surface *s, const struct slack_home *home)
{
	struct slack_line line = slack_line_new(s->arena), count = slack_line_new(s->arena);

	if (!home->is_mentor)
		return;
	slack_section(s, S("fit"), bold(s->arena, say(home->language, N_("Requests that fit you"))));
	if (home->fitting_count == 0)
		slack_section_plain(s, S("fitnone"), say(home->language, N_("None right now. You hear from us when one comes.")));
	rows(s, "fit", home->fitting, home->fitting_count);
	if (home->fitting_total <= (int64_t)home->fitting_count || home->all.url.length == 0)
		return;
	slack_number(&count, home->fitting_total);
	slack_filled(&line, say(home->language, N_("See all {n}")), 1, (struct slack_fill[]){ { "n", slack_line_end(&count) } });
	slack_actions_open(s, S("fitall"));
	slack_button(s, &(struct slack_button){ .action_id = S("open_all"), .text = slack_line_end(&line).mrkdwn, .url = home->all.url });
	slack_actions_close(s);
}

enum outcome
slack_home_print(struct arena *arena, const struct slack_home *home, struct str *out)
{
	struct slack_surface s = slack_view_start(arena, SLACK_HOME, &(struct slack_view){ .callback_id = S("home") });

	slack_header(&s, S("turn"), say(home->language, N_("Your turn")));
	if (home->turn_count == 0)
		slack_section_plain(&s, S("turnnone"), say(home->language, N_("Nothing waits for you.")));
	rows(&s, "turn", home->turns, home->turn_count);
	slack_next_session(&s, home);
	fitting(&s, home);
	if (home->link_count > SLACK_HOME_LINKS)
		slack_refuse(&s);
	if (home->link_count > 0) {
		slack_divider(&s);
		slack_actions_open(&s, S("links"));
		for (size_t i = 0; i < home->link_count && i < SLACK_HOME_LINKS; i++)
			button(&s, &home->links[i]);
		slack_actions_close(&s);
	}
	return slack_surface_end(&s, out);
}
