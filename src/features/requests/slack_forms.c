/* Modals: the forms of the web, opened by the outbox at once, read back by the same forms, acted on by the same handlers. Nothing fixed names a
 * view; what it is about travels in private_metadata, without anything personal. */
#include "base/arena.h"
#include "base/check.h"
#include "conduct/conduct.h"
#include "forms/say.h"
#include "http/routes.h"
#include "outside/slack/message_form.h"
#include "people/form.h"
#include "people/people.h"
#include "programmes/programmes.h"
#include "programmes/shelf.h"
#include "requests/draft.h"
#include "requests/form.h"
#include "requests/form_ask.h"
#include "requests/requests.h"
#include "requests/slack.h"
#include "requests/slack_view.h"
#include "requests/store_slack.h"
#include "requests/views.h"
#include "sql/sql.h"
#include "formats/id.h"
#include "formats/when.h"
#include "system/log.h"

enum { KEY_SYMBOLS = 22, PROGRAMMES_MOST = 10 };

#define WHICH "which"

/* Which request a modal is about. */
static const struct field about_fields[] = { { .name = S_STATIC("about"), .type = FIELD_HIDDEN } };
static const struct form about_form = { .name = S_STATIC("slack_about_form"), .fields = about_fields, .count = ARRAY_LENGTH(about_fields) };

static const struct field accept_fields[] = {
	{ .name = S_STATIC("conduct"), .type = FIELD_TICK, .is_required = true, .label = S_STATIC("I have read the code of conduct and I accept it"),
	  .audience = AUDIENCE_COORDINATORS },
};
static const struct form accept_form = { .name = S_STATIC("slack_accept_form"), .fields = accept_fields, .count = ARRAY_LENGTH(accept_fields) };

static const struct choice meetings[] = {
	{ .value = S_STATIC("yes"), .label = S_STATIC("Yes, we met") }, { .value = S_STATIC("no"), .label = S_STATIC("The other side did not come") },
};
static const struct field met_fields[] = {
	{ .name = S_STATIC("met"), .type = FIELD_CHOICE, .is_required = true, .label = S_STATIC("Did you meet?"), .choices = { meetings, ARRAY_LENGTH(meetings) } },
};
static const struct form met_form = { .name = S_STATIC("slack_met_form"), .fields = met_fields, .count = ARRAY_LENGTH(met_fields) };

/* First in the modal of a programme where there are several. */
static const struct field which_fields[] = {
	{ .name = S_STATIC(WHICH), .type = FIELD_CHOICE, .is_required = true, .label = S_STATIC("In which programme?") },
};
static const struct form which_form = { .name = S_STATIC("slack_which_form"), .fields = which_fields, .count = ARRAY_LENGTH(which_fields) };

