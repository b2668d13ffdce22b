/* Focus areas (F029), and what two sides of a survey have in common: the areas that both named, and where each put the other (F042, F043). */
#include "base/arena.h"
#include "base/buf.h"
#include "formats/text.h"
#include "http/routes.h"
#include "programmes/versions.h"
#include "surveys/form.h"
#include "surveys/pages.h"
#include "surveys/views.h"

enum { COMMON_MOST = 2000, LINES_MOST = 200 };

static struct common_line *
line_of(struct common_lines *lines, struct person_id mentee, struct person_id mentor)
{
	for (size_t i = lines->count; i > 0; i--)
		if (person_id_equal(lines->at[i - 1].mentee_id, mentee) && person_id_equal(lines->at[i - 1].mentor_id, mentor))
			return &lines->at[i - 1];
	if (lines->count == LINES_MOST)
		return NULL;
	lines->at[lines->count] = (struct common_line){ .mentee_id = mentee, .mentor_id = mentor, .areas = S("") };
	return &lines->at[lines->count++];
}

static void
add_area(struct visit *v, struct common_line *line, const struct survey_common_row *row)
{
	line->mentee = row->mentee_name;
	line->mentor = row->mentor_name;
	line->areas = str_is_empty(line->areas) ? row->area_name : str_join(v->arena, 3, (struct str[]){ line->areas, S("; "), row->area_name });
}

static void
add_choice(struct common_lines *lines, const struct survey_choices_row *row)
{
	bool is_mentee = row->side == RESPONSE_SIDE_MENTEE;
	struct common_line *line = is_mentee ? line_of(lines, row->person, row->chosen) : line_of(lines, row->chosen, row->person);

	if (line == NULL)
		return;
	line->mentee = is_mentee ? row->name : row->chosen_name;
	line->mentor = is_mentee ? row->chosen_name : row->name;
	*(is_mentee ? &line->by_mentee : &line->by_mentor) = row->place;
}

enum outcome
survey_common_lines(struct visit *v, struct survey_id id, struct common_lines *out)
{
	struct survey_common_rows areas;
	struct survey_choices_rows choices;

	*out = (struct common_lines){ .at = ARENA_MANY(v->arena, LINES_MOST, struct common_line) };
	TRY(survey_common(v->db, v->arena, id, COMMON_MOST, &areas));
	TRY(survey_choices(v->db, v->arena, id, COMMON_MOST, &choices));
	for (size_t i = 0; i < areas.count; i++) {
		struct common_line *line = line_of(out, areas.at[i].mentee, areas.at[i].mentor);

		if (line != NULL)
			add_area(v, line, &areas.at[i]);
	}
	for (size_t i = 0; i < choices.count; i++)
		add_choice(out, &choices.at[i]);
	return OK;
}

/* --- the list, for coordinators --- */

enum outcome
focus_show(struct visit *v)
{
	struct focus_view view = { .programme = v->programme, .form = visit_values(v, &focus_area_form, NULL) };
	struct page page;

	TRY(areas_of(v->db, v->arena, v->programme->id, AREAS_MOST, &view.rows));
	page = visit_page(v);
	page_focus(&page, &view);
	return OK;
}

static const struct areas_of_row *
area_called(const struct areas_of_rows *rows, struct str name)
{
	for (size_t i = 0; i < rows->count; i++)
		if (str_equal(rows->at[i].name, name))
			return &rows->at[i];
	return NULL;
}

enum outcome
focus_save(struct visit *v)
{
	struct str name = text_one_line(v->arena, form_text(v->form, "name"));
	int64_t position = form_whole(v->form, "position");
	const struct areas_of_row *present;
	struct areas_of_rows rows;

	TRY(areas_of(v->db, v->arena, v->programme->id, AREAS_MOST, &rows));
	present = area_called(&rows, name);
	if (present == NULL && rows.count == AREAS_MOST) {
		form_complain(v->form, "name", S("There are as many areas as a programme can hold. Change one that is no longer needed."));
		return BAD_INPUT;
	}
	if (position == 0)
		position = present != NULL ? present->position : (int64_t)rows.count + 1;
	TRY(area_put(v->db, &(struct area_put_values){ .id = { visit_new_id(v) }, .programme = v->programme->id, .name = name, .url = form_text(v->form, "url"),
	    .position = position, .is_retired = form_tick(v->form, "is_retired"), .now = v->now }));
	TRY(programme_touch(v));
	TRY(version_keep_form(v));
	TRY(event_say(v, S("focus-area-saved"), &(struct event_facts){ .detail = name }));
	return visit_see_other(v, url_focus_show(v->arena, v->programme->slug), S("saved"));
}
