/* The directory as a page and for programs: filters stand in the address, and each card holds only what this reader may know. */
#include "access/api.h"
#include "access/layout.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/id.h"
#include "formats/text.h"
#include "http/routes.h"
#include "people/api.h"
#include "people/directory.h"
#include "people/pages.h"
#include "people/rules.h"
#include "people/views.h"
#include "programmes/programmes.h"

#define T(sentence) S_STATIC(sentence)
#define SHAPE(called, title, list) const struct shape called = { .name = S_STATIC(title), .fields = (list), .count = ARRAY_LENGTH(list) }

enum { LINK_BYTES = 2000, WEEK_HOURS = 98 };

static const struct choice lists[] = { { .value = T("mentors") }, { .value = T("mentees") } };
static const struct field query_fields[] = {
	{ .name = T("who"), .type = FIELD_CHOICE, .label = T("Which list; mentors if none is named"), .choices = { lists, ARRAY_LENGTH(lists) } },
	{ .name = T("q"), .type = FIELD_TEXT, .max = TEXT_SEARCH_MOST, .label = T("The beginning of a word of the name") },
	{ .name = T("skill"), .type = FIELD_TEXT, .label = T("A skill, in any spelling") },
	{ .name = T("service"), .type = FIELD_TEXT, .label = T("The slug of a service") },
	{ .name = T("language"), .type = FIELD_TEXT, .label = T("A language that they speak") },
	{ .name = T("zone"), .type = FIELD_ZONE, .label = T("Their zone, where you may know it") },
	{ .name = T("overlap"), .type = FIELD_WHOLE, .min = 1, .max = WEEK_HOURS, .label = T("At least so many common hours a week") },
	{ .name = T("free"), .type = FIELD_TICK, .label = T("Only who has a place free") },
	{ .name = T("after"), .type = FIELD_TEXT, .label = T("Where the list goes on, from next") },
};
const struct form directory_form = { .name = S_STATIC("directory_form"), .fields = query_fields, .count = ARRAY_LENGTH(query_fields) };

static const struct shape_field line_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID }, { .name = T("name"), .type = SHAPE_TEXT }, { .name = T("initials"), .type = SHAPE_TEXT },
	{ .name = T("pronouns"), .type = SHAPE_TEXT, .may_be_null = true }, { .name = T("title"), .type = SHAPE_TEXT, .may_be_null = true },
	{ .name = T("company"), .type = SHAPE_TEXT, .may_be_null = true }, { .name = T("offer"), .type = SHAPE_TEXT, .may_be_null = true },
	{ .name = T("languages"), .type = SHAPE_TEXTS }, { .name = T("skills"), .type = SHAPE_TEXTS, .about = T("The strongest five.") },
	{ .name = T("zone"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("Null: not for you.") },
	{ .name = T("places"), .type = SHAPE_WHOLE, .about = T("Free ones; 0 for a mentee.") },
	{ .name = T("away_until_at"), .type = SHAPE_MOMENT, .may_be_null = true },
};
static SHAPE(line_shape, "DirectoryLine", line_fields);
static const struct shape_field list_fields[] = {
	{ .name = T("items"), .type = SHAPE_LIST, .of = &line_shape },
	{ .name = T("is_cut"), .type = SHAPE_TICK, .about = T("It stopped after looking at many: follow next, or type more of the name.") },
	{ .name = T("next"), .type = SHAPE_TEXT, .may_be_null = true },
};
SHAPE(directory_shape, "Directory", list_fields);

static struct directory_asked
asked_in_address(struct visit *v)
{
	const struct request *r = v->request;

	return (struct directory_asked){ .who = request_query(r, S("who")), .q = text_trim(request_query(r, S("q"))), .skill = request_query(r, S("skill")),
		.service = request_query(r, S("service")), .language = text_trim(request_query(r, S("language"))), .zone = text_trim(request_query(r, S("zone"))),
		.overlap = request_query(r, S("overlap")), .free = request_query(r, S("free")), .after = request_query(r, S("after")),
		.from = request_query(r, S("from")) };
}

static void
add_term(struct visit *v, struct directory_wish *wish, char kind, struct str what)
{
	struct buf term = buf_new(v->arena, DIRECTORY_TERM_BYTES);

	buf_char(&term, kind);
	buf_add(&term, str_head(what, DIRECTORY_TERM_BYTES - 8));
	wish->terms[wish->term_count++] = buf_str(&term);
}

static void
add_id(struct visit *v, struct directory_wish *wish, char kind, int64_t id)
{
	struct buf text = buf_new(v->arena, DIRECTORY_TERM_BYTES);

	buf_whole(&text, id);
	add_term(v, wish, kind, buf_str(&text));
}

