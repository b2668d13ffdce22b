/* Services and skills: what coordinators change. Each change raises the programme's version, is said in the record and kept. */
#include "access/layout.h"
#include "base/arena.h"
#include "base/buf.h"
#include "formats/id.h"
#include "formats/text.h"
#include "http/routes.h"
#include "programmes/form.h"
#include "programmes/pages.h"
#include "programmes/rules.h"
#include "programmes/versions.h"
#include "programmes/views.h"

enum { SPELLINGS_BYTES = 600, LINK_BYTES = 600, NUMBER_BYTES = 24, TERM_BYTES = 32 };

static enum outcome
changed(struct visit *v, struct str kind, struct str name)
{
	TRY(programme_touch(v));
	TRY(version_keep_form(v));
	return event_say(v, kind, &(struct event_facts){ .detail = name });
}

/* The id that a form or a link carries as text; 0 for none. */
static int64_t
id_in(struct str text)
{
	int64_t id;

	return id_read(text, &id) ? id : 0;
}

static struct str
number_text(struct arena *arena, int64_t number)
{
	struct buf text = buf_new(arena, NUMBER_BYTES);

	buf_whole(&text, number);
	return buf_str(&text);
}

static struct str
sentence(struct visit *v, const char *before, struct str name, const char *after)
{
	return str_join(v->arena, 3, (struct str[]){ str_from(before), name, str_from(after) });
}

/* The form as a stored service fills it. */
static struct values *
filled(struct visit *v, const struct service *service)
{
	struct values *form = form_start(v->arena, &service_form, NULL);

	form_set_text(form, "edit", id_print(v->arena, service->id.value));
	form_set_text(form, "name", service->name);
	form_set_text(form, "hint", service->hint);
	form_set_whole(form, "position", service->position);
	form_set_text(form, "position", number_text(v->arena, service->position));
	form_set_whole(form, "is_retired", service->is_retired);
	return form;
}

enum outcome
services_show(struct visit *v)
{
	struct services_view view = { .programme = v->programme, .services = { v->programme->services, v->programme->service_count } };
	bool is_again = visit_is_again(v, &service_form);
	struct page page;

	view.form = visit_values(v, &service_form, NULL);
	view.editing = programme_service(v->programme,
	    (struct service_id){ id_in(is_again ? form_text(view.form, "edit") : request_query(v->request, S("edit"))) });
	if (!is_again)
		form_set_whole(view.form, "position", (int64_t)view.services.count + 1);
	if (!is_again && view.editing != NULL)
		view.form = filled(v, view.editing);
	else if (!is_again)
		form_set_text(view.form, "position", number_text(v->arena, form_whole(view.form, "position")));
	page = visit_page(v);
	if (view.editing != NULL)
		page.form_seen = form_tag(v->arena, filled(v, view.editing));
	page_services(&page, &view);
	return OK;
}

static struct str
service_key(struct visit *v, const struct service *service)
{
	return text_key(v->arena, text_folded(v->arena, service->name));
}

/* Two services never look the same to who chooses. */
static bool
name_is_taken(struct visit *v, struct str name, const struct service *editing)
{
	struct str key = text_key(v->arena, text_folded(v->arena, name));

	for (size_t i = 0; i < v->programme->service_count; i++)
		if (&v->programme->services[i] != editing && (str_equal(service_key(v, &v->programme->services[i]), key) ||
		    text_passes_for(v->arena, v->programme->services[i].name, name)))
			return true;
	return false;
}

static size_t
others_to_choose(const struct programme *p, const struct service *without)
{
	size_t count = 0;

	for (size_t i = 0; i < p->service_count; i++)
		count += &p->services[i] != without && !p->services[i].is_retired ? 1 : 0;
	return count;
}

/* The address word of a new service: from its name, or from its id where the name has no Latin letter; never one that exists. */
static struct str
slug_for(struct visit *v, struct str name, int64_t id)
{
	struct str slug = slug_of(v->arena, text_folded(v->arena, name));

	if (str_is_empty(slug) || programme_service_by_slug(v->programme, slug) != NULL)
		return id_print(v->arena, id);
	return slug;
}