/* Every modal: its forms one after the other; acts on one request hide which one in the first. */
static const struct modal {
	struct str callback_id;
	const char *title, *submit, *intro;
	const struct form *forms[SLACK_FORMS_MOST];
	unsigned who;                 /* towards the request; 0: about none */
	enum outcome (*act)(struct visit *);           /* the page's handler */
	enum outcome (*send)(struct scene *, struct values *const *);    /* where there is more to do than one handler does */
	const char *done;             /* of an act: what its modal becomes */
} modals[] = {
	{ S_STATIC("release"), N_("Release this request"), N_("Release"), N_("It goes back to all mentors."), { &about_form, &release_form },
	  WHO_CLAIMER | WHO_COORDINATOR, request_release, NULL, N_("Done. The message in the room follows in a moment.") },
	{ S_STATIC("detail"), N_("Ask for more detail"), N_("Ask"), N_("The mentee is asked by us; the waiting clock stands meanwhile."),
	  { &about_form, &detail_form }, WHO_MENTOR | WHO_COORDINATOR, request_detail, NULL, N_("Done. The message in the room follows in a moment.") },
	{ S_STATIC("answer"), N_("Answer"), N_("Send"), N_("Mentors who look at your request read it."), { &about_form, &answer_form }, WHO_OWNER,
	  request_answer, NULL, N_("Thank you. Mentors see your answer.") },
	{ S_STATIC("session"), N_("Set the session"), N_("Set it"), N_("Both of you are told, each in their own zone."), { &about_form, &session_form },
	  WHO_CLAIMER | WHO_OWNER, request_schedule, NULL, N_("The session is set.") },
	{ S_STATIC("attempt"), N_("I tried to reach them"), N_("Note it"), N_("It is noted in the request; the claim goes on."), { &about_form, &attempt_form },
	  WHO_CLAIMER, request_attempt, NULL, N_("The attempt is noted.") },
	{ S_STATIC("held"), N_("Session held"), N_("Close request"), N_("The mentee is asked whether it helped."), { &about_form, &fulfil_form },
	  WHO_CLAIMER | WHO_OWNER | WHO_COORDINATOR, request_fulfil, NULL, N_("Done. The message in the room follows in a moment.") },
	{ S_STATIC("met"), N_("Did you meet?"), N_("Send"), N_("If nobody came, coordinators alone can see how often that happens."), { &about_form, &met_form, &fulfil_form },
	  WHO_CLAIMER | WHO_OWNER, NULL, slack_send_met, NULL },
	{ S_STATIC("absent"), N_("Who cannot come?"), N_("Say so"), N_("If you call it off, the other side is told; the request stays with the two of you."),
	  { &about_form, &absent_form }, WHO_CLAIMER | WHO_OWNER, request_absent, NULL, N_("Noted. Set another time, or give it up.") },
	{ S_STATIC("helpful"), N_("Was it helpful?"), N_("Send"), N_("Coordinators read it, your mentor never does."), { &about_form, &helpful_form }, WHO_OWNER,
	  request_helpful, NULL, N_("Thank you for the answer.") },
	{ S_STATIC("suggest"), N_("Suggest someone"), N_("Suggest"), N_("It is not offered to you again."), { &about_form, &pass_form }, WHO_MENTOR,
	  request_pass, NULL, N_("Thank you. It is not offered to you again.") },
	{ S_STATIC("ask"), N_("Ask for a mentor"), N_("Send request"), N_("Mentors of this programme will see this. Your e-mail stays hidden."),
	  { &which_form, &wizard_service_form, &wizard_skills_form, &wizard_details_form, &wizard_when_form, &wizard_about_form, &accept_form }, 0, NULL, slack_send_request, NULL },
	{ S_STATIC("volunteer"), N_("Become a mentor"), N_("Send"), N_("You choose how much you take on, and can pause at any time."),
	  { &which_form, &mentor_apply_form }, 0, NULL, slack_send_offer, NULL },
	{ S_STATIC("away"), N_("Away"), N_("Go away"), N_("Until that day nobody asks you or assigns to you."), { &which_form, &mentor_away_form }, 0, NULL, slack_send_away, NULL },
	{ S_STATIC(SLACK_REPORT), N_("Report a concern"), N_("Send the report"), "", { &which_form, &report_chat_form }, 0, NULL, slack_send_concern, NULL },
};

static const struct modal *
modal_called(struct str callback_id)
{
	for (size_t i = 0; i < ARRAY_LENGTH(modals); i++)
		if (str_equal(modals[i].callback_id, callback_id))
			return &modals[i];
	return NULL;
}

/* --- showing --- */

static enum outcome
which_choices(void *self, struct arena *arena, struct str field, struct choices *out)
{
	struct visit *v = self;
	struct programmes_of_person_rows rows = { 0 };
	struct choice *at;

	(void)field;
	TRY(programmes_of_person(v->db, v->arena, v->who.id, PROGRAMMES_MOST, &rows));
	at = ARENA_MANY(arena, rows.count + 1, struct choice);
	for (size_t i = 0; i < rows.count; i++)
		at[i] = (struct choice){ .value = rows.at[i].slug, .label = rows.at[i].name };
	*out = (struct choices){ at, rows.count };
	return OK;
}

static struct form_supply
supply_of(struct scene *s, const struct form *form)
{
	return form == &which_form ? (struct form_supply){ .self = s->v, .choices = which_choices } : desk_supply(s->v);
}

/* The code of conduct is asked once, the programme where there are several. */
static enum outcome
is_asked(struct scene *s, const struct form *form, bool *out)
{
	struct programmes_of_person_rows rows;

	*out = true;
	if (form == &which_form && s->v->programme != NULL) {
		TRY(programmes_of_person(s->v->db, s->v->arena, s->v->who.id, PROGRAMMES_MOST, &rows));
		*out = rows.count > 1;
		return OK;
	}
	if (form != &accept_form)
		return OK;
	TRY(conduct_is_accepted(s->v, s->v->who.id, out));
	*out = !*out;
	return OK;
}