static void
read_numbers(const struct directory_asked *asked, struct directory_wish *wish)
{
	if (!str_whole(asked->overlap, &wish->overlap_hours) || wish->overlap_hours < 0 || wish->overlap_hours > WEEK_HOURS)
		wish->overlap_hours = 0;
	if (!id_read(asked->after, &wish->after))
		wish->after = 0;
	if (!id_read(asked->from, &wish->start))
		wish->start = 0;
}

/* What nobody has is looked for all the same: then nobody is found. */
static struct directory_wish
wish_of(struct visit *v, const struct directory_asked *asked)
{
	const struct skill *skill = programme_skill_by_name(v->programme, v->arena, asked->skill);
	const struct service *service = programme_service_by_slug(v->programme, asked->service);
	struct directory_wish wish = { .is_mentees = str_equal(asked->who, S("mentees")), .is_public = !visit_may(v, WHO_MEMBER), .name = asked->q,
		.wants_free = !str_is_empty(asked->free) };

	if (!str_is_empty(asked->skill))
		add_id(v, &wish, 's', skill == NULL ? 0 : skill->id.value);
	if (!str_is_empty(asked->language))
		add_term(v, &wish, 'l', text_folded(v->arena, asked->language));
	if (!str_is_empty(asked->service) && !wish.is_mentees)
		add_id(v, &wish, 'v', service == NULL ? 0 : service->id.value);
	if (!str_is_empty(asked->zone) && !wish.is_public) {
		wish.by_zone = true;
		add_term(v, &wish, 'z', asked->zone);
	}
	read_numbers(asked, &wish);
	return wish;
}

static struct directory_card
card_of(struct visit *v, const struct directory_page *found, size_t i)
{
	const struct directory_rows_row *row = found->at[i];
	int64_t capacity = programme_capacity(v->programme, row->capacity);

	return (struct directory_card){ .row = row, .id = id_print(v->arena, row->id.value), .initials = person_initials(v->arena, row->initials, row->name),
		.zone = visit_may(v, WHO_MEMBER) && (row->shows_zone || directory_sees_zones(v)) ? row->zone : S(""), .links = links_of(v->arena, row->links),
		.overlap_hours = found->overlap_hours[i], .places = capacity > row->running ? capacity - row->running : 0,
		.is_away = mentor_is_away(row->away_until_at, v->now), .is_set_aside = row->away_until_at.us == MENTOR_NO_END_US };
}

static enum outcome
skills_on(struct visit *v, bool is_mentees, const struct directory_rows_row *row, struct str *out)
{
	struct card_skills_row skills;
	struct card_wants_row wants;

	if (is_mentees) {
		TRY(card_wants(v->db, v->arena, row->membership, &wants));
		*out = wants.names;
		return OK;
	}
	TRY(card_skills(v->db, v->arena, row->mentor, &skills));
	*out = skills.names;
	return OK;
}

static enum outcome
cards_of(struct visit *v, const struct directory_wish *wish, const struct directory_page *found, struct directory_cards *out)
{
	struct directory_card *at = ARENA_MANY(v->arena, found->count + 1, struct directory_card);

	for (size_t i = 0; i < found->count; i++) {
		at[i] = card_of(v, found, i);
		TRY(skills_on(v, wish->is_mentees, found->at[i], &at[i].skills));
	}
	*out = (struct directory_cards){ at, found->count };
	return OK;
}

static void
add_asked(struct buf *link, const char *name, struct str value)
{
	if (str_is_empty(value))
		return;
	buf_format(link, "&%s=", name);
	url_component(link, value);
}

static struct str
next_link(struct visit *v, const struct directory_asked *a, const struct directory_page *found)
{
	struct buf link = buf_new(v->arena, LINK_BYTES);

	buf_add(&link, url_directory_show(v->arena, v->programme->slug));
	buf_add(&link, S("?after="));
	buf_add(&link, id_print(v->arena, found->next));
	add_asked(&link, "from", id_print(v->arena, found->start));
	add_asked(&link, "who", a->who);
	add_asked(&link, "skill", a->skill);
	add_asked(&link, "service", a->service);
	add_asked(&link, "language", a->language);
	add_asked(&link, "zone", a->zone);
	add_asked(&link, "overlap", a->overlap);
	add_asked(&link, "free", a->free);
	return buf_str(&link);
}