enum outcome
service_save(struct visit *v)
{
	const struct service *editing = programme_service(v->programme, (struct service_id){ id_in(form_text(v->form, "edit")) });
	struct str name = form_text(v->form, "name"), hint = form_text(v->form, "hint");
	int64_t position = form_whole(v->form, "position"), count;
	bool is_retired = form_tick(v->form, "is_retired");

	if (editing != NULL)
		TRY(visit_has_seen(v, filled(v, editing)));
	if (name_is_taken(v, name, editing)) {
		form_complain(v->form, "name", S("Another service has this name already. Choose another name."));
		return BAD_INPUT;
	}
	TRY(service_may_save(is_retired, others_to_choose(v->programme, editing)));
	if (editing != NULL) {
		if (!str_equal(editing->name, name))
			TRY(former_name_add(v->db, &(struct former_name_add_values){ .id = { visit_new_id(v) }, .programme = v->programme->id,
			    .thing = editing->id.value, .name = editing->name, .now = v->now }));
		TRY(service_change(v->db, &(struct service_change_values){ .id = editing->id, .programme = v->programme->id, .name = name,
		    .hint = hint, .position = position, .is_retired = is_retired }, &count));
	} else {
		int64_t id = visit_new_id(v);

		TRY(service_set(v->db, &(struct service_set_values){ .id = { id }, .programme = v->programme->id, .slug = slug_for(v, name, id),
		    .name = name, .hint = hint, .position = position, .is_retired = is_retired }));
	}
	TRY(changed(v, S("service-saved"), name));
	return visit_see_other(v, url_services_show(v->arena, v->programme->slug), S("service-saved"));
}

static struct str
spellings_of_skill(struct visit *v, struct skill_id id, struct str name)
{
	const struct programme *p = v->programme;
	struct buf words = buf_new(v->arena, SPELLINGS_BYTES);

	for (size_t i = 0; i < p->spelling_count; i++) {
		if (p->spellings[i].skill >= p->skill_count || !skill_id_equal(p->skills[p->spellings[i].skill].id, id) ||
		    str_equal(p->spellings[i].written, name))
			continue;
		if (words.length > 0)
			buf_add(&words, S(", "));
		buf_add(&words, p->spellings[i].written);
	}
	return buf_str(&words);
}

static enum outcome
fill_skills(struct visit *v, struct skills_view *view)
{
	struct skill_search_rows rows;
	size_t shown;

	TRY(skill_search(v->db, v->arena, v->programme->id, text_pattern(v->arena, view->q), (struct skill_id){ visit_after(v) }, PAGE_ROWS + 1, &rows));
	shown = rows.count < PAGE_ROWS ? rows.count : PAGE_ROWS;
	view->lines.at = ARENA_MANY(v->arena, shown + 1, struct skill_line);
	view->lines.count = shown;
	for (size_t i = 0; i < shown; i++)
		view->lines.at[i] = (struct skill_line){ &rows.at[i], spellings_of_skill(v, rows.at[i].id, rows.at[i].name) };
	if (rows.count > PAGE_ROWS) {
		struct buf link = buf_new(v->arena, LINK_BYTES);

		buf_add(&link, url_skills_show(v->arena, v->programme->slug));
		buf_add(&link, S("?after="));
		buf_add(&link, id_print(v->arena, rows.at[PAGE_ROWS - 1].id.value));
		buf_add(&link, S("&q="));
		url_component(&link, view->q);
		view->next_page = buf_str(&link);
	}
	return OK;
}

static struct str
edited_skill(const struct visit *v)
{
	if (visit_is_again(v, &skill_alias_form) || visit_is_again(v, &skill_merge_form) || visit_is_again(v, &skill_rename_form))
		return form_text(v->form, "edit");
	return request_query(v->request, S("edit"));
}

enum outcome
skills_show(struct visit *v)
{
	struct skills_view view = { .programme = v->programme, .q = request_query(v->request, S("q")) };
	struct str id = edited_skill(v);
	struct page page;

	view.form = visit_values(v, &skill_form, NULL);
	view.alias = visit_values(v, &skill_alias_form, NULL);
	view.merge = visit_values(v, &skill_merge_form, NULL);
	view.rename = visit_values(v, &skill_rename_form, NULL);
	view.editing = programme_skill(v->programme, (struct skill_id){ id_in(id) });
	if (view.editing != NULL) {
		form_set_text(view.alias, "edit", id);
		form_set_text(view.merge, "edit", id);
		form_set_text(view.rename, "edit", id);
		view.editing_spellings = spellings_of_skill(v, view.editing->id, view.editing->name);
	}
	TRY(fill_skills(v, &view));
	page = visit_page(v);
	page_skills(&page, &view);
	return OK;
}

/* True if the name is another skill's, or a reader would take it for one: then the field says whose. */
static bool
spelling_is_taken(struct visit *v, struct skill_id by_other_than, struct str written, const char *field)
{
	const struct skill *same = programme_skill_by_name(v->programme, v->arena, written);
	const struct skill *like = same == NULL ? programme_skill_like(v->programme, written) : NULL;

	if (same != NULL && !skill_id_equal(same->id, by_other_than))
		form_complain(v->form, field, sentence(v, "This already means “", same->name, "”. Merge the two skills if they are one."));
	else if (like != NULL && !skill_id_equal(like->id, by_other_than))
		form_complain(v->form, field, sentence(v, "This looks like “", like->name, "”, but other letters are in it. Use that one, or choose another name."));
	else
		return false;
	return true;
}

