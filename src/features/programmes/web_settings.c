/* A programme's numbers, changed while it runs (PROGRAMMES.md 1 rule 5, F023). What somebody was told already stands stored as a date:
 * a change moves only what is still computed from the setting. */
#include "access/layout.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/id.h"
#include "forms/say.h"
#include "http/routes.h"
#include "later/later.h"
#include "programmes/form.h"
#include "programmes/pages.h"
#include "programmes/settings.h"
#include "programmes/versions.h"
#include "programmes/views.h"

enum { LINK_BYTES = 200 };

struct values *
settings_filled(struct arena *arena, const struct programme *p)
{
	struct values *form = form_start(arena, &settings_form, NULL);

	form_set_text(form, "zone", p->zone);
#define SETTING(field, called, ...) \
	form_set_text(form, called, setting_print(arena, &p->settings, S(called))); \
	form_set_whole(form, called, p->settings.field);
#include "programmes/settings.def"
	return form;
}

struct str
setting_label(struct page *page, struct str name)
{
	static const struct form *const forms[] = { &settings_form, &channels_form };

	for (size_t f = 0; f < ARRAY_LENGTH(forms); f++)
		for (size_t i = 0; i < forms[f]->count; i++)
			if (str_equal(forms[f]->fields[i].name, name))
				return page_words(page, forms[f]->fields[i].label.at, 0, NULL);
	return name;
}

/* Headings and fields in the order of settings.def and channels.def: a title begins a group, NULL is one field of it. */
static const char *const order[] = {
	N_("The programme"), NULL,
#define SETTING_GROUP(title) N_(title),
#define SETTING(...) NULL,
#include "programmes/settings.def"
};

static const char *const channels_order[] = {
#define SETTING_GROUP(title) N_(title),
#define SETTING(...) NULL,
#define SETTING_ROOM(...) NULL,
#include "programmes/channels.def"
};

static struct settings_groups
groups_of(struct page *page, struct values *form, const char *const *titles, size_t count)
{
	struct settings_groups groups = { .at = ARENA_MANY(page->arena, count, struct settings_group) };
	size_t field = 0;

	for (size_t i = 0; i < count; i++) {
		struct values *fields;

		if (titles[i] == NULL) {
			groups.at[groups.count - 1].fields->count++;
			field++;
			continue;
		}
		fields = ARENA_NEW(page->arena, struct values);
		*fields = (struct values){ .form = form->form, .at = form->at + field };
		groups.at[groups.count++] = (struct settings_group){ page_words(page, titles[i], 0, NULL), fields };
	}
	return groups;
}

struct settings_groups
channels_groups(struct page *page, struct values *form)
{
	return groups_of(page, form, channels_order, ARRAY_LENGTH(channels_order));
}

static enum outcome
fill_changes(struct visit *v, struct settings_view *view)
{
	struct buf link;

	TRY(settings_changes(v->db, v->arena, v->programme->id, (struct event_id){ visit_after(v) }, PAGE_ROWS + 1, &view->changes));
	if (view->changes.count <= PAGE_ROWS)
		return OK;
	view->changes.count = PAGE_ROWS;
	link = buf_new(v->arena, LINK_BYTES);
	buf_add(&link, url_settings_show(v->arena, v->programme->slug));
	buf_add(&link, S("?after="));
	buf_add(&link, id_print(v->arena, view->changes.at[PAGE_ROWS - 1].id.value));
	buf_add(&link, S("#changes"));
	view->next_page = buf_str(&link);
	return OK;
}

enum outcome
settings_show(struct visit *v)
{
	struct settings_view view = { .programme = v->programme };
	struct page page;

	view.form = visit_is_again(v, &settings_form) ? v->form : settings_filled(v->arena, v->programme);
	TRY(fill_changes(v, &view));
	page = visit_page(v);
	page.form_seen = form_tag(v->arena, settings_filled(v->arena, v->programme));
	view.groups = groups_of(&page, view.form, order, ARRAY_LENGTH(order));
	page_settings(&page, &view);
	return OK;
}

/* The present ones, with what was sent: a page sends all, a program those that it changes. */
static struct settings
settings_sent(struct visit *v)
{
	struct settings sent = v->programme->settings;

	for (size_t i = 0; i < v->form->form->count; i++) {
		const struct value *value = &v->form->at[i];

		if (!str_equal(value->field->name, S("zone")) && !str_is_empty(value->text))
			check(settings_set(&sent, value->field->name, value->text) == OK);
	}
	return sent;
}

static enum outcome
say_changed(struct visit *v, struct str name, struct str before, struct str after)
{
	return event_say(v, S("setting-changed"), &(struct event_facts){ .detail = name, .before = before, .after = after });
}

/* Only what became another is written and told: at most one row for each line of settings.def. */
static enum outcome
keep_changed(struct visit *v, const struct settings *sent)
{
	const struct settings *present = &v->programme->settings;
	struct str zone = form_text(v->form, "zone");
	int64_t count;

#define SETTING(field, called, ...) \
	if (sent->field != present->field) { \
		TRY(setting_set(v->db, (struct setting_id){ visit_new_id(v) }, v->programme->id, S(called), setting_print(v->arena, sent, S(called)))); \
		TRY(say_changed(v, S(called), setting_print(v->arena, present, S(called)), setting_print(v->arena, sent, S(called)))); \
	}
#include "programmes/settings.def"
	if (str_is_empty(zone) || str_equal(zone, v->programme->zone))
		return OK;
	TRY(programme_zone(v->db, v->programme->id, zone, &count));
	TRY(programme_plan_looks(v, v->programme->id));
	return say_changed(v, S("zone"), v->programme->zone, zone);
}

enum outcome
settings_save(struct visit *v)
{
	struct settings sent = settings_sent(v);
	struct setting_misfit misfit = settings_misfit(&sent);

	TRY(visit_has_seen(v, settings_filled(v->arena, v->programme)));
	if (misfit.name != NULL) {
		form_complain(v->form, misfit.name, str_from(misfit.why));
		return BAD_INPUT;
	}
	TRY(keep_changed(v, &sent));
	TRY(programme_touch(v));
	TRY(programme_plan_posts(v, v->programme->id));    /* the zone may be another */
	TRY(job_put(v->db, &(struct job_wish){ .id = { visit_new_id(v) }, .programme = v->programme->id, .kind = PROGRAMME_REPLAN,
	    .subject = v->programme->id.value, .due_at = v->now, .now = v->now }));
	TRY(version_keep_form(v));
	return visit_see_other(v, url_settings_show(v->arena, v->programme->slug), S("settings-saved"));
}
