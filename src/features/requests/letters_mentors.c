/* The same outbox as of requests (letters.c); who coordinates is whom a reader may answer to. */
#include "requests/letters_mentors.h"

#include "access/tap.h"
#include "base/arena.h"
#include "forms/say.h"
#include "http/routes.h"
#include "letters/letters.h"
#include "people/people.h"
#include "programmes/programmes.h"
#include "requests/store.h"
#include "requests/store_letters.h"

enum { LOOKERS_MOST = 20 };

/* A letter to one reader, its common values in place. */
struct draft_letter {
	struct letter_desk desk;
	struct letter_reader reader;
	struct letter_wish wish;
};

static enum outcome
begin(struct visit *v, enum letter_kind kind, struct person_id person, struct str path, struct draft_letter *out)
{
	struct lookers_rows human;

	*out = (struct draft_letter){ .desk = visit_letters(v) };
	out->wish = (struct letter_wish){ .id = { visit_new_id(v) }, .kind = kind, .programme = v->programme->id, .reader = &out->reader };
	TRY(letter_reader_find(&out->desk, person, letter_sort(kind)->topic, &out->reader));
	TRY(lookers(v->db, v->arena, v->programme->id, ROLE_ROLE_COORDINATOR, v->now, 1, &human));
	letter_wish_add(&out->wish, "you", out->reader.name);
	letter_wish_add(&out->wish, "programme", v->programme->name);
	letter_wish_add(&out->wish, "human", human.count == 0 ? S("") : human.at[0].name);
	letter_wish_add(&out->wish, "link", str_join(v->arena, 2, (struct str[]){ out->desk.base_url, path }));
	return OK;
}

static void
add_moment(struct visit *v, struct draft_letter *letter, const char *field, struct moment at)
{
	letter_wish_add(&letter->wish, field, moment_is_none(at) ? S("") : say_moment(v->arena, letter_place(&letter->reader), at, v->now));
}

static enum outcome
add_back(struct visit *v, struct draft_letter *letter)
{
	struct str token, path = str_join(v->arena, 2, (struct str[]){ letter->desk.base_url, S("/a/") });

	TRY(tap_make(v, &(struct tap_wish){ .act = S("back"), .person = letter->reader.id, .programme = v->programme->id }, &token));
	letter_wish_add_link(&letter->wish, "back", path, token);
	return OK;
}

static enum outcome
write_silence(struct visit *v, const struct silence *about, struct person_id reader, const char *words)
{
	bool is_mentor = person_id_equal(reader, about->mentor);
	struct str path = is_mentor ? url_mentor_self_show(v->arena, v->programme->slug) : url_people_list(v->arena, v->programme->slug);
	struct person_called_row mentor;
	struct draft_letter letter;

	TRY(begin(v, LETTER_L36, reader, path, &letter));
	TRY(person_called(v->db, v->arena, about->mentor, &mentor));
	letter_wish_add(&letter.wish, "what", say(letter.reader.language, words));
	letter_wish_add(&letter.wish, "mentor", is_mentor ? S("") : mentor.name);
	add_moment(v, &letter, "since", about->since);
	add_moment(v, &letter, "again_at", about->again_at);
	if (is_mentor)
		TRY(add_back(v, &letter));
	return letter_put(&letter.desk, &letter.wish);
}

enum outcome
desk_write_to_mentor(struct visit *v, const struct silence *about)
{
	struct lookers_rows found;

	if (about->to_mentor != NULL)
		TRY(write_silence(v, about, about->mentor, about->to_mentor));
	if (about->to_coordinators == NULL)
		return OK;
	TRY(lookers(v->db, v->arena, v->programme->id, ROLE_ROLE_COORDINATOR, v->now, LOOKERS_MOST, &found));
	for (size_t i = 0; i < found.count; i++)
		TRY(write_silence(v, about, found.at[i].reader, about->to_coordinators));
	return OK;
}

enum outcome
desk_write_shortage(struct visit *v, const struct shortage_words *words)
{
	struct str path = url_coordinate_requests(v->arena, v->programme->slug);
	struct lookers_rows found;

	TRY(lookers(v->db, v->arena, v->programme->id, ROLE_ROLE_COORDINATOR, v->now, LOOKERS_MOST, &found));
	for (size_t i = 0; i < found.count; i++) {
		struct draft_letter letter;

		TRY(begin(v, LETTER_L55, found.at[i].reader, path, &letter));
		letter_wish_add(&letter.wish, "skill", words->skills);
		letter_wish_add(&letter.wish, "waiting", words->waiting);
		letter_wish_add(&letter.wish, "free", words->free);
		TRY(letter_put(&letter.desk, &letter.wish));
	}
	return OK;
}
