/* A concern about somebody. There is no form for it yet, on the web or here, so nothing is taken and nothing is kept: who asks reads whom to tell, and
 * where it stands what happens then. What they typed behind the command goes nowhere. */
#include "base/arena.h"
#include "base/buf.h"
#include "forms/say.h"
#include "http/routes.h"
#include "programmes/programmes.h"
#include "requests/slack_view.h"
#include "requests/store_letters.h"

enum { COORDINATORS_MOST = 5, WORDS_BYTES = 1200 };

/* Names are for members; whoever is none reads the page, which asks who they are. */
static enum outcome
add_names(struct visit *v, struct buf *out)
{
	struct lookers_rows found = { .count = 0 };

	if (visit_may(v, WHO_MEMBER))
		TRY(lookers(v->db, v->arena, v->programme->id, ROLE_ROLE_COORDINATOR, v->now, COORDINATORS_MOST, &found));
	for (size_t i = 0; i < found.count; i++)
		buf_format(out, "%s%.*s", i == 0 ? ": " : ", ", STR_FORMAT(found.at[i].name));
	buf_add(out, S(". "));
	return OK;
}

enum outcome
slack_concern(struct scene *s, struct slack_note_view *note, struct slack_button *button)
{
	struct visit *v = s->v;
	struct buf words = buf_new(v->arena, WORDS_BYTES);

	buf_add(&words, say(visit_language(v), N_("Tell a coordinator of this programme")));
	TRY(add_names(v, &words));
	buf_add(&words, say(visit_language(v), N_("Choose a way that you trust: a talk, a call or a mail. We cannot take reports here yet; what you typed was not kept and went to nobody. "
	    "The code of conduct says what is done about it.")));
	*button = (struct slack_button){ .action_id = S("open_conduct"), .text = say(visit_language(v), N_("Read the code of conduct")),
		.url = slack_url(v, url_conduct_show(v->arena, v->programme->slug)) };
	*note = (struct slack_note_view){ .title = N_("Report a concern"), .sentence = buf_str(&words), .button = button };
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
