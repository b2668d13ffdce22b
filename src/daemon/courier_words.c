/* What a letter says as mail: the words that the writer kept, with the tokens that only this process can open; alone, or several of a day in one. */
#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "daemon/courier_words.h"
#include "formats/ics.h"
#include "formats/json.h"
#include "formats/letter.h"
#include "formats/text.h"
#include "formats/when.h"
#include "forms/language.h"
#include "forms/say.h"
#include "letters/letters.h"
#include "letters/stop.h"
#include "letters/text.h"

enum { BODY_BYTES = 64 << 10, LINKS_MOST = 8, TOKENS_MOST = LETTER_SECRETS_MAX + 1 };

/* One letter being composed. */
struct composing {
	struct arena *arena;
	struct letter_id id;
	struct str kind, subject, words, sealed, stored, programme_name;    /* as the row has them */
	struct person_id recipient;
	struct str language;          /* its reader's */
	struct str tokens[TOKENS_MOST];
	size_t token_count;
	struct json_value fields;
	struct buf body;
	struct letter_link links[LINKS_MOST];
	size_t link_count;
};

/* "ID TOKEN TOKEN": of this letter, or the blob came from elsewhere. */
static bool
open_tokens(struct composing *k, const unsigned char *seed)
{
	struct str rest, id;
	int64_t whose;

	if (k->sealed.length == 0)
		return true;
	if (!letter_unseal(k->arena, seed, k->sealed, &rest) || !str_next(&rest, ' ', &id) || !str_whole(id, &whose) ||
	    whose != k->id.value)
		return false;
	while (k->token_count < TOKENS_MOST && str_next(&rest, ' ', &k->tokens[k->token_count]))
		k->token_count++;
	return true;
}

/* A token stands at the end of an address, or is a value by itself. */
static struct str
with_token(struct composing *k, struct str text)
{
	size_t mark = str_find(text, TOKEN_MARK), place;

	if (mark + 1 >= text.length)
		return text;
	place = (size_t)(text.at[mark + 1] - '0');
	return place < k->token_count ? str_join(k->arena, 2, (struct str[]){ str_head(text, mark), k->tokens[place] }) : S("");
}

static void
add_link(struct composing *k, struct str words, struct str address)
{
	if (k->link_count < LINKS_MOST)
		k->links[k->link_count++] = (struct letter_link){ words, with_token(k, address) };
}

/* What somebody wrote in lines stands behind ">", so that none of it passes for a line of ours; what a coordinator wrote to a group is the letter. */
static void
add_paragraph(struct composing *k, struct str text)
{
	bool is_quoted = memchr(text.at, LINE_INSIDE, text.length) != NULL && !str_equal(k->kind, letter_sort(LETTER_L51)->id);
	struct str line;

	while (str_next(&text, LINE_INSIDE, &line)) {
		buf_add(&k->body, is_quoted ? S("> ") : S(""));
		buf_add(&k->body, line);
		buf_char(&k->body, '\n');
	}
}

static struct str
flat(struct arena *arena, struct str text)
{
	struct buf out = buf_new(arena, BODY_BYTES);

	for (size_t i = 0; i < text.length; i++)
		buf_char(&out, text.at[i] == LINE_INSIDE ? ' ' : text.at[i]);
	return buf_str(&out);
}

/* Lines of one kind stand together; between kinds, and between paragraphs, a blank line. */
static void
add_line(struct composing *k, char before, struct str line)
{
	size_t middle = str_find(line, PART_INSIDE);
	struct str text = str_skip(line, 1);

	if (k->body.length > 0 && (before != line.at[0] || line.at[0] == MARK_PARAGRAPH))
		buf_char(&k->body, '\n');
	if (line.at[0] == MARK_PARAGRAPH) {
		add_paragraph(k, text);
	} else if (line.at[0] == MARK_ITEM) {
		buf_add(&k->body, S("- "));
		buf_add(&k->body, flat(k->arena, text));
		buf_char(&k->body, '\n');
	} else {
		buf_add(&k->body, str_skip(str_head(line, middle), 1));
		buf_add(&k->body, S(": "));
		buf_add(&k->body, flat(k->arena, with_token(k, str_skip(line, middle + 1))));
		buf_char(&k->body, '\n');
	}
}