static enum outcome
start_forms(struct scene *s, const struct modal *m, struct values **forms, size_t *count)
{
	*count = 0;
	for (size_t i = 0; i < SLACK_FORMS_MOST && m->forms[i] != NULL; i++) {
		struct form_supply supply = supply_of(s, m->forms[i]);
		bool is_wanted;

		TRY(is_asked(s, m->forms[i], &is_wanted));
		if (is_wanted)
			forms[(*count)++] = form_start(s->v->arena, m->forms[i], &supply);
		if (is_wanted)
			TRY(forms[*count - 1]->trouble);
	}
	return OK;
}

struct values *
slack_form_with(struct values *const *forms, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < forms[i]->count; k++)
			if (str_equal(forms[i]->at[k].field->name, str_from(name)))
				return forms[i];
	return NULL;
}

static enum outcome
print_modal(struct scene *s, const struct modal *m, struct values *const *forms, size_t count, struct str *view)
{
	static const struct str asked_for[] = { S_STATIC("named_mentor"), S_STATIC("suggested") };
	static const struct str_list external = { (struct str *)(uintptr_t)asked_for, ARRAY_LENGTH(asked_for) };
	struct secret key = secret_new(s->v->random);
	struct slack_line intro = slack_line_new(s->v->arena);

	if (m->intro[0] != '\0')
		slack_ours(&intro, say(visit_language(s->v), m->intro));
	else
		TRY(slack_concern_intro(s, &intro));
	return slack_modal_print(s->v->arena, &(struct slack_modal){
	    .language = visit_language(s->v), .callback_id = m->callback_id, .title = str_from(m->title), .submit = str_from(m->submit),
	    .programme = s->v->programme == NULL ? S("") : s->v->programme->slug, .key = str_head(secret_reveal(s->v->arena, &key), KEY_SYMBOLS),
	    .intro = slack_line_end(&intro), .told = s->v->programme == NULL ? S("") : S(WHICH), .forms = forms, .form_count = count, .external = &external }, view);
}

/* If the modal comes too late, its page is named instead. */
static enum outcome
open_view(struct scene *s, struct str view, struct str path)
{
	struct slack_refusal late = { .language = visit_language(s->v), .kind = SLACK_REFUSED_TOO_SLOW,
		.act = { .text = say(visit_language(s->v), N_("Open the page")), .url = slack_url(s->v, path) } };
	struct chat_modal modal = { .trigger_id = s->trigger_id, .view = view, .response_url = s->response_url };

	TRY(slack_refusal_print(s->v->arena, &late, &modal.instead));
	return chat_open(s->v, &modal);
}

/* As the page of the same act fills it: days are today's, in the zone of who is asked; whether it helped, as they said before. */
static void
fill_act(struct scene *s, struct values *form)
{
	struct str today = when_date(s->v->arena, zone_find(s->v->who.zone), s->v->now);

	if (form->form == &fulfil_form)
		form_set_text(form, "held_on", today);
	else if (form->form == &attempt_form)
		form_set_text(form, "tried_on", today);
	else if (form->form == &absent_form)
		form_set_text(form, "absent", S("me"));
	else if (form->form == &helpful_form) {
		form_set_text(form, "helpful", request_helpful_name(desk_thing(s->v)->row.helpful));
		form_set_text(form, "helpful_words", desk_thing(s->v)->row.helpful_words);
	}
}

enum outcome
slack_open_act(struct scene *s, struct str callback_id)
{
	const struct modal *m = modal_called(callback_id);
	struct values *forms[SLACK_FORMS_MOST];
	struct str view, id = id_print(s->v->arena, desk_thing(s->v)->row.id.value);
	size_t count;

	TRY(start_forms(s, m, forms, &count));
	form_set_text(forms[0], "about", id);
	for (size_t i = 1; i < count; i++)
		fill_act(s, forms[i]);
	TRY(print_modal(s, m, forms, count, &view));
	return open_view(s, view, url_request_show(s->v->arena, s->v->programme->slug, id));
}

static void
fill_ask(struct values *const *forms, size_t count, const struct slack_words *words)
{
	struct values *when = slack_form_with(forms, count, "medium");

	form_set_text(slack_form_with(forms, count, "title"), "title", words->title);
	form_set_text(slack_form_with(forms, count, "details"), "details", words->details);
	form_set_text(when, "medium", S("any"));
	form_set_text(when, "language", S("English"));
}

enum outcome
slack_print_of_programme(struct scene *s, struct str callback_id, const struct slack_words *words, struct str *view)
{
	const struct modal *m = modal_called(callback_id);
	struct values *forms[SLACK_FORMS_MOST];
	size_t count;

	TRY(start_forms(s, m, forms, &count));
	if (forms[0]->form == &which_form)
		form_set_text(forms[0], WHICH, s->v->programme->slug);
	if (slack_form_with(forms, count, "title") != NULL)
		fill_ask(forms, count, words);
	return print_modal(s, m, forms, count, view);
}

