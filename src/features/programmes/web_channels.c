/* A programme's rooms and what is posted there by itself (F154, F156), as coordinators set it. What changes is written and told like any other
 * number of the programme; what is planned is planned anew at once. */
#include "access/layout.h"
#include "base/arena.h"
#include "http/routes.h"
#include "programmes/form.h"
#include "programmes/pages.h"
#include "programmes/posts.h"
#include "programmes/settings.h"
#include "programmes/versions.h"
#include "programmes/views.h"

struct values *
channels_filled(struct arena *arena, const struct programme *p)
{
	struct values *form = form_start(arena, &channels_form, NULL);

#define SETTING(field, called, ...) \
	form_set_text(form, called, setting_print(arena, &p->settings, S(called))); \
	form_set_whole(form, called, p->settings.field);
#define SETTING_ROOM(field, called, ...) form_set_text(form, called, p->settings.field);
#include "programmes/channels.def"
	return form;
}

enum outcome
channels_show(struct visit *v)
{
	struct channels_view view = { .programme = v->programme, .server_room = v->server->slack_room,
		.has_slack = !str_is_empty(v->server->slack_secrets), .waiting_at = programme_next_post(v->programme, WAITING_POST, v->now),
		.advert_at = programme_next_post(v->programme, ADVERT_POST, v->now) };
	struct values *present = channels_filled(v->arena, v->programme);
	struct page page;

	view.form = visit_is_again(v, &channels_form) ? v->form : present;
	page = visit_page(v);
	page.form_seen = form_tag(v->arena, present);
	view.groups = channels_groups(&page, view.form);
	page_channels(&page, &view);
	return OK;
}

static bool
complain(struct visit *v, const char *field, const char *sentence)
{
	form_complain(v->form, field, str_from(sentence));
	return false;
}

/* Each value alone is judged where it stands; then whether they go together. */
static bool
read_sent(struct visit *v, struct settings *sent)
{
	struct setting_misfit misfit;
	bool is_fine = true;

#define SETTING(field, called, ...) \
	if (settings_set(sent, S(called), form_text(v->form, called)) != OK) \
		is_fine = complain(v, called, "This is not one of the answers that can be given here.");
#define SETTING_ROOM(field, called, most, ...) \
	if (settings_set(sent, S(called), form_text(v->form, called)) != OK) \
		is_fine = complain(v, called, (most) == 1 ? "One id of Slack's, such as C0123ABCDEF: a capital C or G, then capital letters and digits." \
		    : "Ids of Slack's with a comma between, such as C0123ABCDEF, C0456GHIJK, at most five.");
#include "programmes/channels.def"
	misfit = settings_misfit(sent);
	if (is_fine && misfit.name != NULL)
		is_fine = complain(v, misfit.name, misfit.why);
	if (is_fine && sent->waiting_rhythm != 0 && str_is_empty(sent->room) && str_is_empty(v->server->slack_room))
		is_fine = complain(v, "slack.room", "Name a room: the server is set up with none, so there is nowhere to tell what waits.");
	return is_fine;
}

static enum outcome
keep_one(struct visit *v, struct str name, struct str before, struct str after)
{
	if (str_equal(before, after))
		return OK;
	TRY(setting_set(v->db, (struct setting_id){ visit_new_id(v) }, v->programme->id, name, after));
	return event_say(v, S("setting-changed"), &(struct event_facts){ .detail = name, .before = before, .after = after });
}

static enum outcome
keep_changed(struct visit *v, const struct settings *sent)
{
	const struct settings *present = &v->programme->settings;

#define SETTING(field, called, ...) \
	TRY(keep_one(v, S(called), setting_print(v->arena, present, S(called)), setting_print(v->arena, sent, S(called))));
#define SETTING_ROOM(field, called, ...) TRY(keep_one(v, S(called), present->field, sent->field));
#include "programmes/channels.def"
	return OK;
}

enum outcome
channels_save(struct visit *v)
{
	struct settings sent = v->programme->settings;

	TRY(visit_has_seen(v, channels_filled(v->arena, v->programme)));
	if (!read_sent(v, &sent))
		return BAD_INPUT;
	TRY(keep_changed(v, &sent));
	TRY(programme_touch(v));
	TRY(programme_plan_posts(v, v->programme->id));
	TRY(version_keep_form(v));
	return visit_see_other(v, url_channels_show(v->arena, v->programme->slug), S("settings-saved"));
}