static void
add_lines(struct composing *k)
{
	struct str rest = k->words, line;
	char before = 0;

	while (str_next(&rest, '\n', &line)) {
		size_t middle = str_find(line, PART_INSIDE);

		if (line.length < 2)
			continue;
		if (line.at[0] == MARK_LINK)
			add_link(k, str_skip(str_head(line, middle), 1), str_skip(line, middle + 1));
		else
			add_line(k, before, line);
		before = line.at[0] == MARK_LINK ? before : line.at[0];
	}
}

static struct str
field(struct composing *k, struct str name)
{
	const struct json_value *value = json_member(&k->fields, name);

	return value == NULL || value->kind != JSON_IS_TEXT ? S("") : value->text;
}

/* "You get this because it is about OC-7 in Operation Code mentoring." */
static struct str
reason(struct composing *k)
{
	struct str number = field(k, S("number"));

	if (str_is_empty(k->programme_name))
		return say(k->language, N_("You get this because somebody, hopefully you, asked for it on this server."));
	return say_filled(k->arena, say(k->language, str_is_empty(number) ? N_("You get this as a member of {programme}.")
	    : N_("You get this because of your part in {number}, {programme}.")), 2,
	    (struct say_value[]){ { "number", number }, { "programme", k->programme_name } });
}

/* "Questions? Ask Cora Diaz, who coordinates this programme." */
static struct str
human(struct composing *k)
{
	struct str name = field(k, S("human"));

	if (str_is_empty(name))
		return S("");
	return say_filled(k->arena, say(k->language, N_("Questions? Ask {name}, who coordinates this programme.")), 1, (struct say_value[]){ { "name", name } });
}

static struct str
stop_of(const struct composing *k, const struct mail_lane *m, enum letter_topic topic)
{
	return str_join(k->arena, 3, (struct str[]){ m->base_url, S("/u/"), letter_stop_print(k->arena, m->stop, k->recipient, topic) });
}

/* Empty where nobody can stop them. */
static struct letter_link
stop_link(const struct composing *k, const struct mail_lane *m)
{
	const struct letter_sort *sort = letter_sort_called(k->kind);

	if (sort == NULL || sort->flag == LETTER_FLAG_SURE || sort->topic == TOPIC_ACCOUNT || person_id_is_none(k->recipient))
		return (struct letter_link){ S(""), S("") };
	return (struct letter_link){ say(k->language, N_("No more letters like this")), stop_of(k, m, sort->topic) };
}

static bool
compose(struct composing *k, const struct mail_lane *m)
{
	struct str fields = str_is_empty(k->stored) ? S("{}") : k->stored;

	if (!open_tokens(k, m->seed) || json_read(k->arena, fields, &k->fields) != OK)
		return false;
	k->body = buf_new(k->arena, BODY_BYTES);
	add_lines(k);
	return !k->body.is_overflown;
}

static struct str
tag_of(struct str language)
{
	return str_is_empty(language) ? S(LANGUAGE_SOURCE) : language;
}

static bool
compose_alone(struct composing *k, const struct mail_lane *m, struct letter_parts *out)
{
	if (!compose(k, m))
		return false;
	*out = (struct letter_parts){
		.language = tag_of(k->language), .subject = k->subject, .body = buf_str(&k->body), .reason = reason(k), .answer_to = human(k),
		.links = k->links + 1, .link_count = k->link_count > 0 ? k->link_count - 1 : 0, .stop = stop_link(k, m),
	};
	if (k->link_count > 0)
		out->action = k->links[0];
	return true;
}

/* --- several in one mail --- */

