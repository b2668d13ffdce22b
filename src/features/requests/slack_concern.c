/* A concern about somebody, written in Slack: the form of the page without its third choice, since Slack tells us who writes. It goes to whoever reads
 * reports and nowhere else: no message, no record, no letter holds a word of it, and nothing keeps the code (docs/decisions/0029). */
#include "base/arena.h"
#include "conduct/conduct.h"
#include "forms/say.h"
#include "http/routes.h"
#include "programmes/programmes.h"
#include "requests/slack_view.h"

enum outcome
slack_concern_intro(struct scene *s, struct slack_line *intro)
{
	struct visit *v = s->v;
	struct str names;

	TRY(report_readers_named(v, &names));
	if (str_is_empty(names)) {
		slack_ours(intro, say(visit_language(v), N_("Nobody is appointed to read reports right now. Yours is kept sealed until somebody is; the next level up is told that one waits, and no more.")));
	} else {
		slack_ours(intro, say(visit_language(v), N_("These people read it and nobody else:")));
		slack_ours(intro, S(" "));
		slack_theirs(intro, names);
		slack_ours(intro, S("."));
	}
	slack_ours(intro, S(" "));
	slack_ours(intro, say(visit_language(v), N_("Slack tells us who you are; to stay anonymous, write it here:")));
	slack_ours(intro, S(" "));
	slack_link(intro, slack_url(v, url_report_show(v->arena, v->programme->slug)), say(visit_language(v), N_("Report a concern")));
	return OK;
}

/* The code is its answer's alone. Sent again with the same key it is the same report, and the same answer. */
enum outcome
slack_send_concern(struct scene *s, struct values *const *forms)
{
	struct visit *v = s->v;
	struct slack_button follow = { .action_id = S("open_follow"), .text = say(visit_language(v), N_("Follow your report")),
		.url = slack_url(v, url_report_follow_show(v->arena)) };
	struct str code;

	v->form = forms[0];
	TRY(report_from_chat(v, &(struct chat_reporter){ .name = s->is_known ? v->who.name : s->who->name, .key = s->key, .is_member = s->is_known }, &code));
	v->reply->carries_token = true;
	return slack_answer_note(s, &(struct slack_note_view){ .title = N_("Your report is sent"), .button = &follow, .sentence = say_filled(v->arena, say(visit_language(v),
	    N_("Your code is {code}. Write it down now: it is shown once, and nobody can look it up. With it you read what becomes of your report, and answer questions.")), 1,
	    (struct say_value[]){ { "code", code } }) });
}