static bool
is_filtered(const struct directory_asked *a)
{
	return !str_is_empty(a->q) || !str_is_empty(a->skill) || !str_is_empty(a->service) || !str_is_empty(a->language) || !str_is_empty(a->zone) ||
	    !str_is_empty(a->overlap) || !str_is_empty(a->free);
}

/* Whoever is signed in and no member reads whom to ask. */
static enum outcome
closed_show(struct visit *v)
{
	struct directory_view view = { .programme = v->programme };
	struct page page = visit_page(v);

	page_directory_closed(&page, &view);
	return OK;
}

enum outcome
directory_show(struct visit *v)
{
	enum outcome said = directory_may_be_read(v);
	struct directory_view view = { .programme = v->programme, .asked = asked_in_address(v), .is_member = visit_may(v, WHO_MEMBER),
		.sees_zones = directory_sees_zones(v), .skills = { v->programme->skills, v->programme->skill_count } };
	struct directory_wish wish;
	struct directory_page found;
	struct page page;
	int64_t own_hours;

	if (said == FORBIDDEN)
		return closed_show(v);
	TRY(said);
	wish = wish_of(v, &view.asked);
	TRY(directory_read(v, &wish, &found));
	TRY(visitor_week(v, &own_hours));
	view.is_mentees = wish.is_mentees;
	view.knows_hours = own_hours != 0;
	TRY(cards_of(v, &wish, &found, &view.cards));
	view.is_cut = found.is_cut;
	view.is_filtered = is_filtered(&view.asked);
	view.clear = str_join(v->arena, 2, (struct str[]){ url_directory_show(v->arena, v->programme->slug), wish.is_mentees ? S("?who=mentees") : S("") });
	if (found.next != 0)
		view.next_page = next_link(v, &view.asked, &found);
	page = visit_page(v);
	page_directory(&page, &view);
	return OK;
}

static void
print_card(struct answer *a, const struct directory_card *card)
{
	const struct directory_rows_row *row = card->row;

	answer_open(a, &line_shape);
	answer_id(a, "id", row->id.value);
	answer_text(a, "name", row->name);
	answer_text(a, "initials", card->initials);
	answer_text(a, "pronouns", row->pronouns);
	answer_text(a, "title", row->title);
	answer_text(a, "company", row->company);
	answer_text(a, "offer", row->offer);
	answer_texts(a, "languages", row->languages);
	answer_texts(a, "skills", card->skills);
	answer_text(a, "zone", card->zone);
	answer_whole(a, "places", card->places);
	answer_moment(a, "away_until_at", card->is_away ? row->away_until_at : (struct moment){ 0 });
	answer_close(a);
}

/* The cursor of programs holds both places: "AFTER.FROM" is what next says of after. */
static struct str
cursor_of(struct visit *v, const struct directory_page *found)
{
	return str_join(v->arena, 3, (struct str[]){ id_print(v->arena, found->next), S("."), id_print(v->arena, found->start) });
}

static enum outcome
read_cursor(struct visit *v, struct directory_wish *wish)
{
	struct str rest = form_text(v->form, "after"), after;

	if (str_is_empty(rest))
		return OK;
	if (str_next(&rest, '.', &after) && id_read(after, &wish->after) && rest.at != NULL && id_read(rest, &wish->start))
		return OK;
	form_complain(v->form, "after", S("This is no cursor of ours. Follow the link of the page before."));
	return BAD_INPUT;
}

enum outcome
directory_json(struct visit *v)
{
	struct directory_asked asked = { .who = form_text(v->form, "who"), .q = form_text(v->form, "q"), .skill = form_text(v->form, "skill"),
		.service = form_text(v->form, "service"), .language = form_text(v->form, "language"), .zone = form_text(v->form, "zone"),
		.free = form_tick(v->form, "free") ? S("1") : S("") };
	struct directory_wish wish;
	struct directory_page found;
	struct directory_cards cards;
	struct answer a;

	TRY(directory_may_be_read(v));
	wish = wish_of(v, &asked);
	wish.overlap_hours = form_whole(v->form, "overlap");
	TRY(read_cursor(v, &wish));
	TRY(directory_read(v, &wish, &found));
	TRY(cards_of(v, &wish, &found, &cards));
	a = api_answer(v);
	answer_open(&a, &directory_shape);
	answer_list(&a, "items");
	for (size_t i = 0; i < cards.count; i++)
		print_card(&a, &cards.at[i]);
	answer_close(&a);
	answer_tick(&a, "is_cut", found.is_cut);
	answer_text(&a, "next", found.next != 0 ? api_next(v, cursor_of(v, &found)) : S(""));
	answer_close(&a);
	return OK;
}