static struct str
day_subject(const struct mail_send *s)
{
	struct buf out = buf_new(s->arena, BODY_BYTES);

	buf_add(&out, say_filled(s->arena, say_count(s->arena, s->row->language, (int64_t)s->carried->count + 1, "{n} letter: {subject}", "{n} letters: {subject}"), 1,
	    (struct say_value[]){ { "subject", s->row->subject } }));
	if (text_length(buf_str(&out)) <= TEXT_SUBJECT_SHOWN)
		return buf_str(&out);
	return str_join(s->arena, 2, (struct str[]){ text_trim(text_head(buf_str(&out), TEXT_SUBJECT_SHOWN - 1)), S("\u2026") });
}

static bool
compose_section(struct composing *k, const struct mail_lane *m, struct letter_section *out)
{
	if (!compose(k, m))
		return false;
	*out = (struct letter_section){ .title = k->subject, .body = buf_str(&k->body), .links = k->links, .link_count = k->link_count, .stop = stop_link(k, m) };
	return true;
}

/* What somebody wants once a day: each letter under its subject, with its own links and the link that stops its kind. */
static bool
compose_day(struct composing *first, const struct mail_lane *m, const struct mail_send *s, struct letter_parts *out)
{
	size_t count = s->carried->count + 1;
	struct letter_section *sections = ARENA_MANY(s->arena, count, struct letter_section);

	if (!compose_section(first, m, &sections[0]))
		return false;
	for (size_t i = 1; i < count; i++) {
		const struct letters_carried_row *row = &s->carried->at[i - 1];
		struct composing *k = ARENA_NEW(s->arena, struct composing);

		*k = (struct composing){ .arena = s->arena, .id = row->id, .kind = row->kind, .subject = row->subject, .words = row->body, .sealed = row->sealed,
			.stored = row->fields, .programme_name = row->programme_name, .recipient = row->recipient, .language = row->language };
		if (!compose_section(k, m, &sections[i]))
			return false;
	}
	*out = (struct letter_parts){
		.language = tag_of(first->language), .subject = day_subject(s), .body = say(first->language, N_("Here is what could wait since yesterday.")),
		.reason = say(first->language, N_("You get these once a day, in one mail, because you chose so or because they were many.")), .answer_to = human(first),
		.sections = sections, .section_count = count,
		.stop = { say(first->language, N_("No more letters once a day")), stop_of(first, m, TOPIC_DAILY) },
	};
	return true;
}

bool
mail_words(const struct mail_lane *m, const struct mail_send *s, struct letter_parts *out)
{
	const struct letter_to_send_row *row = s->row;
	struct composing *k = ARENA_NEW(s->arena, struct composing);

	*k = (struct composing){ .arena = s->arena, .id = row->id, .kind = row->kind, .subject = row->subject, .words = row->body, .sealed = row->sealed,
		.stored = row->fields, .programme_name = row->programme_name, .recipient = row->recipient, .language = row->language };
	return s->carried->count == 0 ? compose_alone(k, m, out) : compose_day(k, m, s, out);
}

/* --- for calendars --- */

bool
mail_event(const struct mail_send *s, struct str uid, struct ics_event *out)
{
	struct composing k = { .arena = s->arena };

	*out = (struct ics_event){ .uid = uid, .at = s->row->made_at, .description = S("") };
	if (s->carried->count > 0 || str_is_empty(s->row->fields) || json_read(s->arena, s->row->fields, &k.fields) != OK)
		return false;
	if (!when_iso_read(field(&k, S("calendar_from")), &out->from) || !when_iso_read(field(&k, S("calendar_to")), &out->to) ||
	    !str_whole(field(&k, S("calendar_turn")), &out->turn))
		return false;
	out->is_off = !str_is_empty(field(&k, S("calendar_off")));
	out->url = field(&k, S("link"));
	out->summary = say_filled(s->arena, say(s->row->language, str_is_empty(field(&k, S("with"))) ? N_("{number}: {title}") : N_("{number}: {title}, with {name}")), 3,
	    (struct say_value[]){ { "number", field(&k, S("number")) }, { "title", text_head(field(&k, S("title")), TEXT_SUBJECT_MAX) },
	    { "name", text_head(field(&k, S("with")), TEXT_SUBJECT_MAX) } });
	return out->is_off || letter_sort_called(s->row->kind) == letter_sort(LETTER_L26);    /* what ends says so alone, what is near says nothing new */
}
