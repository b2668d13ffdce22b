/* What is sent in a modal that is about no request: asking, volunteering, being away, choosing the programme; and the sentences that take a modal's
 * place. Each runs the handler of its page. */
#include "base/arena.h"
#include "base/check.h"
#include "forms/say.h"
#include "formats/id.h"
#include "formats/when.h"
#include "http/routes.h"
#include "people/people.h"
#include "programmes/programmes.h"
#include "programmes/shelf.h"
#include "requests/act.h"
#include "requests/draft.h"
#include "requests/form_ask.h"
#include "requests/requests.h"
#include "requests/slack.h"
#include "requests/slack_view.h"
#include "requests/views.h"

/* --- sentences --- */

enum outcome
slack_note_view_print(struct visit *v, const struct slack_note_view *note, struct str *view)
{
	struct slack_surface out = slack_view_start(v->arena, SLACK_MODAL, &(struct slack_view){
	    .callback_id = S("done"), .title = say(visit_language(v), note->title), .close = say(visit_language(v), N_("Close")) });

	slack_section_plain(&out, S("s"), note->sentence);
	if (note->button != NULL) {
		slack_actions_open(&out, S("a"));
		slack_button(&out, note->button);
		slack_actions_close(&out);
	}
	return slack_surface_end(&out, view);
}

/* The modal becomes a sentence: never a silent close. */
enum outcome
slack_answer_note(struct scene *s, const struct slack_note_view *note)
{
	struct str view;

	TRY(slack_note_view_print(s->v, note, &view));
	chat_reply(s->v, slack_answer_view(s->v->arena, "update", view));
	return OK;
}

/* --- acts --- */

static enum outcome
run_steps(struct scene *s, struct values *const *forms, size_t count)
{
	static const struct {
		const struct form *form;
		enum outcome (*step)(struct visit *);
	} steps[] = {
		{ &wizard_service_form, wizard_service }, { &wizard_skills_form, wizard_skills }, { &wizard_details_form, wizard_details },
		{ &wizard_when_form, wizard_when }, { &wizard_about_form, wizard_about },
	};

	for (size_t i = 0; i < ARRAY_LENGTH(steps); i++)
		for (size_t k = 0; k < count; k++)
			if (forms[k]->form == steps[i].form) {
				s->v->form = forms[k];
				TRY(steps[i].step(s->v));
			}
	return OK;
}

static size_t
count_of(struct values *const *forms)
{
	size_t count = 0;

	while (count < SLACK_FORMS_MOST && forms[count] != NULL)
		count++;
	return count;
}

static enum outcome
answer_sent(struct scene *s, struct request_id request)
{
	struct visit *v = s->v;
	struct str id = id_print(v->arena, request.value);
	struct slack_button withdraw = { .action_id = S("req_withdraw"), .text = say(visit_language(v), N_("Withdraw")),
		.value = str_join(v->arena, 2, (struct str[]){ S("withdraw."), id }) };
	int64_t number;

	TRY(desk_number_of(v, request, &number));
	return slack_answer_note(s, &(struct slack_note_view){ .title = N_("Your request is sent"), .button = &withdraw,
	    .sentence = say_filled(v->arena, say(visit_language(v), N_("It is {number}. Mentors see it now, and you hear from us as soon as one takes it. If it waits for long, they "
	    "are reminded, and then somebody is looked for.")), 1, (struct say_value[]){ { "number", desk_number(v->arena, v->programme, number) } }) });
}

/* The wizard's steps and its sending, in one go. */
enum outcome
slack_send_request(struct scene *s, struct values *const *forms)
{
	struct visit *v = s->v;
	struct request_id request;

	if (!s->is_known || !visit_may(v, WHO_MEMBER))
		TRY(s->is_known ? person_join(v, v->programme_id, v->who.id) : chat_join(v, s->who));
	if (slack_form_with(forms, count_of(forms), "conduct") != NULL)
		TRY(conduct_keep(v, v->who.id));
	TRY(run_steps(s, forms, count_of(forms)));
	TRY(desk_draft_of(v, &request));
	v->form = NULL;
	TRY(wizard_send(v));
	return answer_sent(s, request);
}

enum outcome
slack_send_offer(struct scene *s, struct values *const *forms)
{
	struct visit *v = s->v;

	if (!s->is_known || !visit_may(v, WHO_MEMBER))
		TRY(s->is_known ? person_join(v, v->programme_id, v->who.id) : chat_join(v, s->who));
	v->form = forms[0];
	TRY(mentor_apply(v));
	return slack_answer_note(s, &(struct slack_note_view){ .title = N_("Thank you"), .sentence = v->programme->settings.mentor_approval == MENTOR_BY_ITSELF
	    ? say(visit_language(v), N_("You are a mentor now. Requests that fit you are in the mentors' room and on the board."))
	    : say(visit_language(v), N_("A coordinator looks at it and answers you.")) });
}

enum outcome
slack_send_away(struct scene *s, struct values *const *forms)
{
	struct visit *v = s->v;

	if (!s->is_known)
		return SIGN_IN_FIRST;
	if (!visit_may(v, WHO_MENTOR))
		return MENTOR_NOT_ACTIVE;
	v->form = forms[0];
	TRY(mentor_away(v));
	return slack_answer_note(s, &(struct slack_note_view){ .title = N_("Away"), .sentence = say(visit_language(v),
	    N_("You are away until that day; nobody asks you before. Type /mentoring back if you are back sooner.")) });
}

enum outcome
slack_send_met(struct scene *s, struct values *const *forms)
{
	bool has_met = str_equal(form_text(forms[1], "met"), S("yes"));

	s->v->form = forms[2];
	TRY(has_met ? request_fulfil(s->v) : desk_absent(s->v));
	return slack_answer_note(s, &(struct slack_note_view){ .title = N_("Done"), .sentence = has_met
	    ? say(visit_language(s->v), N_("Done. The message in the room follows in a moment.")) : say(visit_language(s->v), N_("Noted. Set another time, or give it up.")) });
}
