/* Somebody is a mentor from now on, or linked their account of Slack since: the letter, the invitation, and the word in the mentors' room if they
 * like it (F154, L16, L17). */
#include "base/arena.h"
#include "base/buf.h"
#include "forms/say.h"
#include "http/routes.h"
#include "letters/letters.h"
#include "people/mentor.h"
#include "people/store.h"
#include "programmes/programmes.h"
#include "programmes/shelf.h"

enum { SKILLS_MOST = 200, WORDS_BYTES = 1000, INVITED_DAYS = 7, ROOMS_MOST = 20 };

static struct str
address_of(struct visit *v, struct str path)
{
	return str_join(v->arena, 2, (struct str[]){ v->server->base_url, path });
}

/* "#mentors in Slack", as far as Slack told us what it is called. */
static enum outcome
room_words(struct visit *v, const struct letter_reader *reader, struct str *out)
{
	struct str room = programme_room(v, v->programme), name = S("Slack");
	struct room_name_row row;
	enum outcome said = room_name(v->db, v->arena, room, &row);

	*out = S("");
	if (str_is_empty(room))
		return OK;
	if (said != OK && said != NOT_FOUND)
		return said;
	if (said == OK && !str_is_empty(row.name))
		name = say_filled(v->arena, say(reader->language, N_("#{name} in Slack")), 1, (struct say_value[]){ { "name", row.name } });
	*out = name;
	if (v->programme->settings.invites)
		*out = say_filled(v->arena, say(reader->language, str_is_empty(reader->chat_user) ? N_("{room}; link your account there by typing /mentoring link, and you are invited")
		    : N_("{room}; you are invited to it")), 1, (struct say_value[]){ { "room", name } });
	return OK;
}

/* Whatever it is called: the handbook that is for mentors, else one that is for all. Empty: there is none. */
static enum outcome
mentor_handbook(struct visit *v, struct str *slug)
{
	struct documents_of_rows rows;

	*slug = S("");
	TRY(documents_of(v->db, v->arena, v->programme->id, false, DOCUMENTS_MOST, &rows));
	for (size_t i = 0; i < rows.count; i++) {
		bool is_theirs = rows.at[i].role == DOCUMENT_CARD_ROLE_MENTOR, is_for_all = rows.at[i].role == DOCUMENT_CARD_ROLE_ALL;

		if (rows.at[i].kind == DOCUMENT_CARD_KIND_HANDBOOK && (is_theirs || (is_for_all && str_is_empty(*slug))))
			*slug = rows.at[i].slug;
	}
	return OK;
}

static enum outcome
greet(struct visit *v, const struct letter_desk *desk, const struct letter_reader *reader)
{
	struct letter_wish wish = { .id = { visit_new_id(v) }, .kind = LETTER_L16, .programme = v->programme->id, .reader = reader };
	struct str queue = address_of(v, url_queue_show(v->arena, v->programme->slug)), room, handbook;

	TRY(room_words(v, reader, &room));
	TRY(mentor_handbook(v, &handbook));
	letter_wish_add(&wish, "you", reader->name);
	letter_wish_add(&wish, "programme", v->programme->name);
	letter_wish_add(&wish, "link", queue);
	letter_wish_add(&wish, "queue", queue);
	letter_wish_add(&wish, "room", room);
	letter_wish_add(&wish, "minutes", say_count(v->arena, reader->language, v->programme->settings.session_minutes, "{n} minute", "{n} minutes"));
	letter_wish_add(&wish, "conduct", address_of(v, url_conduct_show(v->arena, v->programme->slug)));
	if (!str_is_empty(handbook))
		letter_wish_add(&wish, "handbook", address_of(v, url_document_show(v->arena, v->programme->slug, handbook)));
	return letter_put(desk, &wish);
}

static enum outcome
skill_words(struct visit *v, struct mentor_id mentor, struct str *out)
{
	struct buf words = buf_new(v->arena, WORDS_BYTES);
	struct mentor_skills_rows skills;

	TRY(mentor_skills(v->db, v->arena, mentor, SKILLS_MOST, &skills));
	for (size_t i = 0; i < skills.count; i++)
		buf_format(&words, "%s%.*s", i > 0 ? ", " : "", STR_FORMAT(skills.at[i].name));
	*out = buf_str(&words);
	return OK;
}

/* Name and skills, nothing by which somebody could write to them. */
static enum outcome
announce(struct visit *v, const struct letter_desk *desk, const struct letter_reader *reader)
{
	struct letter_wish wish = { .id = { visit_new_id(v) }, .kind = LETTER_L17, .programme = v->programme->id };
	struct str room = programme_room(v, v->programme), queue = address_of(v, url_queue_show(v->arena, v->programme->slug)), skills;
	struct mentor_record_row record;

	TRY(mentor_record(v->db, v->arena, v->programme->id, reader->id, &record));
	if (!record.may_announce || !v->programme->settings.announces || str_is_empty(room))
		return OK;
	TRY(skill_words(v, record.id, &skills));
	letter_wish_add(&wish, "programme", v->programme->name);
	letter_wish_add(&wish, "mentor", reader->name);
	letter_wish_add(&wish, "skills", skills);
	letter_wish_add(&wish, "link", queue);
	letter_wish_add(&wish, "queue", queue);
	return letter_put_post(desk, &wish, room);
}

/* To be somebody's: who, in which programme, into which room. */
struct invitation {
	struct programme_id programme;
	struct person_id person;
	struct str room, chat_user;
};

static enum outcome
invite(struct visit *v, const struct invitation *i)
{
	struct letter_desk desk = visit_letters(v);

	if (str_is_empty(i->room) || str_is_empty(i->chat_user))
		return OK;
	return letter_put_act(&desk, &(struct letter_act_wish){
	    .id = { visit_new_id(v) }, .act = LETTER_ACT_INVITE, .kind = S("L16"), .subject = S("An invitation to the mentors' room"),
	    .programme = i->programme, .person = i->person, .address = i->room, .target = i->chat_user, .haste = LETTER_HASTE_SOON,
	    .expires_at = moment_plus(v->now, INVITED_DAYS * US_PER_DAY) });
}

enum outcome
mentor_begins(struct visit *v, struct person_id person)
{
	struct letter_desk desk = visit_letters(v);
	struct letter_reader reader;

	TRY(letter_reader_find(&desk, person, letter_sort(LETTER_L16)->topic, &reader));
	TRY(greet(v, &desk, &reader));
	if (v->programme->settings.invites)
		TRY(invite(v, &(struct invitation){ v->programme->id, person, programme_room(v, v->programme), reader.chat_user }));
	return announce(v, &desk, &reader);
}

enum outcome
mentor_is_linked(struct visit *v, struct person_id person, struct str chat_user)
{
	struct mentor_rooms_of_rows rows;

	TRY(mentor_rooms_of(v->db, v->arena, person, ROOMS_MOST, &rows));
	for (size_t i = 0; i < rows.count; i++)
		if (rows.at[i].invites)
			TRY(invite(v, &(struct invitation){ rows.at[i].programme, person, str_is_empty(rows.at[i].room) ? v->server->slack_room : rows.at[i].room, chat_user }));
	return OK;
}