static struct str
page_of(struct visit *v, struct str callback_id)
{
	if (str_equal(callback_id, S("away")))
		return url_mentor_self_show(v->arena, v->programme->slug);
	if (str_equal(callback_id, S(SLACK_REPORT)))
		return url_report_show(v->arena, v->programme->slug);
	return str_equal(callback_id, S("ask")) ? url_wizard_start(v->arena, v->programme->slug) : url_mentor_apply_show(v->arena, v->programme->slug);
}

enum outcome
slack_open_of_programme(struct scene *s, struct str callback_id, const struct slack_words *words)
{
	struct str view;

	s->started = page_of(s->v, callback_id);
	if (str_equal(callback_id, S("away")) && !s->is_known)
		return SIGN_IN_FIRST;
	if (str_equal(callback_id, S("away")) && !visit_may(s->v, WHO_MENTOR))
		return MENTOR_NOT_ACTIVE;
	TRY(slack_print_of_programme(s, callback_id, words, &view));
	return open_view(s, view, page_of(s->v, callback_id));
}

/* --- acting --- */

static enum outcome
act_on_request(struct scene *s, const struct modal *m, struct values *const *forms)
{
	int64_t id;

	if (!id_read(form_text(forms[0], "about"), &id))
		return BAD_REQUEST;
	TRY(slack_enter_request(s, id));
	TRY(slack_may(s->v, m->who));
	if (m->send != NULL)
		return m->send(s, forms);
	s->v->form = forms[1];
	TRY(m->act(s->v));
	return slack_answer_note(s, &(struct slack_note_view){ .title = N_("Done"), .sentence = say(visit_language(s->v), m->done) });
}

/* --- submissions --- */

/* One view being read: its modal and the forms that it holds. */
struct submission {
	const struct modal *modal;
	struct values *forms[SLACK_FORMS_MOST];
	size_t count;
};

static bool
holds(const struct slack_view_in *view, const struct form *form)
{
	for (size_t i = 0; i < form->count; i++)
		if (form->fields[i].type != FIELD_HIDDEN && str_list_has(&view->inputs, form->fields[i].name))
			return true;
	return form->count > 0 && form->fields[0].type == FIELD_HIDDEN;
}

static enum outcome
read_forms(struct scene *s, const struct slack_view_in *view, struct submission *sub)
{
	enum outcome worst = OK, said;
	struct pairs sent;

	TRY(slack_values_read(s->work, view, &sent));
	for (size_t i = 0; i < SLACK_FORMS_MOST && sub->modal->forms[i] != NULL; i++) {
		struct form_supply supply = supply_of(s, sub->modal->forms[i]);
		bool is_wanted;

		TRY(is_asked(s, sub->modal->forms[i], &is_wanted));
		if (sub->modal->forms[i] == &which_form)
			is_wanted = false;    /* a modal that was opened when there was one programme knows no other */
		if (!is_wanted && !holds(view, sub->modal->forms[i]))
			continue;    /* a form that must be there is judged, whether the view has it or not */
		said = form_read(s->v->arena, sub->modal->forms[i], &supply, &sent, &sub->forms[sub->count++]);
		if (said != OK && said != BAD_INPUT)
			return said;
		worst = said == OK ? worst : said;
	}
	return worst;
}

static enum outcome
complain(struct scene *s, const struct slack_view_in *view, const struct submission *sub, enum outcome said)
{
	struct slack_modal modal = { .language = visit_language(s->v), .forms = sub->forms, .form_count = sub->count };
	struct str answer;

	if (outcome_kind(said) != KIND_REFUSAL || sub->count == 0)
		return said;
	if (said != BAD_INPUT || slack_errors_print(s->v->arena, &modal, view, &answer) != OK) {
		sub->forms[0]->refusal = str_is_empty(s->v->refusal_words) ? outcome_words(said) : s->v->refusal_words;
		if (slack_errors_print(s->v->arena, &modal, view, &answer) != OK)
			return BAD_REQUEST;
	}
	chat_reply(s->v, answer);
	return OK;
}

/* --- another programme --- */

static struct str
answer_in(const struct slack_view_in *view, struct str block_id)
{
	for (size_t i = 0; i < view->answer_count; i++)
		if (str_equal(view->answers[i].block_id, block_id) && view->answers[i].values.count > 0)
			return view->answers[i].values.at[0];
	return S("");
}

