/* A concern about somebody. Slack knows who asks, and its workspace may keep what was typed there: so nothing is taken here, and whoever asks is led to
 * the page where a report is written, with or without a name. What they typed behind the command goes nowhere. */
#include "base/arena.h"
#include "forms/say.h"
#include "http/routes.h"
#include "programmes/programmes.h"
#include "requests/slack_view.h"

enum outcome
slack_concern(struct scene *s, struct slack_note_view *note, struct slack_button *button)
{
	struct visit *v = s->v;

	*button = (struct slack_button){ .action_id = S("open_report"), .text = say(visit_language(v), N_("Report a concern")),
		.url = slack_url(v, url_report_show(v->arena, v->programme->slug)) };
	*note = (struct slack_note_view){ .title = N_("Report a concern"), .button = button,
		.sentence = say(visit_language(v), N_("Reports are written on a page of their own, which says first who will read it: with your name, confidential, or anonymous with a code. "
		    "Slack would know who you are, so what you typed here was not kept and went to nobody.")) };
	return OK;
}

enum outcome
slack_concern_answer(struct scene *s, struct str *out)
{
	struct visit *v = s->v;
	struct slack_note_view note;
	struct slack_button button;
	struct slack_surface page;

	TRY(slack_concern(s, &note, &button));
	page = slack_message_start(v->arena, &(struct slack_message){ .text = slack_escape(v->arena, note.sentence), .is_answer = true });
	slack_section_plain(&page, S("h"), note.sentence);
	slack_actions_open(&page, S("a"));
	slack_button(&page, &button);
	slack_actions_close(&page);
	return slack_surface_end(&page, out);
}