/* One way to write a skill. Two skills never share one. */
static enum outcome
keep_spelling(struct visit *v, struct skill_id skill, struct str written, const char *field)
{
	struct str folded = text_folded(v->arena, written);
	struct alias_owner_row owner;
	enum outcome said;

	if (str_is_empty(folded))
		return OK;
	if (spelling_is_taken(v, skill, written, field))
		return BAD_INPUT;
	said = alias_owner(v->db, v->arena, v->programme->id, folded, &owner);
	if (said == OK && skill_id_equal(owner.skill, skill))
		return OK;
	if (said != NOT_FOUND)
		return said == OK ? STALE : said;
	return alias_add(v->db, &(struct alias_add_values){ .id = { visit_new_id(v) }, .programme = v->programme->id, .skill = skill,
	    .folded = folded, .written = text_one_line(v->arena, written) });
}

enum outcome
skill_add(struct visit *v)
{
	struct skill_id id = { visit_new_id(v) };
	struct str name = text_one_line(v->arena, form_text(v->form, "name")), rest = form_text(v->form, "also"), written;

	TRY(skill_set(v->db, id, v->programme->id, name, form_text(v->form, "area")));
	TRY(keep_spelling(v, id, name, "name"));
	while (str_next(&rest, ',', &written))
		TRY(keep_spelling(v, id, text_trim(written), "also"));
	TRY(changed(v, S("skill-saved"), name));
	return visit_see_other(v, url_skills_show(v->arena, v->programme->slug), S("skill-saved"));
}

enum outcome
skill_alias_save(struct visit *v)
{
	const struct skill *skill = programme_skill(v->programme, (struct skill_id){ id_in(form_text(v->form, "edit")) });

	if (skill == NULL)
		return STALE;
	TRY(keep_spelling(v, skill->id, form_text(v->form, "spelling"), "spelling"));
	TRY(changed(v, S("skill-saved"), skill->name));
	return visit_see_other(v, url_skills_show(v->arena, v->programme->slug), S("skill-saved"));
}

/* The old name stays a spelling, so that nothing that names it fails. */
enum outcome
skill_rename(struct visit *v)
{
	const struct skill *skill = programme_skill(v->programme, (struct skill_id){ id_in(form_text(v->form, "edit")) });
	struct str name = text_one_line(v->arena, form_text(v->form, "name"));
	int64_t count;

	if (skill == NULL)
		return STALE;
	TRY(keep_spelling(v, skill->id, skill->name, "name"));
	TRY(keep_spelling(v, skill->id, name, "name"));
	TRY(skill_set_name(v->db, skill->id, name, &count));
	TRY(request_skill_names(v->db, skill->id, &count));
	TRY(changed(v, S("skill-renamed"), name));
	return visit_see_other(v, url_skills_show(v->arena, v->programme->slug), S("skill-saved"));
}

static struct str
listed_term(struct visit *v, const char *list, struct skill_id skill)
{
	struct buf term = buf_new(v->arena, TERM_BYTES);

	buf_format(&term, "%s%lld", list, (long long)skill.value);
	return buf_str(&term);
}

/* Who is found by the one in the directory is found by the other. */
static enum outcome
move_listed(struct visit *v, const char *list, struct skill_id of, struct skill_id into)
{
	struct str from = listed_term(v, list, of);
	int64_t count;

	TRY(listed_skill_copy(v->db, from, listed_term(v, list, into), v->programme->id, &count));
	return listed_skill_drop(v->db, from, v->programme->id, &count);
}

static enum outcome
move_all(struct visit *v, struct skill_id of, struct skill_id into)
{
	int64_t count;

	TRY(mentor_skill_copy(v->db, of, into, &count));
	TRY(mentor_skill_drop(v->db, of, &count));
	TRY(member_skill_copy(v->db, of, into, &count));
	TRY(member_skill_drop(v->db, of, &count));
	TRY(request_skill_copy(v->db, of, into, &count));
	TRY(request_skill_drop(v->db, of, &count));
	TRY(request_skill_names(v->db, into, &count));
	TRY(move_listed(v, "ms", of, into));
	TRY(move_listed(v, "Ms", of, into));
	TRY(move_listed(v, "es", of, into));
	TRY(move_listed(v, "Es", of, into));
	TRY(alias_move(v->db, of, into, &count));
	return skill_drop(v->db, of, &count);
}

enum outcome
skill_merge(struct visit *v)
{
	const struct skill *of = programme_skill(v->programme, (struct skill_id){ id_in(form_text(v->form, "edit")) });
	const struct skill *into = programme_skill_by_name(v->programme, v->arena, form_text(v->form, "into"));

	if (of == NULL)
		return STALE;
	if (into == NULL) {
		form_complain(v->form, "into", S("No skill of this programme is written like that. Look it up in the list."));
		return BAD_INPUT;
	}
	TRY(skill_may_merge(of->id, into->id));
	TRY(move_all(v, of->id, into->id));
	TRY(changed(v, S("skills-merged"), into->name));
	return visit_see_other(v, url_skills_show(v->arena, v->programme->slug), S("skills-merged"));
}