/* Chosen in a modal of a programme, and not the one whose form stands there: the change came too late, or never. Empty: none. */
static struct str
other_programme(const struct scene *s, const struct slack_view_in *view, const struct modal *m)
{
	struct str chosen = m->forms[0] == &which_form && s->v->programme != NULL ? answer_in(view, S(WHICH)) : S("");

	return str_is_empty(chosen) || str_equal(chosen, s->v->programme->slug) ? S("") : chosen;
}

/* The same modal, of another programme. Slack keeps what was typed into fields that both have. */
static enum outcome
print_chosen(struct scene *s, const struct slack_view_in *view, struct str slug, struct str *out)
{
	struct slack_words words = { answer_in(view, S("title")), answer_in(view, S("details")) };
	enum outcome said = slack_enter(s, slug);

	TRY(said == NOT_FOUND ? BAD_REQUEST : said);
	return slack_print_of_programme(s, view->callback_id, &words, out);
}

enum outcome
slack_choose_programme(struct scene *s, const struct slack_view_in *view, struct str slug)
{
	const struct modal *m = modal_called(view->callback_id);
	struct str shown;

	if (m == NULL || m->forms[0] != &which_form || m->forms[1] == NULL)
		return BAD_REQUEST;
	TRY(print_chosen(s, view, slug, &shown));
	return chat_change(s->v, view, shown);
}

static enum outcome
submit(struct scene *s, const struct slack_view_in *view, struct submission *sub)
{
	struct str other = other_programme(s, view, sub->modal);
	struct str shown;

	if (!str_is_empty(other)) {
		TRY(print_chosen(s, view, other, &shown));
		chat_reply(s->v, slack_answer_view(s->v->arena, "update", shown));
		return OK;
	}
	TRY(read_forms(s, view, sub));
	if (sub->modal->who != 0)
		return act_on_request(s, sub->modal, sub->forms);
	return sub->modal->send(s, sub->forms + (s->v->programme != NULL && sub->forms[0]->form == &which_form));
}

/* What is complained about leaves nothing behind, and the same view is sent again with the same key: only what was done is remembered, with its answer.
 * A report remembers its key itself: the answer to it is kept nowhere. */
enum outcome
slack_submit(struct scene *s, const struct slack_view_in *view)
{
	struct submission sub = { .modal = modal_called(view->callback_id) };
	struct slack_private private;
	enum outcome said;
	bool is_again;

	if (sub.modal == NULL || slack_private_read(s->work, view->private_metadata, &private) != OK || str_is_empty(private.key)) {
		LOG(LOG_WARN, "slack-unknown", LOG_TEXT("what", S("view")));
		return OK;
	}
	s->key = private.key;
	TRY(chat_seen_before(s->v, S("slack-view"), private.key, &is_again));
	if (is_again)
		return OK;
	said = str_is_empty(private.programme) ? chat_enter(s->v, s->who, &s->is_known) : slack_enter(s, private.programme);
	TRY(said == NOT_FOUND ? BAD_REQUEST : said);
	TRY(sql_part(s->v->db));
	said = submit(s, view, &sub);
	if (outcome_kind(said) == KIND_TROUBLE)
		return said;
	TRY(said == OK ? sql_part_keep(s->v->db) : sql_part_undo(s->v->db));
	if (said == OK && str_equal(view->callback_id, S(SLACK_REPORT)))
		return OK;
	return said == OK ? chat_seen_now(s->v, S("slack-view"), private.key) : complain(s, view, &sub, said);
}

enum outcome
slack_choices(struct scene *s, const struct slack_suggestion *asked, struct str *out)
{
	const struct modal *m = modal_called(asked->view.callback_id);
	struct slack_private private;
	struct values *forms[SLACK_FORMS_MOST], *form;
	size_t count;
	enum outcome said;

	if (m == NULL || slack_private_read(s->work, asked->view.private_metadata, &private) != OK || str_is_empty(private.programme))
		return OK;
	said = slack_enter(s, private.programme);
	if (said != OK)
		return said == NOT_FOUND ? OK : said;
	TRY(start_forms(s, m, forms, &count));
	form = slack_form_with(forms, count, str_c(s->work, asked->block_id));
	if (form != NULL)
		*out = slack_field_options(s->v->arena, form_value(form, str_c(s->work, asked->block_id)), visit_language(s->v), asked->typed);
	return OK;
}
